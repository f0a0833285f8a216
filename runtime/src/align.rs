//! Storage of a variable that has an alignment of its own: `var buffer: [n]u8 align(16)`. Rust aligns by type, so the value lies in a
//! wrapper, at its start.
//!
//! Source: language reference, "Alignment".

macro_rules! wrappers {
    ($($name:ident $align:literal),* $(,)?) => {$(
        /// A value at an address that its name's number divides.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(C, align($align))]
        pub struct $name<T>(pub T);
    )*};
}

wrappers! {
    Align2 2, Align4 4, Align8 8, Align16 16, Align32 32, Align64 64, Align128 128, Align4096 4096,
}
