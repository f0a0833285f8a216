//! Zig's `{any}` (and `{}` of containers): values of every type, with Zig's syntax and depth limit.
//!
//! [`Any`] prints whatever implements [`ZigFmt`]. Lowering implements it for each container with the functions
//! [`struct_`], [`tuple_`], [`union_`], [`enum_`], [`enum_open`] and [`error_`], which take Zig's names:
//!
//! ```text
//! struct Point { x: i32, y: i32 }
//! impl ZigFmt for Point {
//!     fn fmt_any(&self, f: &mut std::fmt::Formatter<'_>, depth: usize) -> std::fmt::Result {
//!         struct_(f, depth).field("x", &self.x).field("y", &self.y).finish()
//!     }
//! }
//! assert_eq!(format!("{}", Any(&Point { x: 1, y: -2 })), ".{ .x = 1, .y = -2 }");
//! ```
//!
//! A width or precision of the placeholder reaches every scalar inside, as in Zig.
//!
//! Source: std/Io/Writer.zig (`printValue`, `printArray`), `std.options.fmt_max_depth`.

use super::fmt::{Address, Notation, Number, Text};
use core::fmt::{self, Display, Formatter};

/// `std.fmt.default_max_depth`.
pub const MAX_DEPTH: usize = 3;

/// A value that `{any}` can print.
pub trait ZigFmt {
    /// Writes the value; `depth` is how many levels of containers may still be opened.
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result;
}

/// `{any}`, and `{}` of everything that is no text.
#[derive(Clone, Copy, Debug)]
pub struct Any<'a, T: ?Sized>(pub &'a T);

impl<T: ZigFmt + ?Sized> Display for Any<'_, T> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        self.0.fmt_any(f, MAX_DEPTH)
    }
}

// ---- containers ----------------------------------------------------------------------------------------------------

/// Writes the fields of a struct or the items of a tuple.
pub struct Fields<'a, 'b> {
    f: &'a mut Formatter<'b>,
    /// The depth of the fields; `None` when the container itself is already too deep.
    depth: Option<usize>,
    count: usize,
    result: fmt::Result,
}

/// A struct, packed and extern ones and extern unions too: `.{ .x = 1, .y = 2 }`.
pub fn struct_<'a, 'b>(f: &'a mut Formatter<'b>, depth: usize) -> Fields<'a, 'b> {
    let inner = depth.checked_sub(1);
    let result = f.write_str(if inner.is_some() { ".{" } else { ".{ ... }" });
    Fields {
        f,
        depth: inner,
        count: 0,
        result,
    }
}

/// A tuple: `.{ 1, 2 }`.
pub fn tuple_<'a, 'b>(f: &'a mut Formatter<'b>, depth: usize) -> Fields<'a, 'b> {
    struct_(f, depth)
}

impl Fields<'_, '_> {
    /// The next field, by its Zig name.
    #[must_use]
    pub fn field(self, name: &str, value: &(impl ZigFmt + ?Sized)) -> Self {
        self.entry(Some(name), value)
    }

    /// The next item of a tuple.
    #[must_use]
    pub fn item(self, value: &(impl ZigFmt + ?Sized)) -> Self {
        self.entry(None, value)
    }

    fn entry(mut self, name: Option<&str>, value: &(impl ZigFmt + ?Sized)) -> Self {
        let Some(depth) = self.depth else { return self };
        let separator = if self.count == 0 { " " } else { ", " };
        self.count += 1;
        self.result = self.result.and_then(|()| {
            self.f.write_str(separator)?;
            if let Some(name) = name {
                for part in [".", name, " = "] {
                    self.f.write_str(part)?;
                }
            }
            value.fmt_any(self.f, depth)
        });
        self
    }

    /// Closes the container.
    pub fn finish(self) -> fmt::Result {
        self.result?;
        if self.depth.is_some() {
            self.f.write_str(" }")
        } else {
            Ok(())
        }
    }
}

