/**
 * Memory that gets its value right after it was made: `const p = try gpa.create(T); p.* = value;` is `Box::new(value)`.
 *
 * The two statements have to be neighbours (what vanishes or is deferred does not count), and the value must not mention the new pointer. Making
 * memory has no effect that the value could see, so it may be evaluated first.
 */
import type { Block, CallExpr, Expr, Local, Statement } from '../../parse/ir/ir.js';
import { effectsOf } from '../analysis/effects.js';
import { walkBlock, walkExpr } from '../analysis/walk.js';
import type { Mappings } from './contract.js';

export interface InitialValues {
  /** What memory made by a call gets. */
  readonly values: ReadonlyMap<CallExpr, Expr>;
  /** The assignments that are part of a call now. */
  readonly absorbed: ReadonlySet<Statement>;
}

export function initialValues(
  bodies: Iterable<Block>,
  mappings: Mappings,
  isGone: (statement: Statement) => boolean,
): InitialValues {
  const values = new Map<CallExpr, Expr>();
  const absorbed = new Set<Statement>();
  const visit = (block: Block): void => {
    const statements = block.statements.filter((statement) => statement.kind !== 'comptime' && !isGone(statement));
    statements.forEach((statement, index) => {
      const made = madeBy(statement, mappings);
      if (made === undefined) return;
      const next = statements.slice(index + 1).find(({ kind }) => kind !== 'defer' && kind !== 'errdefer');
      const value = next === undefined ? undefined : assignedValue(next, made.local);
      if (next === undefined || value === undefined) return;
      // What is deferred in between would not run for an exit out of the value.
      if (next !== statements[index + 1] && effectsOf(value).leaves) return;
      values.set(made.call, value);
      absorbed.add(next);
    });
  };
  for (const body of bodies) {
    visit(body);
    walkBlock(body, (node) => {
      if (node.sort !== 'expr') return undefined;
      if (node.expr.kind === 'block') visit(node.expr.block);
      if (node.expr.kind === 'while' && node.expr.continueExpression !== undefined) visit(node.expr.continueExpression);
      if (node.expr.kind === 'unrolled') node.expr.iterations.forEach(visit);
      return undefined;
    });
  }
  return { values, absorbed };
}

/** `const p = create(…)`, behind any `try`. */
function madeBy(
  statement: Statement,
  mappings: Mappings,
): { readonly local: Local; readonly call: CallExpr } | undefined {
  if (statement.kind !== 'let') return undefined;
  let { init } = statement;
  while (init.kind === 'try' || init.kind === 'coerce') init = init.operand;
  if (init.kind !== 'call' || init.callee.kind !== 'instance') return undefined;
  const mapped = mappings.fn(init.callee.instance);
  const isOne = statement.local.type.kind === 'pointer' && statement.local.type.size === 'one';
  return mapped?.result.kind === 'owned' && isOne ? { local: statement.local, call: init } : undefined;
}

/** The value of `p.* = value`. */
function assignedValue(statement: Statement, local: Local): Expr | undefined {
  if (statement.kind !== 'assign' || statement.operator !== undefined) return undefined;
  const { place, value } = statement;
  if (place.kind !== 'deref' || place.pointer.kind !== 'load') return undefined;
  const target = place.pointer.place;
  if (target.kind !== 'local' || target.local !== local) return undefined;
  return mentions(value, local) ? undefined : value;
}

function mentions(expr: Expr, local: Local): boolean {
  let found = false;
  walkExpr(expr, (node) => {
    found ||= node.sort === 'place' && node.place.kind === 'local' && node.place.local === local;
    return !found;
  });
  return found;
}
