/**
 * Tests that reach variables which another test reaches, too. Zig runs tests one after the other in one process; Rust's test runner gives
 * each a thread, in which the same code would race, and starts them in an order of its own.
 */
import type * as ir from '../../parse/ir/ir.js';
import type { Decl, FnInstance, Program, ProgramFile } from '../../parse/ir/program.js';
import { type IrNode, walkBlock, walkExpr, walkStatement } from './walk.js';

/** Tests of one file, of which some may find what an earlier one left behind in the variables that they share; in Zig's order. */
export interface TestOrder {
  readonly tests: readonly FnInstance[];
}

/** How a test that shares variables runs: alone, or alone and in its turn. Other tests are not in the table. */
export type TestTurns = ReadonlyMap<FnInstance, 'alone' | TestOrder>;

/** `isReplaced`: a rule stands for the function, whose Zig has no part in the Rust. */
export function solveTestTurns(program: Program, isReplaced: (instance: FnInstance) => boolean): TestTurns {
  const reach = new Reach(isReplaced);
  const tests = program.functions.filter((instance) => instance.decl.kind === 'test');
  const users = new Map<Decl, FnInstance[]>();
  for (const test of tests)
    for (const decl of reach.ofFunction(test)) users.set(decl, [...(users.get(decl) ?? []), test]);
  const shared = new Map([...users].filter(([, group]) => group.length > 1));
  const turns = new Map<FnInstance, 'alone' | TestOrder>();
  for (const group of shared.values()) for (const test of group) turns.set(test, 'alone');
  for (const order of ordersOf(tests, shared, reach)) for (const test of order.tests) turns.set(test, order);
  return turns;
}

/** The tests of a file that have to keep their order: those that share a variable which one of them does not set before it reads it. */
function ordersOf(
  tests: readonly FnInstance[],
  shared: ReadonlyMap<Decl, readonly FnInstance[]>,
  reach: Reach,
): readonly TestOrder[] {
  const byFile = new Map<ProgramFile, Set<FnInstance>[]>();
  for (const [decl, users] of shared) {
    for (const file of new Set(users.map((test) => test.container.file))) {
      const [first, ...later] = users.filter((test) => test.container.file === file);
      if (first === undefined || later.every((test) => setsFirst(test, decl, reach))) continue;
      byFile.set(file, joined(byFile.get(file) ?? [], new Set([first, ...later])));
    }
  }
  return [...byFile.values()].flat().map((group) => ({ tests: tests.filter((test) => group.has(test)) }));
}

/** The groups with one more, which takes in those that it has a test in common with. */
function joined(groups: readonly Set<FnInstance>[], more: ReadonlySet<FnInstance>): Set<FnInstance>[] {
  const meets = (group: ReadonlySet<FnInstance>): boolean => [...group].some((test) => more.has(test));
  const met = groups.filter(meets).flatMap((group) => [...group]);
  return [...groups.filter((group) => !meets(group)), new Set([...met, ...more])];
}

/** Whether the first statement of the test that touches the variable gives it a value of its own: nothing earlier is found in it. */
function setsFirst(test: FnInstance, decl: Decl, reach: Reach): boolean {
  const first = test.body?.statements.find((statement) => reach.ofStatement(statement).has(decl));
  if (first?.kind !== 'assign' || first.operator !== undefined) return false;
  const isWhole = first.place.kind === 'global' && first.place.decl === decl;
  return isWhole && !reach.ofExpr(first.value).has(decl);
}

/** The variables that code and what it calls touch; those of threads are nobody else's. */
class Reach {
  private readonly direct = new Map<FnInstance, Found>();

  constructor(private readonly isReplaced: (instance: FnInstance) => boolean) {}

  ofFunction(start: FnInstance): ReadonlySet<Decl> {
    return this.closure(this.of(start));
  }

  ofStatement(statement: ir.Statement): ReadonlySet<Decl> {
    return this.closure(found((visit) => walkStatement(statement, visit)));
  }

  ofExpr(expr: ir.Expr): ReadonlySet<Decl> {
    return this.closure(found((visit) => walkExpr(expr, visit)));
  }

  private of(instance: FnInstance): Found {
    const known = this.direct.get(instance);
    if (known !== undefined) return known;
    const { body } = instance;
    const made = found((visit) => (body === undefined ? undefined : walkBlock(body, visit)));
    this.direct.set(instance, made);
    return made;
  }

  private closure(start: Found): ReadonlySet<Decl> {
    const variables = new Set(start.variables);
    const seen = new Set<FnInstance>();
    const pending = [...start.called];
    for (let instance = pending.pop(); instance !== undefined; instance = pending.pop()) {
      if (seen.has(instance) || this.isReplaced(instance)) continue;
      seen.add(instance);
      const { variables: more, called } = this.of(instance);
      for (const decl of more) variables.add(decl);
      pending.push(...called);
    }
    return variables;
  }
}

interface Found {
  readonly variables: ReadonlySet<Decl>;
  readonly called: readonly FnInstance[];
}

function found(walk: (visit: (node: IrNode) => true) => void): Found {
  const variables = new Set<Decl>();
  const called: FnInstance[] = [];
  walk((node) => {
    if (node.sort === 'place' && node.place.kind === 'global' && isShared(node.place.decl))
      variables.add(node.place.decl);
    if (node.sort === 'expr') called.push(...functionsIn(node.expr));
    return true;
  });
  return { variables, called };
}

function functionsIn(expr: ir.Expr): readonly FnInstance[] {
  if (expr.kind === 'functionRef') return [expr.instance];
  if (expr.kind === 'call' && expr.callee.kind === 'instance') return [expr.callee.instance];
  return expr.value?.kind === 'fn' ? [expr.value.instance] : [];
}

function isShared({ kind, node }: Decl): boolean {
  return kind === 'var' && !(node.kind === 'varDecl' && node.isThreadlocal);
}
