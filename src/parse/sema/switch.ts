/**
 * `switch` on integers, enums, unions, error sets, types and bools. Decided at comptime where the operand is known. `inline` prongs
 * are typed once for each value; a labelled switch is a loop over its operand.
 */

import type { Expr, Local, Place, Prong } from '../ir/ir.js';
import type { PointerType, Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { visit } from '../syntax/children.js';
import { foldCompare } from './arithmetic.js';
import { newTarget, patchBreaks, resultType } from './block.js';
import { coerce } from './coerce.js';
import { keepEffects } from './effects.js';
import {
  BreakSignal,
  ContinueSignal,
  type Env,
  fail,
  forType,
  type JumpTarget,
  NONE,
  REF,
  type ResultLocation,
  wantedType,
  withMode,
  withTarget,
} from './env.js';
import { isErrorSet } from './error-set.js';
import { expr, exprAs } from './expr.js';
import { ensureFields, unionFieldOfTag } from './fields.js';
import { armIr } from './if.js';
import { deref } from './memory.js';
import {
  isNoReturn,
  isUnknown,
  known,
  type Operand,
  placeOf,
  runtime,
  toIr,
  unwrappingError,
  VOID,
} from './operand.js';
import { T } from './pool.js';
import { mentionsSkolem } from './skolem.js';
import { captureEnv, inlineProngs, remainingValues, type SwitchOperand } from './switch-prong.js';

export interface ProngItem {
  readonly low: Value;
  readonly high: Value | undefined;
  readonly node: ast.SwitchItem | undefined;
}
/** A prong with its items evaluated; one without items stands for the rest. */
export interface ItemisedProng {
  readonly node: ast.SwitchProng;
  readonly items: readonly ProngItem[];
}

export function analyseSwitch(env: Env, node: ast.Switch, location: ResultLocation): Operand {
  const operand = switchOperand(env, node);
  if ('stop' in operand) return operand.stop;
  if (isMemberless(env, operand.type, node)) return keepEffects(operand.operand.ir, known(T.void, VOID, node));
  if (node.label && env.mode !== 'runtime') return runLabelledSwitch(env, node, operand, location);
  const target = node.label && switchTarget(env, node, operand, location);
  const inner = target ? withTarget(env, target) : env;
  const prongs = itemise(inner, node, operand);
  if (operand.value !== undefined && !target)
    return keepEffects(operand.operand.ir, decidedSwitch(inner, node, operand, operand.value, prongs, location));
  if (
    operand.value !== undefined &&
    target &&
    !continuesSelf(node, prongs[selectProng(env, operand, operand.value, prongs, node)])
  ) {
    return decidedLabelled(
      inner,
      target,
      decidedSwitch(inner, node, operand, operand.value, prongs, location),
      location,
      node,
    );
  }
  if (env.mode !== 'runtime') return fail(env, node, 'the operand of this switch is not known at comptime');
  return typedSwitch(inner, node, operand, prongs, target, location);
}

/** A switch without prongs goes on, as in Zig: of an enum without members there can be a value, from undefined memory. */
function isMemberless(env: Env, type: Type, node: ast.Switch): boolean {
  return type.kind === 'enum' && ensureFields(env, type, node).length === 0 && !type.isNonExhaustive;
}

/** The operand by value, and by address where a prong captures a pointer. */
function switchOperand(env: Env, node: ast.Switch): SwitchOperand | { readonly stop: Operand } {
  const byPointer = node.prongs.some((prong) => prong.capture?.byPointer);
  const pointer = byPointer ? expr(env, node.operand, REF) : undefined;
  const value = pointer
    ? isUnknown(pointer) || isNoReturn(pointer)
      ? pointer
      : deref(env, pointer, node.operand)
    : expr(env, node.operand, NONE);
  if (isNoReturn(value)) return { stop: value };
  if (isUnknown(value)) fail(env, node.operand, 'the operand of this switch could not be analysed');
  const { type } = value;
  if (value.value?.kind === 'type' && mentionsSkolem(value.value.type))
    fail(env, node.operand, 'a branch depends on a type parameter');
  if (type.kind === 'union') ensureFields(env, type, node);
  const itemType = type.kind === 'union' ? (type.tag ?? fail(env, node, 'a switch on a union without a tag')) : type;
  return { operand: value, pointer, type, itemType, value: value.value };
}

function switchTarget(env: Env, node: ast.Switch, operand: SwitchOperand, location: ResultLocation): JumpTarget {
  return {
    // A `break` out of a switch hands its operand over as a value.
    ...newTarget(env, node.label?.text, 'switch', forType(wantedType(location))),
    operandType: operand.type,
    operandByAddress: operand.pointer !== undefined,
  };
}

const isUnderscore = (item: ast.SwitchItem): boolean =>
  item.kind === 'identifier' && item.name.text === '_' && !item.name.quoted;

/**
 * The items of each prong. `_` stands for the values of a non-exhaustive enum that have no name; beside it, `else` stands for the names
 * that no other prong lists.
 */
function itemise(env: Env, node: ast.Switch, operand: SwitchOperand): ItemisedProng[] {
  const comptime = withMode(env, 'comptime');
  const isUnnamed = (prong: ast.SwitchProng): boolean => prong.items.some(isUnderscore);
  const prongs = node.prongs.map(
    (prong): ItemisedProng => ({
      node: prong,
      items: isUnnamed(prong) ? [] : prong.items.flatMap((item) => itemsOf(comptime, item, operand)),
    }),
  );
  if (!node.prongs.some(isUnnamed) || !node.prongs.some((prong) => prong.isElse)) return prongs;
  const beside = node.prongs
    .filter(isUnnamed)
    .flatMap((prong) =>
      prong.items.filter((item) => !isUnderscore(item)).flatMap((item) => itemsOf(comptime, item, operand)),
    );
  const named = remainingValues(env, operand, [...prongs, { node: node.prongs[0]!, items: beside }], node) ?? [];
  return prongs.flatMap((prong) =>
    prong.node.isElse
      ? named.length > 0
        ? [{ node: prong.node, items: named.map((low) => ({ low, high: undefined, node: undefined })) }]
        : []
      : [prong],
  );
}

function itemsOf(env: Env, item: ast.SwitchItem, operand: SwitchOperand): ProngItem[] {
  if (item.kind === 'switchRange') {
    const low = itemValue(env, exprAs(env, item.low, operand.itemType), item);
    return [{ low, high: itemValue(env, exprAs(env, item.high, operand.itemType), item), node: item }];
  }
  const raw = expr(env, item, forType(operand.itemType));
  return [{ low: itemValue(env, coerce(env, raw, operand.itemType, item), item), high: undefined, node: item }];
}
function itemValue(env: Env, operand: Operand, node: ast.Node): Value {
  return operand.value ?? fail(env, node, 'a switch item must be known at comptime');
}

/** Whether a known operand matches an item. */
export function matches(env: Env, value: Value, item: ProngItem): boolean {
  if (item.high) return foldCompare('>=', value, item.low) === true && foldCompare('<=', value, item.high) === true;
  return foldCompare('==', value, item.low) ?? env.cx.pool.valueId(value) === env.cx.pool.valueId(item.low);
}

/** The tag value of a known operand, as items are compared with it. */
function itemForm(env: Env, operand: SwitchOperand, value: Value, node: ast.Node): Value {
  if (value.kind !== 'union' || operand.type.kind !== 'union') return value;
  return coerce(env, known(operand.type, value, node), operand.itemType, node).value!;
}

function selectProng(
  env: Env,
  operand: SwitchOperand,
  value: Value,
  prongs: readonly ItemisedProng[],
  node: ast.Node,
): number {
  const form = itemForm(withMode(env, 'comptime'), operand, value, node);
  const found = prongs.findIndex((prong) => prong.items.some((item) => matches(env, form, item)));
  return found >= 0 ? found : prongs.findIndex((prong) => prong.items.length === 0);
}

function decidedSwitch(
  env: Env,
  node: ast.Switch,
  operand: SwitchOperand,
  value: Value,
  prongs: readonly ItemisedProng[],
  location: ResultLocation,
): Operand {
  const index = selectProng(env, operand, value, prongs, node);
  const prong = prongs[index] ?? fail(env, node, 'no prong matches this value');
  const {
    env: inner,
    capture,
    tagCapture,
  } = captureEnv(env, operand, copyFor(env, operand, value, prong), prongs, value);
  const body = expr(inner, prong.node.body, location);
  if (env.mode === 'comptime' || (!body.ir && !isNoReturn(body) && body.type.kind !== 'void')) return body;
  const made: Prong = {
    node: prong.node,
    items: prong.items,
    isElse: prong.items.length === 0,
    remaining: undefined,
    capture,
    captureByPointer: prong.node.capture?.byPointer ?? false,
    tagCapture,
    body: toIr(body),
  };
  return {
    type: body.type,
    value: body.value,
    node,
    ir: {
      kind: 'switch',
      type: body.type,
      node,
      operand: toIr(operand.operand),
      label: undefined,
      prongs: [made],
      // The only prong that is kept.
      taken: 0,
      value: body.value,
    },
  };
}

/** The copy of an `inline` prong for a value: that value is all it stands for. */
function copyFor(env: Env, operand: SwitchOperand, value: Value, prong: ItemisedProng): ItemisedProng {
  if (!prong.node.isInline) return prong;
  const low = itemForm(withMode(env, 'comptime'), operand, value, prong.node);
  return { node: prong.node, items: [{ low, high: undefined, node: undefined }] };
}

/** Whether a prong jumps back to its switch, so that its being taken decides nothing. */
function continuesSelf(node: ast.Switch, prong: ItemisedProng | undefined): boolean {
  let found = false;
  if (prong)
    visit(prong.node.body, (inner) => {
      if (inner.kind === 'continue' && inner.label?.text === node.label?.text) found = true;
    });
  return found;
}

/** A labelled switch that is decided: its value comes from the prong or from breaks in it. */
function decidedLabelled(
  env: Env,
  target: JumpTarget,
  body: Operand,
  location: ResultLocation,
  node: ast.Switch,
): Operand {
  const [only] = target.results;
  if (
    only?.value !== undefined &&
    target.results.length === 1 &&
    isNoReturn(body) &&
    body.ir?.kind === 'switch' &&
    body.ir.prongs[0]?.body.kind === 'break'
  )
    return { ...only, ir: undefined };
  if (target.results.length === 0) return body;
  const type = resultType(env, [...target.results, body], false, location, node);
  patchBreaks(env, target, type);
  if (body.ir?.kind !== 'switch') return body;
  return runtime({ ...body.ir, type, label: target.label, value: undefined });
}

/** One prong typed: its captures and its body. */
export interface TypedProng {
  readonly prong: ItemisedProng;
  readonly env: Env;
  readonly body: Operand;
  readonly capture: Local | undefined;
  readonly tagCapture: Local | undefined;
  readonly remaining: readonly Value[] | undefined;
}

function typedProng(
  env: Env,
  operand: SwitchOperand,
  prong: ItemisedProng,
  prongs: readonly ItemisedProng[],
  remaining: readonly Value[] | undefined,
  location: ResultLocation,
): TypedProng {
  if (isImpossible(env, operand, prong)) {
    const body = runtime({ kind: 'unreachable', type: T.noreturn, node: prong.node.body, cause: 'implied' });
    return { prong, env, body, capture: undefined, tagCapture: undefined, remaining };
  }
  const bound = captureEnv(env, operand, prong, prongs, undefined);
  const body = expr(bound.env, prong.node.body, location);
  return {
    prong,
    env: bound.env,
    body: isErrorSet(operand.itemType) ? unwrappingError(body) : body,
    capture: bound.capture,
    tagCapture: bound.tagCapture,
    remaining,
  };
}

/** A prong for union fields of `noreturn`: no value has one. */
function isImpossible(env: Env, operand: SwitchOperand, prong: ItemisedProng): boolean {
  const { type } = operand;
  if (type.kind !== 'union' || prong.items.length === 0) return false;
  return prong.items.every((item) => {
    const field = item.low.kind === 'enum' ? unionFieldOfTag(env, type, item.low.int, prong.node) : -1;
    return ensureFields(env, type, prong.node)[field]?.type.kind === 'noreturn';
  });
}

function typedSwitch(
  env: Env,
  node: ast.Switch,
  operand: SwitchOperand,
  prongs: readonly ItemisedProng[],
  target: ReturnType<typeof newTarget> | undefined,
  location: ResultLocation,
): Operand {
  const typed: TypedProng[] = [];
  for (const prong of prongs) {
    for (const one of prong.node.isInline ? inlineProngs(env, operand, prong, prongs, node) : [prong]) {
      const remaining = one.items.length === 0 ? remainingValues(env, operand, prongs, node) : undefined;
      // An `else` that no error is left for is never reached, and not analysed.
      if (remaining?.length === 0 && isErrorSet(operand.itemType)) continue;
      typed.push(typedProng(env, operand, one, prongs, remaining, location));
    }
  }
  const results = [...typed.map((one) => one.body), ...(target?.results ?? [])];
  const type = resultType(env, results, false, location, node);
  if (target) patchBreaks(env, target, type);
  const made = typed.map(
    (one): Prong => ({
      node: one.prong.node,
      items: one.prong.items,
      isElse: one.prong.items.length === 0,
      remaining: one.remaining,
      capture: one.capture,
      captureByPointer: one.prong.node.capture?.byPointer ?? false,
      tagCapture: one.tagCapture,
      body: armIr(one.env, one.body, type, one.prong.node),
    }),
  );
  const matched: Expr | Place = operand.pointer
    ? placeOf(operand.pointer, (operand.pointer.type as PointerType).child, node.operand, true)
    : toIr(operand.operand);
  return runtime({
    kind: 'switch',
    type,
    node,
    operand: matched,
    label: target?.label,
    prongs: made,
    taken: undefined,
  });
}

/** A labelled switch at comptime: `continue :label value` runs it again. */
function runLabelledSwitch(env: Env, node: ast.Switch, first: SwitchOperand, location: ResultLocation): Operand {
  const comptime = withMode(env, 'comptime');
  let operand = first;
  for (;;) {
    if (!env.cx.spend(1)) fail(env, node, 'evaluation at comptime takes too many steps');
    const value = operand.value ?? fail(env, node, 'the operand of this switch is not known at comptime');
    const current = switchTarget(comptime, node, operand, location);
    const inner = withTarget(comptime, current);
    try {
      return decidedSwitch(inner, node, operand, value, itemise(inner, node, operand), location);
    } catch (signal) {
      if (signal instanceof BreakSignal && signal.target === current)
        return signal.operand ?? known(T.void, VOID, node);
      if (!(signal instanceof ContinueSignal) || signal.target !== current) throw signal;
      const given = signal.operand ?? fail(env, node, '`continue` of a switch needs a value');
      const next = operand.pointer ? deref(comptime, given, node) : given;
      operand = { ...operand, operand: next, pointer: operand.pointer && given, value: next.value };
    }
  }
}

export type { Type };
