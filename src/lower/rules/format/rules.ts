/** Rules for what takes a format string: `std.debug.print`, writers' `print`, `std.fmt.*Print`, `std.debug.panic`, `std.log`. */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type * as ir from '../../../parse/ir/ir.js';
import type { Applied, CodeRule, CodeRuleCall, Refusal, RuleHost } from '../define.js';
import { defineRule } from '../define-rule.js';
import type { Signature } from '../rule.js';
import type { UsedMethod } from '../rule-set.js';
import { withSentinel } from '../std/sentinel-memory.js';
import { formatMethods, isRefusal, type PrintedFormat, printFormat } from './print.js';

/** `format_args!("…", …)`. */
function formatArguments(printed: PrintedFormat): rust.Expr {
  return build.formatMacro('format_args', printed.pieces, printed.args);
}

function applied(printed: PrintedFormat, expr: rust.Expr, before: readonly rust.Statement[] = []): Applied {
  return { statements: [...before, ...printed.statements], expr, needs: { unsafe: undefined } };
}

/** The parameter of the declaration with a name, as the call's argument. */
function argument({ call, match }: CodeRuleCall, name: string): ir.Expr | undefined {
  return call.args[match.signature.params.findIndex((param) => param.name === name)];
}

/** What `{f}` calls. */
function methods(signature: Signature, args: readonly ir.Expr[]): readonly UsedMethod[] {
  const named = (name: string) => args[signature.params.findIndex((param) => param.name === name)];
  return formatMethods(named('fmt'), named('args'));
}

/** The call's format, with text put around it. */
function formatOf(call: CodeRuleCall, before = '', after = ''): PrintedFormat | Refusal {
  const format = argument(call, 'fmt');
  const args = argument(call, 'args');
  if (format === undefined || args === undefined) return { refused: 'it is called without a format' };
  const printed = printFormat(format, args, call.host);
  return isRefusal(printed) ? printed : withText(printed, before, after);
}

function withText(printed: PrintedFormat, before: string, after: string): PrintedFormat {
  const pieces: rust.FormatPiece[] = [];
  for (const piece of [build.text(before), ...printed.pieces, build.text(after)]) {
    const last = pieces.at(-1);
    if (piece.kind === 'text' && last?.kind === 'text') pieces[pieces.length - 1] = build.text(last.text + piece.text);
    else if (piece.kind !== 'text' || piece.text !== '') pieces.push(piece);
  }
  return { ...printed, pieces };
}

/** `eprint!`, or `eprintln!` where a line ends; through the runtime where bytes may be no UTF-8. */
function printToStderr(printed: PrintedFormat, host: RuleHost): Applied {
  if (printed.isUtf8) return applied(printed, lineMacro('eprint', printed));
  const callee = build.path(...host.runtimePath('io', 'debug_print'));
  return applied(printed, build.call(callee, [formatArguments(printed)]));
}

/** `name!(…)`, or `nameln!(…)` without the newline at the end of the text. */
function lineMacro(name: string, { pieces, args }: PrintedFormat, before: readonly rust.Expr[] = []): rust.Expr {
  const last = pieces.at(-1);
  if (last?.kind !== 'text' || !last.text.endsWith('\n')) return build.formatMacro(name, pieces, args, before);
  const rest = last.text.slice(0, -1);
  const shortened = rest === '' ? pieces.slice(0, -1) : [...pieces.slice(0, -1), build.text(rest)];
  if (shortened.length === 0) return build.macroCall(`${name}ln`, before);
  return build.formatMacro(`${name}ln`, shortened, args, before);
}

const debugPrint = defineRule({
  id: 'debug-print',
  zig: 'std.debug.print(comptime fmt: []const u8, args: anytype) void',
  methods,
  apply: (call) => {
    const printed = formatOf(call);
    return isRefusal(printed) ? printed : printToStderr(printed, call.host);
  },
});

const debugPanic = defineRule({
  id: 'debug-panic',
  zig: 'std.debug.panic(comptime fmt: []const u8, args: anytype) noreturn',
  methods,
  apply: (call) => {
    const printed = formatOf(call);
    return isRefusal(printed) ? printed : applied(printed, build.formatMacro('panic', printed.pieces, printed.args));
  },
});

