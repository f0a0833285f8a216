/** The other builtins: imports, calls, compile-time messages, source positions, branch hints. */
import type { CallExpr } from '../../ir/ir.js';
import type * as ast from '../../syntax/ast.js';
import { lineAndColumn } from '../../syntax/positions.js';
import { fieldAddress } from '../access.js';
import { analyseCImport } from '../c-import.js';
import { type Argument, callOperand, syntaxArguments } from '../call.js';
import { coerce } from '../coerce.js';
import { AnalysisFailure, DISCARD, type Env, fail, NONE } from '../env.js';
import { comptimeExprAs, expr, typeExpr } from '../expr.js';
import { bytesOperand } from '../literal.js';
import { deref, elementOf } from '../memory.js';
import { aggregate, boolValue, intValue, known, type Operand, runtime, toIr, typeOperand, VOID } from '../operand.js';
import { T } from '../pool.js';
import type { FileRecord, FnRecord } from '../records.js';
import { readTag, stdType } from '../std-type.js';
import { importZon } from '../zon.js';
import { exportSymbol } from './export.js';
import { argument, argumentNode, type BuiltinHandler, type BuiltinTable, comptimeString } from './handler.js';

const importFile: BuiltinHandler = (env, node, location) => {
  const [argumentSyntax] = node.args;
  if (argumentSyntax?.kind !== 'stringLiteral') return fail(env, node, '`@import` needs a string literal');
  const from = env.file as FileRecord;
  if (argumentSyntax.text.endsWith('.zon')) {
    const zon = env.cx.importZon(argumentSyntax.text, from);
    return zon === undefined ? missingImport(env, argumentSyntax) : importZon(env, zon, node, location);
  }
  const file = env.cx.import(argumentSyntax.text, from);
  return file === undefined ? missingImport(env, argumentSyntax) : typeOperand(file.container.type, node);
};

function missingImport(env: Env, path: ast.StringLiteral): never {
  env.cx.report('missing-import', env.file as FileRecord, path, { path: path.text });
  return fail(env, path, `there is no file for @import("${path.text}")`);
}

const MODIFIERS: ReadonlySet<string> = new Set([
  'always_tail',
  'never_inline',
  'always_inline',
  'compile_time',
  'no_suspend',
] satisfies CallExpr['modifier'][]);

const call: BuiltinHandler = (env, node) => {
  const type = stdType(env, 'std.builtin.CallModifier', node);
  const modifier = comptimeExprAs(env, argumentNode(env, node, 0), type);
  const callee = expr(env, argumentNode(env, node, 1), NONE);
  const tuple = argument(env, node, 2);
  const name = modifier.value ? readTag(env, type, modifier.value, node) : 'auto';
  return callOperand(
    env,
    callee,
    tupleArguments(env, tuple, node),
    node,
    false,
    MODIFIERS.has(name) ? (name as CallExpr['modifier']) : 'auto',
  );
};

/** The elements of the argument tuple of `@call`. */
function tupleArguments(env: Env, tuple: Operand, node: ast.Node): Argument[] {
  const { type, ir, value } = tuple;
  if (type.kind !== 'tuple') return fail(env, node, '`@call` takes its arguments as a tuple');
  return type.elements.map((element, index): Argument => {
    if (element.value) return { kind: 'operand', operand: known(element.type, element.value, node) };
    if (ir?.kind === 'sequenceInit')
      return {
        kind: 'operand',
        operand: { type: element.type, value: ir.elements[index]!.value, ir: ir.elements[index], node },
      };
    if (value) return { kind: 'operand', operand: known(element.type, elementOf(value, index, type), node) };
    const address =
      ir?.kind === 'load'
        ? {
            type: env.cx.pool.pointer(type),
            value: undefined,
            node,
            ir: { kind: 'addressOf' as const, type: env.cx.pool.pointer(type), node, place: ir.place, implicit: true },
          }
        : fail(env, node, 'this tuple cannot be taken apart');
    return {
      kind: 'operand',
      operand: deref(env, fieldAddress(env, address, type, index, String(index), element.type, node), node),
    };
  });
}

