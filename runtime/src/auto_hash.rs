//! Zig's `std.hash.autoHash`, and the contexts of its hash maps.
//!
//! [`AutoHash`] feeds a key's bytes to the hasher as Zig does. Two cases exist. A type has a *unique representation* when
//! every bit of its memory belongs to its value (native integers, structs of them without padding): Zig hashes the memory,
//! so the fields of a struct go in memory order. Otherwise it hashes field by field as declared. [`Field`] and
//! [`hash_struct`] decide that by the [`Layout`]s, so lowering lists the fields as they are declared:
//!
//! ```text
//! impl AutoHash for Point {
//!     const LAYOUT: Layout = Layout::of_struct(&[<i32 as AutoHash>::LAYOUT, Layout::of_int(21)]);
//!     fn auto_hash(&self, hasher: &mut Wyhash) {
//!         hash_struct(hasher, &[Field::of(&self.x), Field::int(&self.y, 21)]);
//!     }
//! }
//! ```
//!
//! An enum hashes its integer (`Layout::of_int` and [`hash_int`] of the tag's width), a tagged union its tag and then the
//! payload, a packed struct its integer; an extern struct's fields go as declared ([`Layout::of_tuple`]).
//!
//! Source: std/hash/auto_hash.zig, `hasUniqueRepresentation` in std/meta.zig, the contexts in std/hash_map.zig.

use super::wyhash::Wyhash;

/// What decides how a type is hashed: its Zig size and alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// `@sizeOf`.
    pub size: usize,
    /// `@alignOf`.
    pub align: usize,
    /// `std.meta.hasUniqueRepresentation`.
    pub unique: bool,
}

impl Layout {
    /// A type that is never hashed as memory; its size does not matter then.
    pub const NOT_UNIQUE: Layout = Layout {
        size: 1,
        align: 1,
        unique: false,
    };

    /// An integer of `bits` bits.
    #[must_use]
    pub const fn of_int(bits: usize) -> Layout {
        let bytes = bits.div_ceil(8);
        let align = if bytes > 8 {
            16
        } else {
            bytes.next_power_of_two()
        };
        let size = bytes.div_ceil(align) * align;
        Layout {
            size,
            align,
            unique: size * 8 == bits,
        }
    }

    /// An array of `len` elements.
    #[must_use]
    pub const fn of_array(element: Layout, len: usize) -> Layout {
        Layout {
            size: element.size * len,
            align: element.align,
            unique: element.unique,
        }
    }

    /// A tuple or extern struct with these fields, which lie in memory as declared.
    #[must_use]
    pub const fn of_tuple(fields: &[Layout]) -> Layout {
        let mut layout = Layout {
            size: 0,
            align: 1,
            unique: true,
        };
        let mut i = 0;
        while i < fields.len() {
            let start = layout.size.div_ceil(fields[i].align) * fields[i].align;
            layout.unique = layout.unique && fields[i].unique && start == layout.size;
            layout.size = start + fields[i].size;
            if fields[i].align > layout.align {
                layout.align = fields[i].align;
            }
            i += 1;
        }
        let padded = layout.size.div_ceil(layout.align) * layout.align;
        layout.unique = layout.unique && padded == layout.size;
        layout.size = padded;
        layout
    }

    /// A struct with these fields: unique when all are and no padding is left.
    #[must_use]
    pub const fn of_struct(fields: &[Layout]) -> Layout {
        let mut layout = Layout {
            size: 0,
            align: 1,
            unique: true,
        };
        let mut i = 0;
        while i < fields.len() {
            layout.size += fields[i].size;
            if fields[i].align > layout.align {
                layout.align = fields[i].align;
            }
            layout.unique = layout.unique && fields[i].unique;
            i += 1;
        }
        // Zig orders the fields by alignment, so that padding can only be at the end.
        let padded = layout.size.div_ceil(layout.align) * layout.align;
        layout.unique = layout.unique && padded == layout.size;
        layout.size = padded;
        layout
    }
}

