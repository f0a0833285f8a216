/**
 * Declarations of Zig's library that only some versions have.
 *
 * A program that is analysed against the library of another version than it is written for fails where it first mentions one of them, and
 * then everywhere. So that is told once, with the version whose library it takes. `std` itself does not say what it once had: this table
 * does, for what nearly every program begins with.
 */
import type * as ast from '../syntax/ast.js';
import { visit } from '../syntax/children.js';
import { showZigVersion, type ZigVersion } from '../syntax/zig-version.js';

const version = (minor: number): ZigVersion => ({ major: 0, minor });

interface Period {
  /** The last version that has it; undefined: it is still there. */
  readonly until?: ZigVersion;
  /** The first version that has it; undefined: before all that are read. */
  readonly since?: ZigVersion;
}

/** `@typeInfo(T).Vector`: tags began with capitals before 0.14. */
function capitalTags(): Readonly<Record<string, Period>> {
  const tags = ['Int', 'Float', 'Pointer', 'Array', 'Struct', 'Optional', 'ErrorUnion', 'ErrorSet', 'Enum', 'Union'];
  const names = [...tags, 'Fn', 'Opaque', 'Vector', 'Void', 'Bool', 'Type'];
  return Object.fromEntries(names.map((name) => [`std.builtin.${name}`, { until: version(13) }]));
}

/** By the file that declares it and its name; members of types that a function returns stand under the function's file. */
const PERIODS: Readonly<Record<string, Period>> = {
  'std.rand': { until: version(13) },
  'std.ComptimeStringMap': { until: version(12) },
  'std.fifo': { until: version(14) },
  'std.BoundedArray': { until: version(14) },
  'std.io': { until: version(15) },
  'std.io.getStdOut': { until: version(14) },
  'std.io.getStdErr': { until: version(14) },
  'std.io.getStdIn': { until: version(14) },
  'std.io.bufferedWriter': { until: version(14) },
  'std.io.bufferedReader': { until: version(14) },
  'std.array_list.init': { until: version(14) },
  'std.heap.GeneralPurposeAllocator': { until: version(15) },
  'std.process.args': { until: version(15) },
  'std.process.argsAlloc': { until: version(15) },
  'std.process.argsFree': { until: version(15) },
  'std.process.argsWithAllocator': { until: version(15) },
  'std.fs.cwd': { until: version(15) },
  'std.fs.File': { until: version(15) },
  'std.time.Timer': { until: version(15) },
  'std.time.timestamp': { until: version(15) },
  'std.time.milliTimestamp': { until: version(15) },
  'std.time.nanoTimestamp': { until: version(15) },
  'std.Thread.Mutex': { until: version(15) },
  'std.Thread.Pool': { until: version(15) },
  ...capitalTags(),
  'std.Io': { since: version(15) },
  'std.array_list': { since: version(15) },
  'std.process.Init': { since: version(16) },
  'std.heap.DebugAllocator': { since: version(14) },
  'std.heap.smp_allocator': { since: version(14) },
};

/** A declaration of another version of the library. */
export interface ForeignDeclaration {
  /** `std.io.getStdOut`. */
  readonly path: string;
  /** The version nearest to the library's that has it. */
  readonly wanted: string;
  /** `Zig 0.14 and before`. */
  readonly period: string;
}

/** What `name`, which the library's file `owner` does not have, is in another version; `node` names it in a file of the project. */
export function foreignDeclaration(
  owner: string,
  name: string,
  node: ast.FieldAccess,
  root: ast.Node,
): ForeignDeclaration | undefined {
  const path = `${owner}.${name}`;
  const longer = `${path}.${memberAfter(node, root) ?? ''}`;
  const found = PERIODS[longer] === undefined ? path : longer;
  const period = PERIODS[found];
  if (period === undefined) return undefined;
  const { until, since } = period;
  const wanted = showZigVersion(until ?? since ?? version(16));
  return { path: found, wanted, period: `Zig ${wanted} and ${until === undefined ? 'later' : 'before'}` };
}

/** `b` of `node.b`. */
function memberAfter(node: ast.FieldAccess, root: ast.Node): string | undefined {
  let name: string | undefined;
  visit(root, (one) => {
    if (one.kind === 'fieldAccess' && one.object === node) name = one.name.text;
  });
  return name;
}
