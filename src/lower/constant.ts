/** Comptime values as Rust expressions of a type: total over the kinds of value, directed by the type. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { ErrorSetType, PointerType, Type } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import { floatOfInt } from '../parse/sema/float.js';
import type * as ast from '../parse/syntax/ast.js';
import { arrayConstant, structConstant, textual, tupleConstant, unionConstant } from './constant-aggregate.js';
import { pointerConstant, pointerTo } from './constant-pointer.js';
import { runtimeItem, type Scope, type Site, unported } from './context.js';
import { enumConstant } from './enum.js';
import { parameterName } from './generics/parameters.js';
import { fnPath } from './names/paths.js';
import { floatLiteral, integerLiteral } from './number-literal.js';
import type { TypeRepr } from './representation/contract.js';
import { storedValue } from './representation/store-sentinels.js';
import { payloadRepr, rawRepr } from './representation/type-repr.js';
import { mappedInitial } from './rules/mapped.js';
import { isNonNullPayload } from './type.js';
import { undefinedValue } from './undefined.js';

/** The value as a Rust expression; `node` is the syntax it came from, for the author's spelling. */
export function constant(value: Value, type: Type, site: Site, node?: ast.Node, repr: TypeRepr = rawRepr(type)): Expr {
  const { representation } = site.crate;
  const seen = representation.type(type);
  if (value.kind === 'undefined') return undefinedValue(seen, repr, site, node);
  if (type !== seen && type.kind === 'array')
    return constant(storedValue(value, type, representation.sentinels), seen, site, node, repr);
  if (value.kind === 'skolem') {
    const isCallable = seen.kind === 'fn' && 'body' in site;
    return rust.path(isCallable ? (site as Scope).body.names.named(value.name) : parameterName(value.name, 'const'));
  }
  const mapped = mappedInitial(seen, site, value);
  if (mapped !== undefined) return mapped;
  switch (seen.kind) {
    case 'int':
      return integerConstant(value, seen, site, node);
    case 'float':
      if (value.kind === 'int') return floatLiteral(floatOfInt(value.int, seen.bits), seen, site, node);
      return value.kind === 'float' ? floatLiteral(value, seen, site, node) : mismatch(value, seen, node);
    case 'bool':
      return value.kind === 'bool' ? rust.bool(value.bool) : mismatch(value, seen, node);
    case 'void':
      return rust.unit;
    case 'optional':
      return optionalConstant(value, seen.child, payloadRepr(repr), site, node);
    case 'errorUnion':
      return errorUnionConstant(value, seen.payload, seen.errorSet, payloadRepr(repr), site, node);
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return value.kind === 'error' ? errorConstant(value.name, seen, site) : mismatch(value, seen, node);
    case 'enum':
      return value.kind === 'enum' || value.kind === 'int'
        ? enumConstant(seen, value.int, site)
        : mismatch(value, seen, node);
    case 'array':
      return arrayConstant(textual(value, seen), seen.child, seen.length, payloadRepr(repr), site, node);
    case 'vector': {
      const vector = rust.path(...runtimeItem(site, 'vector', 'Vector'));
      return rust.call(vector, [arrayConstant(value, seen.child, seen.length, payloadRepr(repr), site, node)]);
    }
    case 'tuple':
      return tupleConstant(value, seen.elements, repr, site, node);
    case 'struct':
      return structConstant(value, seen, site, node);
    case 'union':
      return unionConstant(value, seen, site, node);
    case 'pointer':
      return pointerConstant(value, seen, repr, site, node);
    case 'fn':
      return value.kind === 'fn' ? rust.exprOfPath(fnPath(value.instance, site)) : mismatch(value, seen, node);
    default:
      return unported(`a value of type ${seen.kind} at run time`, node);
  }
}

export function mismatch(value: Value, type: Type, node: ast.Node | undefined): never {
  return unported(`a comptime value of kind ${value.kind} as ${type.kind}`, node);
}

function integerConstant(
  value: Value,
  type: Extract<Type, { kind: 'int' }>,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  if (value.kind === 'int' || value.kind === 'enum') return integerLiteral(value.int, type, site, node);
  if (value.kind === 'pointer' && value.base.kind === 'integer')
    return integerLiteral(value.base.address, type, site, node);
  if (value.kind === 'pointer') {
    const target = pointerTo(value, type, site, node);
    const fromRef = rust.path(...site.module.imports.use('core', 'ptr'), 'from_ref');
    const raw = target.kind === 'ref' ? rust.call(fromRef, [target]) : target;
    return rust.method(raw, 'expose_provenance');
  }
  return mismatch(value, type, node);
}

function optionalConstant(value: Value, child: Type, repr: TypeRepr, site: Site, node: ast.Node | undefined): Expr {
  if (value.kind === 'null') return rust.path('None');
  const payload = constant(value.kind === 'some' ? value.payload : value, child, site, node, repr);
  if (child.kind === 'pointer' && isNonNullPayload(child, repr)) return nonNull(payload, child, site);
  return rust.call(rust.path('Some'), [payload]);
}

/** `Some` of a raw pointer that cannot be null. */
export function nonNull(pointer: Expr, type: PointerType, site: Site): Expr {
  const nonNullPath = site.module.imports.use('core', 'ptr', 'NonNull');
  if (pointer.kind === 'ref' || (pointer.kind === 'literal' && pointer.literal.kind === 'byteStr')) {
    return rust.call(rust.path('Some'), [rust.call(rust.path(...nonNullPath, 'from'), [pointer])]);
  }
  // The address of something mutable is one whatever the Zig type says it is used for.
  const isAddress = pointer.kind === 'rawRef' && pointer.mutable;
  const mutable = type.isConst && !isAddress ? rust.method(pointer, 'cast_mut') : pointer;
  return rust.call(rust.path(...nonNullPath, 'new'), [mutable]);
}

function errorUnionConstant(
  value: Value,
  payload: Type,
  set: ErrorSetType,
  repr: TypeRepr,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  const { errorSets } = site.crate;
  if (value.kind === 'error') return rust.call(rust.path('Err'), [errorConstant(value.name, set, site)]);
  const inner = constant(value.kind === 'some' ? value.payload : value, payload, site, node, repr);
  return errorSets.isEmpty(set) ? inner : rust.call(rust.path('Ok'), [inner]);
}

/** `Set::Name`. */
export function errorConstant(name: string, set: ErrorSetType, site: Site): Expr {
  return rust.path(...site.crate.errorSets.variant(set, name, site));
}
