/**
 * What `undefined` becomes. Zig leaves the bytes undefined; reading them may give anything, so the Rust gives something that is
 * defined: zero, false, `None`, an empty slice, an enum's or union's first variant.
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { EnumType, FnType, PointerType, StructType, Type, UnionType } from '../parse/ir/types.js';
import type * as ast from '../parse/syntax/ast.js';
import { hasPayload, unionValue } from './constant-aggregate.js';
import { emptyMutable } from './constant-pointer.js';
import { runtimeItem, type Site, unported } from './context.js';
import { enumConstant } from './enum.js';
import { isUnsafeFunctionType } from './function-type.js';
import { typeSegments } from './names/paths.js';
import { floatLiteral, integerLiteral } from './number-literal.js';
import { packedConstant } from './packed.js';
import { repeated } from './repeated.js';
import type { TypeRepr } from './representation/contract.js';
import { payloadRepr, rawRepr } from './representation/type-repr.js';
import { mappedInitial } from './rules/mapped.js';
import { pointeeType, rawType, resultType } from './type.js';

/** A defined value in place of an undefined one. */
export function undefinedValue(type: Type, repr: TypeRepr, site: Site, node?: ast.Node): Expr {
  const mapped = mappedInitial(type, site);
  if (mapped !== undefined) return mapped;
  switch (type.kind) {
    case 'int':
      return integerLiteral(0, type, site);
    case 'float':
      return floatLiteral({ kind: 'float', float: 0 }, type, site);
    case 'bool':
      return rust.bool(false);
    case 'void':
      return rust.unit;
    case 'optional':
      return rust.path('None');
    case 'errorUnion': {
      const inner = undefinedValue(type.payload, payloadRepr(repr), site, node);
      return site.crate.errorSets.isEmpty(type.errorSet) ? inner : rust.call(rust.path('Ok'), [inner]);
    }
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror': {
      const set = site.crate.errorSets.solve(type);
      const [name] = set === 'any' ? site.crate.program.errorNumbers.keys() : set.names;
      return name === undefined
        ? unported('an undefined error', node)
        : rust.path(...site.crate.errorSets.variant(type, name, site));
    }
    case 'array':
      return repeated(
        undefinedValue(type.child, payloadRepr(repr), site, node),
        type.child,
        type.length,
        payloadRepr(repr),
        site,
      );
    case 'vector': {
      const element = undefinedValue(type.child, payloadRepr(repr), site, node);
      return rust.call(rust.path(...runtimeItem(site, 'vector', 'Vector'), 'splat'), [element]);
    }
    case 'tuple':
      return rust.tuple(
        ...type.elements.flatMap((element) =>
          element.value === undefined ? [undefinedValue(element.type, rawRepr(element.type), site, node)] : [],
        ),
      );
    case 'enum': {
      const first = type.fields?.[0];
      if (first === undefined && !type.isNonExhaustive) return memberless(type, site);
      return enumConstant(type, first?.value ?? 0n, site);
    }
    case 'struct':
      return undefinedStruct(type, site, node);
    case 'union':
      return undefinedUnion(type, site, node);
    case 'pointer':
      return undefinedPointer(type, repr, site, node);
    default:
      return unported(`undefined of type ${type.kind}`, node);
  }
}

/** Zig has memory for an enum without members: the Rust type then is one that has a value. */
function memberless(type: EnumType, site: Site): Expr {
  site.crate.requests.inhabited.add(type.id);
  return rust.path(...typeSegments(type, site));
}

function undefinedStruct(type: StructType, site: Site, node: ast.Node | undefined): Expr {
  const path = rust.pathOf(...typeSegments(type, site));
  if (type.layout === 'packed') return packedConstant({ kind: 'int', int: 0 }, type, site, node);
  const { names, representation } = site.crate;
  const fields = (type.fields ?? []).flatMap((field): [string, Expr][] =>
    field.isComptime || representation.isErased(field.type)
      ? []
      : [
          [
            names.field(type, field.index),
            undefinedValue(representation.type(field.type), representation.field(type, field.index), site, node),
          ],
        ],
  );
  return rust.structLit(path, fields);
}

function undefinedUnion(type: UnionType, site: Site, node: ast.Node | undefined): Expr {
  const index = (type.fields ?? []).findIndex((field) => field.type.kind !== 'noreturn');
  const field = type.fields?.[index];
  if (field === undefined || type.layout === 'packed') return unported('an undefined union', node);
  const payload = undefinedValue(site.crate.representation.type(field.type), rawRepr(field.type), site, node);
  if (type.layout === 'extern') {
    return rust.structLit(rust.pathOf(...typeSegments(type, site)), [[site.crate.names.field(type, index), payload]]);
  }
  return unionValue(type, index, hasPayload(type, index) ? payload : rust.unit, site);
}

function undefinedPointer(type: PointerType, repr: TypeRepr, site: Site, node: ast.Node | undefined): Expr {
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  if (type.child.kind === 'fn') {
    if (type.child.callconv === 'c') return undefinedForeign(type.child, site);
    const parameters = type.child.params.filter((param) => !param.isComptime).map(() => ({ pattern: rust.wildcard }));
    return rust.closure(parameters, rust.unreachableMacro);
  }
  if (type.size === 'slice') {
    if (mode === 'owned') return rust.call(rust.path('Vec', 'new'), []);
    return mode === 'refMut' || (mode === 'raw' && !type.isConst)
      ? emptyMutable(mode, site)
      : rust.refTo(rust.arrayLit([]));
  }
  if (mode !== 'raw') return unported('an undefined reference', node);
  const ptr = site.module.imports.use('core', 'ptr');
  const isOpaque = type.child.kind === 'opaque' || type.child.kind === 'anyopaque';
  if (isOpaque) return rust.call(rust.path(...ptr, type.isConst ? 'null' : 'null_mut'), []);
  const name = type.isConst ? 'dangling' : 'dangling_mut';
  return rust.call(rust.path(...ptr, { name, generics: [{ kind: 'type', type: pointeeType(type, repr, site) }] }), []);
}

/** A function that nobody may call, in C's convention, which a closure cannot have. */
function undefinedForeign(type: FnType, site: Site): Expr {
  const name = 'undefined';
  const parameters = type.params.flatMap((param, index) =>
    param.type === undefined || param.isComptime ? [] : [rust.param(`_a${index}`, rawType(param.type, site))],
  );
  const result =
    type.returnType === undefined ? undefined : resultType(type.returnType, rawRepr(type.returnType), site);
  const body = rust.block([], rust.unreachableMacro);
  const qualifiers = { abi: 'C', unsafe: isUnsafeFunctionType(type) };
  return rust.blockExpr(
    rust.block([rust.itemStmt(rust.fn(name, parameters, result, body, { qualifiers }))], rust.path(name)),
  );
}
