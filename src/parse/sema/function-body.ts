/** Function bodies: analysed once for each instance with run-time existence, and run for each call at comptime. */

import type { Block } from '../ir/ir.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { runBlock, typeBlock } from './block.js';
import { coerce } from './coerce.js';
import type { Compilation } from './compilation.js';
import { AnalysisFailure, asFailure, type Env, type Frame, ReturnSignal } from './env.js';
import { functionName, instanceName, within } from './naming.js';
import { known, type Operand, VOID } from './operand.js';
import { type FnRecord, noteFailure } from './records.js';

/** Analyses the body for run time if that has not been done: IR, locals, inferred errors. A failure is reported and kept. */
export function forceBody(cx: Compilation, fn: FnRecord): void {
  if (fn.bodyStage !== 'none' || fn.isGeneric) return;
  fn.bodyStage = 'running';
  const body = fn.node.body;
  if (body && !fn.isCut && fn.env) {
    try {
      refuseFaults(fn.env, fn.node);
      fn.body = analyseBody(fn, fn.env, body);
    } catch (error) {
      const failure = asFailure(error, fn.env, body);
      if (!failure) throw error;
      noteFailure(fn, cx.reportFailure(failure));
    }
  }
  fn.bodyStage = 'done';
}

/** A function whose text has a fault is left out: what the parser made of it is a guess. The fault itself is reported already. */
function refuseFaults(env: Env, { start, end }: ast.Node): void {
  const fault = env.file.source.faults.find((one) => one.start >= start && one.start <= end);
  if (fault === undefined) return;
  const node = { kind: 'error', start: fault.start, end: fault.end };
  throw new AnalysisFailure(`expected ${fault.expected}, found ${fault.found}`, env, node);
}

function analyseBody(fn: FnRecord, scope: Env, body: ast.Block): Block {
  const frame: Frame = {
    instance: fn,
    isComptime: false,
    returnType: fn.returnType,
    errors: fn.errors,
    locals: fn.locals,
    callName: undefined,
  };
  const env: Env = {
    cx: scope.cx,
    file: scope.file,
    container: scope.container,
    scope: { kind: 'function', frame, parent: scope.scope },
    frame,
    mode: 'runtime',
    isTypeOf: false,
  };
  return within(env.cx, instanceName(fn), () => typeBlock(env, body));
}

/** Runs a body at comptime, in a scope with its parameters bound to values. `callName` names types that it returns. */
export function runBody(
  env: Env,
  fn: FnRecord,
  scope: Env,
  body: ast.Block,
  callName: string | undefined,
  node: ast.Node,
): Operand {
  const frame: Frame = {
    instance: fn,
    isComptime: true,
    returnType: fn.writtenReturnType ?? fn.returnType,
    errors: fn.errors,
    locals: [],
    callName,
  };
  const inner: Env = {
    cx: scope.cx,
    file: scope.file,
    container: scope.container,
    scope: { kind: 'function', frame, parent: scope.scope },
    frame,
    mode: 'comptime',
    isTypeOf: false,
  };
  try {
    within(env.cx, functionName(fn), () => runBlock(inner, body));
  } catch (signal) {
    if (signal instanceof ReturnSignal && signal.frame === frame) return { ...signal.operand, node };
    throw signal;
  }
  return coerce(inner, known(voidType(fn), VOID as Value, node), fn.returnType, node);
}

function voidType(fn: FnRecord) {
  return fn.returnType.kind === 'errorUnion' ? fn.returnType.payload : fn.returnType;
}
