/** Comptime pointers and slices as Rust expressions. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { Decl } from '../parse/ir/program.js';
import type { PointerType, Type } from '../parse/ir/types.js';
import type { PointerValue, Value } from '../parse/ir/values.js';
import type * as ast from '../parse/syntax/ast.js';
import { alignedPlace } from './aligned.js';
import { leadsToItself } from './analysis/comptime-cycles.js';
import { nullPointer } from './boundary.js';
import { constant, mismatch } from './constant.js';
import { arrayConstant, elementsOf, textual } from './constant-aggregate.js';
import { runtimePath, type Scope, type Site, unported } from './context.js';
import { functionPointer } from './function-pointer.js';
import { fnPath, globalPath } from './names/paths.js';
import { backingInt } from './packed.js';
import { staticReceiver } from './place.js';
import type { PointerMode, TypeRepr } from './representation/contract.js';
import { terminatedText } from './representation/sentinels.js';
import { withSentinel } from './representation/store-sentinels.js';
import { PLAIN, pointeeRepr, rawRepr } from './representation/type-repr.js';
import { preludeName, rawPointee, rawType, rustType } from './type.js';
import { unsafe } from './unsafe-mark.js';

export function pointerConstant(
  value: Value,
  type: PointerType,
  repr: TypeRepr,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  if (type.child.kind === 'fn') return functionPointer(value, type.child, site, node);
  if (value.kind === 'fn') return rust.exprOfPath(fnPath(value.instance, site));
  if (value.kind === 'slice') return heldSlice(value, type, repr, site, node);
  if (value.kind === 'null') return nullPointer(type.isConst);
  if (value.kind !== 'pointer') return mismatch(value, type, node);
  return pointerTo(value, type, site, node, repr);
}

export function pointerTo(
  value: PointerValue,
  type: Type,
  site: Site,
  node: ast.Node | undefined,
  repr: TypeRepr = PLAIN,
): Expr {
  const { base } = value;
  if (base.kind === 'fn') return rust.exprOfPath(fnPath(base.instance, site));
  if (base.kind === 'integer') return addressConstant(base.address, type, site);
  const isConst = type.kind !== 'pointer' || type.isConst;
  if (type.kind === 'pointer' && isElementPointer(type, value)) {
    const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
    return isRaw ? elementPointer(value, type, site, node) : elementsReference(value, type, repr, site, node);
  }
  const [target, pointed] = pointedPlace(value, site, node, pointeeRepr(repr));
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  const isStored = base.kind === 'decl' && site.crate.globalStorage(base.decl) !== 'const';
  const isSame = type.kind !== 'pointer' || isSameMemory(pointed, type.child, site);
  if (mode === 'raw' && isStored) {
    const raw = isConst ? rust.rawRefConst(target) : rust.rawRefMut(target);
    return isSame || type.kind !== 'pointer' ? raw : rust.method(raw, 'cast', [], [rawPointee(type, site)]);
  }
  // What was cast from a pointer to a constant is never written through.
  if (!isConst && (mode !== 'raw' || base.kind !== 'constant'))
    return unported('a mutable pointer to comptime memory', node);
  if (!isSame && mode !== 'raw') return unported('a reference to comptime memory as another type', node);
  const reference = addressOfConstant(target, pointed, site, pointeeRepr(repr));
  if ((isSame && isConst) || type.kind !== 'pointer') return reference;
  const shared = rust.call(rust.path(...site.module.imports.use('core', 'ptr'), 'from_ref'), [reference]);
  const raw = isConst ? shared : rust.method(shared, 'cast_mut');
  if (isSame) return raw;
  return rust.method(raw, 'cast', [], [rawPointee(type, site)]);
}

/** A pointer into an array that reaches beyond the one element: it must be made from the whole. */
function isElementPointer(type: PointerType, value: PointerValue): boolean {
  if (value.path.at(-1)?.kind !== 'element' || value.path.some((step) => step.kind === 'reinterpret')) return false;
  return type.size !== 'one' || type.child.kind === 'array';
}

