/**
 * What rules ask of lowering, answered. Here the modes of arguments get their meaning in Rust: `read` and `write` of a pointer to one
 * are the place that it points to, of a slice a reference to its elements, whatever the representation pass made of the pointer.
 */
import * as rust from '../../emit/build.js';
import type { Expr, Type as RustType, Statement } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import { isErrorSet, type NominalType, type PointerType, type Type, type UnionType } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { effectsOf } from '../analysis/effects.js';
import { enumFromName, intFromEnum, tagNameOf } from '../builtin/enum.js';
import { noteEquality, widened } from '../compare.js';
import { constant } from '../constant.js';
import { runtimePath, type Scope, type Site } from '../context.js';
import { lowerExpr, lowerInto } from '../expr.js';
import { convertFloat } from '../float.js';
import { requestHash } from '../item/auto-hash.js';
import { requestPrint } from '../item/print.js';
import { noteMutation } from '../local.js';
import { type Lowered, mapLowered, pure } from '../lowered.js';
import { fnPath } from '../names/paths.js';
import { sequence } from '../operands.js';
import { lowerPlace, receiver } from '../place.js';
import { receiverMode } from '../receiver.js';
import type { PointerMode, TypeRepr } from '../representation/contract.js';
import { isCopied } from '../representation/copied.js';
import { ownerOf } from '../representation/storage-local.js';
import { outermostPointer, rawRepr } from '../representation/type-repr.js';
import { rawType, rustType } from '../type.js';
import { undefinedValue } from '../undefined.js';
import { unsafe } from '../unsafe-mark.js';
import { applyTypeRule, type TypeHost } from './apply.js';
import type { ArgumentRequest, LoweredArguments, RuleHost } from './define.js';
import { lowerMappedSlice } from './mapped.js';
import type { ResultMode } from './rule.js';

/** The Rust of a type that a rule maps; undefined where none does. The type's own arguments are held as `repr` says. */
export function mappedRustType(type: NominalType, repr: TypeRepr, site: Site): RustType | undefined {
  const match = site.crate.rules?.typeRule(type.container);
  // No value of such a type is ever made: what would make one is a method without a rule.
  if (match === undefined) return site.crate.rules?.isInsideMapped(type.container) === true ? rust.unitType : undefined;
  const held = repr.kind === 'nominal' ? repr.typeArguments : [];
  const types = match.signature.pathVariables.flatMap((name) => {
    const value = match.bindings.get(name)?.value;
    return value?.kind === 'type' ? [value.type] : [];
  });
  const host = typeHost(site);
  const inside = (one: Type): RustType => {
    const index = types.indexOf(one);
    return rustType(one, held[index] ?? rawRepr(one), site);
  };
  const key = match.rule.keys === undefined ? undefined : match.bindings.get(match.rule.keys)?.value;
  if (key?.kind === 'type') {
    requestHash(key.type, site.crate);
    noteEquality(key.type, site, held[types.indexOf(key.type)]);
  }
  const lifetime = repr.kind === 'nominal' ? repr.lifetimes[0] : undefined;
  return applyTypeRule(match, { ...host, rustType: inside }, lifetime);
}

/** The part of a host that needs no body. */
export function typeHost(site: Site): TypeHost {
  return {
    rustType: (type) => rawType(type, site),
    constant: (value, type) => constant(value, type, site),
    undefinedValue: (type) => undefinedValue(type, rawRepr(type), site),
    runtimePath: (module, item) => runtimePath(site, module, item),
    seenType: (type) => site.crate.representation.type(type),
  };
}

