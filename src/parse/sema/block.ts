/**
 * Blocks. `typeBlock` analyses one for run time, statement by statement, and yields IR; `runBlock` runs one at comptime. A statement
 * that cannot be analysed is reported, leaves a `todo`, and the block goes on.
 */

import type { Block, Break, Expr, Statement } from '../ir/ir.js';
import type * as ast from '../syntax/ast.js';
import { assignStatement, destructureStatement } from './assign.js';
import { coerce } from './coerce.js';
import { deferStatement, forceDefers, type PendingDefer, pendDefer } from './defer.js';
import {
  asFailure,
  BreakSignal,
  bind,
  DISCARD,
  type Env,
  fail,
  type JumpTarget,
  newLabel,
  type ResultLocation,
  ReturnSignal,
  wantedType,
  withMode,
  withTarget,
} from './env.js';
import { expr, unknownOperand } from './expr.js';
import { isNoReturn, isUnknown, known, type Operand, runtime, toIr, VOID } from './operand.js';
import { peerType } from './peer.js';
import { T } from './pool.js';
import { type FnRecord, noteFailure } from './records.js';
import { declareLocal } from './variable.js';

export function analyseBlock(env: Env, node: ast.Block, location: ResultLocation): Operand {
  if (env.mode !== 'runtime') return runLabelled(withMode(env, 'comptime'), node, location);
  if (!node.label) {
    const block = typeBlock(env, node);
    return runtime({
      kind: 'block',
      type: block.type,
      node,
      block,
      value: block.type.kind === 'void' ? VOID : undefined,
    });
  }
  return typeLabelled(env, node, location);
}

// ---------------------------------------------------------------- run time

/** What analysing a statement leaves: the scope for the next one, and whether control can reach it. */
interface Step {
  readonly env: Env;
  readonly stops: boolean;
}

export function typeBlock(env: Env, node: ast.Block, label?: Block['label']): Block {
  const statements: Statement[] = [];
  let current = env;
  let stops = false;
  for (const statement of node.statements) {
    const step = guarded(current, statement, statements);
    current = step.env;
    if (step.stops) {
      stops = true;
      break;
    }
  }
  if (!stops) forceDefers(current, env.scope);
  return { label, statements: statements.map(settled), node, type: stops ? T.noreturn : T.void };
}

/** The deferred code that a statement stands for while its block is analysed. */
const pendings = new WeakMap<Statement, PendingDefer>();
function settled(statement: Statement): Statement {
  const pending = pendings.get(statement);
  return pending ? deferStatement(pending) : statement;
}

/** Analyses one statement; a failure is reported and becomes a `todo`. */
function guarded(env: Env, node: ast.Statement, out: Statement[]): Step {
  try {
    return statementHandler(env, node, out);
  } catch (error) {
    const failure = asFailure(error, env, node);
    if (!failure) throw error;
    const instance = env.frame?.instance as FnRecord | undefined;
    const report = env.cx.reportFailure(failure);
    if (instance) noteFailure(instance, report);
    const operand = unknownOperand(env, node as ast.Node, failure.message);
    out.push({ kind: 'expr', expr: toIr(operand), node });
    return { env: node.kind === 'varDecl' ? bind(env, node.name.text, { kind: 'unknown' }) : env, stops: false };
  }
}

function statementHandler(env: Env, node: ast.Statement, out: Statement[]): Step {
  switch (node.kind) {
    case 'varDecl': {
      const declared = declareLocal(env, node);
      if (declared.statement) out.push(declared.statement);
      return { env: declared.env, stops: declared.stops };
    }
    case 'assign': {
      const statement = assignStatement(env, node);
      if (statement) out.push(statement);
      return { env, stops: statement?.kind === 'expr' && statement.expr.type.kind === 'noreturn' };
    }
    case 'assignDestructure':
      return { env: destructureStatement(env, node, out), stops: false };
    case 'defer':
    case 'errdefer': {
      const { env: inner, pending } = pendDefer(env, node);
      const placeholder: Statement = { kind: 'comptime', node };
      pendings.set(placeholder, pending);
      out.push(placeholder);
      return { env: inner, stops: false };
    }
    default: {
      const operand = expr(env, node, DISCARD);
      if (operand.ir || isNoReturn(operand)) out.push({ kind: 'expr', expr: toIr(operand), node });
      else out.push({ kind: 'comptime', node });
      return { env, stops: isNoReturn(operand) };
    }
  }
}

