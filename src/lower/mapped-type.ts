/** Types that a rule maps: `std.ArrayList(T)` is `Vec<T>`. */
import type { Type as RustType } from '../emit/rust-ast.js';
import type { NominalType } from '../parse/ir/types.js';
import type { Site } from './context.js';
import type { TypeRepr } from './representation/contract.js';
import { mappedRustType } from './rules/host.js';

/** The Rust type that a rule gives, if there is one. */
export function mappedType(type: NominalType, repr: TypeRepr, site: Site): RustType | undefined {
  return mappedRustType(type, repr, site);
}