/** `<&[T; N]>::try_from(&ARRAY[a..b]).unwrap()`. */
function elementsReference(
  value: PointerValue,
  type: PointerType,
  repr: TypeRepr,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  const last = value.path.at(-1);
  if (last?.kind !== 'element' || type.child.kind !== 'array') return unported('a comptime pointer into a value', node);
  const [array] = pointedPlace({ ...value, path: value.path.slice(0, -1) }, site, node);
  const range = rust.range(rust.int(last.index, 'usize'), rust.int(last.index + type.child.length, 'usize'));
  const convert = rust.exprOfPath(rust.qualifiedPath(rustType(type, repr, site), undefined, 'try_from'));
  const part = rust.index(array.kind === 'deref' ? array.operand : staticReceiver(array), range);
  return rust.method(rust.call(convert, [rust.refTo(part)]), 'unwrap');
}

/** `ARRAY.as_ptr().wrapping_add(i)`, or the same of a variable's address. */
function elementPointer(value: PointerValue, type: PointerType, site: Site, node: ast.Node | undefined): Expr {
  const text = type.isConst && type.size !== 'one' ? terminatedText(value) : undefined;
  if (text !== undefined) return rust.method(rust.byteStr(text), 'as_ptr');
  const { base, path } = value;
  const [array, arrayType] = pointedPlace({ ...value, path: path.slice(0, -1) }, site, node);
  const last = path.at(-1);
  const at = last?.kind === 'element' ? last.index : 0;
  if (arrayType.kind !== 'array') return unported('a comptime pointer into a value', node);
  const isStored = base.kind === 'decl' && site.crate.globalStorage(base.decl) !== 'const';
  if (!isStored && !type.isConst) return unported('a mutable pointer to comptime memory', node);
  const whole = isStored
    ? rust.method(
        type.isConst ? rust.rawRefConst(array) : rust.rawRefMut(array),
        'cast',
        [],
        [rawType(arrayType.child, site)],
      )
    : rust.method(array.kind === 'deref' ? array.operand : rust.refTo(array), 'as_ptr');
  const first = at === 0 ? whole : rust.method(whole, 'wrapping_add', [rust.int(at, 'usize')]);
  return arrayType.child === type.child ? first : rust.method(first, 'cast', [], [rawPointee(type, site)]);
}

/** `&value`, which Rust promotes to a `static`. A reference to a slice says so: text by itself is an array. */
export function addressOfConstant(value: Expr, type: Type, site: Site, repr: TypeRepr): Expr {
  if (value.kind === 'deref') return value.operand;
  const isSlice = type.kind === 'pointer' && type.size === 'slice';
  const isArray = value.kind === 'ref' || (value.kind === 'literal' && value.literal.kind === 'byteStr');
  return rust.refTo(isSlice && isArray ? rust.cast(value, rustType(type, repr, site)) : staticReceiver(value));
}

function addressConstant(address: number | bigint, type: Type, site: Site): Expr {
  const isConst = type.kind === 'pointer' && type.isConst;
  const maker = isConst ? 'with_exposed_provenance' : 'with_exposed_provenance_mut';
  const literal = rust.int(address, 'usize');
  const generics = type.kind === 'pointer' ? [rawPointee(type, site)] : [];
  const path = [
    ...site.module.imports.use('core', 'ptr'),
    { name: maker, generics: generics.map((one) => ({ kind: 'type' as const, type: one })) },
  ];
  return rust.call(rust.path(...path), [literal]);
}

/** The only instance of a function that is mentioned by its declaration. */
function functionOf(decl: Decl, site: Site, node: ast.Node | undefined): Expr {
  const [instance] = decl.instances;
  return instance === undefined ? unported(`a pointer to ${decl.name}`, node) : rust.exprOfPath(fnPath(instance, site));
}

/** Whether a pointer to the one is a pointer to the other in Rust. */
function isSameMemory(a: Type, b: Type, site: Site): boolean {
  const [from, to] = [site.crate.representation.type(a), site.crate.representation.type(b)];
  if (from === to) return true;
  return (
    from.kind === 'array' &&
    to.kind === 'array' &&
    from.length === to.length &&
    isSameMemory(from.child, to.child, site)
  );
}