/** What a rule may ask while it is applied inside a body. */
export function ruleHost(scope: Scope): RuleHost {
  const { representation, errorSets } = scope.crate;
  return {
    ...typeHost(scope),
    program: scope.crate.program,
    lowerArguments: (requests) => lowerArguments(requests, scope),
    undefinedPointee: (call, type) => {
      const repr = outermostPointer(representation.expr(call))?.child ?? rawRepr(type);
      const value = undefinedValue(type, repr, scope, call.node);
      const isEmptySlice = type.kind === 'pointer' && type.size === 'slice' && value.kind === 'ref';
      // An empty array becomes a slice where its type is known.
      return isEmptySlice ? rust.cast(value, rustType(type, repr, scope)) : value;
    },
    errorType: (set) => errorSets.rustType(set, scope),
    heldAs: (expr) => outermostPointer(representation.expr(expr))?.mode ?? 'raw',
    elementHeldAs: (slice) => {
      const element = outermostPointer(representation.expr(slice))?.child;
      return element?.kind === 'pointer' ? element.mode : undefined;
    },
    isSentinelStored: (type) => representation.sentinels.isStored(type),
    adaptResult: (expr, call, result) => adaptResult(expr, call, result, scope),
    lends: (call) => representation.lends(call),
    isCopied: (type) => isCopied(type, rawRepr(type), representation),
    takesReference: (instance, index) => {
      const local = instance.params[index]?.local;
      return local !== undefined && representation.binding(local) !== 'value';
    },
    isPointeeCopied: (call, type) =>
      isCopied(type, outermostPointer(representation.expr(call))?.child ?? rawRepr(type), representation),
    functionPath: (instance) => rust.exprOfPath(fnPath(instance, scope)),
    sameAddress: (a, b, types) => {
      const isFunction = types.some((type) => type.kind === 'pointer' && type.child.kind === 'fn');
      return rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), isFunction ? 'fn_addr_eq' : 'eq'), [a, b]);
    },
    requireEquality: (type) => noteEquality(type, scope),
    requirePrint: (type) => requestPrint(type, undefined, scope.crate),
    terminatedBytes: (pointer) => terminatedBytes(pointer, scope),
    tagName: (value, type) => tagNameOf(value, type, scope),
    enumFromName: (type) => enumFromName(type, scope),
    intFromEnum: (value, type) => intFromEnum(value, type, scope),
    display: (value, type) => displayByMethod(value, type, scope),
    isFirst: (operand) => representation.evaluation(operand) === 'first',
    temporary: (hint) => scope.body.names.temporary(hint),
    initialValue: (call) => representation.initialValue(call),
  };
}

/** `ByMethod(|w| value.format(w))`; undefined where the type has no such method, or one that takes raw pointers. */
function displayByMethod(value: Expr, type: Type, scope: Scope): Expr | undefined {
  const printed = type.kind === 'pointer' ? type.child : type;
  const decl = 'container' in printed ? printed.container.decls.get('format') : undefined;
  const instance = decl?.instances.find(
    (one) => one.params.length === 2 && one.params.every((param) => !param.isAnytype),
  );
  if (instance === undefined || receiverMode(instance, scope.crate) === undefined) return undefined;
  if (scope.crate.unsafeParameters(instance).size > 0) return undefined;
  fnPath(instance, scope);
  const call = rust.method(value.kind === 'deref' ? value.operand : value, scope.crate.names.fn(instance).name, [
    rust.path('w'),
  ]);
  const elided = { kind: 'lifetime', name: '_' } as const;
  const writer = rust.refMutType(rust.genericType(runtimePath(scope, 'io', 'Writer'), elided));
  const closure = rust.closure([{ pattern: rust.bind('w'), type: writer }], call);
  return rust.call(rust.path(...runtimePath(scope, 'io', 'ByMethod')), [closure]);
}

