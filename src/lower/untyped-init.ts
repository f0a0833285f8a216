/**
 * `a = .{ .x = a.y, .y = a.x }`: an untyped initialiser is written part by part into the place, where later parts read what earlier
 * ones have written. So are arrays, tuples and initialisers within, payloads of optionals and unions, and what comes out of a branch, a
 * block or a loop (`a = if (c) .{…} else b`): sema says which initialisers are `isInPlace`. Only where one may read its place does that
 * need stores of single parts; every other initialiser is a Rust literal.
 *
 * Where the initialiser is the whole value the stores are statements. Inside of another expression (`inPlace` in the body while
 * the assignment is lowered) the stores come before the place itself, which is the value: `a = if c { a.x = a.y; a.y = a.x; a } else { b }`.
 */
import * as rust from '../emit/build.js';
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { ArrayType, TupleType } from '../parse/ir/types.js';
import { T } from '../parse/sema/pool.js';
import { isRawRoot } from './analysis/disturbance.js';
import { effectsOf } from './analysis/effects.js';
import { rootLocal, walkExpr } from './analysis/walk.js';
import { lowerAssign } from './assign.js';
import type { Scope } from './context.js';
import type { Lowered } from './lowered.js';
import { lowerPlace, receiver } from './place.js';
import { stabilise } from './stable-place.js';

type Aggregate = ir.StructInit | (ir.SequenceInit & { readonly type: ArrayType | TupleType });
type InPlace = Aggregate | ir.UnionInit;

/** An initialiser, and the place that it is written into. */
interface Leaf {
  readonly init: InPlace;
  readonly place: ir.Place;
  /** The optional and error union that the initialiser is the payload of, outermost first. */
  readonly wrappers: readonly Wrapper[];
}

type Wrapper = ir.OptionalPayloadPlace | ir.ErrorPayloadPlace;

/** The assignment of what is written part by part; undefined where a Rust literal does the same. */
export function assignInPlace(place: ir.Place, value: ir.Expr, scope: Scope): readonly Statement[] | undefined {
  if (leavesOf(value, place).some(({ init }) => scope.body.inPlace.has(init))) return undefined;
  if (!leavesOf(value, place).some((leaf) => isSelfReading(leaf, scope))) return undefined;
  const { pre, stable } = stabilise(place, scope);
  const leaves = leavesOf(value, stable).filter((leaf) => isSelfReading(leaf, scope));
  const [first] = leaves;
  if (first?.init === unwrapped(value)) return [...pre, ...storesOf(first, scope)];
  for (const leaf of leaves) scope.body.inPlace.set(leaf.init, leaf.place);
  const node = value.node as ir.Statement['node'];
  const statements = lowerAssign({ kind: 'assign', place: stable, operator: undefined, value, node }, scope);
  for (const leaf of leaves) scope.body.inPlace.delete(leaf.init);
  return [...pre, ...statements];
}

/** An initialiser that is written into its place: the stores, and the place as the value. */
export function inPlaceValue(init: ir.Expr, scope: Scope): Lowered | undefined {
  const place = scope.body.inPlace.get(init);
  if (place === undefined) return undefined;
  const stores = storesOf({ init: init as InPlace, place, wrappers: wrappersOf(place) }, scope);
  const read = lowerPlace(place, 'read', scope);
  return { pre: [...stores, ...read.pre], expr: read.expr };
}

/** The initialisers that become the value, each with the place that it would be written into. */
function leavesOf(value: ir.Expr, place: ir.Place): readonly Leaf[] {
  switch (value.kind) {
    case 'structInit':
    case 'sequenceInit':
    case 'unionInit':
      return isWrittenInParts(value) ? [{ init: value, place, wrappers: wrappersOf(place) }] : [];
    case 'coerce':
      return isWrapping(value) ? leavesOf(value.operand, payloadOf(place, value)) : [];
    default:
      return resultsOf(value).flatMap((result) => leavesOf(result, place));
  }
}

function isWrittenInParts(value: ir.StructInit | ir.SequenceInit | ir.UnionInit): value is InPlace {
  if (!value.isInPlace || value.value !== undefined) return false;
  if (value.kind === 'sequenceInit') return value.type.kind !== 'vector';
  return value.kind === 'structInit' ? value.type.layout !== 'packed' : value.type.layout === 'auto';
}

function isWrapping({ coercion }: ir.Coerce): boolean {
  return coercion === 'wrapOptional' || coercion === 'wrapErrorPayload';
}

function payloadOf(base: ir.Place, { coercion, operand: { type, node } }: ir.Coerce): Wrapper {
  if (coercion === 'wrapErrorPayload') return { kind: 'errorPayload', base, type, node };
  return { kind: 'optionalPayload', base, checked: true, type, node };
}

/** What an initialiser is wrapped in. */
function unwrapped(value: ir.Expr): ir.Expr {
  return value.kind === 'coerce' && isWrapping(value) ? unwrapped(value.operand) : value;
}

function wrappersOf(place: ir.Place): readonly Wrapper[] {
  if (place.kind !== 'optionalPayload' && place.kind !== 'errorPayload') return [];
  return [...wrappersOf(place.base), place];
}

