/** Assignment: `a = b`, `a op= b`, destructuring; into comptime memory at once, into run-time memory as a statement. */

import type { Local, Place, Statement } from '../ir/ir.js';
import type { PointerType, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { arithmeticOn, shiftAmountHint, shiftOn } from './binary.js';
import { coerce, tryCoerce } from './coerce.js';
import {
  bind,
  DISCARD,
  type Env,
  fail,
  forPlace,
  forType,
  NONE,
  REF,
  type ResultLocation,
  wantedType,
  withMode,
} from './env.js';
import { expr, typeExpr } from './expr.js';
import { deref, elementOf, storePointer } from './memory.js';
import { isNoReturn, isUnknown, known, type Operand, placeOf, runtime, toIr, VOID } from './operand.js';
import { T } from './pool.js';
import { declareLocal } from './variable.js';

/** An assignment where an expression is wanted (`if (c) a = b`): a block of one statement. */
export function analyseAssign(env: Env, node: ast.Assign): Operand {
  const statement = assignStatement(env, node);
  if (env.mode !== 'runtime' || !statement) return known(T.void, VOID, node);
  if (statement.kind === 'expr' && statement.expr.type.kind === 'noreturn') return runtime(statement.expr);
  return runtime({
    kind: 'block',
    type: T.void,
    node,
    block: { label: undefined, statements: [statement], node, type: T.void },
  });
}

const isUnderscore = (node: ast.Expression): boolean =>
  node.kind === 'identifier' && node.name.text === '_' && !node.name.quoted;
const SHIFTS: ReadonlySet<string> = new Set(['<<', '>>', '<<|']);

/** The statement of an assignment; undefined where it was carried out in comptime memory. */
export function assignStatement(env: Env, node: ast.Assign): Statement | undefined {
  if (isUnderscore(node.target)) return discard(env, node);
  const target = expr(env, node.target, REF);
  if (isNoReturn(target)) return { kind: 'expr', expr: toIr(target), node };
  if (isUnknown(target)) fail(env, node, 'the assigned place could not be analysed');
  const pointer = target.type as PointerType;
  if (pointer.kind !== 'pointer') fail(env, node, 'this cannot be assigned to');
  const isComptimePlace = target.value?.kind === 'pointer' && target.value.base.kind === 'allocation';
  const inner = isComptimePlace ? withMode(env, 'comptime') : env;
  const value = assignedValue(inner, node, target, pointer.child);
  if (isNoReturn(value)) return { kind: 'expr', expr: toIr(value), node };
  if (isComptimePlace && target.value?.kind === 'pointer') {
    if (value.value === undefined)
      fail(env, node, 'a comptime variable is assigned a value that is not known at comptime');
    if (!storePointer(inner, target.value, pointer.child, value.value, node))
      fail(env, node, 'this memory cannot be written at comptime');
    return undefined;
  }
  if (env.mode !== 'runtime') fail(env, node, 'this memory cannot be written at comptime');
  const place = placeOf(target, pointer.child, node.target, true);
  return {
    kind: 'assign',
    place,
    operator: node.operator,
    value: node.operator ? assignOperand(value) : toIr(value),
    node,
  };
}

function discard(env: Env, node: ast.Assign): Statement | undefined {
  const operand = expr(env, node.value, DISCARD);
  if (isNoReturn(operand)) return { kind: 'expr', expr: toIr(operand), node };
  if (env.mode !== 'runtime') return undefined;
  return operand.ir ? { kind: 'discard', expr: operand.ir, node } : { kind: 'comptime', node };
}

/** The value stored: for `a op= b` the whole `a op b`. */
function assignedValue(env: Env, node: ast.Assign, target: Operand, type: Type): Operand {
  if (!node.operator) return coerce(env, expr(env, node.value, forPlace(type)), type, node.value);
  const current = deref(env, target, node.target);
  const isShift = SHIFTS.has(node.operator);
  const hint = isShift
    ? node.operator === '<<|'
      ? NONE
      : shiftAmountHint(env, type)
    : type.kind === 'pointer'
      ? forType(T.usize)
      : forType(type);
  const raw = expr(env, node.value, hint);
  if (isNoReturn(raw)) return raw;
  // The value takes the type of the place before the operation.
  const operand = isShift || type.kind === 'pointer' ? raw : (tryCoerce(env, raw, type, node.value) ?? raw);
  const whole = isShift
    ? shiftOn(env, node.operator, current, operand, node)
    : arithmeticOn(env, node.operator, current, operand, node);
  return coerce(env, whole, type, node);
}

/** The right operand of `a op b`, as `a op= b` carries it. */
function assignOperand(whole: Operand) {
  const ir = toIr(whole);
  return ir.kind === 'arithmetic'
    ? ir.right
    : ir.kind === 'coerce' && ir.operand.kind === 'arithmetic'
      ? ir.operand.right
      : ir;
}

/** `const a, var b, c = value;` */
export function destructureStatement(env: Env, node: ast.AssignDestructure, out: Statement[]): Env {
  const inner = node.isComptime ? withMode(env, 'comptime') : env;
  const literal = node.value;
  if (inner.mode !== 'runtime' && literal.kind === 'arrayInit' && literal.type === undefined)
    return destructureLiteral(env, inner, node, literal);
  const value = expr(inner, node.value, destructureHint(inner, node));
  if (isUnknown(value)) fail(env, node, 'the destructured value could not be analysed');
  const parts = partTypes(env, value, node);
  if (parts.length !== node.targets.length)
    fail(env, node, `expected ${node.targets.length} elements, found ${parts.length}`);
  const targets: (Place | Local | undefined)[] = [];
  let scope = env;
  for (const [index, target] of node.targets.entries()) {
    const part = value.value
      ? elementOf(value.value, index, value.type)
      : value.type.kind === 'tuple'
        ? value.type.elements[index]?.value
        : undefined;
    const bound = bindTarget(scope, inner, target, parts[index]!, part);
    scope = bound.env;
    targets.push(bound.target);
  }
  if (inner.mode === 'runtime') out.push({ kind: 'destructure', targets, value: toIr(value), node });
  return scope;
}

/** At comptime the parts of a literal are written one after the other: a later one sees what an earlier one has written. */
function destructureLiteral(env: Env, inner: Env, node: ast.AssignDestructure, literal: ast.ArrayInit): Env {
  if (literal.elements.length !== node.targets.length)
    fail(env, node, `expected ${node.targets.length} elements, found ${literal.elements.length}`);
  const hint = destructureHint(inner, node);
  const types = hint.kind === 'none' ? (hint.elements ?? []) : [];
  let scope = env;
  for (const [index, target] of node.targets.entries()) {
    const part = expr(inner, literal.elements[index]!, forType(types[index]));
    scope = bindTarget(scope, inner, target, part.type, part.value).env;
  }
  return scope;
}

/** The types of the targets, where they have some: each part is analysed for its own. */
function destructureHint(env: Env, node: ast.AssignDestructure): ResultLocation {
  const elements = node.targets.map((target) => {
    if (target.kind === 'varDecl') return target.type && typeExpr(env, target.type);
    if (isUnderscore(target)) return undefined;
    const place = expr({ ...env, isTypeOf: true }, target, REF).type;
    return place.kind === 'pointer' ? place.child : undefined;
  });
  return { kind: 'none', elements };
}

function partTypes(env: Env, value: Operand, node: ast.Node): Type[] {
  const { type } = value;
  if (type.kind === 'tuple') return type.elements.map((element) => element.type);
  if (type.kind === 'array' || type.kind === 'vector') return new Array<Type>(type.length).fill(type.child);
  return fail(env, node, 'expected a tuple or an array to destructure');
}

function bindTarget(
  scope: Env,
  inner: Env,
  target: ast.VarDecl | ast.Expression,
  type: Type,
  part: Operand['value'],
): { env: Env; target: Place | Local | undefined } {
  if (target.kind === 'varDecl') {
    const isKnown = inner.mode !== 'runtime' || target.isComptime || (part !== undefined && !target.mutable);
    const operand: Operand = { type, value: isKnown ? part : undefined, ir: undefined, node: target };
    const declaredType = target.type ? typeExpr(inner, target.type) : type;
    const value = operand.value && coerce(inner, operand, declaredType, target).value;
    if (inner.mode !== 'runtime' || target.isComptime) {
      if (value === undefined) return fail(inner, target, 'this element is not known at comptime');
      const binding = target.mutable
        ? ({ kind: 'allocation', allocation: inner.cx.allocate(declaredType, value, false) } as const)
        : ({ kind: 'value', type: declaredType, value, local: undefined } as const);
      return { env: bind(scope, target.name.text, binding), target: undefined };
    }
    return bindLocal(scope, target, declaredType, value);
  }
  if (isUnderscore(target)) return { env: scope, target: undefined };
  const pointer = expr(scope, target, REF);
  const child = (pointer.type as PointerType).child;
  if (pointer.value?.kind === 'pointer' && pointer.value.base.kind === 'allocation' && part !== undefined) {
    storePointer(inner, pointer.value, child, coerce(inner, known(type, part, target), child, target).value!, target);
    return { env: scope, target: undefined };
  }
  return { env: scope, target: placeOf(pointer, child, target, true) };
}

function bindLocal(
  scope: Env,
  target: ast.VarDecl,
  type: Type,
  value: Operand['value'],
): { env: Env; target: Local | undefined } {
  const [role, known] = target.mutable ? (['var', undefined] as const) : (['const', value] as const);
  const local = newLocal(scope, target.name.text, type, target.mutable, role, target, 0, known);
  const binding =
    value !== undefined ? ({ kind: 'value', type, value, local } as const) : ({ kind: 'local', local } as const);
  return { env: bind(scope, local.name, binding), target: local };
}

import { newLocal } from './env.js';

export { declareLocal, wantedType };
