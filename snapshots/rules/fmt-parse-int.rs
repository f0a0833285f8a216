#![allow(
    arithmetic_overflow,
    unconditional_panic,
    dead_code,
    unused_assignments,
    non_camel_case_types,
    non_snake_case,
    non_upper_case_globals,
    clippy::approx_constant,
    clippy::assertions_on_constants,
    clippy::assign_op_pattern,
    clippy::bool_assert_comparison,
    clippy::collapsible_else_if,
    clippy::collapsible_if,
    clippy::collapsible_match,
    clippy::comparison_chain,
    clippy::enum_variant_names,
    clippy::eq_op,
    clippy::erasing_op,
    clippy::excessive_precision,
    clippy::identity_op,
    clippy::large_enum_variant,
    clippy::len_without_is_empty,
    clippy::manual_range_contains,
    clippy::match_like_matches_macro,
    clippy::missing_safety_doc,
    clippy::module_inception,
    clippy::needless_range_loop,
    clippy::new_without_default,
    clippy::not_unsafe_ptr_arg_deref,
    clippy::nonminimal_bool,
    clippy::result_unit_err,
    clippy::should_implement_trait,
    clippy::while_let_on_iterator,
    clippy::explicit_auto_deref,
    clippy::too_many_arguments,
    clippy::type_complexity,
    clippy::unusual_byte_groupings,
    clippy::upper_case_acronyms,
    clippy::wrong_self_convention
)]

mod rt;
pub mod zig_std;

use crate::rt::parse;
use crate::zig_std::mem;

fn sum(text: &[u8]) -> Result<u32, rt::parse::ParseIntError> {
    let mut total: u32 = 0;
    let mut words = mem::tokenize_scalar_u8(text, b' ');
    while let Some(word) = words.next() {
        total += parse::int::<u32>(word, 10u8)?;
    }
    Ok(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::parse;

    #[test]
    fn fmt_parse_int() {
        assert_eq!(1042, sum(b"1_000 42").unwrap());
        assert_eq!(
            sum(b"4294967296").err(),
            Some(rt::parse::ParseIntError::Overflow)
        );
        assert_eq!(-128i8, parse::int::<i8>(b"-0x80", 0u8).unwrap_or(0i8));
    }
}
