/** Calls that are not run from their source at comptime, because they reach for the machine or only count. */
import type * as ast from '../syntax/ast.js';
import { type Env, fail } from './env.js';
import { known, type Operand, VOID } from './operand.js';
import { T } from './pool.js';
import type { FnRecord } from './records.js';

const ASSERTIONS = new Set([
  'std.debug.assert',
  'std.testing.expect',
  'std.testing.expectEqual',
  'std.testing.expectEqualStrings',
  'std.testing.expectEqualSlices',
  'std.testing.expectError',
]);

/** The result of a hooked call; undefined: run the body. Assertions that run at comptime are counted for the function around. */
export function runsOnHost(env: Env, fn: FnRecord, args: readonly Operand[], node: ast.Node): Operand | undefined {
  const name = fn.decl.qualifiedName;
  if (ASSERTIONS.has(name) && env.frame?.instance) (env.frame.instance as FnRecord).comptimeAssertions++;
  if (name === 'std.debug.assert' && args[0]?.value?.kind === 'bool') {
    return args[0].value.bool ? known(T.void, VOID, node) : fail(env, node, 'an assertion fails at comptime');
  }
  // Printing at comptime is for the compiler's user; a port has nothing to print to.
  if (name === 'std.debug.print') return known(T.void, VOID, node);
  return undefined;
}
