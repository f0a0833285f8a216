/** Memory builtins: copies, fills, atomics, field parents. */

import type { Type } from '../../ir/types.js';
import type { PointerValue, Value } from '../../ir/values.js';
import type * as ast from '../../syntax/ast.js';
import { type Env, fail } from '../env.js';
import { exprAs } from '../expr.js';
import { fieldIndex } from '../fields.js';
import { arrayElement, elementPointer, loadPointer, storePointer } from '../memory.js';
import { known, type Operand, runtime, toIr, VOID } from '../operand.js';
import { T } from '../pool.js';
import { typeName } from '../print-type.js';
import {
  argument,
  argumentNode,
  type BuiltinHandler,
  type BuiltinTable,
  builtinResult,
  castTarget,
  comptimeString,
} from './handler.js';

/** Pointer to the first element and length of a known slice or array pointer. */
function span(
  env: Env,
  operand: Operand,
  node: ast.Node,
): { readonly first: PointerValue; readonly length: number | undefined } | undefined {
  const { value, type } = operand;
  if (value?.kind === 'slice') return { first: value.pointer, length: value.length };
  if (value?.kind !== 'pointer' || type.kind !== 'pointer') return undefined;
  if (type.size === 'one' && type.child.kind === 'array')
    return { first: arrayElement(env, value, type.child.child, 0, node), length: type.child.length };
  return { first: value, length: undefined };
}
function elementTypeOf(env: Env, type: Type, node: ast.Node): Type {
  if (type.kind !== 'pointer')
    return fail(env, node, `expected a slice or an array pointer, found \`${typeName(type)}\``);
  return type.size === 'one' && type.child.kind === 'array' ? type.child.child : type.child;
}

const copy: BuiltinHandler = (env, node) => {
  const to = argument(env, node, 0);
  const from = argument(env, node, 1);
  if (env.mode === 'runtime' && span(env, to, node)?.first.base.kind !== 'allocation')
    return runtime({ kind: 'builtin', type: T.void, node, name: node.name, args: [toIr(to), toIr(from)] });
  const target = span(env, to, node) ?? fail(env, node, 'the target is not known at comptime');
  const source = span(env, from, node) ?? fail(env, node, 'the source is not known at comptime');
  const type = elementTypeOf(env, to.type, node);
  const length = target.length ?? source.length ?? fail(env, node, 'the length is not known');
  const values = Array.from(
    { length },
    (_, index) =>
      loadPointer(env, elementPointer(source.first, index), type, node) ??
      fail(env, node, 'the source is not known at comptime'),
  );
  for (const [index, value] of values.entries()) store(env, elementPointer(target.first, index), type, value, node);
  return known(T.void, VOID, node);
};

function store(env: Env, pointer: PointerValue, type: Type, value: Value, node: ast.Node): void {
  if (!storePointer(env, pointer, type, value, node)) fail(env, node, 'this memory cannot be written at comptime');
}

const fill: BuiltinHandler = (env, node) => {
  const to = argument(env, node, 0);
  const type = elementTypeOf(env, to.type, node);
  const element = exprAs(env, argumentNode(env, node, 1), type);
  if (env.mode === 'runtime' && span(env, to, node)?.first.base.kind !== 'allocation')
    return runtime({ kind: 'builtin', type: T.void, node, name: node.name, args: [toIr(to), toIr(element)] });
  const target = span(env, to, node) ?? fail(env, node, 'the target is not known at comptime');
  for (let index = 0; index < (target.length ?? 0); index++)
    store(env, elementPointer(target.first, index), type, element.value!, node);
  return known(T.void, VOID, node);
};

const fieldParentPtr: BuiltinHandler = (env, node, location) => {
  const type = castTarget(env, node, location);
  const name = comptimeString(env, node, 0);
  const field = argument(env, node, 1);
  const parent = type.kind === 'pointer' ? type.child : T.unknown;
  const index =
    parent.kind === 'struct' || parent.kind === 'union'
      ? fieldIndex(env, parent, name, node)
      : parent.kind === 'tuple'
        ? Number(name)
        : -1;
  if (index < 0) return fail(env, node, `no field \`${name}\` in \`${typeName(parent)}\``);
  const last = field.value?.kind === 'pointer' ? field.value.path.at(-1) : undefined;
  const value: Value | undefined =
    last?.kind === 'field' && last.index === index && field.value?.kind === 'pointer'
      ? { ...field.value, path: field.value.path.slice(0, -1) }
      : undefined;
  const label = argument(env, node, 0);
  return builtinResult(env, node, type, [label, field], value);
};

export const memoryBuiltins: BuiltinTable = {
  memcpy: copy,
  memmove: copy,
  memset: fill,
  fieldParentPtr,
  prefetch: (_env, node) => known(T.void, VOID, node),
};
