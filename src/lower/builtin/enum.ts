/** Builtins on enums, tagged unions and errors: names and integers of tags. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type { Type } from '../../parse/ir/types.js';
import { type Scope, unported } from '../context.js';
import { tagTypeOf } from '../enum.js';
import { withoutDeref } from '../index-place.js';
import { memberPath } from '../names/paths.js';
import { rawType } from '../type.js';
import { requestTag } from '../union.js';

/** The Zig name of a tag or error as a `&'static str`. */
export function tagNameOf(value: Expr, type: Type, scope: Scope): Expr {
  switch (type.kind) {
    case 'enum':
      scope.crate.requests.tagName.add(type.id);
      return rust.method(withoutDeref(value), 'tag_name');
    case 'union': {
      if (type.tag === undefined) return unported('the tag of a bare union');
      requestTag(type, scope);
      scope.crate.requests.tagName.add(type.tag.id);
      return rust.method(rust.method(withoutDeref(value), 'tag'), 'tag_name');
    }
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      scope.crate.errorSets.requestName(type, scope);
      return rust.method(withoutDeref(value), 'name');
    default:
      return unported(`the tag of ${type.kind}`);
  }
}

/** `Enum::from_name`; undefined for another type. */
export function enumFromName(type: Type, scope: Scope): Expr | undefined {
  if (type.kind !== 'enum') return undefined;
  scope.crate.requests.fromName.add(type.id);
  return rust.exprOfPath(memberPath(type, 'from_name', scope));
}

/** The integer of a tag. */
export function intFromEnum(value: Expr, type: Type, scope: Scope): Expr {
  if (type.kind === 'union' && type.tag !== undefined) {
    requestTag(type, scope);
    return intFromEnum(rust.method(value, 'tag'), type.tag, scope);
  }
  if (type.kind !== 'enum') return unported(`the integer of ${type.kind}`);
  const tag = tagTypeOf(type);
  if (type.isNonExhaustive) return rust.tupleField(value, 0);
  return rust.cast(value, tag === undefined ? rust.u8Type : rawType(tag, scope));
}

/** The enum's value with an integer; traps where there is none. */
export function enumFromInt(value: Expr, type: Type, scope: Scope): Expr {
  if (type.kind !== 'enum') return unported(`an enum value of ${type.kind}`);
  const path = rawType(type, scope);
  const segments = path.kind === 'path' ? path.path.segments.map((segment) => segment.name) : [];
  if (type.isNonExhaustive) return rust.call(rust.path(...segments), [value]);
  scope.crate.requests.fromRaw.add(type.id);
  return rust.call(rust.path(...segments, 'from_raw'), [value]);
}
