/** What a program does with its own process: standard streams behind buffers, and leaving. */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type * as ir from '../../../parse/ir/ir.js';
import type { Value } from '../../../parse/ir/values.js';
import type { TypeHost } from '../apply.js';
import { sameValue } from '../bind.js';
import { applied, argument, lowerNamed, MISSING } from '../calls.js';
import type { Applied, CodeRule, CodeRuleCall, Refusal } from '../define.js';
import { defineRule } from '../define-rule.js';

type Stream = 'stdin' | 'stdout' | 'stderr';

/** The stream that an expression is, where it is a call of `std.Io.File.stdout()` or its like. */
function streamOf(file: ir.Expr | undefined): Stream | undefined {
  // The receiver of a method is a place, also where it has no storage of its own.
  if (file?.kind === 'load' && file.place.kind === 'temporary') return streamOf(file.place.init);
  if (file?.kind !== 'call' || file.callee.kind !== 'instance') return undefined;
  const { decl } = file.callee.instance;
  const isFile = decl.container.file.origin === 'std' && decl.container.parent === undefined;
  if (!isFile || decl.container.file.qualifiedName !== 'std.Io.File') return undefined;
  return decl.name === 'stdin' || decl.name === 'stdout' || decl.name === 'stderr' ? decl.name : undefined;
}

/** `FileWriter::stdout(&mut buffer)`. */
function buffered(call: CodeRuleCall, module: string, type: string, streams: readonly Stream[]): Applied | Refusal {
  const stream = streamOf(argument(call, 'file'));
  if (stream === undefined || !streams.includes(stream)) {
    return { refused: `its file is not ${streams.join(' or ')} called right there` };
  }
  const lowered = lowerNamed(call, [['buffer', 'write']]);
  const [buffer] = lowered?.exprs ?? [];
  if (lowered === undefined || buffer === undefined) return MISSING;
  return applied(lowered.statements, build.call(build.path(...call.host.runtimePath(module, type), stream), [buffer]));
}

const BORROWED = { kind: 'borrows', from: 'buffer', isMutable: true } as const;

/** A rule for what is made of a stream, and for the stream: by itself it has no Rust. */
function bufferedRule(id: string, method: string, type: 'Writer' | 'Reader', streams: readonly Stream[]): CodeRule {
  const module = type === 'Writer' ? 'io' : 'reader';
  return defineRule({
    id,
    zig: [
      `std.Io.File.${method}(file: File, io: Io, buffer: []u8) ${type}`,
      ...streams.map((stream) => `std.Io.File.${stream}() File`),
    ],
    params: { file: 'drop', io: 'drop' },
    result: BORROWED,
    apply: (call) => {
      const { name } = call.match.signature;
      if (name !== method) return { refused: `std.Io.File.${name}() is kept as a value` };
      return buffered(call, module, `File${type}`, streams);
    },
  });
}

/** A rule for a writer or reader that is made by its own type's function. */
function madeRule(id: string, method: string, type: 'Writer' | 'Reader', streams: readonly Stream[]): CodeRule {
  return defineRule({
    id,
    zig: `std.Io.File.${type}.${method}(file: File, io: Io, buffer: []u8) ${type}`,
    params: { file: 'drop', io: 'drop' },
    result: BORROWED,
    apply: (call) => buffered(call, type === 'Writer' ? 'io' : 'reader', `File${type}`, streams),
  });
}

/** All bytes at once, past every buffer. */
const writeStreamingAll = defineRule({
  id: 'io-file-write-streaming-all',
  zig: 'std.Io.File.writeStreamingAll(file: File, io: Io, bytes: []const u8) Writer.Error!void',
  params: { file: 'drop', io: 'drop' },
  errors: ['BrokenPipe', 'NoSpaceLeft', 'NotOpenForWriting', 'Unexpected'],
  apply: (call) => {
    const stream = streamOf(argument(call, 'file'));
    if (stream !== 'stdout' && stream !== 'stderr')
      return { refused: 'its file is not stdout or stderr called right there' };
    const lowered = lowerNamed(call, [['bytes', 'read']]);
    const [bytes] = lowered?.exprs ?? [];
    if (lowered === undefined || bytes === undefined) return MISSING;
    const file = build.path(...call.host.runtimePath('file', 'File'), stream === 'stdout' ? 'Stdout' : 'Stderr');
    return applied(lowered.statements, build.method(file, 'write_all', [bytes]));
  },
});