function adaptResult(expr: Expr, call: ir.CallExpr, result: ResultMode, scope: Scope): Expr {
  const { representation } = scope.crate;
  const held = outermostPointer(representation.expr(call))?.mode;
  const { pointer, wrappers } = unwrapped(representation.type(call.type));
  if (pointer === undefined || held === undefined) return expr;
  if (representation.lends(call) === 'owner')
    return throughOwner(expr, pointer.size === 'slice', wrappers.includes('optional'));
  if (result.kind === 'owned') {
    if (held === 'owned') return expr;
    const give = held === 'raw' ? leaked : keptForEver;
    if (wrappers.length === 0) return give(expr, pointer);
    return mapInside(expr, wrappers.length, rust.closure(['memory'], give(rust.path('memory'), pointer)));
  }
  if (result.kind !== 'borrows') return expr;
  // A plain reference becomes a weaker one, or a raw pointer, by itself; inside of an `Option` or `Result` it does not.
  if (wrappers.length === 0) {
    const isLookedAt = held === 'raw' && !result.isMutable && !pointer.isConst;
    if (!isLookedAt) return expr;
    const address = rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), 'from_ref'), [expr]);
    return rust.method(address, 'cast_mut');
  }
  const weaker = weakened(held, pointer, wrappers.at(-1) === 'optional', result.isMutable, scope);
  return weaker === undefined ? expr : mapInside(expr, wrappers.length, weaker);
}

/** The pointer that a type is, and the optional and error union around it, outermost first. */
function unwrapped(type: Type): {
  readonly pointer: PointerType | undefined;
  readonly wrappers: readonly ('optional' | 'errorUnion')[];
} {
  if (type.kind !== 'optional' && type.kind !== 'errorUnion')
    return { pointer: type.kind === 'pointer' ? type : undefined, wrappers: [] };
  const inside = unwrapped(type.kind === 'optional' ? type.child : type.payload);
  return { ...inside, wrappers: [type.kind, ...inside.wrappers] };
}

function leaked(owner: Expr, { size }: PointerType): Expr {
  return rust.call(rust.path('Box', 'into_raw'), [size === 'slice' ? rust.method(owner, 'into_boxed_slice') : owner]);
}

/** What nobody frees is there for ever. */
function keptForEver(owner: Expr, { size }: PointerType): Expr {
  return size === 'slice' ? rust.method(owner, 'leak') : rust.call(rust.path('Box', 'leak'), [owner]);
}

/** `expr.map(change)`, through as many wrappers as there are. */
function mapInside(expr: Expr, depth: number, change: Expr): Expr {
  if (depth === 1) return rust.method(expr, 'map', [change]);
  const inside = mapInside(rust.path('inner'), depth - 1, change);
  return rust.method(expr, 'map', [rust.closure(['inner'], inside)]);
}

/** The function that makes the weaker pointer; undefined where the reference is what is wanted. */
function weakened(
  held: PointerMode,
  { size }: PointerType,
  isOptional: boolean,
  isMutable: boolean,
  scope: Scope,
): Expr | undefined {
  const { imports } = scope.module;
  if (held === 'raw' && isOptional && size === 'one')
    return rust.path(...imports.use('core', 'ptr', 'NonNull'), 'from');
  if (held === 'raw') return rust.path(...imports.use('core', 'ptr'), isMutable ? 'from_mut' : 'from_ref');
  if (!isMutable || held === 'refMut') return undefined;
  return rust.closure(['value'], rust.refTo(rust.deref(rust.path('value'))));
}

/** A reference to an owner, or an optional of one, as one to what it owns. */
function throughOwner(expr: Expr, isSlice: boolean, isOptional: boolean): Expr {
  if (isOptional)
    return rust.method(expr, 'map', [rust.path(isSlice ? 'Vec' : 'Box', isSlice ? 'as_slice' : 'as_ref')]);
  const owner = expr.kind === 'ref' ? expr.operand : rust.deref(expr);
  return rust.refTo(isSlice ? rust.index(owner, rust.range(undefined, undefined)) : rust.deref(owner));
}

