//! Shared by the tests: the generator and the digest that `tests/zig/common.zig` has too, and trap checks.
#![allow(dead_code, unused_macros, unused_imports)]

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Once;

/// SplitMix64, as in `common.zig`.
pub struct SplitMix {
    pub state: u64,
}

impl SplitMix {
    pub fn new(state: u64) -> Self {
        SplitMix { state }
    }

    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    pub fn wide(&mut self) -> u128 {
        let high = u128::from(self.next());
        (high << 64) | u128::from(self.next())
    }
}

/// Compares rows with what Zig printed: the first of each group literally, all of them by their FNV-1a hash.
pub struct Expected {
    lines: std::vec::IntoIter<String>,
    hash: u64,
    rows: usize,
    shown: usize,
    name: String,
}

impl Expected {
    pub fn load(name: &str, shown: usize) -> Self {
        let path = format!("{}/tests/expected/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        let bytes = std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        // One char for each byte, so that rows may hold any bytes.
        let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        Expected {
            lines: lines.into_iter(),
            hash: 0xcbf2_9ce4_8422_2325,
            rows: 0,
            shown,
            name: name.to_owned(),
        }
    }

    /// The next literal line of the expectation.
    pub fn line(&mut self) -> String {
        self.lines
            .next()
            .unwrap_or_else(|| panic!("{}: the expectation has no more lines", self.name))
    }

    pub fn row(&mut self, actual: &[u8]) {
        if self.rows < self.shown {
            let shown: String = actual.iter().map(|byte| char::from(*byte)).collect();
            assert_eq!(shown, self.line(), "{} row {}", self.name, self.rows);
        }
        self.rows += 1;
        for byte in actual {
            self.hash = (self.hash ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3);
        }
    }

    pub fn finish(&mut self, group: &str) {
        let actual = format!("= {group} {} rows {:016x}", self.rows, self.hash);
        assert_eq!(
            actual,
            self.line(),
            "{}: the rows not shown differ",
            self.name
        );
        self.rows = 0;
        self.hash = 0xcbf2_9ce4_8422_2325;
    }

    /// How many rows of the following groups stand literally in the expectation.
    pub fn show(&mut self, shown: usize) {
        self.shown = shown;
    }

    pub fn end(mut self) {
        assert_eq!(self.lines.next(), None, "{}: lines left over", self.name);
    }
}

thread_local! {
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// The message of the panic that `run` raises, without printing it.
pub fn trap_of<T>(run: impl FnOnce() -> T) -> String {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            if !QUIET.get() {
                previous(info);
            }
        }));
    });
    QUIET.set(true);
    let result = catch_unwind(AssertUnwindSafe(run));
    QUIET.set(false);
    match result {
        Ok(_) => "no trap".to_owned(),
        Err(payload) => match payload.downcast::<String>() {
            Ok(message) => *message,
            Err(payload) => (*payload.downcast::<&'static str>().expect("a message")).to_owned(),
        },
    }
}

/// `floatPair` of `common.zig`.
macro_rules! float_pair {
    ($float:ident, $random:ident, $round:expr) => {{
        let mut bits = || {
            let raw = $random.next();
            $float::from_bits(if size_of::<$float>() == 4 {
                (raw as u32).into()
            } else {
                raw as _
            })
        };
        let (raw, other) = (bits(), bits());
        let n = ($random.next().cast_signed() >> 12) as $float;
        let m = ($random.next().cast_signed() >> 12) as $float;
        let scale = (1u32 << ($random.next() % 12)) as $float;
        let unit = (1u64 << 51) as $float;
        match $round % 5 {
            0 => (raw, if other == 0.0 { 1.0 } else { other }),
            1 => ((n / unit * scale).round(), (m / unit * 5.0).round() + 0.5),
            _ => (
                n / unit * scale,
                if m == 0.0 { 1.0 } else { m / unit * 8.0 },
            ),
        }
    }};
}
pub(crate) use float_pair;
