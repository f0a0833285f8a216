/** Prongs of a switch: what an `else` stands for, what captures bind, and the copies of an `inline` prong. */

import type { Local } from '../ir/ir.js';
import type { PointerType, Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { coerce } from './coerce.js';
import { bind, type Env, fail, newLocal } from './env.js';
import { errorNames, isErrorSet, isOpenErrorSet } from './error-set.js';
import { ensureFields, unionFieldOfTag } from './fields.js';
import * as int from './int.js';
import { extendPointer } from './memory.js';
import { boolValue, intValue, known, type Operand } from './operand.js';
import { peerType } from './peer.js';
import type { ItemisedProng, ProngItem } from './switch.js';

export interface SwitchOperand {
  readonly operand: Operand;
  /** The operand's address, where a prong captures by pointer. */
  readonly pointer: Operand | undefined;
  readonly type: Type;
  /** The type of the items: the tag's for a union. */
  readonly itemType: Type;
  readonly value: Value | undefined;
}

const covers = (item: ProngItem, value: int.IntLike): boolean => {
  const low = item.low as { int: int.IntLike };
  return item.high ? value >= low.int && value <= (item.high as { int: int.IntLike }).int : low.int === value;
};

/** The values that `else` stands for, where they can be counted. */
export function remainingValues(
  env: Env,
  operand: SwitchOperand,
  prongs: readonly ItemisedProng[],
  node: ast.Node,
): Value[] | undefined {
  const items = prongs.flatMap((prong) => prong.items);
  const type = operand.itemType;
  if (type.kind === 'enum') {
    return ensureFields(env, type, node)
      .map((field) => int.normal(field.value))
      .filter((value) => !items.some((item) => covers(item, value)))
      .map((value) => ({ kind: 'enum', int: value }));
  }
  if (isErrorSet(type)) {
    const names = isOpenErrorSet(type) ? 'any' : errorNames(env, type);
    if (names === 'any') return undefined;
    return [...names]
      .filter((name) => !items.some((item) => item.low.kind === 'error' && item.low.name === name))
      .map((name) => ({ kind: 'error', name }));
  }
  if (type.kind === 'bool')
    return [true, false]
      .filter((bool) => !items.some((item) => item.low.kind === 'bool' && item.low.bool === bool))
      .map(boolValue);
  if (type.kind === 'int' && type.bits <= 8) {
    const [low, high] = int.limitsOf(type);
    return Array.from({ length: Number(high) - Number(low) + 1 }, (_, index) => Number(low) + index)
      .filter((value) => !items.some((item) => covers(item, value)))
      .map(intValue);
  }
  return undefined;
}

/** The copies of an `inline` prong: one for each value it stands for. */
export function inlineProngs(
  env: Env,
  operand: SwitchOperand,
  prong: ItemisedProng,
  prongs: readonly ItemisedProng[],
  node: ast.Node,
): ItemisedProng[] {
  const single = (low: Value, at: ast.SwitchItem | undefined): ItemisedProng => ({
    node: prong.node,
    items: [{ low, high: undefined, node: at }],
  });
  if (prong.items.length === 0) {
    const values =
      remainingValues(env, operand, prongs, node) ??
      fail(env, prong.node, '`inline else` over values that cannot be counted');
    return values.map((value) => single(value, undefined));
  }
  return prong.items.flatMap((item) => {
    if (!item.high) return [single(item.low, item.node)];
    const low = (item.low as { int: int.IntLike }).int;
    const high = (item.high as { int: int.IntLike }).int;
    return Array.from({ length: Number(high) - Number(low) + 1 }, (_, index) =>
      single(
        item.low.kind === 'enum' ? { kind: 'enum', int: int.add(low, index) } : intValue(int.add(low, index)),
        item.node,
      ),
    );
  });
}

interface Captured {
  readonly env: Env;
  readonly capture: Local | undefined;
  readonly tagCapture: Local | undefined;
}

/** Binds the captures of a prong. `value`: the operand where it is known. */
export function captureEnv(
  env: Env,
  operand: SwitchOperand,
  prong: ItemisedProng,
  prongs: readonly ItemisedProng[],
  value: Value | undefined,
): Captured {
  const { capture, tagCapture } = prong.node;
  const only = prong.node.isInline && prong.items.length === 1 ? prong.items[0]!.low : undefined;
  let scope = env;
  let local: Local | undefined;
  let tagLocal: Local | undefined;
  if (capture && capture.name.text !== '_') {
    const bound =
      operand.type.kind === 'union'
        ? unionCapture(scope, operand, operand.type, prong, value)
        : plainCapture(scope, operand, prong, prongs, value ?? only);
    scope = bound.env;
    local = bound.local;
  }
  if (tagCapture && tagCapture.text !== '_') {
    const tag =
      only ??
      (value?.kind === 'union' && operand.type.kind === 'union'
        ? tagValue(env, operand.type, value.field, prong.node)
        : undefined);
    if (tag)
      scope = bind(scope, tagCapture.text, { kind: 'value', type: operand.itemType, value: tag, local: undefined });
    else {
      tagLocal = newLocal(env, tagCapture.text, operand.itemType, false, 'capture', tagCapture);
      scope = bind(scope, tagLocal.name, { kind: 'local', local: tagLocal });
    }
  }
  return { env: scope, capture: local, tagCapture: tagLocal };
}

function tagValue(env: Env, type: Extract<Type, { kind: 'union' }>, field: number, node: ast.Node): Value {
  const name = ensureFields(env, type, node)[field]!.name;
  const tag = ensureFields(env, type.tag!, node).find((one) => one.name === name)!;
  return { kind: 'enum', int: int.normal(tag.value) };
}

function bindCapture(
  env: Env,
  name: ast.Name,
  type: Type,
  value: Value | undefined,
): { env: Env; local: Local | undefined } {
  if (value !== undefined)
    return { env: bind(env, name.text, { kind: 'value', type, value, local: undefined }), local: undefined };
  const local = newLocal(env, name.text, type, false, 'capture', name);
  return { env: bind(env, local.name, { kind: 'local', local }), local };
}

/** The operand itself: of its type, or for errors the narrower set of the items. */
function plainCapture(
  env: Env,
  operand: SwitchOperand,
  prong: ItemisedProng,
  prongs: readonly ItemisedProng[],
  value: Value | undefined,
) {
  const { capture } = prong.node;
  let type = operand.type;
  if (isErrorSet(type)) {
    const names =
      prong.items.length > 0 ? prong.items.map((item) => item.low) : remainingValues(env, operand, prongs, prong.node);
    if (names) type = env.cx.pool.errorSet(names.flatMap((value) => (value.kind === 'error' ? [value.name] : [])));
  }
  return bindCapture(
    env,
    capture!.name,
    capture!.byPointer ? (operand.pointer?.type ?? type) : type,
    capture!.byPointer ? operand.pointer?.value : value,
  );
}

/** The payload of the fields that the prong stands for. */
function unionCapture(
  env: Env,
  operand: SwitchOperand,
  type: Extract<Type, { kind: 'union' }>,
  prong: ItemisedProng,
  value: Value | undefined,
) {
  const capture = prong.node.capture!;
  const fields = ensureFields(env, type, prong.node);
  if (prong.items.length === 0) return bindCapture(env, capture.name, operand.type, value);
  const listed = prong.items.map(
    (item) => fields[unionFieldOfTag(env, type, (item.low as { int: int.IntLike }).int, prong.node)]!,
  );
  const selected = listed.filter((field) => field.type.kind !== 'noreturn');
  const first = selected[0]!;
  const isUniform = selected.every((field) => field.type === first.type);
  const payload = isUniform
    ? first.type
    : peerType(
        env,
        selected.map((field) => ({ type: field.type, value: undefined, ir: undefined, node: prong.node })),
        prong.node,
      );
  const active = value?.kind === 'union' ? fields[value.field] : undefined;
  if (!capture.byPointer) {
    const held = active && value?.kind === 'union' ? known(active.type, value.payload, prong.node) : undefined;
    return bindCapture(env, capture.name, payload, held && coerce(env, held, payload, prong.node).value);
  }
  const pointerType = operand.pointer!.type as PointerType;
  const address =
    operand.pointer!.value?.kind === 'pointer' && env.mode !== 'runtime'
      ? extendPointer(operand.pointer!.value, { kind: 'field', index: (active ?? first).index })
      : undefined;
  return bindCapture(
    env,
    capture.name,
    env.cx.pool.pointer(payload, { isConst: pointerType.isConst, isVolatile: pointerType.isVolatile }),
    address,
  );
}