/// `std.hash.autoHash(hasher, key)`.
pub trait AutoHash {
    /// The type's layout in Zig.
    const LAYOUT: Layout;
    /// Feeds the key to the hasher.
    fn auto_hash(&self, hasher: &mut Wyhash);
    /// The hash of the key alone.
    fn hash_alone(&self) -> u64 {
        let mut hasher = Wyhash::new(0);
        self.auto_hash(&mut hasher);
        hasher.finish()
    }
}

/// Feeds an integer of `bits` bits, which may be odd: the bytes that hold the value.
pub fn hash_int(hasher: &mut Wyhash, value: u128, bits: usize) {
    let value = if bits < 128 {
        value & ((1 << bits) - 1)
    } else {
        value
    };
    hasher.update(&value.to_le_bytes()[..bits.div_ceil(8)]);
}

/// One field of a struct that is being hashed.
pub struct Field<'a> {
    layout: Layout,
    value: FieldValue<'a>,
}

enum FieldValue<'a> {
    Int { value: u128, bits: usize },
    Key(&'a dyn DynHash),
}

impl<'a> Field<'a> {
    /// A field whose type says how it is hashed.
    pub fn of<T: AutoHash>(value: &'a T) -> Self {
        Field {
            layout: T::LAYOUT,
            value: FieldValue::Key(value),
        }
    }

    /// A field of an integer type of `bits` bits; a signed value is passed as `value as u128`.
    #[must_use]
    pub fn int(value: u128, bits: usize) -> Self {
        Field {
            layout: Layout::of_int(bits),
            value: FieldValue::Int { value, bits },
        }
    }
}

trait DynHash {
    fn feed(&self, hasher: &mut Wyhash);
}

impl<T: AutoHash> DynHash for T {
    fn feed(&self, hasher: &mut Wyhash) {
        self.auto_hash(hasher);
    }
}

