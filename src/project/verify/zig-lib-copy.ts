/**
 * A copy of Zig's library whose `std.testing.expect*` count their calls. It is a tree of symbolic links into the real library with one
 * file replaced, `std/testing.zig`: at the start of each `pub fn expect…` stands a call that counts, unless it runs at comptime, or
 * inside another assertion (`expectEqualStrings` calls `expectEqualSlices`, which is one assertion, not two).
 */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

const COUNTING = `
pub var assertion_count: usize = 0;
threadlocal var assertion_depth: usize = 0;
// The order has other names before 0.12.
const assertion_order: std.builtin.AtomicOrder = @enumFromInt(1);

fn beginAssertion() void {
    if (assertion_depth == 0) _ = @atomicRmw(usize, &assertion_count, .Add, 1, assertion_order);
    assertion_depth += 1;
}

fn endAssertion() void {
    assertion_depth -= 1;
}
`;

/** Makes the copy under a directory, or finds the one made before; returns its path. */
export function countingZigLib(zigLibDir: string, workDir: string): string {
  const testing = readFileSync(join(zigLibDir, 'std', 'testing.zig'), 'utf8');
  const text = withCounting(testing);
  const key = createHash('sha256').update(zigLibDir).update(text).digest('hex').slice(0, 16);
  const copy = join(workDir, `zig-lib-${key}`);
  if (existsSync(copy)) return copy;
  const building = `${copy}.${process.pid}`;
  rmSync(building, { recursive: true, force: true });
  mkdirSync(join(building, 'std'), { recursive: true });
  linkAll(zigLibDir, building, 'std');
  linkAll(join(zigLibDir, 'std'), join(building, 'std'), 'testing.zig');
  writeFileSync(join(building, 'std', 'testing.zig'), text);
  publish(building, copy);
  return copy;
}

/** Gives a finished directory its final name, unless another process was faster: what it made is the same. */
function publish(building: string, final: string): void {
  try {
    renameSync(building, final);
  } catch (error) {
    rmSync(building, { recursive: true });
    if (!existsSync(final)) throw error;
  }
}

function linkAll(from: string, to: string, except: string): void {
  for (const name of readdirSync(from)) {
    if (name !== except) symlinkSync(join(from, name), join(to, name));
  }
}

/** Signatures stand on one line each in every version of the file; a version where none does must not pass for "no assertions". */
function withCounting(testing: string): string {
  let replaced = 0;
  const text = testing.replace(/^pub (?:inline )?fn expect\w*\(.*\{$/gm, (signature) => {
    replaced += 1;
    // At comptime not even a call is made: it would use up the caller's evaluation quota.
    return `${signature}\n    if (!@inComptime()) beginAssertion();\n    defer if (!@inComptime()) endAssertion();`;
  });
  if (replaced === 0) throw new Error('no assertion was found in std/testing.zig of this Zig version');
  return text + COUNTING;
}
