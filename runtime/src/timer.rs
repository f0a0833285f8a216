//! `std.time.Timer` and the clocks of `std.time` before 0.16.

use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

/// `std.time.Timer`.
#[derive(Clone, Copy, Debug)]
pub struct Timer {
    started: Instant,
}

impl Timer {
    /// `Timer.start()`.
    #[must_use]
    pub fn start() -> Self {
        Timer {
            started: Instant::now(),
        }
    }

    /// `read`: nanoseconds since the start or the last reset.
    #[must_use]
    pub fn read(&self) -> u64 {
        nanoseconds(self.started.elapsed())
    }

    /// `reset`.
    pub fn reset(&mut self) {
        self.started = Instant::now();
    }

    /// `lap`: `read` and `reset` at once.
    pub fn lap(&mut self) -> u64 {
        let now = Instant::now();
        let elapsed = nanoseconds(now - self.started);
        self.started = now;
        elapsed
    }
}

fn nanoseconds(duration: Duration) -> u64 {
    u64::try_from(duration.as_nanos()).unwrap_or(u64::MAX)
}

/// `std.time.nanoTimestamp()`.
#[must_use]
pub fn nano_timestamp() -> i128 {
    let signed = |duration: Duration| i128::try_from(duration.as_nanos()).unwrap_or(i128::MAX);
    match SystemTime::now().duration_since(UNIX_EPOCH) {
        Ok(since) => signed(since),
        Err(before) => -signed(before.duration()),
    }
}

/// The timestamp in units of so many nanoseconds: `std.time.milliTimestamp()` and its like.
#[must_use]
pub fn timestamp(unit: i128) -> i64 {
    i64::try_from(nano_timestamp().div_euclid(unit)).unwrap_or(i64::MAX)
}
