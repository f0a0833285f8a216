/**
 * Stores that nothing reads, as rustc's `unused_assignments` has it, found by the order of the text: a variable that is set and set again
 * on every way on before anything mentions it, or set and never mentioned after, outside of a loop in which it is mentioned.
 */
import type { Expr, FunctionItem, Item } from '../rust-ast.js';
import { deepMapper, type Mapper, mapBlockParts, mapExprParts, mapItemParts, mapStatementParts } from '../traverse.js';

/** One of the ways on at an `if` or `match`. */
interface Branch {
  readonly fork: Expr;
  readonly way: object;
}

/** A store or another mention of a name, in the order in which they happen, with the loops and the branches it stands in. */
interface Event {
  readonly name: string;
  readonly isStore: boolean;
  /** A store to a part: what lies beside it stays. */
  readonly isPart: boolean;
  readonly loops: readonly Expr[];
  readonly branches: readonly Branch[];
}

export function hasDeadStore(item: Item): boolean {
  if (item.kind === 'impl' || item.kind === 'trait') return item.items.some(hasDeadStore);
  if (item.kind !== 'fn') return false;
  const byName = new Map<string, Event[]>();
  for (const event of eventsOf(item)) byName.set(event.name, [...(byName.get(event.name) ?? []), event]);
  return [...byName.values()].some((events) => events.some((event, index) => isDead(event, index, events)));
}

function isDead(event: Event, index: number, all: readonly Event[]): boolean {
  if (!event.isStore) return false;
  const isRead = (other: Event): boolean => !other.isStore && other.loops.some((loop) => event.loops.includes(loop));
  if (all.some(isRead)) return false;
  return isOverwritten(event.branches, all.slice(index + 1));
}

/** True where what happens after a store with these branches overwrites it, or nothing happens. */
function isOverwritten(branches: readonly Branch[], after: readonly Event[]): boolean {
  const [next, ...later] = after;
  if (next === undefined) return true;
  if (next.isPart) return isOverwritten(branches, later);
  const shared = next.branches.findIndex(({ way }, depth) => branches[depth]?.way !== way);
  const fork = shared < 0 ? undefined : next.branches[shared];
  if (fork === undefined) return next.isStore;
  // Another way on of a fork that the store itself stands in.
  if (branches[shared]?.fork === fork.fork) return isOverwritten(branches, later);
  const inFork = after.filter((event) => event.branches[shared]?.fork === fork.fork);
  const behind = after.filter((event) => !inFork.includes(event));
  const firsts = waysOf(fork.fork).map((way) => inFork.filter((event) => event.branches[shared]?.way === way));
  return firsts.every((events) =>
    events.length === 0
      ? isOverwritten(branches, behind)
      : isOverwritten(
          [...next.branches.slice(0, shared), ...(events[0]?.branches.slice(shared, shared + 1) ?? [])],
          events,
        ),
  );
}

const NOTHING: object = {};

/** The ways on at a fork; an `if` without `else` has one on which nothing happens. */
function waysOf(fork: Expr): readonly object[] {
  if (fork.kind === 'match') return fork.arms.map(({ body }) => body);
  return fork.kind === 'if' ? [fork.then, elseOf(fork) ?? NOTHING] : [];
}

function elseOf(fork: Extract<Expr, { readonly kind: 'if' }>): object | undefined {
  return fork.else?.kind === 'block' ? fork.else.block : fork.else;
}

function eventsOf(item: FunctionItem): readonly Event[] {
  const events: Event[] = [];
  const locals = new Set<string>();
  let loops: readonly Expr[] = [];
  let branches: readonly Branch[] = [];
  let forks: readonly Expr[] = [];
  const aggregates = new Set<string>();
  const add = (name: string, isStore: boolean, isPart = false): void => {
    if (locals.has(name)) events.push({ name, isStore, isPart, loops, branches });
  };
  /** Goes into what may be one of the ways on at a fork around it. */
  const enter = <T>(way: object, go: () => T): T => {
    const fork = forks.find((one) => waysOf(one).includes(way));
    const outer = branches;
    if (fork !== undefined) branches = [...branches, { fork, way }];
    const result = go();
    branches = outer;
    return result;
  };
  const mapper: Mapper = deepMapper((self) => ({
    block: (block) => enter(block, () => mapBlockParts(block, self)),
    statement: (statement) => {
      const mapped = mapStatementParts(statement, self);
      if (statement.kind === 'let' && statement.pattern.kind === 'binding') {
        locals.add(statement.pattern.name);
        if (statement.value !== undefined && AGGREGATES.has(statement.value.kind))
          aggregates.add(statement.pattern.name);
        if (statement.value !== undefined) add(statement.pattern.name, true);
      }
      return mapped;
    },
    expr: (expr) =>
      enter(expr, () => {
        const stored = storedName(expr);
        if (stored !== undefined && expr.kind === 'assign') {
          self.expr(expr.value);
          if (expr.operator !== '=') add(stored, false);
          add(stored, true);
          return expr;
        }
        const part = partOf(expr);
        if (part !== undefined && expr.kind === 'assign' && aggregates.has(part)) {
          for (const index of indicesOf(expr.target)) self.expr(index);
          self.expr(expr.value);
          add(part, true, true);
          return expr;
        }
        const name = expr.kind === 'path' && expr.path.segments.length === 1 ? expr.path.segments[0]?.name : undefined;
        if (name !== undefined) add(name, false);
        const [outerLoops, outerForks] = [loops, forks];
        if (expr.kind === 'while' || expr.kind === 'loop' || expr.kind === 'for' || expr.kind === 'closure') {
          loops = [...loops, expr];
        }
        if (expr.kind === 'if' || expr.kind === 'match') forks = [...forks, expr];
        const mapped = mapExprParts(expr, self);
        loops = outerLoops;
        forks = outerForks;
        return mapped;
      }),
    item: (inner) => inner,
  }));
  mapItemParts(item, mapper);
  return events;
}

/** Initialisers of variables that hold their parts themselves. */
const AGGREGATES: ReadonlySet<Expr['kind']> = new Set(['array', 'arrayRepeat', 'struct', 'tuple']);

/** The variable of which a part is set. */
function partOf(expr: Expr): string | undefined {
  if (expr.kind !== 'assign' || expr.operator !== '=' || expr.target.kind === 'path') return undefined;
  let target: Expr = expr.target;
  while (target.kind === 'index' || target.kind === 'field' || target.kind === 'tupleField') target = target.operand;
  return target.kind === 'path' && target.path.segments.length === 1 ? target.path.segments[0]?.name : undefined;
}

/** The indices on the way to a part. */
function indicesOf(target: Expr): readonly Expr[] {
  if (target.kind === 'index') return [...indicesOf(target.operand), target.index];
  return target.kind === 'field' || target.kind === 'tupleField' ? indicesOf(target.operand) : [];
}

/** The variable that is set; `x += 1` counts too: what it stores may be dead. */
function storedName(expr: Expr): string | undefined {
  if (expr.kind !== 'assign' || expr.target.kind !== 'path') return undefined;
  const { segments } = expr.target.path;
  return segments.length === 1 ? segments[0]?.name : undefined;
}