/** The place that a comptime pointer points to, as a Rust place expression, and its type. */
function pointedPlace(value: PointerValue, site: Site, node: ast.Node | undefined, repr?: TypeRepr): [Expr, Type] {
  const { base } = value;
  let place: Expr;
  let type: Type;
  if (base.kind === 'decl') {
    if (base.decl.type === undefined) return unported(`a pointer to ${base.decl.name}`, node);
    place =
      base.decl.kind === 'fn'
        ? functionOf(base.decl, site, node)
        : alignedPlace(rust.exprOfPath(globalPath(base.decl, site)), base.decl);
    type = base.decl.type;
  } else if (base.kind === 'constant') {
    const isWhole = value.path.length === 0;
    place = constant(base.value, base.type, site, isWhole ? node : undefined, isWhole ? repr : undefined);
    type = base.type;
  } else if (base.kind === 'allocation') {
    if (leadsToItself(base.allocation)) return unported('comptime memory that points to itself', node);
    place = constant(base.allocation.value, base.allocation.type, site);
    type = base.allocation.type;
  } else {
    return unported(`a pointer to a ${base.kind}`, node);
  }
  if (base.kind === 'decl' && site.crate.globalStorage(base.decl) === 'staticMut')
    place = unsafe(site.crate.globalCause, place);
  for (const step of value.path) {
    // The fields of a packed struct have the address of its integer.
    if (step.kind === 'field' && type.kind === 'struct' && type.layout === 'packed')
      return [rust.tupleField(place, 0), backingInt(type, node)];
    [place, type] = stepInto(place, type, step, site, node);
  }
  return [place, type];
}

function stepInto(
  place: Expr,
  type: Type,
  step: PointerValue['path'][number],
  site: Site,
  node: ast.Node | undefined,
): [Expr, Type] {
  if (step.kind === 'reinterpret') return [place, type];
  if (step.kind === 'element' && type.kind === 'array') {
    return [rust.index(place, rust.int(step.index, 'usize')), type.child];
  }
  const field = step.kind === 'field' && type.kind === 'struct' ? type.fields?.[step.index] : undefined;
  if (field !== undefined && type.kind === 'struct' && type.layout !== 'packed') {
    return [rust.field(place, site.crate.names.field(type, field.index)), field.type];
  }
  return unported('a comptime pointer into a value', node);
}

/** A slice as it is held: an owner gets a copy of the constant. */
function heldSlice(
  { pointer, length }: Extract<Value, { kind: 'slice' }>,
  type: PointerType,
  repr: TypeRepr,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  const isOwned = repr.kind === 'pointer' && repr.mode === 'owned';
  if (!isOwned) return sliceConstant(pointer, length, type, repr, site, node);
  if (length === 0) return rust.call(rust.path(...preludeName('Vec', site), 'new'), []);
  const borrowed: TypeRepr = { ...repr, mode: 'ref', lifetime: undefined };
  return rust.method(sliceConstant(pointer, length, { ...type, isConst: true }, borrowed, site, node), 'to_vec');
}

function sliceConstant(
  pointer: PointerValue,
  length: number,
  type: PointerType,
  repr: TypeRepr,
  site: Site,
  node: ast.Node | undefined,
): Expr {
  if (pointer.base.kind === 'integer') {
    const data = addressConstant(pointer.base.address, type, site);
    const maker = type.isConst ? 'slice_from_raw_parts' : 'slice_from_raw_parts_mut';
    return rust.call(rust.path(...site.module.imports.use('core', 'ptr'), maker), [data, rust.int(length, 'usize')]);
  }
  const ended = terminatedSlice(pointer, length, type, site);
  if (ended !== undefined) return ended;
  const whole = wholeArray(pointer, length);
  const mode = repr.kind === 'pointer' ? repr.mode : 'raw';
  if (whole !== undefined) {
    const array = arrayConstant(textual(whole, type), type.child, length, pointeeRepr(repr), site, node);
    if (!type.isConst && length > 0) return unported('a mutable slice of comptime memory', node);
    if (!type.isConst) return emptyMutable(mode, site);
    return array.kind === 'deref' ? array.operand : rust.refTo(array);
  }
  const last = pointer.path.at(-1);
  const start = last?.kind === 'element' ? last.index : 0;
  const path = last?.kind === 'element' ? pointer.path.slice(0, -1) : pointer.path;
  const [array, arrayType] = pointedPlace({ ...pointer, path }, site, node);
  const isStored = pointer.base.kind === 'decl' && site.crate.globalStorage(pointer.base.decl) !== 'const';
  const seen = site.crate.representation.type(arrayType);
  if (start === 0 && seen.kind === 'array' && seen.length === length + 1 && arrayLength(pointer, path) === length) {
    if (mode === 'raw' && isStored) return rawPart(array, type, length, site);
    return rust.call(rust.path(...runtimePath(site, 'sentinel', 'terminated')), [rust.refTo(array)]);
  }
  if (start === 0 && arrayLength(pointer, path) === length) {
    if (mode === 'raw' && isStored) return type.isConst ? rust.rawRefConst(array) : rust.rawRefMut(array);
    return rust.refTo(staticReceiver(array));
  }
  if (pointer.base.kind === 'decl' && pointer.base.decl.kind === 'var')
    return unported('a part of a global variable at comptime', node);
  return rust.refTo(rust.index(array, rust.range(rust.int(start, 'usize'), rust.int(start + length, 'usize'))));
}

