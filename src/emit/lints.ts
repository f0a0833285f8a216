/**
 * The lints that an emitted crate may allow. They stand for choices of the Zig author that the port keeps, or for names that come from C.
 * What a port can get right by computing it (`mut`, `?`, tail values, unused imports) is not here: such a warning is a bug of ours. A
 * crate allows only those that would warn somewhere in it.
 */
import { hasDeadCode } from './lints/dead-code.js';
import { hasDeadStore } from './lints/dead-stores.js';
import { mayOverflow, mayPanic } from './lints/known-values.js';
import type { AllowedLint, PortedModule } from './lints/lint.js';
import {
  bindsOddName,
  hasOddConstantName,
  hasOddSnakeName,
  hasOddTypeName,
  hasRepetitiveTags,
  isNamedInCapitals,
} from './lints/naming.js';
import {
  hasErasingOperand,
  hasNeutralOperand,
  isComparisonWithBoolean,
  isConstantAssertion,
  isLongAssignment,
  isNearConstant,
  isSameOnBothSides,
  isTooPrecise,
  isUnevenlyGrouped,
} from './lints/operators.js';
import { neededLints } from './lints/scan.js';
import {
  breaksSelfConvention,
  failsWithUnit,
  hasLengthOnly,
  hasManyParameters,
  hasModuleOfItsName,
  hasPlainNew,
  isComplex,
  isNamedLikeTraitMethod,
  lacksSafetySection,
  takesRawPointer,
} from './lints/signatures.js';
import {
  hasSameBranches,
  isCollapsibleElse,
  isCollapsibleIf,
  isCollapsibleMatch,
  isDivisibilityTest,
  isDoubleComparison,
  isLoopOverIndex,
  isLoopOverNext,
  isMatchOfBooleans,
  isRangeTest,
  isRoundaboutCondition,
  isWrittenDeref,
} from './lints/structure.js';
import { hasLargeVariant } from './lints/variant-sizes.js';

export type { AllowedLint, PortedModule };

