/**
 * The lints that an emitted crate may allow. They stand for choices of the Zig author that the port keeps, or for names that come from C.
 * What a port can get right by computing it (`mut`, `?`, tail values, unused imports) is not here: such a warning is a bug of ours. A
 * crate allows only those that would warn somewhere in it.
 */

import { borrowsPayload, passesEmptyMutable, slicesForSentinel } from './lints/borrows.js';
import { hasDeadCode } from './lints/dead-code.js';
import { hasDeadStore } from './lints/dead-stores.js';
import { continuesLazily } from './lints/docs.js';
import { mayOverflow, mayPanic } from './lints/known-values.js';
import type { AllowedLint, PortedModule } from './lints/lint.js';
import { hasFixedCondition, isLeftAtOnce } from './lints/loops.js';
import {
  bindsOddName,
  hasOddConstantName,
  hasOddSnakeName,
  hasOddTypeName,
  hasRepetitiveTags,
  isNamedInCapitals,
  isPlaceholder,
  takesPlaceholder,
} from './lints/naming.js';
import {
  comparesNothing,
  comparesWithBoolean,
  dividesZeros,
  hasErasingOperand,
  hasNeutralOperand,
  isBoundedByEnd,
  isComparisonWithBoolean,
  isConstantAssertion,
  isLongAssignment,
  isNearConstant,
  isRemainderByOne,
  isRoundedUp,
  isSameOnBothSides,
  isSelfAssignment,
  isTooPrecise,
  isUnevenlyGrouped,
} from './lints/operators.js';
import { onlyHandsOn, recursesAlways } from './lints/recursion.js';
import { neededLints } from './lints/scan.js';
import {
  breaksSelfConvention,
  convertsUnconventionally,
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
  countsByHand,
  findsByHand,
  holdsNeedlessVector,
  looksLikeSwap,
  namesItsResult,
  swapsByHand,
  unwrapsLiteral,
} from './lints/statements.js';
import {
  assignsToDefault,
  choosesDefault,
  hasSameBranches,
  isCollapsibleElse,
  isCollapsibleIf,
  isCollapsibleMatch,
  isDerefOfAddress,
  isDivisibilityTest,
  isDoubleComparison,
  isEmptyBranch,
  isEmptyLoop,
  isLoopOverIndex,
  isLoopOverNext,
  isMatchOfBooleans,
  isMatchOfOne,
  isRangeTest,
  isRoundaboutCondition,
  isSaturatingStep,
  isWrittenDeref,
  listsRange,
  unwrapsWhatItAsked,
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
    name: 'unconditional_recursion',
    reason: 'A recursion without an end is what the author wrote; it ends where the stack does, as in Zig.',
    item: recursesAlways,
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
  {
    name: 'clippy::bool_comparison',
    reason: 'Conditions compare with the value that the author named.',
    expr: comparesWithBoolean,
  },
  { name: 'clippy::collapsible_else_if', reason: 'The structure of branches is kept.', expr: isCollapsibleElse },
  { name: 'clippy::collapsible_if', reason: 'The structure of branches is kept.', expr: isCollapsibleIf },
  { name: 'clippy::collapsible_match', reason: 'The structure of branches is kept.', expr: isCollapsibleMatch },
  {
    name: 'clippy::deref_addrof',
    reason: 'A reference to a `static mut` is made through a raw pointer, so that the place says that it is shared.',
    expr: isDerefOfAddress,
  },
  {
    name: 'clippy::almost_swapped',
    reason: 'Stores that look like an exchange are what the author wrote.',
    block: looksLikeSwap,
  },
  {
    name: 'clippy::disallowed_names',
    reason: "Variables have the author's names.",
    pattern: isPlaceholder,
    item: takesPlaceholder,
  },
  { name: 'clippy::doc_lazy_continuation', reason: 'Comments stay as they were laid out.', item: continuesLazily },
  {
    name: 'clippy::double_comparisons',
    reason: 'Conditions stay what the author wrote.',
    expr: isDoubleComparison,
  },
  { name: 'clippy::empty_loop', reason: 'A loop that waits forever is what the author wrote.', expr: isEmptyLoop },
  { name: 'clippy::enum_variant_names', reason: 'Tags keep their names.', item: hasRepetitiveTags },
  { name: 'clippy::eq_op', reason: 'Tests compare a thing with itself.', sparesTests: true, expr: isSameOnBothSides },
  {
    name: 'clippy::erasing_op',
    reason: 'Arithmetic with constants stays what the author wrote.',
    expr: hasErasingOperand,
  },
  { name: 'clippy::excessive_precision', reason: 'Digits of floats stay as they were written.', expr: isTooPrecise },
  {
    name: 'clippy::field_reassign_with_default',
    reason: 'Fields are assigned one after the other where the author did so.',
    block: assignsToDefault,
  },
  {
    name: 'clippy::identity_op',
    reason: 'Arithmetic with constants stays what the author wrote.',
    expr: hasNeutralOperand,
  },
  {
    name: 'clippy::explicit_counter_loop',
    reason: 'A counter that the author keeps stays one.',
    block: countsByHand,
  },
  { name: 'clippy::if_same_then_else', reason: 'The structure of branches is kept.', expr: hasSameBranches },
  {
    name: 'clippy::implicit_saturating_sub',
    reason: 'The structure of branches is kept.',
    expr: isSaturatingStep,
  },
  { name: 'clippy::large_enum_variant', reason: "The layout of unions is the author's.", crate: hasLargeVariant },
  { name: 'clippy::len_without_is_empty', reason: 'A type has the methods that it had in Zig.', item: hasLengthOnly },
  { name: 'clippy::let_and_return', reason: 'A result keeps the name that the author gave it.', block: namesItsResult },
  {
    name: 'clippy::manual_div_ceil',
    reason: 'An overflow of the sum is a trap in Zig, which `div_ceil` has not.',
    expr: isRoundedUp,
  },
  { name: 'clippy::manual_find', reason: 'Loops stay loops.', block: findsByHand },
  {
    name: 'clippy::manual_is_multiple_of',
    reason: 'A remainder by zero is a trap in Zig, which `is_multiple_of` is not.',
    expr: isDivisibilityTest,
  },
  { name: 'clippy::manual_range_contains', reason: 'Comparisons stay what the author wrote.', expr: isRangeTest },
  { name: 'clippy::manual_range_patterns', reason: 'Cases stay as they were listed.', pattern: listsRange },
  { name: 'clippy::manual_swap', reason: 'Statements stay what the author wrote.', block: swapsByHand },
  { name: 'clippy::match_like_matches_macro', reason: 'The structure of branches is kept.', expr: isMatchOfBooleans },
  {
    name: 'clippy::missing_safety_doc',
    reason: 'The reason of an unsafe function stands where it is unsafe.',
    item: lacksSafetySection,
  },
  { name: 'clippy::module_inception', reason: 'Modules are named after files.', crate: hasModuleOfItsName },
  { name: 'clippy::needless_ifs', reason: 'Branches that do nothing stay where they stood.', expr: isEmptyBranch },
  {
    name: 'clippy::modulo_one',
    reason: 'Arithmetic with constants stays what the author wrote.',
    expr: isRemainderByOne,
  },
  {
    name: 'clippy::needless_range_loop',
    reason: 'Loops over an index stay loops over an index.',
    expr: isLoopOverIndex,
  },
  {
    name: 'clippy::never_loop',
    reason: 'A loop that leaves in its first round is what the author wrote.',
    expr: isLeftAtOnce,
  },
  { name: 'clippy::new_without_default', reason: '`init` becomes `new`; Zig has no `Default`.', item: hasPlainNew },
  {
    name: 'clippy::not_unsafe_ptr_arg_deref',
    reason: 'Functions exported to C have safe signatures.',
    item: takesRawPointer,
  },
  { name: 'clippy::nonminimal_bool', reason: 'Conditions stay what the author wrote.', expr: isRoundaboutCondition },
  {
    name: 'clippy::only_used_in_recursion',
    reason: 'Functions keep their parameters.',
    item: onlyHandsOn,
  },
  { name: 'clippy::result_unit_err', reason: 'Errors keep their types.', item: failsWithUnit },
  {
    name: 'clippy::should_implement_trait',
    reason: 'Methods keep their names (`add`, `next`, `eq`).',
    item: isNamedLikeTraitMethod,
  },
  { name: 'clippy::self_assignment', reason: 'Tests assign a thing to itself.', expr: isSelfAssignment },
  { name: 'clippy::single_match', reason: 'A `switch` of one case stays a `match`.', expr: isMatchOfOne },
  {
    name: 'clippy::useless_vec',
    reason: 'What the author allocated stays allocated.',
    block: holdsNeedlessVector,
  },
  { name: 'clippy::while_let_on_iterator', reason: '`while (it.next()) |x|` stays a `while`.', expr: isLoopOverNext },
  {
    name: 'clippy::explicit_auto_deref',
    reason: '`p.*` stays written where the author wrote it.',
    expr: isWrittenDeref,
  },
  { name: 'clippy::too_many_arguments', reason: 'Functions keep their parameters.', item: hasManyParameters },
  { name: 'clippy::type_complexity', reason: 'Types are as the author composed them.', type: isComplex },
  { name: 'clippy::unit_cmp', reason: 'Tests compare nothing with nothing.', expr: comparesNothing },
  {
    name: 'clippy::unnecessary_literal_unwrap',
    reason: 'Tests unwrap what they have just wrapped.',
    block: unwrapsLiteral,
  },
  {
    name: 'clippy::unnecessary_min_or_max',
    reason: 'A bound that is the end of its type stays what the author wrote.',
    expr: isBoundedByEnd,
  },
  {
    name: 'clippy::unusual_byte_groupings',
    reason: 'Digits of integers stay as they were grouped.',
    expr: isUnevenlyGrouped,
  },
  {
    name: 'clippy::unnecessary_unwrap',
    reason: 'An optional that was compared with null is unwrapped where the author did.',
    expr: unwrapsWhatItAsked,
  },
  { name: 'clippy::upper_case_acronyms', reason: 'Types keep their names.', item: isNamedInCapitals },
  {
    name: 'clippy::while_immutable_condition',
    reason: 'A condition that nothing in the loop changes is what the author wrote.',
    expr: hasFixedCondition,
  },
  {
    name: 'clippy::manual_unwrap_or_default',
    reason: 'A call of `default` may be of the program.',
    expr: choosesDefault,
  },
  { name: 'clippy::needless_borrow', reason: 'What lies behind a pointer is borrowed by hand.', expr: borrowsPayload },
  {
    name: 'clippy::redundant_slicing',
    reason: 'The elements of a slice are taken like those of a list.',
    expr: slicesForSentinel,
  },
  { name: 'clippy::unnecessary_mut_passed', reason: 'An empty slice to write to.', expr: passesEmptyMutable },
  { name: 'clippy::zero_divided_by_zero', reason: 'That is how the author wrote a NaN.', expr: dividesZeros },
  {
    name: 'clippy::wrong_self_convention',
    reason: 'Methods keep their names (`to_x`, `into_x`, `is_x`).',
    item: breaksSelfConvention,
    crate: convertsUnconventionally,
  },
];

/** The lints that the header of a crate with these modules names. */
export function headerLints(modules: readonly PortedModule[]): readonly string[] {
  return neededLints(allowedLints, modules);
}
