/**
 * Conditions that ask how the program is built: `builtin.is_test`, `builtin.mode == .Debug`, and what is made of them. Their value is that of
 * the build which is analysed, but a Rust crate is built in both ways: the question stays, where the code for the other answer can be
 * analysed, too.
 */

import type { Expr } from '../ir/ir.js';
import type { Env } from './env.js';
import type { Operand } from './operand.js';
import { DeclRecord, type FnRecord } from './records.js';
import { speculate } from './speculate.js';

const FACTS: ReadonlySet<string> = new Set(['is_test', 'mode']);

/** Whether the answer depends on the build. */
export function asksBuild(expr: Expr | undefined): boolean {
  switch (expr?.kind) {
    case 'load': {
      if (expr.place.kind !== 'global') return false;
      const { decl } = expr.place;
      if (decl.container.file.origin === 'builtin') return FACTS.has(decl.name);
      return decl instanceof DeclRecord && decl.kind === 'const' && asksBuild(decl.initOperand?.ir);
    }
    case 'compare':
    case 'logical':
      return asksBuild(expr.left) || asksBuild(expr.right);
    case 'not':
      return asksBuild(expr.operand);
    default:
      return false;
  }
}

/** Whether the code is the project's own, and runs: what decides at comptime is decided for the build that is analysed. */
export function keepsBuildQuestions(env: Env): boolean {
  return env.mode === 'runtime' && env.file.origin === 'user' && !env.isTypeOf;
}

/** What the analysis gives of code that the build at hand does not have; undefined where there is a fault in it. */
export function ofOtherBuild(env: Env, analyse: () => Operand): Operand | undefined {
  const restore = remembered(env);
  const tried = speculate(env.cx, analyse);
  restore();
  return tried === undefined ? undefined : analyse();
}

/** Remembers what analysis adds to the blocks and the function around it. */
function remembered({ scope, frame }: Env): () => void {
  const instance = frame?.instance as FnRecord | undefined;
  const [failure, failures] = [instance?.failure, instance?.failures.length ?? 0];
  const results: (readonly [unknown[], number])[] = [];
  for (let at = scope; at !== undefined; at = at.parent)
    if (at.kind === 'label') results.push([at.target.results, at.target.results.length]);
  const errors = frame?.errors;
  const before = errors && { names: [...errors.names], sources: [...errors.sources], isAny: errors.isAny };
  return () => {
    for (const [list, length] of results) list.length = length;
    if (instance !== undefined) {
      instance.failure = failure;
      instance.failures.length = failures;
    }
    if (errors === undefined || before === undefined) return;
    errors.names.clear();
    errors.sources.clear();
    for (const name of before.names) errors.names.add(name);
    for (const source of before.sources) errors.sources.add(source);
    errors.isAny = before.isAny;
  };
}
