/**
 * The heart of semantic analysis: `expr(env, node, location)` gives the type, the comptime value where there is one, and the IR of
 * an expression, in its environment and for its result location. One handler for each kind of node, in the file of the construct.
 */
import type * as ast from '../syntax/ast.js';
import { analyseArrayAccess, analyseDeref, analyseFieldAccess } from './access.js';
import { analyseAsm } from './asm.js';
import { analyseAssign } from './assign.js';
import { analyseBinary } from './binary.js';
import { analyseBlock } from './block.js';
import { analyseBuiltinCall } from './builtin-call.js';
import { analyseCall } from './call.js';
import { coerce } from './coerce.js';
import { analyseContainerDecl } from './container-decl.js';
import { type Env, fail, forType, NONE, type ResultLocation, withMode } from './env.js';
import { analyseErrorSetDecl, analyseErrorValue } from './error-set.js';
import { analyseFor } from './for.js';
import { analyseFnProto } from './function-type.js';
import { analyseIdentifier } from './identifier.js';
import { analyseIf } from './if.js';
import { analyseArrayInit, analyseStructInit } from './init.js';
import { analyseBreak, analyseContinue, analyseReturn, leaveComptime } from './jump.js';
import { analyseCharLiteral, analyseEnumLiteral, analyseNumberLiteral, analyseStringLiteral } from './literal.js';
import { materialise } from './memory.js';
import { isUnknown, known, type Operand, runtime, unknown } from './operand.js';
import { analyseUnwrapOptional } from './optional.js';
import { T } from './pool.js';
import { analyseSlice } from './slice.js';
import { analyseSwitch } from './switch.js';
import { analyseCatch } from './try-catch.js';
import { analyseArrayType, analysePointerType } from './type-expr.js';
import { analyseUnary } from './unary.js';
import { analyseWhile } from './while.js';

type Handler<N> = (env: Env, node: N, location: ResultLocation) => Operand;
type Handlers = { readonly [K in ast.Expression['kind']]: Handler<Extract<ast.Expression, { kind: K }>> };

const notSupported =
  (what: string) =>
  (env: Env, node: ast.Node): Operand =>
    fail(env, node, `${what} is not ported`);

const handlers: Handlers = {
  identifier: analyseIdentifier,
  numberLiteral: analyseNumberLiteral,
  charLiteral: analyseCharLiteral,
  stringLiteral: analyseStringLiteral,
  enumLiteral: analyseEnumLiteral,
  errorValue: analyseErrorValue,
  unreachable: analyseUnreachable,
  anyFrameType: notSupported('`anyframe`'),
  grouped: (env, node, location) => expr(env, node.child, location),
  binary: analyseBinary,
  unary: analyseUnary,
  assign: analyseAssign,
  assignDestructure: notSupported('a destructuring assignment inside of an expression'),
  catch: analyseCatch,
  deref: analyseDeref,
  unwrapOptional: analyseUnwrapOptional,
  fieldAccess: analyseFieldAccess,
  arrayAccess: analyseArrayAccess,
  slice: analyseSlice,
  call: analyseCall,
  builtinCall: analyseBuiltinCall,
  arrayInit: analyseArrayInit,
  structInit: analyseStructInit,
  arrayType: analyseArrayType,
  pointerType: analysePointerType,
  errorSetDecl: analyseErrorSetDecl,
  containerDecl: analyseContainerDecl,
  fnProto: analyseFnProto,
  if: analyseIf,
  while: analyseWhile,
  for: analyseFor,
  switch: analyseSwitch,
  block: analyseBlock,
  break: analyseBreak,
  continue: analyseContinue,
  return: analyseReturn,
  comptime: (env, node, location) => {
    try {
      return comptimeExpr(env, node.child, location);
    } catch (signal) {
      return leaveComptime(env, signal, node);
    }
  },
  nosuspend: (env, node, location) => expr(env, node.child, location),
  suspend: notSupported('`suspend`'),
  resume: notSupported('`resume`'),
  async: notSupported('`async`'),
  await: notSupported('`await`'),
  asm: analyseAsm,
  error: (env, node) => fail(env, node, 'a syntax error stands here'),
};

