/** `.{ .x = 1 }` with no type to take: a value of an anonymous struct, one type for each literal and field types. */

import type { FieldInit } from '../ir/ir.js';
import type { StructField, StructType } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { type Env, NONE } from './env.js';
import { expr } from './expr.js';
import { anonymousName } from './naming.js';
import { aggregate, isNoReturn, known, type Operand, toIr } from './operand.js';
import { freshTypeId } from './pool.js';
import type { ContainerRecord } from './records.js';
import { instantiateSyntheticContainer } from './reify-container.js';

export function anonymousStruct(env: Env, node: ast.StructInit): Operand {
  const operands = node.fields.map((field) => expr(env, field.value, NONE));
  const stop = operands.find(isNoReturn);
  if (stop) return stop;
  const keys: number[] = [env.cx.pool.objectId(node)];
  for (const operand of operands) keys.push(operand.type.id, operand.value ? env.cx.pool.valueId(operand.value) : 0);
  const slot = env.cx.reifyMemo.at(keys);
  slot.value ??= makeType(env, node, operands);
  const type = slot.value as StructType;
  const values = operands.map((operand) => operand.value);
  const value = values.every((one) => one !== undefined) ? aggregate(values as Value[]) : undefined;
  if (env.mode === 'comptime' && value) return known(type, value, node);
  const fields: FieldInit[] = operands.map((operand, index) => ({ index, value: toIr(operand), isDefault: false }));
  return { type, value, node, ir: { kind: 'structInit', type, node, fields, isInPlace: false, value } };
}

function makeType(env: Env, node: ast.StructInit, operands: readonly Operand[]): StructType {
  const parent = env.container as ContainerRecord;
  const container = instantiateSyntheticContainer(env, parent, anonymousName(env.cx, 'struct'));
  container.literal = node;
  const fields: StructField[] = node.fields.map((field, index) => {
    const operand = operands[index]!;
    return {
      name: field.name.text,
      type: operand.type,
      isComptime: operand.value !== undefined,
      defaultValue: operand.value,
      align: 0,
      index,
    };
  });
  const type: StructType = {
    kind: 'struct',
    id: freshTypeId(),
    container,
    layout: 'auto',
    fields,
    backingInt: undefined,
  };
  container.type = type;
  return type;
}