/** A target for `break :name`, and how its operands become one result. */
export function newTarget(
  env: Env,
  name: string | undefined,
  kind: 'block' | 'loop' | 'switch',
  location: ResultLocation,
): JumpTarget {
  const frame = env.frame ?? {
    instance: undefined,
    isComptime: true,
    returnType: T.noreturn,
    errors: undefined,
    locals: [],
    callName: undefined,
  };
  return {
    name,
    isLoop: kind === 'loop',
    isSwitch: kind === 'switch',
    label: newLabel(name),
    frame,
    isComptime: env.mode !== 'runtime',
    resultType: wantedType(location),
    ...(location.kind === 'type' ? { location } : {}),
    results: [],
  };
}

function typeLabelled(env: Env, node: ast.Block, location: ResultLocation): Operand {
  const target: JumpTarget = { ...newTarget(env, node.label!.text, 'block', location), location };
  const block = typeBlock(withTarget(env, target), node, target.label);
  return joined(env, node, target, block, location);
}

/** The value of a labelled block: its breaks' operands brought to one type. */
function joined(env: Env, node: ast.Block, target: JumpTarget, block: Block, location: ResultLocation): Operand {
  const only = target.results.length === 1 ? target.results[0]! : undefined;
  const last = block.statements.at(-1);
  const falls = block.type.kind !== 'noreturn';
  if (
    only &&
    !falls &&
    only.value !== undefined &&
    block.statements.length === 1 &&
    last?.kind === 'expr' &&
    last.expr.kind === 'break'
  ) {
    // The block is its operand: the break goes with the block.
    return (only.ir && breakOperands.get(only.ir)) ?? only;
  }
  const type = resultType(env, target.results, falls, location, node);
  patchBreaks(env, target, type);
  const value =
    only && !falls && last?.kind === 'expr' && last.expr.kind === 'break' && last.expr.target === target.label
      ? coerce(env, only, type, node).value
      : undefined;
  return runtime({ kind: 'block', type, node, block: { ...block, label: target.label, type }, value });
}

/** The type that several results flow into: the wanted one, else their peer type. */
export function resultType(
  env: Env,
  results: readonly Operand[],
  falls: boolean,
  location: ResultLocation,
  node: ast.Node,
) {
  const all = falls ? [...results, known(T.void, VOID, node)] : results;
  if (all.length === 0) return T.noreturn;
  if (all.some(isUnknown)) return T.unknown;
  const wanted = wantedType(location);
  if (wanted) return wanted;
  if (location.kind === 'discard') return discardedType(all);
  const peers =
    location.kind === 'none' && location.peers
      ? location.peers.map((type): Operand => ({ type, value: undefined, ir: undefined, node }))
      : [];
  return all.every(isNoReturn) ? T.noreturn : peerType(env, [...all, ...peers], node);
}
/** Results that nobody takes need no common type. */
function discardedType(results: readonly Operand[]) {
  const types = new Set(results.map((result) => result.type).filter((type) => type.kind !== 'noreturn'));
  const [only] = types;
  return types.size > 1 ? T.void : (only ?? T.noreturn);
}