/// The active field of a tagged union: `.{ .tag = value }`. A void payload is `&()`.
pub fn union_(
    f: &mut Formatter<'_>,
    depth: usize,
    tag: &str,
    payload: &(impl ZigFmt + ?Sized),
) -> fmt::Result {
    struct_(f, depth).field(tag, payload).finish()
}

/// An untagged union: Zig cannot tell which field is active.
pub fn union_untagged(f: &mut Formatter<'_>) -> fmt::Result {
    f.write_str(".{ ... }")
}

/// An enum's tag: `.red`.
pub fn enum_(f: &mut Formatter<'_>, tag: &str) -> fmt::Result {
    f.write_str(".")?;
    f.write_str(tag)
}

/// A non-exhaustive enum: its tag, or the integer where there is none.
pub fn enum_open(f: &mut Formatter<'_>, tag: Option<&str>, value: impl Display) -> fmt::Result {
    match tag {
        Some(tag) => enum_(f, tag),
        None => write!(f, "@enumFromInt({value})"),
    }
}

/// An error: `error.Name`.
pub fn error_(f: &mut Formatter<'_>, name: &str) -> fmt::Result {
    f.write_str("error.")?;
    f.write_str(name)
}

// ---- the types that Rust has ---------------------------------------------------------------------------------------

macro_rules! scalar {
    ($($number:ty),*) => {$(
        impl ZigFmt for $number {
            fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> fmt::Result {
                self.fmt_number(f, Notation::Decimal)
            }
        }
    )*};
}

scalar! { u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize, f32, f64 }

impl ZigFmt for bool {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> fmt::Result {
        Text(if *self { "true" } else { "false" }).fmt(f)
    }
}

/// Zig's `void`.
impl ZigFmt for () {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> fmt::Result {
        Text("void").fmt(f)
    }
}

impl<T: ZigFmt> ZigFmt for Option<T> {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Some(value) => value.fmt_any(f, depth),
            None => Text("null").fmt(f),
        }
    }
}

impl<T: ZigFmt, E: ZigFmt> ZigFmt for Result<T, E> {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
        match self {
            Ok(value) => value.fmt_any(f, depth),
            Err(error) => error.fmt_any(f, depth),
        }
    }
}

impl<T: ZigFmt> ZigFmt for [T] {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
        let Some(inner) = depth.checked_sub(1) else {
            return f.write_str("{ ... }");
        };
        f.write_str("{ ")?;
        for (i, element) in self.iter().enumerate() {
            if i > 0 {
                f.write_str(", ")?;
            }
            element.fmt_any(f, inner)?;
        }
        f.write_str(" }")
    }
}

impl<T: ZigFmt, const N: usize> ZigFmt for [T; N] {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
        self.as_slice().fmt_any(f, depth)
    }
}

impl<T: ZigFmt> ZigFmt for Vec<T> {
    fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
        self.as_slice().fmt_any(f, depth)
    }
}

macro_rules! through {
    ($($pointer:ty),*) => {$(
        /// A slice, or a pointer to a container or an array, prints what it points to. A pointer to a scalar prints its
        /// address in Zig: lowering writes `Address` there.
        impl<T: ZigFmt + ?Sized> ZigFmt for $pointer {
            fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
                (**self).fmt_any(f, depth)
            }
        }
    )*};
}

through! { &T, &mut T, Box<T> }

impl ZigFmt for Address<'_> {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> fmt::Result {
        Display::fmt(self, f)
    }
}

/// A type's name.
impl ZigFmt for Text<'_> {
    fn fmt_any(&self, f: &mut Formatter<'_>, _depth: usize) -> fmt::Result {
        Display::fmt(self, f)
    }
}

macro_rules! tuples {
    ($(($($name:ident $index:tt),*))*) => {$(
        impl<$($name: ZigFmt),*> ZigFmt for ($($name,)*) {
            fn fmt_any(&self, f: &mut Formatter<'_>, depth: usize) -> fmt::Result {
                tuple_(f, depth)$(.item(&self.$index))*.finish()
            }
        }
    )*};
}

tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7, I 8, J 9, K 10, L 11)
}
