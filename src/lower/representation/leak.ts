/**
 * Memory that the program never frees, as it comes out of an arena: Rust leaks it, and everybody who points to it holds a `&'static`.
 *
 * Fresh memory starts as owned. Where it cannot be (it is copied, or lies in more than one place) it is raw, which is what it has to be if
 * somebody frees it. If nobody does, the program is solved again with that memory living for ever: it may then be shared as it
 * likes, as long as nobody writes to it through two pointers.
 *
 * The elements of a list that is not freed either are handed on in the same way (`return list.items;`): the list is given up for them.
 */
import type { Block, Expr, Load, Local, Place, Statement } from '../../parse/ir/ir.js';
import type { FnInstance } from '../../parse/ir/program.js';
import { rootLocal, walkBlock, walkStatement } from '../analysis/walk.js';
import type { Mappings } from './contract.js';
import type { Interpretation } from './interpret.js';
import type { Variable } from './mir.js';
import type { Releases } from './release.js';
import { outerPointer } from './shape.js';
import type { Solution } from './solve.js';

/** What is to be leaked besides what `known` has. */
export function leakedMemory(
  { reads, graph }: Solution,
  known: ReadonlySet<Expr>,
  {
    mappings,
    releases,
    narrowing,
  }: {
    readonly mappings: Mappings;
    readonly releases: Releases;
    readonly narrowing: { readonly body: (instance: FnInstance) => Block | undefined };
  },
): ReadonlySet<Expr> {
  const found = new Set<Expr>();
  for (const [instance, read] of reads) {
    for (const [expr, variable] of read.body.values) {
      const pointer = outerPointer(variable.shape);
      if (known.has(expr) || pointer === undefined || graph.mode(pointer) !== 'raw' || graph.isFreed(pointer)) continue;
      if (isFresh(expr, mappings)) found.add(expr);
      else if (isListOf(expr, mappings) && escapes(read, variable)) {
        const local = rootLocal(expr.place);
        if (local !== undefined && !isReleased(local, narrowing.body(instance), releases)) found.add(expr);
      }
    }
  }
  return found;
}

function isFresh(expr: Expr, mappings: Mappings): boolean {
  return (
    expr.kind === 'call' &&
    expr.callee.kind === 'instance' &&
    mappings.fn(expr.callee.instance)?.result.kind === 'owned'
  );
}

/** `list.items` of a list that is, or is a part of, a variable of the function. */
function isListOf(expr: Expr, mappings: Mappings): expr is Load {
  if (expr.kind !== 'load' || expr.place.kind !== 'fieldPlace' || expr.type.kind !== 'pointer') return false;
  const { container, base, name } = expr.place;
  if (container.kind !== 'struct' || mappings.type(container)?.ownership !== 'owner') return false;
  return mappings.field(container, name)?.kind === 'borrow' && isOfVariable(base);
}

function isOfVariable(place: Place): boolean {
  if (place.kind === 'fieldPlace') return isOfVariable(place.base);
  return place.kind === 'local' && place.local.role !== 'param' && place.local.role !== 'capture';
}

/** Whether a value is returned, or put behind a pointer. */
function escapes({ body }: Interpretation, from: Variable): boolean {
  const reached = new Set([from]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const { action } of body.points) {
      if (action.kind !== 'flow' && action.kind !== 'assign') continue;
      const source =
        action.kind === 'assign'
          ? action.source
          : action.from.root.kind === 'variable'
            ? action.from.root.variable
            : undefined;
      if (source === undefined || !reached.has(source)) continue;
      const to = action.kind === 'assign' ? action.place : action.to;
      if (to.steps.some((step) => step.kind === 'deref')) return true;
      if (to.root.kind === 'variable') reached.add(to.root.variable);
    }
  }
  return reached.has(body.result);
}

/** Whether the function frees a variable, other than after an error. */
function isReleased(local: Local, body: Block | undefined, releases: Releases): boolean {
  let isFound = false;
  if (body === undefined) return false;
  walkBlock(body, (node) => {
    if (node.sort !== 'statement') return undefined;
    if (node.statement.kind === 'errdefer') return false;
    isFound ||= releases.isRelease(node.statement) && mentions(node.statement, local);
    return undefined;
  });
  return isFound;
}

function mentions(statement: Statement, local: Local): boolean {
  let isFound = false;
  walkStatement(statement, (node) => {
    isFound ||= node.sort === 'place' && node.place.kind === 'local' && node.place.local === local;
    return undefined;
  });
  return isFound;
}
