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

#[cfg(test)]
mod tests {
    use crate::rt::array_hash_map;

    #[test]
    fn array_hash_map_entry_key_ptr() {
        let mut map: array_hash_map::AutoArrayHashMap<u32, u8> =
            array_hash_map::ArrayHashMap::new();
        map.put(3u32, 30u8);
        map.put(1u32, 10u8);
        map.put(2u32, 20u8);
        let mut sum: u32 = 0;
        let mut entries = map.entries();
        while let Some(entry) = entries.next() {
            sum += *entry.key_ptr * u32::from(*entry.value_ptr);
        }
        assert_eq!(140, sum);
    }
}