function lowerArguments(requests: readonly ArgumentRequest[], scope: Scope): LoweredArguments {
  const dropped = requests
    .filter((request) => request.mode === 'drop')
    .flatMap((request) => droppedEffects(request.expr, scope));
  const kept = requests.filter((request) => request.mode !== 'type' && request.mode !== 'drop');
  const joined = sequence(
    kept.map((request) => request.expr),
    kept.map((request) => lowerArgument(request, scope)),
    scope,
  );
  const exprs = requests.map((request): Expr | undefined => {
    const index = kept.indexOf(request);
    return index < 0 ? undefined : joined.exprs[index];
  });
  return { statements: [...dropped, ...joined.pre], exprs: comparableTexts(exprs) };
}

/** String constants of different lengths are different types: as slices they are one. */
function comparableTexts(exprs: readonly (Expr | undefined)[]): readonly (Expr | undefined)[] {
  const lengths = new Set(
    exprs.flatMap((expr) =>
      expr?.kind === 'literal' && expr.literal.kind === 'byteStr' ? [expr.literal.value.length] : [],
    ),
  );
  if (lengths.size < 2) return exprs;
  return exprs.map((expr) =>
    expr?.kind === 'literal' && expr.literal.kind === 'byteStr'
      ? rust.refTo(rust.index(expr, rust.range(undefined, undefined)))
      : expr,
  );
}

/** An argument that vanishes is still evaluated where that can be told; values of erased types have no Rust to evaluate. */
function droppedEffects(expr: ir.Expr, scope: Scope): readonly Statement[] {
  if (expr.value !== undefined || scope.crate.representation.isErased(expr.type)) return [];
  const { writes, leaves } = effectsOf(expr);
  if (!writes && !leaves) return [];
  const { pre, expr: value } = lowerExpr(expr, scope);
  return [...pre, rust.let_(rust.wildcard, value)];
}

function lowerArgument(request: ArgumentRequest, scope: Scope): Lowered {
  const { expr, mode, as } = request;
  if (as !== undefined && as !== expr.type) return lowerAs(expr, as, scope);
  switch (mode) {
    case 'const':
      return expr.value === undefined
        ? lowerExpr(expr, scope)
        : pure(constant(expr.value, expr.type, scope, expr.node));
    case 'read':
    case 'write':
      return lowerBorrowed(expr, mode, scope);
    case 'shared':
      return lowerInto(expr, rawRepr(expr.type), scope);
    default: {
      const slot = scope.crate.representation.stored(expr);
      return slot === undefined ? lowerExpr(expr, scope) : lowerInto(expr, slot, scope);
    }
  }
}

/** A literal, or a narrower integer, at the type of the other side of a comparison. */
function lowerAs(expr: ir.Expr, as: Type, scope: Scope): Lowered {
  const value = expr.value === undefined ? undefined : valueAs(expr.value, as);
  if (value !== undefined) return pure(constant(value, as, scope, expr.node));
  const { type } = expr;
  if (type.kind === 'int' && as.kind === 'int')
    return mapLowered(lowerExpr(expr, scope), (one) => widened(one, type, as, scope));
  if (type.kind === 'float' && as.kind === 'float') {
    return mapLowered(lowerExpr(expr, scope), (one) => convertFloat(one, type, as, scope));
  }
  if (type.kind === 'enum' && as.kind === 'union')
    return lowerExpr({ kind: 'coerce', coercion: 'enumToUnion', operand: expr, type: as, node: expr.node }, scope);
  if (isErrorSet(type) && isErrorSet(as) && type !== as)
    return lowerExpr({ kind: 'coerce', coercion: 'errorSet', operand: expr, type: as, node: expr.node }, scope);
  return lowerInto(expr, rawRepr(as), scope);
}

