//! Functions of std: methods of Rust where they mean the same, else their own source.

#![allow(
    arithmetic_overflow,
    unconditional_panic,
    clippy::assertions_on_constants,
    clippy::enum_variant_names,
    clippy::erasing_op,
    clippy::identity_op,
    clippy::manual_is_multiple_of,
    clippy::manual_range_contains,
    clippy::modulo_one,
    clippy::not_unsafe_ptr_arg_deref,
    clippy::nonminimal_bool,
    clippy::should_implement_trait,
    clippy::while_let_on_iterator,
    clippy::wrong_self_convention
)]

mod rt;
pub mod zig_std;

#[cfg(test)]
mod tests {
    use crate::zig_std::hash::crc::r#impl::CrcU32;
    use crate::zig_std::hash::fnv::Fnv1a64;
    use crate::zig_std::hash::wyhash::Wyhash;
    use crate::zig_std::math::{AddError, powi};
    use crate::zig_std::unicode::Utf8View;
    use crate::zig_std::{math, mem, unicode};

    #[test]
    fn mem_ascii_math_sort_unicode_hash() {
        assert_eq!(Some(2), mem::find_u8(b"abcabc", b"cab"));
        let mut it = mem::split_scalar_u8(b"a,b,,c", b',');
        let mut n: usize = 0;
        while let Some(part) = it.next() {
            n += part.len() + 1;
        }
        assert_eq!(7, n);
        let mut tok = mem::tokenize_any_u8(b" a b  c ", b" ");
        let mut count: usize = 0;
        while tok.next().is_some() {
            count += 1;
        }
        assert_eq!(3, count);
        assert_eq!(b"b c", mem::trim_u8(b"  b c ", b" "));
        assert_eq!(b'A', b'a'.to_ascii_uppercase());
        assert_eq!(1000, powi::powi_u32(10, 3).unwrap());
        assert_eq!(5, 5);
        assert_eq!(3, math::log2_int_u32(8));
        assert_eq!(
            200u8.checked_add(100u8).ok_or(AddError::Overflow).err(),
            Some(AddError::Overflow)
        );
        let mut items = [3u32, 1, 2];
        items.sort();
        assert_eq!([1, 2, 3], items);
        assert_eq!(3, unicode::utf8_byte_sequence_length(226).unwrap());
        assert_eq!(
            3,
            unicode::utf8_count_codepoints(b"a\xe2\x82\xacb").unwrap()
        );
        let mut view = Utf8View::init(b"a\xe2\x82\xac").unwrap().iterator();
        assert_eq!('a' as u32, view.next_codepoint().unwrap());
        assert_eq!(0x20ACu32, view.next_codepoint().unwrap());
        assert_eq!(0x352441C2, CrcU32::hash(b"abc"));
        assert_eq!(Wyhash::hash(0, b"abc"), Wyhash::hash(0, b"abc"));
        assert_eq!(0xe71fa2190541574b, Fnv1a64::hash(b"abc"));
        let joined = mem::join(b"-", &[b"a", b"b"]);
        assert_eq!(b"a-b", &joined[..]);
    }
}
