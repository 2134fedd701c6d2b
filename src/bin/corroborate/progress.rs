//! How far a long run has come.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget};

/// A run that ends sooner than this shows no progress.
const PATIENCE: Duration = Duration::from_secs(1);

/// A bar on standard error that shows after [`PATIENCE`], on a terminal only, and never where
/// nobody watches.
pub(crate) struct Progress {
    bar: ProgressBar,
    start: Instant,
    shown: AtomicBool,
}

impl Progress {
    pub(crate) fn new(length: usize, quiet: bool) -> Self {
        let bar = ProgressBar::with_draw_target(Some(length as u64), ProgressDrawTarget::hidden());
        // Continuous integration keeps what is printed; a bar would fill its log.
        let nobody = quiet || std::env::var_os("CI").is_some();
        Self { bar, start: Instant::now(), shown: AtomicBool::new(nobody) }
    }

    /// One more document is done.
    pub(crate) fn step(&self) {
        self.bar.inc(1);
        if self.start.elapsed() >= PATIENCE && !self.shown.swap(true, Ordering::Relaxed) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
