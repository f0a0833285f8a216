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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Color {
    Red,
    DarkGreen,
}

impl Color {
    /// The tag with this name, as Zig spells it.
    pub fn from_name(name: &[u8]) -> Option<Self> {
        match name {
            b"red" => Some(Self::Red),
            b"dark_green" => Some(Self::DarkGreen),
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ParseError {
    NoColor,
}

impl ParseError {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::NoColor => "NoColor",
        }
    }
}

fn parse(text: &[u8]) -> Result<Color, ParseError> {
    Color::from_name(text).ok_or(ParseError::NoColor)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meta_string_to_enum() {
        assert_eq!(Color::DarkGreen, parse(b"dark_green").unwrap());
        assert_eq!(parse(b"Red").err(), Some(ParseError::NoColor));
    }
}
