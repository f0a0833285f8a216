/**
 * The lints that every emitted crate allows. They stand for choices of the Zig author that the port keeps, or for
 * names that come from C. What a port can get right by computing it (`mut`, `?`, tail values, unused imports) is not
 * here: such a warning is a bug of ours.
 */
export interface AllowedLint {
  readonly name: string;
  readonly reason: string;
}

export const allowedLints: readonly AllowedLint[] = [
  { name: 'arithmetic_overflow', reason: 'An overflow that rustc can see is a run-time trap in Zig, and is one here.' },
  {
    name: 'unconditional_panic',
    reason: 'An index or divisor that rustc can see to be wrong is a run-time trap in Zig, and is one here.',
  },
  { name: 'dead_code', reason: 'Zig analyses lazily: declarations that nobody uses are common and are kept.' },
  { name: 'unused_assignments', reason: 'Zig takes a store that nothing reads: it stays what the author wrote.' },
  { name: 'non_camel_case_types', reason: 'Types of C keep their names.' },
  { name: 'non_snake_case', reason: 'Functions, fields and headers of C keep their names.' },
  { name: 'non_upper_case_globals', reason: 'Constants of C keep their names.' },
  { name: 'clippy::approx_constant', reason: 'A literal near a known constant is what the author wrote.' },
  { name: 'clippy::assertions_on_constants', reason: 'Asserts of comptime values stay where they stood.' },
  { name: 'clippy::assign_op_pattern', reason: '`a = a + b` stays what the author wrote.' },
  { name: 'clippy::bool_assert_comparison', reason: 'Expectations compare with the value that the author named.' },
  { name: 'clippy::collapsible_else_if', reason: 'The structure of branches is kept.' },
  { name: 'clippy::collapsible_if', reason: 'The structure of branches is kept.' },
  { name: 'clippy::collapsible_match', reason: 'The structure of branches is kept.' },
  { name: 'clippy::comparison_chain', reason: 'The structure of branches is kept.' },
  { name: 'clippy::enum_variant_names', reason: 'Tags keep their names.' },
  { name: 'clippy::eq_op', reason: 'Tests compare a thing with itself.' },
  { name: 'clippy::erasing_op', reason: 'Arithmetic with constants stays what the author wrote.' },
  { name: 'clippy::excessive_precision', reason: 'Digits of floats stay as they were written.' },
  { name: 'clippy::identity_op', reason: 'Arithmetic with constants stays what the author wrote.' },
  { name: 'clippy::large_enum_variant', reason: "The layout of unions is the author's." },
  { name: 'clippy::len_without_is_empty', reason: 'A type has the methods that it had in Zig.' },
  { name: 'clippy::manual_range_contains', reason: 'Comparisons stay what the author wrote.' },
  { name: 'clippy::match_like_matches_macro', reason: 'The structure of branches is kept.' },
  { name: 'clippy::missing_safety_doc', reason: 'The reason of an unsafe function stands where it is unsafe.' },
  { name: 'clippy::module_inception', reason: 'Modules are named after files.' },
  { name: 'clippy::needless_range_loop', reason: 'Loops over an index stay loops over an index.' },
  { name: 'clippy::new_without_default', reason: '`init` becomes `new`; Zig has no `Default`.' },
  { name: 'clippy::not_unsafe_ptr_arg_deref', reason: 'Functions exported to C have safe signatures.' },
  { name: 'clippy::nonminimal_bool', reason: 'Conditions stay what the author wrote.' },
  { name: 'clippy::result_unit_err', reason: 'Errors keep their types.' },
  { name: 'clippy::should_implement_trait', reason: 'Methods keep their names (`add`, `next`, `eq`).' },
  { name: 'clippy::while_let_on_iterator', reason: '`while (it.next()) |x|` stays a `while`.' },
  { name: 'clippy::explicit_auto_deref', reason: '`p.*` stays written where the author wrote it.' },
  { name: 'clippy::too_many_arguments', reason: 'Functions keep their parameters.' },
  { name: 'clippy::type_complexity', reason: 'Types are as the author composed them.' },
  { name: 'clippy::unusual_byte_groupings', reason: 'Digits of integers stay as they were grouped.' },
  { name: 'clippy::upper_case_acronyms', reason: 'Types keep their names.' },
  { name: 'clippy::wrong_self_convention', reason: 'Methods keep their names (`to_x`, `into_x`, `is_x`).' },
];
