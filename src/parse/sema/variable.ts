/** Local variables: `const`, `var`, `comptime var`. */

import type { Statement } from '../ir/ir.js';
import type { Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { alignmentValue } from './alignment.js';
import { asksBuild } from './build-questions.js';
import { coerce } from './coerce.js';
import { isComptimeOnly } from './comptime-only.js';
import { isTuple } from './container-decl.js';
import { effectsAlone } from './effects.js';
import { type Binding, bind, type Env, fail, forType, newLocal, type ResultLocation, withMode } from './env.js';
import { comptimeExprAs, expr, typeExpr } from './expr.js';
import { containerNamed } from './namespace.js';
import { withTypeName } from './naming.js';
import { isNoReturn, isUnknown, type Operand, toIr, UNDEFINED } from './operand.js';
import type { FnRecord } from './records.js';
import { speculate } from './speculate.js';

export interface Declared {
  readonly env: Env;
  /** Undefined at comptime. */
  readonly statement: Statement | undefined;
  readonly stops: boolean;
}

export function declareLocal(env: Env, node: ast.VarDecl): Declared {
  const type = node.type && typeExpr(env, node.type);
  const initialiser = node.value ?? fail(env, node, `\`${node.name.text}\` has no value`);
  const runsNow = node.isComptime || env.mode !== 'runtime';
  const inner = runsNow ? withMode(env, 'comptime') : env;
  const raw = named(inner, node, initialiser, forType(type));
  if (isNoReturn(raw)) return { env, statement: { kind: 'expr', expr: toIr(raw), node }, stops: true };
  const operand = knownInThisBuild(inner, node, type ? coerce(inner, raw, type, initialiser) : raw);
  const align = node.align ? alignmentValue(env, node.align) : 0;
  if (runsNow) return declareKnown(env, node, operand, align);
  if (!node.mutable && operand.value && (isComptimeOnly(env, operand.type, node) || writesComptimeMemory(operand))) {
    const effects = effectsAlone(operand);
    const declared = declareKnown(env, node, operand);
    return effects === undefined ? declared : { ...declared, statement: { kind: 'expr', expr: effects, node } };
  }
  return declareRuntime(env, node, operand, align);
}

/** A constant that differs between builds has at comptime the value of the one that is analysed. */
function knownInThisBuild(env: Env, node: ast.VarDecl, operand: Operand): Operand {
  const { ir } = operand;
  const isOpen = ir?.kind === 'if' && ir.condition.kind === 'bool' && asksBuild(ir.condition.value);
  if (!isOpen || node.mutable || node.value === undefined) return operand;
  const initialiser = node.value;
  return { ...operand, value: speculate(env.cx, () => comptimeExprAs(env, initialiser, operand.type))?.value };
}

/** A pointer through which a `comptime var` can be written exists only at comptime. */
function writesComptimeMemory({ type, value }: Operand): boolean {
  if (type.kind !== 'pointer' || type.isConst) return false;
  const pointer = value?.kind === 'slice' ? value.pointer : value;
  if (pointer?.kind !== 'pointer' || pointer.base.kind !== 'allocation') return false;
  return !pointer.base.allocation.isConst && !pointer.base.allocation.frozen;
}

/** A type made by the initialiser of a local is called after it. */
function named(env: Env, node: ast.VarDecl, initialiser: ast.Expression, location: ResultLocation): Operand {
  const name = `${env.cx.namingContext}.${node.name.text}`;
  if (initialiser.kind === 'builtinCall')
    return withTypeName(env.cx, initialiser, name, () => expr(env, initialiser, location));
  if (initialiser.kind !== 'containerDecl' || isTuple(initialiser)) return expr(env, initialiser, location);
  const fn = env.frame?.instance as FnRecord | undefined;
  return containerNamed(env, initialiser, name, `${fn?.decl.qualifiedName ?? env.container.name}.${node.name.text}`);
}

/** Without run-time storage: a value, or comptime memory for a `var`. */
function declareKnown(env: Env, node: ast.VarDecl, operand: Operand, align = 0): Declared {
  const statement: Statement = { kind: 'comptime', node };
  if (isUnknown(operand)) return { env: bind(env, node.name.text, { kind: 'unknown' }), statement, stops: false };
  const value = operand.value ?? fail(env, node, `the value of \`${node.name.text}\` is not known at comptime`);
  const binding: Binding = node.mutable
    ? { kind: 'allocation', allocation: env.cx.allocate(operand.type, freshCopy(value), false), align }
    : { kind: 'value', type: operand.type, value, local: undefined };
  return { env: bind(env, node.name.text, binding), statement, stops: false };
}

/** The value as the start of a variable: its top level must not be shared with the constant it came from. */
function freshCopy(value: NonNullable<Operand['value']>): NonNullable<Operand['value']> {
  if (value.kind === 'aggregate') value.shared = true;
  return value;
}

function declareRuntime(env: Env, node: ast.VarDecl, operand: Operand, align: number): Declared {
  const known = node.mutable || operand.value === UNDEFINED ? undefined : operand.value;
  const role = node.mutable ? 'var' : 'const';
  const local = newLocal(env, node.name.text, operand.type, node.mutable, role, node, align, known);
  const statement: Statement = { kind: 'let', local, init: toIr(operand), node };
  if (node.mutable && isComptimeOnly(env, operand.type, node))
    fail(env, node, `a variable of a type that exists only at comptime`);
  const value = node.mutable ? undefined : operand.value;
  const binding: Binding =
    value === undefined ? { kind: 'local', local } : { kind: 'value', type: operand.type, value, local };
  return { env: bind(env, node.name.text, binding), statement, stops: false };
}

export type { Type };
