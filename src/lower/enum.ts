/** Enums: `#[repr(uN)] enum`, or for a non-exhaustive one a newtype with associated constants. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { EnumType, IntType } from '../parse/ir/types.js';
import type { Int } from '../parse/ir/values.js';
import { type Site, unported } from './context.js';
import { memberPath, typeSegments } from './names/paths.js';
import { integerLiteral } from './number-literal.js';

/** The integer type of an enum's tag; undefined where the enum has none (a single value). */
export function tagTypeOf(type: EnumType): IntType | undefined {
  return type.tagType?.kind === 'int' ? type.tagType : undefined;
}

/** The enum's value with this integer. */
export function enumConstant(type: EnumType, int: Int, site: Site): Expr {
  const exact = BigInt(int);
  const field = type.fields?.find((candidate) => candidate.value === exact);
  if (field !== undefined) return rust.exprOfPath(memberPath(type, site.crate.names.variant(type, field.index), site));
  const tag = tagTypeOf(type);
  if (!type.isNonExhaustive || tag === undefined) return unported(`the value ${exact} that its enum does not have`);
  return rust.call(rust.path(...typeSegments(type, site)), [integerLiteral(exact, tag, site)]);
}