/** A result as the whole takes it: coerced to its type, or evaluated and dropped where that is `void`. */
export function resultIr(env: Env, operand: Operand, type: import('../ir/types.js').Type, node: ast.Node): Expr {
  if (isNoReturn(operand) || operand.type === type || type.kind === 'noreturn') return toIr(operand);
  if (type.kind !== 'void' || isUnknown(operand)) return toIr(coerce(env, operand, type, node));
  if (!operand.ir) return toIr(known(T.void, VOID, node));
  const statement: Statement = { kind: 'discard', expr: operand.ir, node: operand.node };
  return {
    kind: 'block',
    type: T.void,
    node,
    block: { label: undefined, statements: [statement], node, type: T.void },
  };
}

/** Coerces the operand of every break of a target; the nodes were made before the type was known. */
export function patchBreaks(env: Env, target: JumpTarget, type: import('../ir/types.js').Type): void {
  for (const result of target.results) {
    const node = result.ir as Break & { operand: Expr | undefined };
    const inner = breakOperands.get(node);
    if (inner) node.operand = resultIr(env, inner, type, inner.node);
  }
}
/** The uncoerced operand of each break whose target's type was still open. */
const breakOperands = new WeakMap<object, Operand>();

/** Makes a run-time break with its operand; coerced now where the type is known, else when the target ends. */
export function breakTo(target: JumpTarget, operand: Operand | undefined, node: ast.Node): Operand {
  target.label.isBroken = true;
  const ir: Break = { kind: 'break', type: T.noreturn, node, target: target.label, operand: operand && toIr(operand) };
  const result = operand ?? known(T.void, VOID, node);
  breakOperands.set(ir, result);
  target.results.push({ ...result, ir });
  return runtime(ir);
}

// ---------------------------------------------------------------- comptime

function runLabelled(env: Env, node: ast.Block, location: ResultLocation): Operand {
  if (!node.label) {
    runBlock(env, node);
    return known(T.void, VOID, node);
  }
  const target: JumpTarget = { ...newTarget(env, node.label.text, 'block', location), location };
  try {
    runBlock(withTarget(env, target), node);
    return known(T.void, VOID, node);
  } catch (signal) {
    if (signal instanceof BreakSignal && signal.target === target) return signal.operand ?? known(T.void, VOID, node);
    throw signal;
  }
}

/** Runs the statements of a block; its defers run on the way out, `errdefer`s where an error leaves the function. */
export function runBlock(env: Env, node: ast.Block): void {
  const deferred: { readonly node: ast.Defer | ast.Errdefer; readonly env: Env }[] = [];
  let current = env;
  try {
    for (const statement of node.statements) {
      if (statement.kind === 'defer' || statement.kind === 'errdefer') deferred.push({ node: statement, env: current });
      else current = runStatement(current, statement);
    }
  } catch (signal) {
    runDeferred(deferred, signal);
    throw signal;
  }
  runDeferred(deferred, undefined);
}

function runDeferred(
  deferred: readonly { readonly node: ast.Defer | ast.Errdefer; readonly env: Env }[],
  signal: unknown,
): void {
  const error = signal instanceof ReturnSignal && signal.operand.value?.kind === 'error' ? signal.operand : undefined;
  for (const { node, env } of [...deferred].reverse()) {
    if (node.kind === 'defer') expr(env, node.body, DISCARD);
    else if (error)
      expr(
        node.capture
          ? bind(env, node.capture.text, { kind: 'value', type: error.type, value: error.value!, local: undefined })
          : env,
        node.body,
        DISCARD,
      );
  }
}

function runStatement(env: Env, node: ast.Statement): Env {
  switch (node.kind) {
    case 'varDecl':
      return declareLocal(env, node).env;
    case 'assign':
      assignStatement(env, node);
      return env;
    case 'assignDestructure':
      return destructureStatement(env, node, []);
    case 'defer':
    case 'errdefer':
      return fail(env, node, 'a defer stands outside of a block');
    default: {
      const operand = expr(env, node, DISCARD);
      if (isUnknown(operand)) fail(env, node, 'a value could not be analysed');
      return env;
    }
  }
}
