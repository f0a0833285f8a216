/** What evaluating a known value does besides. */
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { walkExpr } from '../parse/ir/walk.js';
import type { Scope } from './context.js';
import { lowerStatement } from './statement.js';

/** What a known value was decided by may trap: `if (@as(i7, @intCast(n)) < -64) 1 else 2`. Sema keeps it as statements that discard. */
export function keptEffects(known: ir.Expr, scope: Scope): readonly Statement[] {
  const kept: ir.Statement[] = [];
  walkExpr(known, (node) => {
    if (node.sort !== 'statement') return true;
    if (node.statement.kind === 'discard') kept.push(node.statement);
    return node.statement.kind !== 'discard';
  });
  return kept.flatMap((statement) => lowerStatement(statement, scope));
}
