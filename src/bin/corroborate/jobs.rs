//! Work on several threads whose result does not depend on how many there are.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError, mpsc};

/// The number of threads that `--jobs` asks for.
pub(crate) fn count(jobs: usize) -> usize {
    match jobs {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        jobs => jobs.min(256),
    }
}

/// `work` on each item, in the order of the items.
pub(crate) fn map<T: Sync, R: Send>(
    items: &[T],
    jobs: usize,
    work: impl Fn(&T) -> R + Sync,
) -> Vec<R> {
    if jobs <= 1 || items.len() <= 1 {
        return items.iter().map(work).collect();
    }
    let next = AtomicUsize::new(0);
    let take = || {
        let mut done = Vec::new();
        while let Some((at, item)) = Some(next.fetch_add(1, Ordering::Relaxed))
            .and_then(|at| items.get(at).map(|item| (at, item)))
        {
            done.push((at, work(item)));
        }
        done
    };
    let mut all = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..jobs.min(items.len())).map(|_| scope.spawn(take)).collect();
        let done = threads
            .into_iter()
            .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        done.flatten().collect::<Vec<_>>()
    });
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().map(|(_, result)| result).collect()
}

/// `work` on each item that `produce` hands over, each result to `consume` in the same order, as
/// soon as all before it are done.
pub(crate) fn stream<T: Send, R: Send>(
    jobs: usize,
    produce: impl FnOnce(&mut dyn FnMut(T)) + Send,
    work: impl Fn(T) -> R + Sync,
    mut consume: impl FnMut(R),
) {
    if jobs <= 1 {
        produce(&mut |item| consume(work(item)));
        return;
    }
    let (give, taken) = mpsc::sync_channel::<(usize, T)>(jobs * 2);
    let (done, results) = mpsc::channel::<(usize, R)>();
    let (taken, work) = (Mutex::new(taken), &work);
    std::thread::scope(|scope| {
        scope.spawn(move || {
            let mut at = 0;
            produce(&mut |item| {
                // A closed channel means that the readers are gone, and so is the need.
                let _ = give.send((at, item));
                at += 1;
            });
        });
        for _ in 0..jobs {
            let (done, taken) = (done.clone(), &taken);
            scope.spawn(move || {
                loop {
                    let next = taken.lock().unwrap_or_else(PoisonError::into_inner).recv();
                    let Ok((at, item)) = next else { break };
                    let _ = done.send((at, work(item)));
                }
            });
        }
        drop(done);
        let (mut waiting, mut next) = (BTreeMap::new(), 0);
        for (at, result) in results {
            waiting.insert(at, result);
            while let Some(result) = waiting.remove(&next) {
                consume(result);
                next += 1;
            }
        }
    });
}