const OUTPUTS: readonly Stream[] = ['stdout', 'stderr'];
const INPUTS: readonly Stream[] = ['stdin'];

/** An exit code that is known is an `i32` right away. */
const exit = defineRule({
  id: 'process-exit',
  zig: 'std.process.exit(status: u8) noreturn',
  apply: (call) => {
    const known = argument(call, 'status')?.value;
    const exitPath = build.path('std', 'process', 'exit');
    if (known?.kind === 'int') return applied([], build.call(exitPath, [build.int(known.int, 'i32')]));
    const lowered = lowerNamed(call, [['status', 'value']]);
    const [status] = lowered?.exprs ?? [];
    if (lowered === undefined || status === undefined) return MISSING;
    return applied(lowered.statements, build.call(exitPath, [build.call(build.path('i32', 'from'), [status])]));
  },
});

/** The value of a field of a constant struct; undefined where it is not known. */
function knownField(expr: ir.Expr | undefined, name: string): Value | undefined {
  if (expr?.type.kind !== 'struct' || expr.value?.kind !== 'aggregate') return undefined;
  const index = expr.type.fields?.findIndex((field) => field.name === name) ?? -1;
  return expr.value.elements[index];
}

/** Files by their path from the working directory; of the flags only the defaults have a Rust. */
function openRule(id: string, method: 'openFile' | 'createFile', flags: string, made: 'open' | 'create'): CodeRule {
  return defineRule({
    id,
    zig: `std.fs.Dir.${method}(self: Dir, sub_path: []const u8, flags: File.${flags}) File.OpenError!File`,
    params: { self: 'drop', flags: 'drop' },
    errors: ['AccessDenied', 'FileNotFound', 'IsDir', 'NotDir', 'PathAlreadyExists', 'Unexpected'],
    apply: (call) => {
      if (!hasDefaultFlags(argument(call, 'flags'))) return { refused: 'its flags are not the defaults' };
      const lowered = lowerNamed(call, [['sub_path', 'read']]);
      const [path] = lowered?.exprs ?? [];
      if (lowered === undefined || path === undefined) return MISSING;
      return applied(
        lowered.statements,
        build.call(build.path(...call.host.runtimePath('file', 'File'), made), [path]),
      );
    },
  });
}

/** Read-only, or truncated: what `.{}` says. */
function hasDefaultFlags(flags: ir.Expr | undefined): boolean {
  const type = flags?.type;
  if (type?.kind !== 'struct') return false;
  return (type.fields ?? []).every(({ name, defaultValue }) => {
    const value = knownField(flags, name);
    return value !== undefined && defaultValue !== undefined && sameValue(value, defaultValue);
  });
}

/** A constant `std.io.getStdOut()`, or its writer: a handle, perhaps in a struct around it. */
export function standardStream(value: Value, host: TypeHost): rust.Expr | undefined {
  if (value.kind === 'aggregate') {
    const [only, more] = value.elements;
    return only === undefined || more !== undefined ? undefined : standardStream(only, host);
  }
  const name = value.kind === 'int' ? (['Stdin', 'Stdout', 'Stderr'] as const)[Number(value.int)] : undefined;
  return name === undefined ? undefined : build.path(...host.runtimePath('file', 'File'), name);
}

/** Every rule of this module. */
export const FILE_RULES: readonly CodeRule[] = [
  bufferedRule('io-file-buffered-writer', 'writer', 'Writer', OUTPUTS),
  bufferedRule('io-file-streaming-writer', 'writerStreaming', 'Writer', OUTPUTS),
  bufferedRule('io-file-buffered-reader', 'reader', 'Reader', INPUTS),
  bufferedRule('io-file-streaming-reader', 'readerStreaming', 'Reader', INPUTS),
  madeRule('io-file-writer-init', 'init', 'Writer', OUTPUTS),
  madeRule('io-file-writer-init-streaming', 'initStreaming', 'Writer', OUTPUTS),
  madeRule('io-file-reader-init', 'init', 'Reader', INPUTS),
  madeRule('io-file-reader-init-streaming', 'initStreaming', 'Reader', INPUTS),
  writeStreamingAll,
  openRule('dir-open-file', 'openFile', 'OpenFlags', 'open'),
  openRule('dir-create-file', 'createFile', 'CreateFlags', 'create'),
  exit,
];