/** The value as one of another type: an enum literal's tag, an integer as a float. */
function valueAs(value: Value, type: Type): Value | undefined {
  if (type.kind === 'enum' && value.kind === 'enumLiteral') {
    const field = type.fields?.find((one) => one.name === value.name);
    return field === undefined ? undefined : { kind: 'enum', int: field.value };
  }
  if (type.kind === 'float' && value.kind === 'int') return { kind: 'float', float: Number(value.int) };
  if (type.kind === 'union' && value.kind === 'enum') {
    const field = tagged(type, value.int);
    return field < 0 ? undefined : { kind: 'union', field, payload: { kind: 'void' } };
  }
  if (value.kind === 'error' && isErrorSet(type)) return value;
  if (value.kind === 'aggregate' && (type.kind === 'array' || type.kind === 'vector'))
    return { ...value, elements: value.elements.map((element) => valueAs(element, type.child) ?? element) };
  if (value.kind === 'aggregate' && type.kind === 'struct') return value;
  return (type.kind === 'int' && value.kind === 'int') || (type.kind === 'float' && value.kind === 'float')
    ? value
    : undefined;
}

/** The field of a union that a value of its tag type names. */
function tagged({ tag, fields }: UnionType, value: number | bigint): number {
  const name = tag?.fields?.find((one) => BigInt(one.value) === BigInt(value))?.name;
  return (fields ?? []).findIndex((field) => field.name === name);
}

function lowerBorrowed(expr: ir.Expr, mode: 'read' | 'write', scope: Scope): Lowered {
  const access = mode === 'write' && !isReferenceVariable(expr, scope) ? 'borrowMut' : 'borrow';
  const { type } = expr;
  if (type.kind !== 'pointer') {
    const isMoved = 'container' in type && expr.kind === 'load' && expr.value === undefined;
    return isMoved ? lowerPlace(expr.place, access, scope) : lowerExpr(expr, scope);
  }
  if (type.size === 'slice') return lowerElements(expr, mode, scope);
  if (type.size !== 'one') return lowerExpr(expr, scope);
  const place: ir.DerefPlace = { kind: 'deref', pointer: expr, implicit: true, type: type.child, node: expr.node };
  return lowerPlace(place, access, scope);
}

/** A variable of a mapped type that points to what it changes (the writer of a list): the variable itself stays as it is. */
function isReferenceVariable(expr: ir.Expr, scope: Scope): boolean {
  if (!('container' in expr.type) || expr.kind !== 'load' || expr.place.kind !== 'local') return false;
  return scope.crate.rules?.typeRule(expr.type.container)?.rule.isOwner === false;
}

/** A slice as a reference to its elements. */
function lowerElements(expr: ir.Expr, mode: 'read' | 'write', scope: Scope): Lowered {
  const mapped = lowerMappedSlice(expr, mode === 'write', scope);
  if (mapped !== undefined) return mapped;
  const lowered = lowerExpr(expr, scope);
  const held = outermostPointer(scope.crate.representation.expr(expr))?.mode ?? 'raw';
  if (mode === 'write') noteMutation(ownerOf(expr, scope.crate.representation), scope);
  return mapLowered(lowered, (slice) => {
    if (held === 'owned') {
      const elements = rust.index(receiver(slice, mode === 'write'), rust.range(undefined, undefined));
      return mode === 'write' ? rust.refMut(elements) : rust.refTo(elements);
    }
    if (held !== 'raw' || isReference(slice)) return slice;
    const elements = unsafe('rawDeref', rust.deref(slice), scope, expr.node);
    return mode === 'write' ? rust.refMut(elements) : rust.refTo(elements);
  });
}

/** `CStr::from_ptr(p.cast()).to_bytes()`. */
function terminatedBytes(pointer: Expr, scope: Scope): Expr {
  const fromPointer = rust.path(...scope.module.imports.use('core', 'ffi', 'CStr'), 'from_ptr');
  const text = rust.call(fromPointer, [rust.method(pointer, 'cast')]);
  return rust.method(unsafe('rawDeref', text, scope), 'to_bytes');
}

/** A borrow that is written there, or a string constant, is a reference however its type is held. */
function isReference(expr: Expr): boolean {
  return expr.kind === 'ref' || (expr.kind === 'literal' && expr.literal.kind === 'byteStr');
}
