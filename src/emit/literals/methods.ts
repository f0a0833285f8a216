/** Methods of std whose parameters and results follow from the receiver alone. */

/** Arguments of the receiver's own type. */
export const takesSelf: ReadonlySet<string> = new Set([
  ...['add', 'sub', 'mul', 'div', 'rem'].flatMap((operation) =>
    ['wrapping', 'checked', 'saturating', 'overflowing'].map((manner) => `${manner}_${operation}`),
  ),
  'wrapping_div_euclid',
  'wrapping_rem_euclid',
  'checked_div_euclid',
  'checked_rem_euclid',
  'div_euclid',
  'rem_euclid',
  'abs_diff',
  'div_ceil',
  'next_multiple_of',
  'min',
  'max',
  'clamp',
  'midpoint',
  'powf',
  'copysign',
  'atan2',
  'hypot',
  'mul_add',
  'is_multiple_of',
  // The runtime's integers of odd widths.
  ...['add', 'sub', 'mul'].flatMap((operation) =>
    ['checked', 'wrapping', 'saturating', 'with_overflow'].map((manner) => `${operation}_${manner}`),
  ),
  ...['try_add', 'try_sub', 'try_mul'],
  ...['div_trunc', 'div_floor', 'div_exact', 'rem', 'mod'].map((operation) => `${operation}_checked`),
]);

/** Arguments of type `u32`, whatever the integer. */
export const takesU32: ReadonlySet<string> = new Set([
  'pow',
  'wrapping_pow',
  'checked_pow',
  'saturating_pow',
  'overflowing_pow',
  'rotate_left',
  'rotate_right',
  'wrapping_shl',
  'wrapping_shr',
  'checked_shl',
  'checked_shr',
  'overflowing_shl',
  'overflowing_shr',
  'unbounded_shl',
  'unbounded_shr',
  // The runtime's integers of odd widths.
  ...['shl', 'shr'].flatMap((operation) =>
    ['checked', 'exact_checked', 'wrapping', 'saturating', 'with_overflow'].map((manner) => `${operation}_${manner}`),
  ),
  'rotl',
  'rotr',
]);

/** Arguments of type `usize`, where the receiver is a raw pointer. */
export const takesOffset: ReadonlySet<string> = new Set(['add', 'sub', 'wrapping_add', 'wrapping_sub']);

/** Positions of the arguments of type `usize`, for functions of std and of the runtime. */
export const usizeArguments: ReadonlyMap<string, readonly number[]> = new Map([
  ['raw_slice::part', [1, 2]],
  ['raw_slice::part_mut', [1, 2]],
  ['raw_slice::from', [1]],
  ['raw_slice::from_mut', [1]],
  ['raw_slice::from_pointer', [1, 2]],
  ['raw_slice::from_pointer_mut', [1, 2]],
  ['range::range', [0, 1]],
  ['range::slice', [1, 2]],
  ['range::slice_mut', [1, 2]],
  ['range::check_bounds', [0, 1, 2]],
  ['ptr::with_exposed_provenance', [0]],
  ['ptr::with_exposed_provenance_mut', [0]],
  ['ptr::without_provenance', [0]],
  ['ptr::without_provenance_mut', [0]],
]);

/** Arguments of type `usize`. */
export const takesUsize: ReadonlySet<string> = new Set([
  'get',
  'get_mut',
  'get_unchecked',
  'get_unchecked_mut',
  'split_at',
  'split_at_mut',
  'nth',
  'take',
  'skip',
  'step_by',
  'reserve',
  'reserve_exact',
  'truncate',
  'remove',
  'swap_remove',
  'swap',
  'split_off',
  'chunks',
  'chunks_mut',
  'chunks_exact',
  'windows',
  'rotate_left',
  'rotate_right',
  'with_capacity',
  'repeat',
  'try_reserve',
]);

/** Arguments whose type is a parameter of the receiver's type (`Option<T>`, `Vec<T>`, `Cell<T>`, atomics). */
export const takesParameter: ReadonlySet<string> = new Set([
  'unwrap_or',
  'push',
  'push_back',
  'push_front',
  'set',
  'replace',
  'store',
  'fill',
  'fetch_add',
  'fetch_sub',
  'fetch_and',
  'fetch_or',
  'fetch_xor',
  'fetch_max',
  'fetch_min',
  'swap',
  'write',
  'get_or_insert',
  'insert',
]);

/** Results of the receiver's own type. */
export const givesSelf: ReadonlySet<string> = new Set([
  ...['add', 'sub', 'mul', 'div', 'rem', 'neg', 'shl', 'shr', 'pow', 'abs'].map((operation) => `wrapping_${operation}`),
  ...['add', 'sub', 'mul', 'pow'].map((operation) => `saturating_${operation}`),
  'rotate_left',
  'rotate_right',
  'swap_bytes',
  'reverse_bits',
  'div_euclid',
  'rem_euclid',
  'abs',
  'pow',
  'min',
  'max',
  'clamp',
  'sqrt',
  'floor',
  'ceil',
  'round',
  'trunc',
  'clone',
  'signum',
  'div_ceil',
  'isqrt',
]);

/** Results of type `usize`. */
export const givesUsize: ReadonlySet<string> = new Set(['len', 'capacity', 'count', 'addr']);
/** Results of type `u32`. */
export const givesU32: ReadonlySet<string> = new Set([
  'count_ones',
  'count_zeros',
  'leading_zeros',
  'trailing_zeros',
  'leading_ones',
  'trailing_ones',
  'ilog2',
  'ilog10',
]);

/** Results that the context decides. */
export const givesAnything: ReadonlySet<string> = new Set([
  'into',
  'try_into',
  'parse',
  'collect',
  'sum',
  'product',
  'fold',
  'map',
  'and_then',
  'map_or',
  'map_or_else',
  'map_err',
  'unwrap_or_default',
  'then',
  'then_some',
  'try_fold',
  'filter_map',
  'flat_map',
  'scan',
  'reduce',
  'cast',
  'borrow',
  'as_ref',
  'as_mut',
  'to_owned',
  'transpose',
  'zip',
  'unzip',
  'partition',
  'with',
  'or',
  'or_else',
  'and',
  'ok_or',
  'ok_or_else',
]);