/** An empty slice to write to. A constant item may hold no `&mut`, also on the way to a raw pointer. */
export function emptyMutable(mode: PointerMode, site: Site): Expr {
  const isItem = !('body' in site) || (site as Scope).body.kind === 'global';
  if (mode !== 'raw' || !isItem) return rust.refMut(rust.arrayLit([]));
  const ptr = site.module.imports.use('core', 'ptr');
  const dangling = rust.call(rust.path(...ptr, 'dangling_mut'), []);
  return rust.call(rust.path(...ptr, 'slice_from_raw_parts_mut'), [dangling, rust.int(0, 'usize')]);
}

/** The first elements of an array in a variable, as a raw slice. */
function rawPart(array: Expr, type: PointerType, length: number, site: Site): Expr {
  const whole = type.isConst ? rust.rawRefConst(array) : rust.rawRefMut(array);
  const first = rust.method(whole, 'cast', [], [rawPointee(type, site)]);
  const maker = type.isConst ? 'slice_from_raw_parts' : 'slice_from_raw_parts_mut';
  const path = rust.path(...site.module.imports.use('core', 'ptr'), maker);
  return rust.call(path, [first, rust.int(length, 'usize')]);
}

/** A constant slice whose sentinel lies behind it. */
function terminatedSlice(pointer: PointerValue, length: number, type: PointerType, site: Site): Expr | undefined {
  const { sentinels } = site.crate.representation;
  if (type.sentinel === undefined || !sentinels.isStored({ ...type, sentinel: type.sentinel })) return undefined;
  const whole = type.isConst ? wholeArray(pointer, length) : undefined;
  if (whole === undefined) return undefined;
  const value = withSentinel(whole, { length, sentinel: type.sentinel });
  const array = arrayConstant(value, type.child, length + 1, rawRepr(type.child), site, undefined);
  const call = rust.path(...runtimePath(site, 'sentinel', 'terminated'));
  return rust.call(call, [array.kind === 'deref' ? array.operand : rust.refTo(array)]);
}

/** The bytes or elements that a slice of constant memory covers. */
function wholeArray(pointer: PointerValue, length: number): Value | undefined {
  if (pointer.base.kind !== 'constant' && pointer.base.kind !== 'allocation') return undefined;
  const value = pointer.base.kind === 'constant' ? pointer.base.value : pointer.base.allocation.value;
  const [step, more] = pointer.path;
  if (more !== undefined || (step !== undefined && step.kind !== 'element')) return undefined;
  const start = step === undefined ? 0 : step.index;
  if (value.kind === 'bytes') return { kind: 'bytes', bytes: value.bytes.slice(start, start + length) };
  const elements = elementsOf(value);
  return elements === undefined
    ? undefined
    : { kind: 'aggregate', elements: elements.slice(start, start + length), shared: true };
}

function arrayLength(pointer: PointerValue, path: readonly unknown[]): number | undefined {
  if (path.length > 0 || pointer.base.kind !== 'decl') return undefined;
  return pointer.base.decl.type?.kind === 'array' ? pointer.base.decl.type.length : undefined;
}