/// Feeds the fields of a struct, which are given in the order of declaration. (Those of a tuple or an extern struct lie in
/// memory as declared and are fed one after the other.)
pub fn hash_struct(hasher: &mut Wyhash, fields: &[Field<'_>]) {
    let layouts: Vec<Layout> = fields.iter().map(|field| field.layout).collect();
    let mut order: Vec<&Field<'_>> = fields.iter().collect();
    if Layout::of_struct(&layouts).unique {
        order.sort_by_key(|field| core::cmp::Reverse(field.layout.align));
    }
    for field in order {
        match &field.value {
            FieldValue::Int { value, bits } => hash_int(hasher, *value, *bits),
            FieldValue::Key(key) => key.feed(hasher),
        }
    }
}

macro_rules! ints {
    ($($int:ty),*) => {$(
        impl AutoHash for $int {
            const LAYOUT: Layout = Layout::of_int(<$int>::BITS as usize);
            fn auto_hash(&self, hasher: &mut Wyhash) {
                hasher.update(&self.to_le_bytes());
            }
            #[inline]
            fn hash_alone(&self) -> u64 {
                Wyhash::hash(0, &self.to_le_bytes())
            }
        }
    )*};
}

ints! { u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize }

impl AutoHash for bool {
    const LAYOUT: Layout = Layout::NOT_UNIQUE;
    fn auto_hash(&self, hasher: &mut Wyhash) {
        hasher.update(&[u8::from(*self)]);
    }
}

impl AutoHash for () {
    const LAYOUT: Layout = Layout::NOT_UNIQUE;
    fn auto_hash(&self, _hasher: &mut Wyhash) {}
}

impl<T: AutoHash> AutoHash for Option<T> {
    const LAYOUT: Layout = Layout::NOT_UNIQUE;
    fn auto_hash(&self, hasher: &mut Wyhash) {
        if let Some(value) = self {
            value.auto_hash(hasher);
        }
    }
}

impl<T: AutoHash, const N: usize> AutoHash for [T; N] {
    const LAYOUT: Layout = Layout::of_array(T::LAYOUT, N);
    fn auto_hash(&self, hasher: &mut Wyhash) {
        self.iter().for_each(|element| element.auto_hash(hasher));
    }
}

macro_rules! pointers {
    ($($pointer:ty),*) => {$(
        /// The address.
        impl<T> AutoHash for $pointer {
            const LAYOUT: Layout = usize::LAYOUT;
            fn auto_hash(&self, hasher: &mut Wyhash) {
                (*self as *const T).addr().auto_hash(hasher);
            }
        }
    )*};
}

pointers! { *const T, *mut T }

/// The address.
impl<T> AutoHash for core::ptr::NonNull<T> {
    const LAYOUT: Layout = usize::LAYOUT;
    fn auto_hash(&self, hasher: &mut Wyhash) {
        self.addr().get().auto_hash(hasher);
    }
}

macro_rules! tuples {
    ($(($($name:ident $index:tt),*))*) => {$(
        impl<$($name: AutoHash),*> AutoHash for ($($name,)*) {
            const LAYOUT: Layout = Layout::of_tuple(&[$($name::LAYOUT),*]);
            fn auto_hash(&self, hasher: &mut Wyhash) {
                $(self.$index.auto_hash(hasher);)*
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
}

// ---- contexts ------------------------------------------------------------------------------------------------------

/// How a map hashes and compares keys of type `K` with a looked-up key of type `Q` (Zig's contexts and adapters).
pub trait Context<K, Q: ?Sized = K> {
    /// The hash of a looked-up key.
    fn hash(&self, key: &Q) -> u64;
    /// Whether a looked-up key is this key of the map.
    fn eql(&self, key: &Q, other: &K) -> bool;
}

/// `std.hash_map.AutoContext`.
#[derive(Clone, Copy, Debug, Default)]
pub struct AutoContext;

impl<K: AutoHash + PartialEq> Context<K> for AutoContext {
    fn hash(&self, key: &K) -> u64 {
        key.hash_alone()
    }

    fn eql(&self, key: &K, other: &K) -> bool {
        key == other
    }
}

/// `AutoContext` of an integer type whose width is not native: `IntContext::<21>`.
#[derive(Clone, Copy, Debug, Default)]
pub struct IntContext<const BITS: usize>;

macro_rules! int_context {
    ($($int:ty),*) => {$(
        impl<const BITS: usize> Context<$int> for IntContext<BITS> {
            #[allow(clippy::unnecessary_cast)]
            fn hash(&self, key: &$int) -> u64 {
                let mut hasher = Wyhash::new(0);
                hash_int(&mut hasher, *key as u128, BITS);
                hasher.finish()
            }

            fn eql(&self, key: &$int, other: &$int) -> bool {
                key == other
            }
        }
    )*};
}

int_context! { u8, u16, u32, u64, u128, usize, i8, i16, i32, i64, i128, isize }

/// What a map with string keys may be keyed with, or asked for.
pub trait StringKey {
    /// The text.
    fn bytes(&self) -> &[u8];
}

macro_rules! string_keys {
    ($($string:ty),*) => {$(
        impl StringKey for $string {
            fn bytes(&self) -> &[u8] {
                self.as_ref()
            }
        }
    )*};
}

string_keys! { [u8], &[u8], &mut [u8], Vec<u8>, Box<[u8]>, str, &str, String }

macro_rules! raw_string_keys {
    ($($string:ty),*) => {$(
        /// A key that its map does not own: what it points to has to stay as long as the map has the key, as in Zig.
        impl StringKey for $string {
            fn bytes(&self) -> &[u8] {
                // SAFETY: the Zig code keeps the bytes of a key until it has taken the key out of the map
                unsafe { &**self }
            }
        }
    )*};
}

raw_string_keys! { *const [u8], *mut [u8] }

impl<const N: usize> StringKey for [u8; N] {
    fn bytes(&self) -> &[u8] {
        self
    }
}

impl<const N: usize> StringKey for &[u8; N] {
    fn bytes(&self) -> &[u8] {
        *self
    }
}

/// `std.hash_map.StringContext`.
#[derive(Clone, Copy, Debug, Default)]
pub struct StringContext;

impl<K: StringKey, Q: StringKey + ?Sized> Context<K, Q> for StringContext {
    fn hash(&self, key: &Q) -> u64 {
        hash_string(key.bytes())
    }

    fn eql(&self, key: &Q, other: &K) -> bool {
        key.bytes() == other.bytes()
    }
}

/// `std.hash_map.hashString`.
#[must_use]
pub fn hash_string(text: &[u8]) -> u64 {
    Wyhash::hash(0, text)
}