/** Kinds that can denote storage, so that their address can be analysed without making a temporary. */
const PLACES: ReadonlySet<ast.Expression['kind']> = new Set([
  'identifier',
  'grouped',
  'deref',
  'unwrapOptional',
  'fieldAccess',
  'arrayAccess',
] as const);

/** Whether an expression may denote storage that is there already, so that its address is no temporary's. */
export function denotesStorage(node: ast.Expression): boolean {
  return (
    PLACES.has(node.kind) ||
    (node.kind === 'builtinCall' && node.name === 'field') ||
    (node.kind === 'unary' && node.operator === 'try') ||
    node.kind === 'catch' ||
    (node.kind === 'binary' && node.operator === 'orelse')
  );
}

/**
 * Analyses an expression.
 *
 * With location `ref` the result is a pointer to the storage that the expression denotes (a temporary where it denotes none); with a
 * type it is a hint that the caller will coerce to. Throws `AnalysisFailure` where the expression cannot be analysed.
 */
export function expr(env: Env, node: ast.Expression, location: ResultLocation): Operand {
  env.cx.counts.expressions++;
  if (env.mode === 'comptime' && !env.cx.spend(1)) fail(env, node, 'evaluation at comptime takes too many steps');
  const isTemporary = location.kind === 'ref' && !denotesStorage(node);
  const operand = dispatch(env, node, isTemporary ? NONE : location);
  if (!env.isTypeOf && !env.cx.isSpeculating) env.cx.options.observe?.(node, isTemporary ? NONE : location, operand);
  return isTemporary ? materialise(env, operand, node) : operand;
}

function dispatch(env: Env, node: ast.Expression, location: ResultLocation): Operand {
  // The table is total and keyed by the node's own kind; TypeScript cannot correlate the two sides of an indexed call.
  return (handlers[node.kind] as Handler<ast.Expression>)(env, node, location);
}

/** Analyses an expression and coerces it to `type`. */
export function exprAs(env: Env, node: ast.Expression, type: import('../ir/types.js').Type): Operand {
  return exprAt(env, node, forType(type), type);
}

/** Analyses an expression for a location, and coerces it to the type of that. */
export function exprAt(
  env: Env,
  node: ast.Expression,
  location: ResultLocation,
  type: import('../ir/types.js').Type,
): Operand {
  return coerce(env, expr(env, node, location), type, node);
}

/** Runs an expression at comptime: its value must be known. */
export function comptimeExpr(env: Env, node: ast.Expression, location: ResultLocation): Operand {
  const operand = expr(withMode(env, 'comptime'), node, location);
  if (operand.value === undefined && !isUnknown(operand) && operand.type.kind !== 'noreturn')
    fail(env, node, 'this expression must be known at comptime');
  return operand;
}

/** Runs an expression at comptime and coerces it. */
export function comptimeExprAs(env: Env, node: ast.Expression, type: import('../ir/types.js').Type): Operand {
  return exprAs(withMode(env, 'comptime'), node, type);
}

/** Evaluates an expression that must be a type. */
export function typeExpr(env: Env, node: ast.Expression): import('../ir/types.js').Type {
  const operand = expr(withMode(env, 'comptime'), node, { kind: 'type', type: T.type });
  if (operand.value?.kind === 'type') return operand.value.type;
  if (operand.type.kind === 'tuple' || (operand.value && operand.type.kind === 'struct'))
    fail(env, node, 'expected a type, found a value');
  if (isUnknown(operand)) return T.unknown;
  return fail(env, node, 'expected a type');
}

function analyseUnreachable(env: Env, node: ast.Unreachable): Operand {
  if (env.mode !== 'runtime') fail(env, node, 'reached unreachable code at comptime');
  return runtime({ kind: 'unreachable', type: T.noreturn, node, cause: 'written' });
}

/** The operand for what a failure leaves behind: unknown, counted. */
export function unknownOperand(env: Env, node: ast.Node, reason: string): Operand {
  env.cx.counts.unknownExpressions++;
  return unknown(node, reason);
}
export { known };
