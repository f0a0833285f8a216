/** `break`, `continue`, `return`. At comptime they are signals; at run time, IR of type `noreturn`. */

import { diagnostic } from '../../diagnostics.js';
import type { Expr, Local, Place } from '../ir/ir.js';
import type * as ast from '../syntax/ast.js';
import { breakTo } from './block.js';
import { coerce } from './coerce.js';
import { isTuple } from './container-decl.js';
import { forceDefersFor, forceDefersTo, refuseInDeferred } from './defer.js';
import {
  BreakSignal,
  ContinueSignal,
  type Env,
  fail,
  forType,
  type JumpTarget,
  REF,
  type ResultLocation,
  ReturnSignal,
} from './env.js';
import { expr } from './expr.js';
import { instantiateContainer } from './namespace.js';
import { withTypeName } from './naming.js';
import { isNoReturn, known, type Operand, runtime, toIr, typeOperand, VOID } from './operand.js';
import { T } from './pool.js';
import { type FileRecord, type FnRecord, noteFailure } from './records.js';

function findTarget(env: Env, node: ast.Break | ast.Continue): JumpTarget | undefined {
  const name = node.label?.text;
  let isDeferred = false;
  for (let { scope } = env; scope && scope.kind !== 'container'; scope = scope.parent) {
    isDeferred ||= scope.kind === 'deferred';
    if (scope.kind !== 'label' || !(name === undefined ? scope.target.isLoop : scope.target.name === name)) continue;
    const word = node.kind === 'break' ? 'break' : 'continue';
    return isDeferred ? fail(env, node, `cannot ${word} out of a defer expression`) : scope.target;
  }
  return undefined;
}

/** What the operand of a `break` is analysed for: the same as the block or loop that it leaves. */
function breakLocation({ location, resultType }: JumpTarget): ResultLocation {
  if (location?.kind === 'none' || location?.kind === 'type') return location;
  return forType(resultType);
}

export function analyseBreak(env: Env, node: ast.Break, _location: ResultLocation): Operand {
  const target =
    findTarget(env, node) ??
    fail(env, node, node.label ? `no label \`${node.label.text}\`` : '`break` outside of a loop');
  const operand = node.value && expr(env, node.value, breakLocation(target));
  if (operand && isNoReturn(operand)) return operand;
  const value = operand && target.resultType ? coerce(env, operand, target.resultType, node) : operand;
  if (target.isComptime || env.mode !== 'runtime') throw new BreakSignal(target, value);
  forceDefersTo(env, target);
  return breakTo(target, value, node);
}

export function analyseContinue(env: Env, node: ast.Continue): Operand {
  const target = findTarget(env, node) ?? fail(env, node, '`continue` outside of a loop');
  const operand = node.value && continueOperand(env, node.value, target);
  if (operand && isNoReturn(operand)) return operand;
  if (target.isComptime || env.mode !== 'runtime') throw new ContinueSignal(target, operand);
  target.label.isContinued = true;
  forceDefersTo(env, target);
  return runtime({ kind: 'continue', type: T.noreturn, node, target: target.label, operand: operand && toIr(operand) });
}

/** The next operand of a labelled switch: of its type, or the address of one. */
function continueOperand(env: Env, node: ast.Expression, target: JumpTarget): Operand {
  if (target.operandByAddress) return expr(env, node, REF);
  const operand = expr(env, node, forType(target.operandType));
  return target.operandType && !isNoReturn(operand) ? coerce(env, operand, target.operandType, node) : operand;
}

export function analyseReturn(env: Env, node: ast.Return): Operand {
  const frame = env.frame ?? fail(env, node, '`return` outside of a function');
  refuseInDeferred(env, node, 'cannot return from a defer expression');
  const raw = returnedOperand(env, node, frame.callName);
  if (isNoReturn(raw)) return raw;
  const operand = coerce(env, raw, frame.returnType, node);
  if (frame.isComptime || env.mode !== 'runtime') throw new ReturnSignal(frame, operand);
  forceDefersFor(env, raw);
  const ir = toIr(operand);
  reportEscape(env, ir, node);
  return runtime({
    kind: 'return',
    type: T.noreturn,
    node,
    operand: node.value || ir.type.kind !== 'void' ? ir : undefined,
  });
}

/** A type that is made where it is returned is called after the call. */
function returnedOperand(env: Env, node: ast.Return, callName: string | undefined): Operand {
  if (!node.value) return known(T.void, VOID, node);
  if (callName && node.value.kind === 'containerDecl' && !isTuple(node.value))
    return typeOperand(instantiateContainer(env, node.value, callName), node);
  const value = node.value;
  const analyse = (): Operand => expr(env, value, forType(env.frame?.returnType));
  return callName && value.kind === 'builtinCall' ? withTypeName(env.cx, value, callName, analyse) : analyse();
}

/** A jump out of a comptime block into the run-time code around it: the jump that the block comes down to. */
export function leaveComptime(env: Env, signal: unknown, node: ast.Node): Operand {
  if (env.mode === 'runtime') {
    if (signal instanceof BreakSignal && !signal.target.isComptime) return breakTo(signal.target, signal.operand, node);
    if (signal instanceof ContinueSignal && !signal.target.isComptime) {
      signal.target.label.isContinued = true;
      return runtime({
        kind: 'continue',
        type: T.noreturn,
        node,
        target: signal.target.label,
        operand: signal.operand && toIr(signal.operand),
      });
    }
    if (signal instanceof ReturnSignal && !signal.frame.isComptime)
      return runtime({ kind: 'return', type: T.noreturn, node, operand: toIr(signal.operand) });
  }
  throw signal;
}

// ---------------------------------------------------------------- the address of a local

/** Reports a returned pointer into the function's own frame: the Zig program has this bug. */
function reportEscape(env: Env, ir: Expr, node: ast.Node): void {
  const local = escapingLocal(ir);
  if (!local || local.role === 'temporary' || !local.node) return;
  const file = env.file as FileRecord;
  const related = [
    {
      span: { file: file.path, start: local.node.start, end: local.node.end },
      message: 'the local is declared here and dies with the call',
    },
  ];
  const report = diagnostic(
    'local-address-returned',
    { file: file.path, start: node.start, end: node.end },
    { name: local.name },
    related,
  );
  env.cx.diagnostics.push(report);
  const instance = env.frame?.instance as FnRecord | undefined;
  if (instance) noteFailure(instance, report);
}

/** The local whose storage the value points into. */
function escapingLocal(ir: Expr): Local | undefined {
  switch (ir.kind) {
    case 'addressOf':
      return ir.value ? undefined : placeRoot(ir.place);
    case 'slice':
      return escapingLocal(ir.base);
    case 'coerce':
      return ir.coercion === 'unionToEnum' ? undefined : escapingLocal(ir.operand);
    case 'builtin':
      return ir.name === 'ptrCast' || ir.name === 'alignCast' || ir.name === 'constCast'
        ? ir.args[0] && escapingLocal(ir.args[0])
        : undefined;
    default:
      return undefined;
  }
}
function placeRoot(place: Place): Local | undefined {
  switch (place.kind) {
    case 'local':
      return place.local.value === undefined ? place.local : undefined;
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return placeRoot(place.base);
    case 'index':
      return place.base.kind === 'array' ? placeRoot(place.base.place) : undefined;
    default:
      return undefined;
  }
}
