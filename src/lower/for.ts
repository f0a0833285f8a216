/**
 * `for`. References are walked by iterators (`zip`, `enumerate`), after the check that Zig makes: all lengths are equal. Raw slices are
 * walked by index, since an iterator would hold a reference over the whole loop. Arrays by value are Rust's own `for x in array`.
 */
import * as rust from '../emit/build.js';
import type { Expr, Pattern, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { writable } from './adapt.js';
import { isMutableCapture, pointerBinding } from './condition.js';
import { runtimePath, type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { lowerIndexValue, withoutDeref } from './index-place.js';
import { bindingOf, captureOf, isUsed, noteMutation } from './local.js';
import { lowerLoop } from './loop.js';
import { type Lowered, mapLowered } from './lowered.js';
import { type Access, lowerPlace, receiver } from './place.js';
import { isCopied } from './representation/copied.js';
import { ownerOf, storageLocal } from './representation/storage-local.js';
import { outermostPointer } from './representation/type-repr.js';
import { isMappedSlice, lowerIndexedContainer } from './rules/mapped.js';
import { isReference, selfTyped } from './self-typed.js';
import { lowerNamedPart } from './slice.js';
import type { Tail } from './tail.js';
import { rustType } from './type.js';
import { isUnder, readUnaligned } from './unaligned.js';
import { isRawPlace, unsafe } from './unsafe-mark.js';

/** One input as an iterator, or as something to index. */
interface Input {
  readonly pre: readonly Statement[];
  readonly pattern: Pattern;
  readonly iterator: Expr;
  /** Its length; undefined for an open range. */
  readonly length: Expr | undefined;
  readonly bind: readonly Statement[];
  /** An open range from 0. */
  readonly isCounter: boolean;
  /** Walked by index: the element at the loop's index. */
  readonly element: ((index: Expr) => Expr) | undefined;
}

export function lowerFor(expr: ir.For, scope: Scope, tail?: Tail): Lowered {
  const inputs = expr.inputs.map((input, index) => lowerInput(input, expr.captures[index], scope, expr));
  const pre = inputs.flatMap((input) => input.pre);
  const [first, second] = inputs;
  if (first === undefined) return unported('a for without inputs', expr.node);
  const isIndexed = inputs.some((input) => input.element !== undefined);
  if (isIndexed) return lowerIndexed(expr, inputs, pre, scope, tail);
  if (second === undefined) {
    const loop = lowerLoop(expr, scope, tail, (body, label) =>
      rust.forLoop(first.pattern, first.iterator, withBind(body, inputs), label),
    );
    return { pre: [...pre, ...loop.pre], expr: loop.expr };
  }
  return lowerZipped(expr, inputs, pre, scope, tail);
}

function withBind<B extends { readonly statements: readonly Statement[] }>(body: B, inputs: readonly Input[]): B {
  const bind = inputs.flatMap((input) => input.bind);
  return bind.length === 0 ? body : { ...body, statements: [...bind, ...body.statements] };
}

function lowerInput(input: ir.ForInput, capture: ir.Local | undefined, scope: Scope, loop: ir.For): Input {
  return input.kind === 'range' ? lowerRange(input, capture, scope) : lowerSequence(input, capture, scope, loop);
}

function lowerRange(
  input: Extract<ir.ForInput, { kind: 'range' }>,
  capture: ir.Local | undefined,
  scope: Scope,
): Input {
  const pattern = captureOf(capture, scope);
  const low = lowerIndexValue(input.low, scope);
  const isFromZero = input.low.value?.kind === 'int' && Number(input.low.value.int) === 0;
  if (input.high === undefined) {
    const iterator = rust.range(low.expr, undefined);
    return { pre: low.pre, pattern, iterator, length: undefined, bind: [], isCounter: isFromZero, element: undefined };
  }
  const high = lowerIndexValue(input.high, scope);
  const isUpright = isFromZero || isKnownUpright(input.low, input.high);
  const iterator = isUpright
    ? rust.range(low.expr, high.expr)
    : rust.call(rust.path(...runtimePath(scope, 'range', 'range')), [low.expr, high.expr]);
  const length = isFromZero ? high.expr : rust.binary('-', high.expr, low.expr);
  return { pre: [...low.pre, ...high.pre], pattern, iterator, length, bind: [], isCounter: false, element: undefined };
}

function isKnownUpright(low: ir.Expr, high: ir.Expr): boolean {
  return low.value?.kind === 'int' && high.value?.kind === 'int' && Number(low.value.int) <= Number(high.value.int);
}

function lowerSequence(
  input: Extract<ir.ForInput, { kind: 'sequence' }>,
  capture: ir.Local | undefined,
  scope: Scope,
  loop: ir.For,
): Input {
  const { operand, byPointer } = input;
  const isIndexed = scope.crate.representation.loopStyle(loop) === 'index';
  if (
    isMappedSlice(operand, scope) &&
    (isIndexed || outermostPointer(scope.crate.representation.expr(operand))?.mode === 'raw')
  )
    return containerInput(operand, capture, byPointer, scope);
  if (isIndexed && isStored(operand) && !isCopiedArray(operand, scope))
    return placeInput(operand, capture, byPointer, scope);
  const named = byPointer ? undefined : lowerNamedPart(operand, scope);
  if (named !== undefined) return referenceInput(named, capture, false, scope);
  if (operand.type.kind === 'array') return arrayInput(operand, capture, scope, loop.inputs.length > 1);
  if (operand.type.kind !== 'pointer') return unported(`a for over ${operand.type.kind}`, operand.node);
  const direct = operand.kind === 'addressOf' && !isRawCapture(capture, byPointer, scope) ? operand.place : undefined;
  if (direct !== undefined && direct.type.kind === 'array') return borrowedPlace(direct, capture, byPointer, scope);
  const repr = scope.crate.representation.expr(operand);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  const lowered = lowerExpr(operand, scope);
  const isChangedOwner =
    repr.kind === 'pointer' && repr.mode === 'owned' && byPointer && isMutableCapture(capture, scope);
  if (isChangedOwner && operand.kind === 'load')
    noteMutation(storageLocal(operand.place, scope.crate.representation), scope);
  if (isRaw && !isReference(lowered.expr)) return rawInput(operand, lowered, capture, byPointer, scope);
  return referenceInput(lowered, capture, byPointer, scope);
}

function isRawCapture(capture: ir.Local | undefined, byPointer: boolean, scope: Scope): boolean {
  if (!byPointer || capture === undefined) return false;
  const repr = scope.crate.representation.local(capture);
  return repr.kind !== 'pointer' || repr.mode === 'raw';
}

/** An array by value: what the body does to the variable that it came from does not show. */
function isCopiedArray(operand: ir.Expr, { crate }: Scope): boolean {
  if (operand.type.kind !== 'array') return false;
  return isCopied(operand.type, crate.representation.expr(operand), crate.representation);
}

/** Whether the sequence lies in a place that the body may touch; a value of the loop's own nobody else sees. */
function isStored(operand: ir.Expr): operand is ir.Load | ir.AddressOf {
  return operand.kind === 'load' || operand.kind === 'addressOf';
}

/** A sequence that the body touches: its elements are looked up where they lie, one at a time. */
function placeInput(
  operand: ir.Load | ir.AddressOf,
  capture: ir.Local | undefined,
  byPointer: boolean,
  scope: Scope,
): Input {
  const isMutable = byPointer && isMutableCapture(capture, scope);
  const mode = outermostPointer(scope.crate.representation.place(operand.place))?.mode;
  // What a reference points to is changed through it, whether or not the reference can be.
  const isThrough = operand.kind === 'load' && operand.place.kind === 'local' && mode !== 'owned';
  const { pre, expr: target } = lowerPlace(operand.place, isMutable && !isThrough ? 'borrowMut' : 'read', scope);
  const isRaw = operand.kind === 'load' && mode === 'raw';
  const elements = isRaw ? rust.deref(target) : target;
  const element = (index: Expr): Expr => {
    const place = isRaw
      ? unsafe('rawDeref', rust.index(elements, index), scope, operand.node)
      : rust.index(elements, index);
    if (!byPointer) return place;
    if (isRawCapture(capture, byPointer, scope)) return isMutable ? rust.rawRefMut(place) : rust.rawRefConst(place);
    return isMutable ? rust.refMut(place) : rust.refTo(place);
  };
  const array = operand.type.kind === 'pointer' ? operand.type.child : operand.type;
  // `len()` would make a reference to what lies behind a raw pointer or in a `static mut`.
  const isRawArray = (isRaw || isRawPlace(target)) && array.kind === 'array';
  const length = isRawArray ? rust.int(array.length, 'usize') : rust.method(target, 'len');
  return { pre, pattern: captureOf(capture, scope), iterator: target, length, bind: [], isCounter: false, element };
}

/** The elements of a container: they are looked up in it, one at a time. */
function containerInput(operand: ir.Expr, capture: ir.Local | undefined, byPointer: boolean, scope: Scope): Input {
  const isMutable = byPointer && isMutableCapture(capture, scope);
  if (isMutable) noteMutation(ownerOf(operand, scope.crate.representation), scope);
  const container = (access: Access): Lowered =>
    lowerIndexedContainer(operand, access, scope) ?? unported('this loop over a container', operand.node);
  const { pre, expr: target } = container(isMutable ? 'borrowMut' : 'borrow');
  const element = (index: Expr): Expr => {
    const place = rust.index(withoutDeref(target), index);
    if (!byPointer) return place;
    if (isRawCapture(capture, byPointer, scope)) return isMutable ? rust.rawRefMut(place) : rust.rawRefConst(place);
    return isMutable ? rust.refMut(place) : rust.refTo(place);
  };
  const length = rust.method(container('borrow').expr, 'len');
  return { pre, pattern: captureOf(capture, scope), iterator: target, length, bind: [], isCounter: false, element };
}

/** An array that the loop owns: a copy, as in Zig. */
function arrayInput(operand: ir.Expr, capture: ir.Local | undefined, scope: Scope, isOneOfMany: boolean): Input {
  const lowered = lowerExpr(operand, scope);
  const length = operand.type.kind === 'array' ? rust.int(operand.type.length, 'usize') : undefined;
  const { pre, expr: items } = selfTyped(operand, lowered, scope);
  const iterator = isOneOfMany ? rust.method(items, 'into_iter') : items;
  return {
    pre,
    pattern: captureOf(capture, scope),
    iterator,
    length,
    bind: [],
    isCounter: false,
    element: undefined,
  };
}

/** `for (&array) |x|`: the array is borrowed for the loop. */
function borrowedPlace(place: ir.Place, capture: ir.Local | undefined, byPointer: boolean, scope: Scope): Input {
  const isMutable = byPointer && isMutableCapture(capture, scope);
  if (isMutable) noteMutation(storageLocal(place, scope.crate.representation), scope);
  const lowered = mapLowered(lowerPlace(place, isMutable ? 'borrowMut' : 'borrow', scope), (target) =>
    receiver(target, isMutable),
  );
  const input = referenceInput(lowered, capture, byPointer, scope);
  // `len()` would make a reference to what lies behind a raw pointer or in a `static mut`.
  return place.type.kind === 'array' && isRawPlace(lowered.expr)
    ? { ...input, length: rust.int(place.type.length, 'usize') }
    : input;
}

/** `list[..]`: all of it, which has the iterator itself. */
function withoutFullRange(target: Expr): Expr {
  const isAll = target.kind === 'index' && target.index.kind === 'range' && !target.index.start && !target.index.end;
  return isAll ? target.operand : target;
}

/** What is behind a reference, by its iterator. */
function referenceInput(slice: Lowered, capture: ir.Local | undefined, byPointer: boolean, scope: Scope): Input {
  const isMutable = byPointer && isMutableCapture(capture, scope);
  const borrowed = isMutable && slice.expr.kind === 'ref' ? writable(slice.expr) : slice.expr;
  const held = borrowed.kind === 'ref' ? borrowed.operand : withoutDeref(borrowed);
  const target = receiver(withoutFullRange(held), isMutable);
  const iterator = rust.method(target, isMutable ? 'iter_mut' : 'iter');
  const bound = captureOf(capture, scope);
  // What cannot be copied is looked at where it lies: the iterator yields the reference.
  const isHeld = bound.kind === 'binding' && bound.byRef;
  const isCopied = !byPointer && bound.kind !== 'wildcard' && !isHeld;
  const bind = byPointer && capture !== undefined && isUsed(capture, scope) ? pointerBinding(capture, scope) : [];
  return {
    pre: slice.pre,
    pattern: isCopied ? rust.refPattern(bound) : isHeld ? rust.bind(bound.name) : bound,
    iterator,
    length: rust.method(target, 'len'),
    bind,
    isCounter: false,
    element: undefined,
  };
}

/** A raw slice, or a raw pointer to an array: by index. */
function rawInput(
  operand: ir.Expr,
  slice: Lowered,
  capture: ir.Local | undefined,
  byPointer: boolean,
  scope: Scope,
): Input {
  const isSimple =
    slice.expr.kind === 'path' &&
    operand.kind === 'load' &&
    operand.place.kind === 'local' &&
    operand.place.local.role !== 'var';
  const name = isSimple ? undefined : scope.body.names.temporary('items');
  const target = name === undefined ? slice.expr : rust.path(name);
  const isConst = operand.type.kind === 'pointer' && operand.type.isConst;
  const isArray = operand.type.kind === 'pointer' && operand.type.size === 'one' && operand.type.child.kind === 'array';
  const isMany = operand.type.kind === 'pointer' && (operand.type.size === 'many' || operand.type.size === 'c');
  const length = isMany
    ? undefined
    : isArray && operand.type.kind === 'pointer' && operand.type.child.kind === 'array'
      ? rust.int(operand.type.child.length, 'usize')
      : rust.method(target, 'len');
  // Where nothing is read and the type says how many, the pointer has no use.
  const isUnread = isArray && (capture === undefined || !isUsed(capture, scope)) && isAddress(slice.expr);
  // What a rule gives is a reference, which becomes the raw pointer where a type says so.
  const type = isGivenByRule(operand, scope)
    ? rustType(operand.type, scope.crate.representation.expr(operand), scope)
    : undefined;
  const pre = name === undefined || isUnread ? slice.pre : [...slice.pre, rust.let_(name, slice.expr, type)];
  const element = (index: Expr): Expr => {
    const access = isMany ? rust.deref(rust.method(target, 'add', [index])) : rust.index(rust.deref(target), index);
    const place = unsafe('rawDeref', access, scope, operand.node);
    if (!byPointer) return isUnder(operand.type) ? readUnaligned(place) : place;
    return isConst ? rust.rawRefConst(place) : rust.rawRefMut(place);
  };
  return { pre, pattern: captureOf(capture, scope), iterator: target, length, bind: [], isCounter: false, element };
}

function isGivenByRule(operand: ir.Expr, scope: Scope): boolean {
  const made = operand.kind === 'load' && operand.place.kind === 'temporary' ? operand.place.init : operand;
  if (made.kind !== 'call' || made.callee.kind !== 'instance') return false;
  return scope.crate.rules?.cutAtSignature(made.callee.instance) !== undefined;
}

/** The address of a place, which can be left out. */
function isAddress(expr: Expr): boolean {
  if (expr.kind === 'methodCall' && expr.method === 'cast') return isAddress(expr.receiver);
  return expr.kind === 'rawRef' || expr.kind === 'path';
}

/** One index for all inputs; each element is bound at the head of the body. */
function lowerIndexed(
  expr: ir.For,
  inputs: readonly Input[],
  pre: readonly Statement[],
  scope: Scope,
  tail: Tail | undefined,
): Lowered {
  const counterAt = inputs.findIndex((input) => input.isCounter);
  const counter = counterAt < 0 ? undefined : expr.captures[counterAt];
  const hasCounter = counter !== undefined && isUsed(counter, scope);
  const name = hasCounter ? scope.body.names.of(counter) : scope.body.names.temporary('index');
  const index = rust.path(name);
  const lengths = inputs.flatMap((input) => (input.length === undefined ? [] : [input.length]));
  const checks = lengthChecks(lengths, scope);
  const bind = inputs.flatMap((input, at): Statement[] => {
    const capture = expr.captures[at];
    if (input.isCounter || capture === undefined || !isUsed(capture, scope)) return [];
    const element = input.element === undefined ? rangeElement(expr.inputs[at], input, index) : input.element(index);
    const bound = bindingOf(capture, scope);
    // What cannot be copied is looked at where it lies.
    if (bound.kind === 'binding' && bound.byRef)
      return [rust.let_(rust.bind(bound.name), bound.mutable ? rust.refMut(element) : rust.refTo(element))];
    return [rust.let_(bound, element)];
  });
  const [length] = lengths;
  const isIndexUsed = bind.length > 0 || hasCounter;
  const loop = lowerLoop(expr, scope, tail, (body, label) =>
    rust.forLoop(
      isIndexUsed ? rust.bind(name) : rust.wildcard,
      rust.range(rust.int(0, 'usize'), length),
      { ...body, statements: [...bind, ...body.statements] },
      label,
    ),
  );
  return { pre: [...pre, ...checks, ...loop.pre], expr: loop.expr };
}

/** The element of an input that is no slice, at the loop's index. */
function rangeElement(source: ir.ForInput | undefined, input: Input, index: Expr): Expr {
  if (source?.kind === 'sequence')
    return rust.index(input.iterator.kind === 'methodCall' ? input.iterator.receiver : input.iterator, index);
  if (input.iterator.kind === 'range' && input.iterator.start !== undefined)
    return rust.binary('+', input.iterator.start, index);
  return unported('this combination of inputs of a for');
}

/** Zig checks that all inputs have one length. */
function lengthChecks(lengths: readonly Expr[], scope: Scope): readonly Statement[] {
  const [first, ...rest] = lengths;
  if (first === undefined) return [];
  return rest.map((length) =>
    rust.exprStmt(
      rust.ifElse(
        rust.binary('!=', first, length),
        rust.block([rust.exprStmt(rust.call(rust.path(...runtimePath(scope, 'trap', 'for_len_mismatch')), []))]),
      ),
    ),
  );
}

/** Several inputs by iterators: `a.iter().zip(b).enumerate()`. */
function lowerZipped(
  expr: ir.For,
  inputs: readonly Input[],
  pre: readonly Statement[],
  scope: Scope,
  tail: Tail | undefined,
): Lowered {
  const lengths = inputs.flatMap((input) => (input.length === undefined ? [] : [input.length]));
  const [first, ...rest] = inputs.filter((input) => !input.isCounter || inputs.every((one) => one.isCounter));
  const counter = inputs.find((input) => input.isCounter);
  if (first === undefined) return unported('a for over open ranges only', expr.node);
  let iterator = asIterator(first);
  let { pattern } = first;
  for (const input of rest) {
    iterator = rust.method(iterator, 'zip', [input.iterator]);
    pattern = rust.tuplePattern(pattern, input.pattern);
  }
  if (counter !== undefined && counter !== first && counter.pattern.kind !== 'wildcard') {
    iterator = rust.method(iterator, 'enumerate');
    pattern = rust.tuplePattern(counter.pattern, pattern);
  }
  const loop = lowerLoop(expr, scope, tail, (body, label) =>
    rust.forLoop(pattern, iterator, withBind(body, inputs), label),
  );
  return { pre: [...pre, ...lengthChecks(lengths, scope), ...loop.pre], expr: loop.expr };
}

function asIterator(input: Input): Expr {
  return input.iterator.kind === 'range' ? { kind: 'paren', operand: input.iterator } : input.iterator;
}