export const allowedLints: readonly AllowedLint[] = [
  {
    name: 'arithmetic_overflow',
    reason: 'An overflow that rustc can see is a run-time trap in Zig, and is one here.',
    item: mayOverflow,
  },
  {
    name: 'unconditional_panic',
    reason: 'An index or divisor that rustc can see to be wrong is a run-time trap in Zig, and is one here.',
    item: mayPanic,
  },
  {
    name: 'dead_code',
    reason: 'Zig analyses lazily: declarations that nobody uses are common and are kept.',
    crate: hasDeadCode,
  },
  {
    name: 'unused_assignments',
    reason: 'Zig takes a store that nothing reads: it stays what the author wrote.',
    item: hasDeadStore,
  },
  { name: 'non_camel_case_types', reason: 'Types of C keep their names.', item: hasOddTypeName },
  {
    name: 'non_snake_case',
    reason: 'Functions, fields and headers of C keep their names.',
    item: hasOddSnakeName,
    statement: bindsOddName,
  },
  { name: 'non_upper_case_globals', reason: 'Constants of C keep their names.', item: hasOddConstantName },
  {
    name: 'clippy::approx_constant',
    reason: 'A literal near a known constant is what the author wrote.',
    expr: isNearConstant,
  },
  {
    name: 'clippy::assertions_on_constants',
    reason: 'Asserts of comptime values stay where they stood.',
    expr: isConstantAssertion,
  },
  { name: 'clippy::assign_op_pattern', reason: '`a = a + b` stays what the author wrote.', expr: isLongAssignment },
  {
    name: 'clippy::bool_assert_comparison',
    reason: 'Expectations compare with the value that the author named.',
    expr: isComparisonWithBoolean,
  },
  { name: 'clippy::collapsible_else_if', reason: 'The structure of branches is kept.', expr: isCollapsibleElse },
  { name: 'clippy::collapsible_if', reason: 'The structure of branches is kept.', expr: isCollapsibleIf },
  { name: 'clippy::collapsible_match', reason: 'The structure of branches is kept.', expr: isCollapsibleMatch },
  {
    name: 'clippy::double_comparisons',
    reason: 'Conditions stay what the author wrote.',
    expr: isDoubleComparison,
  },
  { name: 'clippy::enum_variant_names', reason: 'Tags keep their names.', item: hasRepetitiveTags },
  { name: 'clippy::eq_op', reason: 'Tests compare a thing with itself.', expr: isSameOnBothSides },
  {
    name: 'clippy::erasing_op',
    reason: 'Arithmetic with constants stays what the author wrote.',
    expr: hasErasingOperand,
  },
  { name: 'clippy::excessive_precision', reason: 'Digits of floats stay as they were written.', expr: isTooPrecise },
  {
    name: 'clippy::identity_op',
    reason: 'Arithmetic with constants stays what the author wrote.',
    expr: hasNeutralOperand,
  },
  { name: 'clippy::if_same_then_else', reason: 'The structure of branches is kept.', expr: hasSameBranches },
  { name: 'clippy::large_enum_variant', reason: "The layout of unions is the author's.", crate: hasLargeVariant },
  { name: 'clippy::len_without_is_empty', reason: 'A type has the methods that it had in Zig.', item: hasLengthOnly },
  {
    name: 'clippy::manual_is_multiple_of',
    reason: 'A remainder by zero is a trap in Zig, which `is_multiple_of` is not.',
    expr: isDivisibilityTest,
  },
  { name: 'clippy::manual_range_contains', reason: 'Comparisons stay what the author wrote.', expr: isRangeTest },
  { name: 'clippy::match_like_matches_macro', reason: 'The structure of branches is kept.', expr: isMatchOfBooleans },
  {
    name: 'clippy::missing_safety_doc',
    reason: 'The reason of an unsafe function stands where it is unsafe.',
    item: lacksSafetySection,
  },
  { name: 'clippy::module_inception', reason: 'Modules are named after files.', crate: hasModuleOfItsName },
  {
    name: 'clippy::needless_range_loop',
    reason: 'Loops over an index stay loops over an index.',
    expr: isLoopOverIndex,
  },
  { name: 'clippy::new_without_default', reason: '`init` becomes `new`; Zig has no `Default`.', item: hasPlainNew },
  {
    name: 'clippy::not_unsafe_ptr_arg_deref',
    reason: 'Functions exported to C have safe signatures.',
    item: takesRawPointer,
  },
  { name: 'clippy::nonminimal_bool', reason: 'Conditions stay what the author wrote.', expr: isRoundaboutCondition },
  { name: 'clippy::result_unit_err', reason: 'Errors keep their types.', item: failsWithUnit },
  {
    name: 'clippy::should_implement_trait',
    reason: 'Methods keep their names (`add`, `next`, `eq`).',
    item: isNamedLikeTraitMethod,
  },
  { name: 'clippy::while_let_on_iterator', reason: '`while (it.next()) |x|` stays a `while`.', expr: isLoopOverNext },
  {
    name: 'clippy::explicit_auto_deref',
    reason: '`p.*` stays written where the author wrote it.',
    expr: isWrittenDeref,
  },
  { name: 'clippy::too_many_arguments', reason: 'Functions keep their parameters.', item: hasManyParameters },
  { name: 'clippy::type_complexity', reason: 'Types are as the author composed them.', type: isComplex },
  {
    name: 'clippy::unusual_byte_groupings',
    reason: 'Digits of integers stay as they were grouped.',
    expr: isUnevenlyGrouped,
  },
  { name: 'clippy::upper_case_acronyms', reason: 'Types keep their names.', item: isNamedInCapitals },
  {
    name: 'clippy::wrong_self_convention',
    reason: 'Methods keep their names (`to_x`, `into_x`, `is_x`).',
    item: breaksSelfConvention,
  },
];

/** The lints that the header of a crate with these modules names. */
export function headerLints(modules: readonly PortedModule[]): readonly string[] {
  return neededLints(allowedLints, modules);
}