const writerPrint = defineRule({
  id: 'io-writer-print',
  zig: 'std.Io.Writer.print(w: *Writer, comptime fmt: []const u8, args: anytype) Error!void',
  methods,
  apply: (call) => {
    const writer = argument(call, 'w');
    if (writer === undefined) return { refused: 'it is called without a writer' };
    const lowered = call.host.lowerArguments([{ expr: writer, mode: 'write' }]);
    const printed = formatOf(call);
    if (isRefusal(printed)) return printed;
    // `write!` borrows what it writes to by itself.
    const target = lowered.exprs.filter(isGiven).map((expr) => (expr.kind === 'deref' ? expr.operand : expr));
    return applied(printed, lineMacro('write', printed, target), lowered.statements);
  },
});

/** `list.print(…)`: what is printed is put behind the bytes that are there. */
function printToList(id: string, zig: readonly string[]): CodeRule {
  return defineRule({
    id,
    zig,
    errors: [],
    params: { gpa: 'drop' },
    methods,
    apply: (call) => {
      const list = argument(call, 'self');
      if (list === undefined) return { refused: 'it is called without a list' };
      const lowered = call.host.lowerArguments([{ expr: list, mode: 'write' }]);
      const printed = formatOf(call);
      if (isRefusal(printed)) return printed;
      const [target] = lowered.exprs.filter(isGiven);
      if (target === undefined) return { refused: 'its list has no value in Rust' };
      const bytes = build.call(build.path(...call.host.runtimePath('io', 'format_bytes')), [formatArguments(printed)]);
      const receiver = target.kind === 'deref' ? target.operand : target;
      return applied(printed, build.method(receiver, 'extend', [bytes]), lowered.statements);
    },
  });
}

const listPrint = printToList('array-list-print', [
  'std.ArrayList(T).print(self: *Self, gpa: Allocator, comptime fmt: []const u8, args: anytype) error{OutOfMemory}!void',
  'std.array_list.Managed(T).print(self: *Self, comptime fmt: []const u8, args: anytype) error{OutOfMemory}!void',
]);

const listPrintAssumeCapacity = printToList('array-list-print-assume-capacity', [
  'std.ArrayList(T).printAssumeCapacity(self: *Self, comptime fmt: []const u8, args: anytype) void',
]);

/** Streams before 0.15: values with methods that take them shared. */
const streamPrint = defineRule({
  id: 'io-stream-print',
  zig: [
    'std.fs.File.Writer.print(self: Self, comptime fmt: []const u8, args: anytype) Error!void',
    'std.io.BufferedWriter(N, std.fs.File.Writer).Writer.print(self: Self, comptime fmt: []const u8, args: anytype) Error!void',
  ],
  errors: ['BrokenPipe', 'NoSpaceLeft', 'NotOpenForWriting', 'Unexpected'],
  methods,
  apply: (call) => {
    const writer = argument(call, 'self');
    if (writer === undefined) return { refused: 'it is called without a writer' };
    const lowered = call.host.lowerArguments([{ expr: writer, mode: 'read' }]);
    const printed = formatOf(call);
    if (isRefusal(printed)) return printed;
    return applied(printed, lineMacro('write', printed, lowered.exprs.filter(isGiven)), lowered.statements);
  },
});

const listWriterPrint = defineRule({
  id: 'array-list-writer-print',
  zig: 'std.ArrayList(u8).Writer.print(self: Self, comptime fmt: []const u8, args: anytype) Error!void',
  params: { self: 'write' },
  errors: [],
  methods,
  apply: (call) => {
    const writer = argument(call, 'self');
    if (writer === undefined) return { refused: 'it is called without a writer' };
    const lowered = call.host.lowerArguments([{ expr: writer, mode: 'write' }]);
    const printed = formatOf(call);
    if (isRefusal(printed)) return printed;
    const path = build.path(...call.host.runtimePath('file', 'print_into'));
    return applied(
      printed,
      build.call(path, [...lowered.exprs.filter(isGiven), formatArguments(printed)]),
      lowered.statements,
    );
  },
});

const bufPrint = defineRule({
  id: 'fmt-buf-print',
  zig: 'std.fmt.bufPrint(buf: []u8, comptime fmt: []const u8, args: anytype) BufPrintError![]u8',
  result: { kind: 'borrows', from: 'buf', isMutable: true },
  methods,
  apply: (call) => printInto(call, 'buf', 'write', 'buf_print'),
});

