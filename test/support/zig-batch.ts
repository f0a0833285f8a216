/**
 * Zig's side of many small texts in two compilations instead of many. Compiling a text costs Zig half a second, most of it spent on
 * its own library; so all tests of a batch go into one test binary, and all programs into one binary that runs the one it is told.
 * Where the batch does not compile, one of its texts is wrong: then each is compiled alone, and the wrong one says why.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { ZigSide } from '../../src/project/verify/case.js';
import { runProcess } from '../../src/project/verify/process.js';
import { runZigTests, type TestOutcome } from '../../src/project/verify/zig-side.js';
import { WORK_DIR, zigSide, zigToolchain } from './case-tools.js';

export interface Batch {
  /** The file of each text, in the order of the texts. */
  readonly files: readonly string[];
  readonly zig: ZigSide;
}

/** Lays the texts out beside each other; nothing is compiled before it is asked for. */
export function zigBatch(texts: readonly string[]): Batch {
  const key = createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 16);
  const directory = join(WORK_DIR, 'batches', key);
  const files = texts.map((_, index) => join(directory, `case_${index}.zig`));
  if (!existsSync(directory)) {
    mkdirSync(directory, { recursive: true });
    texts.forEach((text, index) => {
      writeFileSync(files[index] ?? '', text);
    });
  }
  const single = zigSide();
  const tests = once(() => batchTests(directory, files));
  const programs = new Map<string, Promise<string | undefined>>();
  return {
    files,
    zig: {
      async tests(file) {
        const all = await tests();
        if (all === undefined) return single.tests(file);
        const prefix = `${basename(file, '.zig')}.`;
        return { kind: 'tests', tests: new Map([...all].filter(([name]) => name.startsWith(prefix))) };
      },
      async program(file) {
        const made = programs.get(directory) ?? programBinary(directory, files);
        programs.set(directory, made);
        const binary = await made;
        if (binary === undefined) return single.program(file);
        const { timeoutMs } = zigToolchain();
        const finished = await runProcess(binary, [basename(file, '.zig')], { cwd: directory, timeoutMs });
        const { status, stdout, stderr, timedOut } = finished;
        return { kind: 'program', outcome: { status, stdout, stderr, timedOut } };
      },
    },
  };
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Outcomes of the tests of all files; undefined where they do not compile together. */
async function batchTests(
  directory: string,
  files: readonly string[],
): Promise<ReadonlyMap<string, TestOutcome> | undefined> {
  const root = join(directory, 'batch.zig');
  const imports = files.map((file) => `    _ = @import("${basename(file)}");\n`);
  writeFileSync(root, `test {\n${imports.join('')}}\n`);
  const outcome = await runZigTests(root, zigToolchain());
  return outcome.kind === 'tests' ? outcome.tests : undefined;
}

/** A binary that runs the `main` of the case named by its argument; undefined where they do not compile together. */
async function programBinary(directory: string, files: readonly string[]): Promise<string | undefined> {
  const root = join(directory, 'programs.zig');
  const binary = join(directory, 'programs');
  const cases = files.map((file) => `    .{ "${basename(file, '.zig')}", @import("${basename(file)}") },\n`);
  writeFileSync(root, DISPATCH.replace('CASES', cases.join('')));
  const tools = zigToolchain();
  const args = ['build-exe', `-femit-bin=${binary}`, '--zig-lib-dir', tools.zigLib, root];
  const finished = await runProcess(tools.zig, args, {
    cwd: directory,
    environment: { ZIG_LOCAL_CACHE_DIR: join(tools.workDir, 'zig-cache') },
    timeoutMs: tools.timeoutMs * 8,
  });
  return finished.status === 0 ? binary : undefined;
}

/** Calls a `main` of any of the signatures that Zig allows, the way Zig's own start code does. */
const DISPATCH = `const std = @import("std");

const cases = .{
CASES};

pub fn main(init: std.process.Init) !u8 {
    const args = try init.minimal.args.toSlice(init.arena.allocator());
    inline for (cases) |case| {
        if (@hasDecl(case[1], "main") and std.mem.eql(u8, args[1], case[0])) return call(case[1].main, init);
    }
    return error.NoSuchCase;
}

fn call(comptime function: anytype, init: std.process.Init) !u8 {
    const info = @typeInfo(@TypeOf(function)).@"fn";
    const args = if (info.params.len == 0) .{} else if (info.params[0].type == std.process.Init) .{init} else .{init.minimal};
    switch (@typeInfo(info.return_type.?)) {
        .void => {
            @call(.auto, function, args);
            return 0;
        },
        .error_union => |result| {
            if (result.payload == u8) return @call(.auto, function, args);
            _ = try @call(.auto, function, args);
            return 0;
        },
        else => return @call(.auto, function, args),
    }
}
`;
