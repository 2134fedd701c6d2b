//! How far a long run has come.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A run that ends sooner than this shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often a bar without steps moves.
const TICK: Duration = Duration::from_millis(120);

/// A bar on standard error that shows after [`PATIENCE`], on a terminal only, and never where
/// nobody watches.
pub(crate) struct Progress {
    bar: ProgressBar,
    done: Arc<AtomicBool>,
}

impl Progress {
    /// Of so many documents, to be told of each.
    pub(crate) fn new(length: usize, quiet: bool) -> Self {
        let hidden = ProgressDrawTarget::hidden();
        Self::shown_later(ProgressBar::with_draw_target(Some(length as u64), hidden), quiet)
    }

    /// Of work that has no steps, by its name.
    pub(crate) fn of(work: &'static str, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        Self::shown_later(
            bar.with_style(ProgressStyle::default_spinner()).with_message(work),
            quiet,
        )
    }

    fn shown_later(bar: ProgressBar, quiet: bool) -> Self {
        // Continuous integration keeps what is printed; a bar would fill its log.
        let nobody = quiet || std::env::var_os("CI").is_some();
        let done = Arc::new(AtomicBool::new(nobody));
        if !nobody {
            let (bar, done) = (bar.clone(), Arc::clone(&done));
            std::thread::spawn(move || {
                std::thread::sleep(PATIENCE);
                if !done.load(Ordering::Relaxed) {
                    bar.set_draw_target(ProgressDrawTarget::stderr());
                    bar.enable_steady_tick(TICK);
                }
            });
        }
        Self { bar, done }
    }

    /// One more document is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.done.store(true, Ordering::Relaxed);
        self.bar.finish_and_clear();
    }
}