const allocPrint = defineRule({
  id: 'fmt-alloc-print',
  zig: 'std.fmt.allocPrint(gpa: Allocator, comptime fmt: []const u8, args: anytype) Allocator.Error![]u8',
  errors: [],
  result: { kind: 'owned' },
  methods,
  apply: (call) => {
    const printed = formatOf(call);
    if (isRefusal(printed)) return printed;
    return applied(printed, call.host.adaptResult(formattedBytes(printed, call.host), call.call, { kind: 'owned' }));
  },
});

const allocPrintSentinel = defineRule({
  id: 'fmt-alloc-print-sentinel',
  zig: [
    'std.fmt.allocPrintSentinel(gpa: Allocator, comptime fmt: []const u8, args: anytype, comptime sentinel: u8) Allocator.Error![:sentinel]u8',
    'std.fmt.allocPrintZ(allocator: Allocator, comptime fmt: []const u8, args: anytype) Allocator.Error![:0]u8',
  ],
  errors: [],
  result: { kind: 'owned' },
  methods,
  apply: (call) => {
    const printed = formatOf(call);
    if (isRefusal(printed)) return printed;
    const memory = withSentinel(formattedBytes(printed, call.host), call);
    return memory === undefined ? { refused: 'its sentinel is not known' } : applied(printed, memory);
  },
});

/** The text as a `Vec<u8>`. */
function formattedBytes(printed: PrintedFormat, host: RuleHost): rust.Expr {
  if (printed.isUtf8) return build.method(build.formatMacro('format', printed.pieces, printed.args), 'into_bytes');
  return build.call(build.path(...host.runtimePath('io', 'format_bytes')), [formatArguments(printed)]);
}

const count = defineRule({
  id: 'fmt-count',
  zig: [
    'std.fmt.count(comptime fmt: []const u8, args: anytype) usize',
    'std.fmt.count(comptime fmt: []const u8, args: anytype) u64',
  ],
  methods,
  apply: (call) => {
    const printed = formatOf(call);
    if (isRefusal(printed)) return printed;
    const callee = build.path(...call.host.runtimePath('io', 'count'));
    return applied(printed, build.call(callee, [formatArguments(printed)]));
  },
});

/** `rt::io::function(target, format_args!(…))`. */
function printInto(call: CodeRuleCall, parameter: string, mode: 'write', callee: string): Applied | Refusal {
  const target = argument(call, parameter);
  if (target === undefined) return { refused: `it is called without ${parameter}` };
  const lowered = call.host.lowerArguments([{ expr: target, mode }]);
  const printed = formatOf(call);
  if (isRefusal(printed)) return printed;
  const path = build.path(...call.host.runtimePath('io', callee));
  const args = [...lowered.exprs.filter(isGiven), formatArguments(printed)];
  const made = build.call(path, args);
  return applied(printed, call.host.adaptResult(made, call.call, call.match.rule.result), lowered.statements);
}

function isGiven(expr: rust.Expr | undefined): expr is rust.Expr {
  return expr !== undefined;
}

/** The levels by their function, with the word that `std.log.defaultLog` prints. */
const LOG_LEVELS = { err: 'error', warn: 'warning', info: 'info', debug: 'debug' } as const;

function logRule(level: keyof typeof LOG_LEVELS): CodeRule {
  return defineRule({
    id: `log-${level}`,
    zig: `std.log.scoped(scope).${level}(comptime fmt: []const u8, args: anytype) void`,
    methods,
    apply: (call) => {
      const scope = scopeName(call);
      const prefix = `${LOG_LEVELS[level]}${scope === undefined || scope === 'default' ? '' : `(${scope})`}: `;
      const printed = formatOf(call, prefix, '\n');
      return isRefusal(printed) ? printed : printToStderr(printed, call.host);
    },
  });
}

function scopeName({ match }: CodeRuleCall): string | undefined {
  const value = match.bindings.get('scope')?.value;
  return value?.kind === 'enumLiteral' ? value.name : undefined;
}

/** Every rule about format strings. */
export const FORMAT_RULES: readonly CodeRule[] = [
  debugPrint,
  debugPanic,
  writerPrint,
  listPrint,
  listPrintAssumeCapacity,
  streamPrint,
  listWriterPrint,
  bufPrint,
  allocPrint,
  allocPrintSentinel,
  count,
  logRule('err'),
  logRule('warn'),
  logRule('info'),
  logRule('debug'),
];
