/** Names: local bindings, declarations of the containers around, primitive types and values. */

import type { Place } from '../ir/ir.js';
import type { Type } from '../ir/types.js';
import type { PointerValue, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { AnalysisFailure, type Binding, type Env, fail, type ResultLocation } from './env.js';
import { typeExpr, unknownOperand } from './expr.js';
import { readAllocation } from './memory.js';
import { containerEnv, declType, declValue, isKnownToLinker, lookup } from './namespace.js';
import { onlyValue } from './one-value.js';
import { addressOfPlace, boolValue, known, NULL, type Operand, runtime, typeOperand, UNDEFINED } from './operand.js';
import { T } from './pool.js';
import { type ContainerRecord, DeclRecord } from './records.js';
import { stdType } from './std-type.js';

const VALUES: Readonly<Record<string, (node: ast.Node) => Operand>> = {
  true: (node) => known(T.bool, boolValue(true), node),
  false: (node) => known(T.bool, boolValue(false), node),
  null: (node) => known(T.null, NULL, node),
  undefined: (node) => known(T.undefined, UNDEFINED, node),
};

export function analyseIdentifier(env: Env, node: ast.Identifier, location: ResultLocation): Operand {
  const wantsRef = location.kind === 'ref';
  if (!node.name.quoted && Object.hasOwn(VALUES, node.name.text)) {
    const operand = VALUES[node.name.text]!(node);
    return wantsRef ? constantRef(env, operand) : operand;
  }
  const found = lookup(env, node.name);
  if (found === undefined) return fail(env, node, `use of undeclared identifier \`${node.name.text}\``);
  if (found instanceof DeclRecord) return declOperand(env, found, node, wantsRef);
  if (!('kind' in found) || !isBinding(found)) {
    const operand = typeOperand(found, node);
    return wantsRef ? constantRef(env, operand) : operand;
  }
  return bindingOperand(env, found, node, wantsRef);
}

function isBinding(found: object & { kind: string }): found is Binding {
  return (
    (found.kind === 'value' && 'value' in found) ||
    found.kind === 'allocation' ||
    found.kind === 'local' ||
    (found.kind === 'unknown' && !('id' in found))
  );
}

/** A pointer to a constant that has no storage of its own. */
export function constantRef(env: Env, operand: Operand): Operand {
  const type = env.cx.pool.pointer(operand.type, { isConst: true });
  const value: PointerValue = {
    kind: 'pointer',
    base: { kind: 'constant', value: operand.value!, type: operand.type },
    path: [],
  };
  const place: Place = {
    kind: 'temporary',
    type: operand.type,
    node: operand.node,
    init: operand.ir ?? { kind: 'constant', type: operand.type, value: operand.value!, node: operand.node },
  };
  return addressOfPlace(place, type, operand.node, value);
}

function bindingOperand(env: Env, binding: Binding, node: ast.Identifier, wantsRef: boolean): Operand {
  switch (binding.kind) {
    case 'unknown':
      return unknownOperand(env, node, `\`${node.name.text}\` could not be analysed`);
    case 'allocation': {
      const { allocation } = binding;
      const pointer: PointerValue = { kind: 'pointer', base: { kind: 'allocation', allocation }, path: [] };
      if (wantsRef)
        return known(
          env.cx.pool.pointer(allocation.type, { isConst: allocation.isConst, align: binding.align ?? 0 }),
          pointer,
          node,
        );
      return known(allocation.type, readAllocation(allocation), node);
    }
    case 'value': {
      if (binding.local && env.mode === 'runtime')
        return localOperand(env, binding.local, node, wantsRef, binding.value);
      const operand = known(binding.type, binding.value, node);
      return wantsRef ? constantRef(env, operand) : operand;
    }
    case 'local':
      return localOperand(env, binding.local, node, wantsRef, undefined);
  }
}

function localOperand(
  env: Env,
  local: import('../ir/ir.js').Local,
  node: ast.Node,
  wantsRef: boolean,
  value: Value | undefined,
): Operand {
  const place: Place = { kind: 'local', type: local.type, node, local };
  if (!wantsRef)
    return runtime({ kind: 'load', type: local.type, node, place, value: value ?? onlyValue(env, local.type, node) });
  const pointer: PointerValue | undefined = value && {
    kind: 'pointer',
    base: { kind: 'constant', value, type: local.type },
    path: [],
  };
  return addressOfPlace(
    place,
    env.cx.pool.pointer(local.type, { isConst: !local.isMutable, align: local.align }),
    node,
    pointer,
  );
}

/** A container-level declaration as a value, or its address. */
export function declOperand(env: Env, decl: DeclRecord, node: ast.Node, wantsRef: boolean): Operand {
  if (decl.kind === 'var' || (decl.kind === 'const' && (decl.node as ast.VarDecl).isExtern))
    return variableOperand(env, decl, node, wantsRef);
  const cutType = env.mode === 'runtime' ? cutValueType(env, decl) : undefined;
  if (cutType) return cutOperand(env, decl, cutType, node, wantsRef);
  // The address of a declaration that is being evaluated (`.{ .self = &here }`) needs no more than its written type.
  const isRunning =
    wantsRef && decl.valueStage === 'running' && decl.kind === 'const' && (decl.node as ast.VarDecl).type !== undefined;
  const type0 = isRunning ? declType(env, decl, node) : undefined;
  const value = isRunning ? UNDEFINED : declValue(env, decl, node);
  const type = type0 ?? declType(env, decl, node);
  if (value === undefined && decl.initOperand !== undefined && isKnownToLinker(decl.initOperand))
    return symbolOperand(env, decl.initOperand, node, wantsRef);
  if (value === undefined) return unknownOperand(env, node, `\`${decl.name}\` could not be analysed`);
  if (decl.kind === 'fn') {
    const operand = known(type, value, node);
    return wantsRef ? constantRef(env, operand) : operand;
  }
  const place: Place = { kind: 'global', type, node, decl };
  const keepsIr = env.mode !== 'comptime' && type.kind !== 'type';
  if (!wantsRef) return { type, value, node, ir: keepsIr ? { kind: 'load', type, node, place, value } : undefined };
  const pointer: PointerValue = { kind: 'pointer', base: { kind: 'decl', decl }, path: [] };
  return addressOfPlace(
    place,
    env.cx.pool.pointer(type, { isConst: true, align: declAlign(env, decl) }),
    node,
    pointer,
  );
}

/** A constant that only the linker knows is asked for where it is used. */
function symbolOperand(env: Env, symbol: Operand, node: ast.Node, wantsRef: boolean): Operand {
  const { type, ir } = symbol;
  if (!wantsRef || ir === undefined) return { ...symbol, node };
  const place: Place = { kind: 'temporary', init: ir, type, node };
  return addressOfPlace(place, env.cx.pool.pointer(type, { isConst: true }), node);
}

/** The type of a constant of std that a rule replaces; undefined where none does. */
function cutValueType(env: Env, decl: DeclRecord): Type | undefined {
  if (decl.container.file.origin !== 'std' || decl.kind !== 'const') return undefined;
  const syntax = env.cx.options.rules?.valueType(decl);
  if (!syntax) return undefined;
  decl.type ??= ruleType(env, decl, syntax);
  return decl.type;
}

/** A type as a rule writes it: in the names of the declaration's container, else in those of std.mem. */
function ruleType(env: Env, decl: DeclRecord, syntax: ast.Expression): Type {
  try {
    return typeExpr(containerEnv(env.cx, decl.container), syntax);
  } catch (error) {
    const mem = stdType(env, 'std.mem', decl.node);
    if (!(error instanceof AnalysisFailure) || !('container' in mem)) throw error;
    return typeExpr(containerEnv(env.cx, mem.container as ContainerRecord), syntax);
  }
}

function cutOperand(env: Env, decl: DeclRecord, type: Type, node: ast.Node, wantsRef: boolean): Operand {
  const place: Place = { kind: 'global', type, node, decl };
  return wantsRef
    ? addressOfPlace(place, env.cx.pool.pointer(type, { isConst: true }), node)
    : runtime({ kind: 'load', type, node, place });
}

function variableOperand(env: Env, decl: DeclRecord, node: ast.Node, wantsRef: boolean): Operand {
  const type = declType(env, decl, node);
  const place: Place = { kind: 'global', type, node, decl };
  const isConst = decl.kind === 'const';
  if (wantsRef) {
    const pointer: PointerValue = { kind: 'pointer', base: { kind: 'decl', decl }, path: [] };
    return addressOfPlace(place, env.cx.pool.pointer(type, { isConst, align: declAlign(env, decl) }), node, pointer);
  }
  if (env.mode === 'comptime' && env.frame?.isComptime !== false)
    fail(env, node, `\`${decl.name}\` is a variable: its value is not known at comptime`);
  return runtime({ kind: 'load', type, node, place });
}

/** The explicit alignment of a declaration, in bytes; 0 for none. */
function declAlign(env: Env, decl: DeclRecord): number {
  const syntax = decl.node as ast.VarDecl;
  if (syntax.align) decl.align = alignmentOf(env, decl, syntax.align);
  return decl.align;
}

import { alignmentOf } from './alignment.js';
