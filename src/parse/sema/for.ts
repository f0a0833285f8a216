/** `for` over ranges, arrays, slices and tuples: typed once, run at comptime, or unrolled where `inline`. */

import type { Block, For, ForInput, Local, Place, Statement } from '../ir/ir.js';
import type { PointerType, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { elementAddress, fieldAddress } from './access.js';
import { elementAlign } from './alignment.js';
import { newTarget, patchBreaks } from './block.js';
import { coerce } from './coerce.js';
import {
  BreakSignal,
  bind,
  DISCARD,
  type Env,
  fail,
  forType,
  NONE,
  newLocal,
  REF,
  type ResultLocation,
  withMode,
  withTarget,
} from './env.js';
import { expr } from './expr.js';
import { deref } from './memory.js';
import { addressOfPlace, intValue, isUnknown, known, type Operand, runtime, toIr, VOID } from './operand.js';
import { T } from './pool.js';
import { typeName } from './print-type.js';
import { unrolledLoop } from './unroll.js';
import { loopElse, loopType, runIteration } from './while.js';

/** An input, analysed: a start (and end) of a range, or the address of a sequence. */
type Input =
  | { readonly kind: 'range'; readonly low: Operand; readonly high: Operand | undefined }
  | { readonly kind: 'sequence'; readonly object: Operand; readonly type: Type; readonly length: number | undefined };

export function analyseFor(env: Env, node: ast.For, location: ResultLocation): Operand {
  const inputs = node.inputs.map((input, index) => analyseInput(env, input, node.captures[index]));
  if (env.mode !== 'runtime') return runFor(withMode(env, 'comptime'), node, inputs, location);
  if (node.isInline) return inlineFor(env, node, inputs, location);
  if (inputs.some((input) => isEmpty(input)))
    return node.else ? expr(env, node.else, location) : known(T.void, VOID, node);
  const target = newTarget(env, node.label?.text, 'loop', location);
  let scope = env;
  const captures = node.captures.map((capture, index) => {
    if (capture.name.text === '_') return undefined;
    const local = newLocal(
      env,
      capture.name.text,
      captureType(env, inputs[index]!, capture, node),
      false,
      'capture',
      capture.name,
    );
    scope = bind(scope, local.name, { kind: 'local', local });
    return local;
  });
  return typedFor(env, node, inputs, captures, target, scope, location);
}

function typedFor(
  env: Env,
  node: ast.For,
  inputs: readonly Input[],
  captures: readonly (Local | undefined)[],
  target: ReturnType<typeof newTarget>,
  scope: Env,
  location: ResultLocation,
): Operand {
  const body = expr(withTarget(scope, target), node.body, DISCARD);
  const otherwise = node.else && expr(env, node.else, location);
  const type = loopType(env, target, otherwise, false, location, node);
  patchBreaks(env, target, type);
  const irInputs = inputs.map((input, index) => inputIr(env, input, node.captures[index]?.byPointer ?? false, node));
  const ir: For = {
    kind: 'for',
    type,
    node,
    label: target.label,
    inputs: irInputs,
    captures,
    body: toIr(body),
    else: otherwise && loopElse(env, otherwise, type),
  };
  return runtime(ir);
}

function analyseInput(env: Env, input: ast.ForInput, capture: ast.Capture | undefined): Input {
  if (input.kind === 'range') {
    const low = coerce(env, expr(env, input.low, forType(T.usize)), T.usize, input.low);
    const high = input.high && coerce(env, expr(env, input.high, forType(T.usize)), T.usize, input.high);
    return { kind: 'range', low, high };
  }
  const object = expr(env, input.value, REF);
  if (isUnknown(object)) fail(env, input.value, 'the looped-over value could not be analysed');
  void capture;
  const type = (object.type as PointerType).child;
  return { kind: 'sequence', object, type, length: sequenceLength(env, object, type, input.value) };
}

/** No iteration: the body is then not analysed. */
function isEmpty(input: Input): boolean {
  if (input.kind === 'sequence') return input.length === 0;
  const [low, high] = [input.low.value, input.high?.value];
  return low?.kind === 'int' && high?.kind === 'int' && low.int === high.int;
}

function sequenceLength(env: Env, object: Operand, type: Type, node: ast.Node): number | undefined {
  switch (type.kind) {
    case 'array':
    case 'vector':
      return type.length;
    case 'tuple':
      return type.elements.length;
    case 'pointer': {
      if (type.size === 'one') return sequenceLength(env, object, type.child, node);
      if (type.size !== 'slice') return undefined;
      const value = object.value ? deref(env, object, node).value : undefined;
      return value?.kind === 'slice' ? value.length : undefined;
    }
    default:
      return fail(env, node, `cannot loop over \`${typeName(type)}\``);
  }
}

function captureType(env: Env, input: Input, capture: ast.Capture, node: ast.Node): Type {
  if (input.kind === 'range') return T.usize;
  const pointer = input.type.kind === 'pointer' ? input.type : (input.object.type as PointerType);
  const sequence = input.type.kind === 'pointer' && input.type.size === 'one' ? input.type.child : input.type;
  const child =
    sequence.kind === 'array' || sequence.kind === 'vector' || sequence.kind === 'pointer'
      ? sequence.child
      : fail(env, node, `cannot loop over \`${typeName(input.type)}\` at run time`);
  const align = elementAlign(env, pointer.align, child, undefined, node);
  return capture.byPointer
    ? env.cx.pool.pointer(child, { isConst: pointer.isConst, isVolatile: pointer.isVolatile, align })
    : child;
}

function inputIr(env: Env, input: Input, byPointer: boolean, node: ast.Node): ForInput {
  if (input.kind === 'range') return { kind: 'range', low: toIr(input.low), high: input.high && toIr(input.high) };
  if (input.type.kind === 'array' && byPointer)
    return { kind: 'sequence', operand: toIr({ ...input.object, node }), byPointer };
  return { kind: 'sequence', operand: toIr(deref(env, input.object, input.object.node)), byPointer };
}

/** The number of iterations, where inputs known at comptime say it. */
function knownLength(env: Env, inputs: readonly Input[], node: ast.Node): number {
  for (const input of inputs) {
    if (input.kind === 'sequence' && input.length !== undefined) return input.length;
    if (input.kind === 'range' && input.high?.value?.kind === 'int' && input.low.value?.kind === 'int')
      return Number(input.high.value.int) - Number(input.low.value.int);
  }
  return fail(env, node, 'the number of iterations is not known at comptime');
}

/** What the captures are in iteration `index`. */
function bindIteration(env: Env, node: ast.For, inputs: readonly Input[], index: number): Env {
  let scope = env;
  for (const [at, capture] of node.captures.entries()) {
    if (capture.name.text === '_') continue;
    scope = bindElement(scope, capture, inputs[at]!, index, node);
  }
  return scope;
}

function bindElement(env: Env, capture: ast.Capture, input: Input, index: number, node: ast.For): Env {
  if (input.kind === 'range') {
    if (input.low.value?.kind !== 'int')
      return bindRuntimeElement(env, capture, rangeElement(env, input.low, index, node));
    const low = Number(input.low.value.int);
    return bind(env, capture.name.text, {
      kind: 'value',
      type: T.usize,
      value: intValue(low + index),
      local: undefined,
    });
  }
  const at = known(T.usize, intValue(index), node);
  const address =
    input.type.kind === 'tuple'
      ? fieldAddress(env, input.object, input.type, index, String(index), input.type.elements[index]!.type, node)
      : elementAddress(env, input.object, at, node);
  const operand = capture.byPointer ? address : deref(env, address, node);
  if (operand.value !== undefined)
    return bind(env, capture.name.text, { kind: 'value', type: operand.type, value: operand.value, local: undefined });
  return bindRuntimeElement(env, capture, operand);
}

/** Element `index` of a range whose start is known at run time. */
function rangeElement(env: Env, low: Operand, index: number, node: ast.For): Operand {
  if (env.mode !== 'runtime') fail(env, node, 'the start of the range is not known at comptime');
  if (index === 0) return low;
  const right = toIr(known(T.usize, intValue(index), node));
  return runtime({ kind: 'arithmetic', type: T.usize, node, operator: '+', left: toIr(low), right });
}

/** An element that is only known at run time: its load is what the name stands for. */
function bindRuntimeElement(env: Env, capture: ast.Capture, operand: Operand): Env {
  const local = newLocal(env, capture.name.text, operand.type, false, 'capture', capture.name);
  elementInits.set(local, operand);
  return bind(env, local.name, { kind: 'local', local });
}
/** Initialisers of captures in unrolled iterations; `takeInits` makes them `let`s of the iteration's block. */
const elementInits = new WeakMap<Local, Operand>();

function runFor(env: Env, node: ast.For, inputs: readonly Input[], location: ResultLocation): Operand {
  const target = newTarget(env, node.label?.text, 'loop', location);
  const length = knownLength(env, inputs, node);
  try {
    for (let index = 0; index < length; index++) {
      if (!env.cx.spend(1)) fail(env, node, 'evaluation at comptime takes too many steps');
      runIteration(withTarget(bindIteration(env, node, inputs, index), target), target, node.body);
    }
    return node.else ? expr(env, node.else, location) : known(T.void, VOID, node);
  } catch (signal) {
    if (signal instanceof BreakSignal && signal.target === target) return signal.operand ?? known(T.void, VOID, node);
    throw signal;
  }
}

function inlineFor(env: Env, node: ast.For, analysed: readonly Input[], location: ResultLocation): Operand {
  const length = knownLength(env, analysed, node);
  const starts: Statement[] = [];
  const inputs = analysed.map((input) => withFixedStart(env, input, starts, node));
  const lets: { readonly local: Local; readonly init: Operand }[][] = [];
  const result = unrolledLoop(env, node, node.label?.text, location, (iterate) => {
    for (let index = 0; index < length; index++) {
      const before = env.frame?.locals.length ?? 0;
      const scope = bindIteration(env, node, inputs, index);
      const fresh = (env.frame?.locals.slice(before) ?? []).flatMap((local) =>
        elementInits.has(local) ? [{ local, init: elementInits.get(local)! }] : [],
      );
      lets.push(fresh);
      if (!iterate(scope)) return undefined;
    }
    return node.else;
  });
  return behindStarts(env, withElementLets(result, lets), starts, node);
}

/** A range whose start is known at run time only evaluates it once, before the first iteration. */
function withFixedStart(env: Env, input: Input, starts: Statement[], node: ast.For): Input {
  if (input.kind !== 'range' || input.low.value !== undefined || env.mode !== 'runtime') return input;
  const local = newLocal(env, 'start', T.usize, false, 'const', undefined);
  starts.push({ kind: 'let', local, init: toIr(input.low), node });
  const place: Place = { kind: 'local', local, type: T.usize, node: input.low.node };
  return { ...input, low: runtime({ kind: 'load', place, type: T.usize, node: input.low.node }) };
}

/** The loop behind the variables that hold the starts of its ranges. */
function behindStarts(env: Env, loop: Operand, starts: readonly Statement[], node: ast.For): Operand {
  if (starts.length === 0) return loop;
  if (loop.type.kind !== 'void' && loop.type.kind !== 'noreturn')
    fail(env, node, 'an inline loop with a value over a range that starts at run time');
  const statements: Statement[] = [...starts, { kind: 'expr', expr: toIr(loop), node }];
  const block: Block = { label: undefined, statements, node, type: loop.type };
  return runtime({ kind: 'block', block, type: loop.type, node });
}

/** Puts the `let` of each run-time capture at the head of its iteration. */
function withElementLets(
  result: Operand,
  lets: readonly { readonly local: Local; readonly init: Operand }[][],
): Operand {
  if (result.ir?.kind !== 'unrolled' || lets.every((one) => one.length === 0)) return result;
  const iterations = result.ir.iterations.map((block, index) => ({
    ...block,
    statements: [
      ...(lets[index] ?? []).map(({ local, init }) => ({
        kind: 'let' as const,
        local,
        init: toIr(init),
        node: block.node,
      })),
      ...block.statements,
    ],
  }));
  return { ...result, ir: { ...result.ir, iterations } };
}

export { addressOfPlace, NONE };
