/**
 * `(try x).field`: sema checks `x` first and then takes the address of its payload, since somebody may write through it. Who only reads a
 * value that can be copied needs no address: what the check yields is the payload.
 */
import type * as ir from '../parse/ir/ir.js';
import type { Representation } from './representation/contract.js';
import { isCopied } from './representation/copied.js';

/** The check whose value is the payload behind `place`; undefined where its address is needed. */
export function checkedPayload(place: ir.DerefPlace, representation: Representation): ir.Expr | undefined {
  const { pointer } = place;
  if (pointer.kind !== 'block' || pointer.block.statements.length !== 2) return undefined;
  const [check, result] = pointer.block.statements;
  if (check?.kind !== 'discard' || result?.kind !== 'expr' || result.expr.kind !== 'break') return undefined;
  const { operand } = result.expr;
  if (operand?.kind !== 'addressOf' || !operand.implicit || check.expr.type !== place.type) return undefined;
  if (operand.place.kind !== 'errorPayload' && operand.place.kind !== 'optionalPayload') return undefined;
  return isCopied(place.type, representation.place(operand.place), representation) ? check.expr : undefined;
}
