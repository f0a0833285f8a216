/**
 * Tests that reach variables which another test reaches, too. Zig runs tests one after the other in one process; Rust's test runner gives
 * each a thread, in which the same code would race.
 */
import type { Decl, FnInstance, Program } from '../../parse/ir/program.js';
import { walkBlock } from './walk.js';

/** `isReplaced`: a rule stands for the function, whose Zig has no part in the Rust. */
export function testsThatShareVariables(
  program: Program,
  isReplaced: (instance: FnInstance) => boolean,
): ReadonlySet<FnInstance> {
  const tests = program.functions.filter((instance) => instance.decl.kind === 'test');
  const reached = new Map(tests.map((test) => [test, variablesOf(test, isReplaced)]));
  const users = new Map<Decl, number>();
  for (const variables of reached.values()) for (const decl of variables) users.set(decl, (users.get(decl) ?? 0) + 1);
  return new Set(tests.filter((test) => [...(reached.get(test) ?? [])].some((decl) => (users.get(decl) ?? 0) > 1)));
}

/** The variables that a function and what it calls touch; those of threads are nobody else's. */
function variablesOf(start: FnInstance, isReplaced: (instance: FnInstance) => boolean): ReadonlySet<Decl> {
  const variables = new Set<Decl>();
  const seen = new Set<FnInstance>([start]);
  const pending = [start];
  const reach = (instance: FnInstance): void => {
    if (seen.has(instance) || isReplaced(instance)) return;
    seen.add(instance);
    pending.push(instance);
  };
  for (let instance = pending.pop(); instance !== undefined; instance = pending.pop()) {
    if (instance.body === undefined) continue;
    walkBlock(instance.body, (node) => {
      if (node.sort === 'place' && node.place.kind === 'global' && isShared(node.place.decl))
        variables.add(node.place.decl);
      if (node.sort !== 'expr') return undefined;
      const { expr } = node;
      if (expr.kind === 'functionRef') reach(expr.instance);
      if (expr.kind === 'call' && expr.callee.kind === 'instance') reach(expr.callee.instance);
      if (expr.value?.kind === 'fn') reach(expr.value.instance);
      return undefined;
    });
  }
  return variables;
}

function isShared({ kind, node }: Decl): boolean {
  return kind === 'var' && !(node.kind === 'varDecl' && node.isThreadlocal);
}
