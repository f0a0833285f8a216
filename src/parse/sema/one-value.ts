/** Types with one value only (`u0`, an enum of one tag, a struct of such fields): whatever computes one, its value is known. */

import type { EnumType, StructType, Type, UnionType } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import type { Env } from './env.js';
import { ensureFields } from './fields.js';
import * as int from './int.js';
import { aggregate, intValue, NULL } from './operand.js';
import type { ContainerRecord } from './records.js';

const cache = new WeakMap<Type, Value | null>();

/** The only value of the type, or undefined where it has more than one or none. `void` is left to its own rules. */
export function onlyValue(env: Env, type: Type, node: ast.Node): Value | undefined {
  switch (type.kind) {
    case 'int':
      return type.bits === 0 ? intValue(0) : undefined;
    case 'optional':
      return type.child.kind === 'noreturn' ? NULL : undefined;
    case 'array':
    case 'vector': {
      if (type.length === 0) return aggregate([]);
      const element = onlyValue(env, type.child, node);
      return element && { kind: 'repeat', element, count: type.length };
    }
    case 'tuple':
      return all(type.elements.map((element) => element.value ?? partValue(env, element.type, node)));
    case 'enum':
    case 'struct':
    case 'union':
      return cached(env, type, node);
    default:
      return undefined;
  }
}

function partValue(env: Env, type: Type, node: ast.Node): Value | undefined {
  return type.kind === 'void' ? { kind: 'void' } : onlyValue(env, type, node);
}

function all(values: readonly (Value | undefined)[]): Value | undefined {
  return values.every((value) => value !== undefined) ? aggregate(values as Value[]) : undefined;
}

function cached(env: Env, type: EnumType | StructType | UnionType, node: ast.Node): Value | undefined {
  const found = cache.get(type);
  if (found !== undefined) return found ?? undefined;
  if ((type.container as ContainerRecord).fieldsStage === 'running') return undefined;
  cache.set(type, null);
  const value = valueOfNominal(env, type, node);
  cache.set(type, value ?? null);
  return value;
}

function valueOfNominal(env: Env, type: EnumType | StructType | UnionType, node: ast.Node): Value | undefined {
  switch (type.kind) {
    case 'enum':
      return enumValue(env, type, node);
    case 'union':
      return unionValue(env, type, node);
    case 'struct':
      return structValue(env, type, node);
  }
}

/** An enum whose integer is written has that integer's memory, however few its tags. */
function enumValue(env: Env, type: EnumType, node: ast.Node): Value | undefined {
  const [only, ...others] = ensureFields(env, type, node);
  const isCounted = type.tagType?.kind === 'int' && type.tagType.bits > 0 && type.generatedFor === undefined;
  if (only === undefined || others.length > 0 || type.isNonExhaustive || isCounted) return undefined;
  return { kind: 'enum', int: int.normal(only.value) };
}

function unionValue(env: Env, type: UnionType, node: ast.Node): Value | undefined {
  const [only, ...others] = ensureFields(env, type, node);
  if (only === undefined || others.length > 0 || type.layout !== 'auto') return undefined;
  if (type.tag && onlyValue(env, type.tag, node) === undefined) return undefined;
  const payload = partValue(env, only.type, node);
  return payload && { kind: 'union', field: 0, payload };
}

function structValue(env: Env, type: StructType, node: ast.Node): Value | undefined {
  return all(
    ensureFields(env, type, node).map((field) =>
      field.isComptime ? field.defaultValue : partValue(env, field.type, node),
    ),
  );
}
