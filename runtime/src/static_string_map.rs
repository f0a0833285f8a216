//! Zig's `std.StaticStringMap`: a table of texts that is fixed in the program.
//!
//! Source: std/static_string_map.zig.

/// `std.StaticStringMap`.
#[derive(Clone, Copy, Debug)]
pub struct StaticStringMap<V: 'static> {
    entries: &'static [(&'static [u8], V)],
}

impl<V> StaticStringMap<V> {
    /// `initComptime`.
    #[must_use]
    pub const fn new(entries: &'static [(&'static [u8], V)]) -> Self {
        StaticStringMap { entries }
    }

    /// `has`.
    #[must_use]
    pub fn has(&self, key: &[u8]) -> bool {
        self.get_index(key).is_some()
    }

    /// `getIndex`.
    #[must_use]
    pub fn get_index(&self, key: &[u8]) -> Option<usize> {
        self.entries.iter().position(|(known, _)| *known == key)
    }
}

impl<V: Copy> StaticStringMap<V> {
    /// `get`.
    #[must_use]
    pub fn get(&self, key: &[u8]) -> Option<V> {
        self.get_index(key).map(|index| self.entries[index].1)
    }
}