/** The expressions that give a branch, a block or a loop its value. */
function resultsOf(expr: ir.Expr): readonly ir.Expr[] {
  switch (expr.kind) {
    case 'if':
      return [expr.then, expr.else].filter((one) => one !== undefined);
    case 'switch':
      return [...expr.prongs.map((prong) => prong.body), ...(expr.label ? brokenWith(expr, expr.label) : [])];
    case 'orelse':
      return [expr.fallback];
    case 'catch':
      return [expr.handler];
    case 'block':
      return expr.block.label === undefined ? [] : brokenWith(expr, expr.block.label);
    case 'while':
    case 'for':
    case 'unrolled':
      return [...brokenWith(expr, expr.label), ...(expr.else === undefined ? [] : [expr.else])];
    default:
      return [];
  }
}

function brokenWith(expr: ir.Expr, target: ir.Label): readonly ir.Expr[] {
  const found: ir.Expr[] = [];
  walkExpr(expr, (node) => {
    if (node.sort === 'expr' && node.expr.kind === 'break' && node.expr.target === target && node.expr.operand)
      found.push(node.expr.operand);
    return true;
  });
  return found;
}

function partsOf(init: InPlace): readonly ir.Expr[] {
  if (init.kind === 'unionInit') return [init.payload];
  return init.kind === 'structInit' ? init.fields.map((field) => field.value) : init.elements;
}

/** Whether an initialiser may read the place that it is written into, or leave with only some of it written. */
function isSelfReading(leaf: Leaf, scope: Scope): boolean {
  const { init, place } = leaf;
  const parts = partsOf(init);
  if (init.kind === 'unionInit') return readsOtherField(init, place) || isPartlyRead(init, place);
  // A payload that may not be there yet is written as a whole, unless it is named as what it will be.
  const wrapped = wrappedAround(place);
  if (wrapped !== undefined) return parts.some((part) => namesOf(part, wrapped).length > 0);
  if (isUnionPayload(place)) return parts.some((part) => namedFields(part, place).length > 0);
  if (parts.length < 2 && !parts.some((part) => leavesOf(part, place).length > 0)) return false;
  const root = rootLocal(place);
  return parts.some((part, at) => {
    const effects = effectsOf(part);
    return effects.writes || (effects.leaves && at > 0) || reads(part, root, scope);
  });
}

/** A payload that reads another field of the union: in Zig that one is gone already, which is a trap. */
function readsOtherField(init: ir.UnionInit, place: ir.Place): boolean {
  const fields = namedFields(init.payload, place);
  return fields.length > 0 && fields.every((field) => field !== init.field);
}

/** A payload that is written part by part and reads itself. */
function isPartlyRead(init: ir.UnionInit, place: ir.Place): boolean {
  return leavesOf(init.payload, place).length > 0 && namedFields(init.payload, place).includes(init.field);
}

function isUnionPayload(place: ir.Place): boolean {
  return place.kind === 'fieldPlace' && (place.container.kind === 'union' || isUnionPayload(place.base));
}

/** The optional or error union, outermost, of whose payload the place is a part; undefined where it is part of a union first. */
function wrappedAround(place: ir.Place): ir.Place | undefined {
  if (place.kind === 'optionalPayload' || place.kind === 'errorPayload') return wrappedAround(place.base) ?? place.base;
  if (place.kind !== 'fieldPlace' || place.container.kind === 'union') return undefined;
  return wrappedAround(place.base);
}

/** Where an expression names a place, and whether it takes for granted that a payload is there. */
function namesOf(part: ir.Expr, whole: ir.Place): readonly { readonly isCertain: boolean }[] {
  const found: { readonly isCertain: boolean }[] = [];
  const certain = new Set<ir.Place>();
  walkExpr(part, (node) => {
    if (node.sort === 'expr' && node.expr.kind === 'catch' && node.expr.handler.kind === 'unreachable') {
      const { operand } = node.expr;
      if (operand.kind === 'load') certain.add(operand.place);
    }
    if (node.sort !== 'place') return true;
    const { place } = node;
    if (place.kind === 'optionalPayload' || place.kind === 'errorPayload') certain.add(place.base);
    if (isSamePlace(place, whole)) found.push({ isCertain: certain.has(place) });
    return true;
  });
  return found;
}

/** Whether an expression reads the variable, or for an unknown root anything that could be the place. */
function reads(part: ir.Expr, root: ir.Local | undefined, scope: Scope): boolean {
  const isPointed = root !== undefined && isRawRoot(root, scope);
  let found = false;
  walkExpr(part, (node) => {
    if (node.sort !== 'place') return !found;
    const { place } = node;
    if (place.kind === 'local') found ||= place.local === root;
    else found ||= root === undefined || (isPointed && place.kind === 'deref');
    return !found;
  });
  return found;
}

/** The fields of the union in the place (or around it) that an expression names, by their indices. */
function namedFields(part: ir.Expr, place: ir.Place): readonly number[] {
  const whole = isUnionPayload(place) ? unionAround(place) : place;
  const found: number[] = [];
  walkExpr(part, (node) => {
    if (node.sort !== 'place') return true;
    const inner = node.place;
    if (inner.kind === 'fieldPlace' && inner.container.kind === 'union' && isSamePlace(inner.base, whole))
      found.push(inner.index);
    return true;
  });
  return found;
}

