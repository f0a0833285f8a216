/** The one fixed header of every crate: lints that faithful Rust cannot avoid, each with its reason. */

/** Allowed in every crate that zig2rust writes; "no warnings" means none beyond these. */
export const ALLOWED_LINTS: readonly string[] = [
  // What Zig declares and does not use is ported all the same: nothing is dropped.
  'dead_code',
  // Index loops that a borrow needs keep their shape.
  'clippy::needless_range_loop',
  // Tests compare a value with itself, as the Zig does.
  'clippy::eq_op',
  // Zig's arithmetic is written out (`x * 1`, `x + 0`).
  'clippy::identity_op',
  'clippy::erasing_op',
  // `init()` is Zig's constructor; it takes no `Default` with it.
  'clippy::new_without_default',
  // Methods keep their Zig names (`next`, `add`, `not`).
  'clippy::should_implement_trait',
  'clippy::wrong_self_convention',
  // Constants stay as precise as the Zig wrote them.
  'clippy::excessive_precision',
  'clippy::approx_constant',
  // Functions keep their Zig parameters.
  'clippy::too_many_arguments',
  // Zig's structure stays recognisable: nested branches, manual checks, modules and types of the same name.
  'clippy::match_like_matches_macro',
  'clippy::collapsible_if',
  'clippy::collapsible_else_if',
  'clippy::module_inception',
  'clippy::assertions_on_constants',
  'clippy::bool_assert_comparison',
  'clippy::type_complexity',
  'clippy::large_enum_variant',
  'clippy::manual_range_contains',
];
