/** What Rust says more shortly, whatever lowering or a rule's template made: done once over a whole crate, before it is printed. */
import type { Expr, ModuleContent } from './rust-ast.js';
import { deepMapper, type Mapper, mapExprParts } from './traverse.js';

/** The content with its expressions simplified. */
export function simplify(content: ModuleContent): ModuleContent {
  return { ...content, items: content.items.map(mapper.item) };
}

const mapper: Mapper = deepMapper((self) => ({
  expr: (expr) => compareValues(mapExprParts(expr, self)),
}));

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

/** `&a == &b` compares what the references lead to: `a == b`. */
function compareValues(expr: Expr): Expr {
  if (expr.kind !== 'binary' || !COMPARISONS.has(expr.operator)) return expr;
  const { left, right } = expr;
  if (left.kind !== 'ref' || right.kind !== 'ref' || left.mutable || right.mutable) return expr;
  return { ...expr, left: left.operand, right: right.operand };
}
