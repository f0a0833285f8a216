//! The arguments of the program: `std.process.args`, `argsAlloc`, `std.process.Args`.

use std::sync::OnceLock;

/// All arguments, the program's name first. They live as long as the program.
#[must_use]
pub fn all() -> &'static [&'static [u8]] {
    static ALL: OnceLock<Vec<&'static [u8]>> = OnceLock::new();
    ALL.get_or_init(|| {
        let owned = std::env::args_os().map(std::ffi::OsString::into_encoded_bytes);
        owned.map(|bytes| &*bytes.leak()).collect()
    })
}

/// `std.process.argsAlloc`.
#[must_use]
pub fn to_vec() -> Vec<&'static [u8]> {
    all().to_vec()
}

/// `std.process.ArgIterator`. It goes on one by one, as Zig's does: it is no `Iterator`, whose `skip` is another.
#[derive(Clone, Copy, Debug, Default)]
pub struct Args {
    index: usize,
}

impl Args {
    /// `std.process.args()`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[allow(clippy::should_implement_trait)]
    /// `next`; none when there is none left.
    pub fn next(&mut self) -> Option<&'static [u8]> {
        let arg = all().get(self.index).copied()?;
        self.index += 1;
        Some(arg)
    }

    /// `skip`: whether there was one.
    pub fn skip(&mut self) -> bool {
        self.next().is_some()
    }
}
