//! Blocks that only porting made are not written; the author's own stay.

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

fn bigger_bool(a: bool, b: bool) -> bool {
    a || b
}

fn bigger_u8(a: u8, b: u8) -> u8 {
    if a > b { a } else { b }
}

fn sum_of_sizes(seed: usize) -> usize {
    let mut sum = seed;
    // Each iteration has its own type.
    sum += 1;
    sum += 2;
    sum += 4;
    sum
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    TooLarge,
    TooSmall,
}

impl Fault {
    /// The name of the error, as Zig spells it.
    pub fn name(self) -> &'static str {
        match self {
            Self::TooLarge => "TooLarge",
            Self::TooSmall => "TooSmall",
        }
    }
}

fn check(value: u32) -> Result<u32, Fault> {
    match value {
        0 => Err(Fault::TooSmall),
        1..=9 => Ok(value),
        _ => Err(Fault::TooLarge),
    }
}

fn describe(value: u32) -> &'static [u8] {
    match check(value) {
        Ok(_) => b"fits",
        Err(err) => match err {
            Fault::TooSmall => b"too small",
            // There is nothing else.
            Fault::TooLarge => b"too large",
        },
    }
}

fn steps(start: u32) -> u32 {
    let mut count: u32 = 0;
    let mut state = start;
    loop {
        match state {
            0 => return count,
            n @ 1..=4 => {
                count += 1;
                state = n - 1;
                continue;
            }
            _ => unreachable!(),
        }
    }
}

static mut TOTAL: u32 = 0;

fn next() -> u32 {
    // SAFETY: the variable is only touched by the thread that runs this program
    unsafe {
        TOTAL += 2;
        TOTAL
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opened() {
        assert!(bigger_bool(false, true));
        assert!(bigger_u8(3, 2) == 3);
        assert!(sum_of_sizes(1) == 8);
        assert!(describe(3) == b"fits");
        assert!(describe(30) == b"too large");
        assert!(steps(3) == 3);
        assert!(next() == 2);
        let mut i: u32 = 1;
        let mut j: u32 = 1;
        while i * j < 100 {
            assert!(i <= j);
            i *= 2;
            j *= 3;
        }
        {
            assert!(i == 8);
        }
    }
}