const compileError: BuiltinHandler = (env, node) => {
  throw new AnalysisFailure(comptimeString(env, node, 0), env, node, true);
};

const src: BuiltinHandler = (env, node) => {
  const position = lineAndColumn((env.file as FileRecord).source, node.start);
  const fn = env.frame?.instance as FnRecord | undefined;
  const text = (content: string): Operand => bytesOperand(env, new TextEncoder().encode(content), node);
  const type = stdType(env, 'std.builtin.SourceLocation', node);
  const zero = env.cx.pool.pointer(T.u8, { size: 'slice', isConst: true, sentinel: intValue(0) });
  const strings = [text('root'), text(env.file.path), text(fn?.decl.name ?? '')].map(
    (one) => coerce(env, one, zero, node).value!,
  );
  return known(type, aggregate([...strings, intValue(position.line), intValue(position.column)]), node);
};

const panic: BuiltinHandler = (env, node) => {
  const message = coerce(env, argument(env, node, 0), env.cx.pool.slice(T.u8, true), node);
  if (env.mode !== 'runtime') fail(env, node, 'a panic at comptime');
  return runtime({ kind: 'builtin', type: T.noreturn, node, name: 'panic', args: [toIr(message)] });
};

const ignored: BuiltinHandler = (_env, node) => known(T.void, VOID, node);
const trap: BuiltinHandler = (env, node) =>
  env.mode === 'runtime'
    ? runtime({ kind: 'builtin', type: T.noreturn, node, name: node.name, args: [] })
    : fail(env, node, 'a trap at comptime');

export const miscBuiltins: BuiltinTable = {
  import: importFile,
  call,
  compileError,
  compileLog: (env, node) => {
    for (const arg of node.args) expr(env, arg, NONE);
    return known(T.void, VOID, node);
  },
  src,
  panic,
  trap,
  breakpoint: (env, node) =>
    env.mode === 'runtime'
      ? runtime({ kind: 'builtin', type: T.void, node, name: node.name, args: [] })
      : known(T.void, VOID, node),
  setEvalBranchQuota: ignored,
  branchHint: ignored,
  setRuntimeSafety: ignored,
  setFloatMode: ignored,
  setCold: ignored,
  setAlignStack: ignored,
  disableIntrinsics: ignored,
  disableInstrumentation: ignored,
  export: exportSymbol,
  inComptime: (env, node) => known(T.bool, boolValue(env.mode !== 'runtime'), node),
  returnAddress: (env, node) =>
    env.mode === 'runtime'
      ? runtime({ kind: 'builtin', type: T.usize, node, name: node.name, args: [] })
      : known(T.usize, intValue(0), node),
  frameAddress: (env, node) =>
    env.mode === 'runtime'
      ? runtime({ kind: 'builtin', type: T.usize, node, name: node.name, args: [] })
      : known(T.usize, intValue(0), node),
  errorReturnTrace: (env, node) =>
    known(
      env.cx.pool.optional(env.cx.pool.pointer(stdType(env, 'std.builtin.StackTrace', node))),
      { kind: 'null' },
      node,
    ),
  embedFile: (env, node) => {
    const name = comptimeString(env, node, 0);
    const directory = env.file.path.replace(/[^/]*$/, '');
    const text =
      env.cx.host.read(`${directory}${name}`) ?? fail(env, node, `there is no file for @embedFile("${name}")`);
    return bytesOperand(env, new TextEncoder().encode(text), node);
  },
  cImport: analyseCImport,
  This: (env, node) => typeOperand(env.container.type, node),
  TypeOf: (env, node) => typeOf(env, node),
};

/** The type of an expression (of several: their peer type), which is never evaluated. */
function typeOf(env: Env, node: ast.BuiltinCall): Operand {
  const inner: Env = { ...env, mode: 'runtime', isTypeOf: true };
  const operands = node.args.map((arg) => expr(inner, arg, NONE));
  return typeOperand(operands.length === 1 ? operands[0]!.type : peerType(env, operands, node), node);
}

import { peerType } from '../peer.js';

export { DISCARD, syntaxArguments, typeExpr };