/** The union of whose payload the place is a part. */
function unionAround(place: ir.Place): ir.Place {
  if (place.kind !== 'fieldPlace') return place;
  return place.container.kind === 'union' ? place.base : unionAround(place.base);
}

function isSamePlace(a: ir.Place, b: ir.Place): boolean {
  if (a.kind === 'local') return b.kind === 'local' && a.local === b.local;
  if (a.kind === 'global') return b.kind === 'global' && a.decl === b.decl;
  if (a.kind === 'deref')
    return (
      b.kind === 'deref' &&
      a.pointer.kind === 'load' &&
      b.pointer.kind === 'load' &&
      isSamePlace(a.pointer.place, b.pointer.place)
    );
  if (a.kind === 'optionalPayload' || a.kind === 'errorPayload')
    return b.kind === a.kind && isSamePlace(a.base, b.base);
  return a.kind === 'fieldPlace' && b.kind === 'fieldPlace' && a.index === b.index && isSamePlace(a.base, b.base);
}

/** The parts, one store each, in Zig's order. */
function storesOf({ init, place, wrappers }: Leaf, scope: Scope): readonly Statement[] {
  if (init.kind === 'unionInit') return unionStores(init, place, scope);
  const [outermost] = wrappers;
  const isAsked =
    outermost !== undefined &&
    partsOf(init).some((part) => namesOf(part, outermost.base).some(({ isCertain }) => !isCertain));
  const opened = isAsked ? wrappers.flatMap((wrapper) => openPayload(wrapper, scope)) : [];
  const stores = partsOf(init).flatMap((part, at) => {
    const target = init.kind === 'structInit' ? fieldOf(place, init, at) : elementOf(place, init, at);
    return target === undefined ? [] : store(target, part, scope);
  });
  return [...opened, ...stores];
}

/** Zig says first that there is a payload, before anything is in it: what asks for it meanwhile finds one. */
function openPayload(wrapper: Wrapper, scope: Scope): readonly Statement[] {
  const { base, type, node } = wrapper;
  const coercion = wrapper.kind === 'optionalPayload' ? 'wrapOptional' : 'wrapErrorPayload';
  const blank: ir.Constant = { kind: 'constant', type, value: { kind: 'undefined' }, node };
  const { pre, expr } = lowerPlace(base, 'borrow', scope);
  const isAbsent = rust.method(receiver(expr, false), wrapper.kind === 'optionalPayload' ? 'is_none' : 'is_err');
  const filled = store(base, { kind: 'coerce', coercion, operand: blank, type: base.type, node }, scope);
  return [...pre, rust.exprStmt(rust.ifElse(isAbsent, rust.block(filled)))];
}

function store(place: ir.Place, value: ir.Expr, scope: Scope): readonly Statement[] {
  const node = value.node as ir.Statement['node'];
  return lowerAssign({ kind: 'assign', place, operator: undefined, value, node }, scope);
}

/** The tag comes first: what the payload reads of another field is no longer there. */
function unionStores(init: ir.UnionInit, place: ir.Place, scope: Scope): readonly Statement[] {
  const { type, field: index, payload, node } = init;
  const field = type.fields?.[index];
  if (field === undefined) return [];
  if (readsOtherField(init, place)) {
    const blank: ir.Constant = { kind: 'constant', type: field.type, value: { kind: 'undefined' }, node };
    return [init, { ...init, payload: blank }].reverse().flatMap((one) => lowerStore(place, one, scope));
  }
  const target = { container: type, name: field.name, index, type: field.type };
  return store({ kind: 'fieldPlace', base: place, ...target, node: place.node }, payload, scope);
}

/** The store of a whole value. */
function lowerStore(place: ir.Place, init: ir.UnionInit, scope: Scope): readonly Statement[] {
  return store(place, { ...init, isInPlace: false }, scope);
}

function fieldOf(base: ir.Place, { type, fields }: ir.StructInit, at: number): ir.Place | undefined {
  const index = fields[at]?.index ?? at;
  const declared = type.fields?.[index];
  if (declared === undefined || declared.isComptime) return undefined;
  const { name } = declared;
  return { kind: 'fieldPlace', base, container: type, name, index, type: declared.type, node: base.node };
}

function elementOf(base: ir.Place, value: Extract<Aggregate, ir.SequenceInit>, at: number): ir.Place | undefined {
  const { type } = value;
  if (type.kind === 'tuple') {
    const element = type.elements[at];
    if (element === undefined || element.value !== undefined) return undefined;
    const part = { container: type, name: String(at), index: at, type: element.type };
    return { kind: 'fieldPlace', base, ...part, node: base.node };
  }
  const index = { kind: 'constant', type: T.usize, value: { kind: 'int', int: at }, node: base.node } as const;
  return {
    kind: 'index',
    base: { kind: 'array', place: base },
    index,
    checked: false,
    type: type.child,
    node: base.node,
  };
}
