/** Expressions whose evaluation nobody can notice. */
import type * as ir from '../../parse/ir/ir.js';
import { type Child, childrenOfExpr, isPlace } from '../../parse/ir/walk.js';

/** Reads that cannot trap. */
export function isReadOnly(expr: ir.Expr): boolean {
  switch (expr.kind) {
    case 'constant':
    case 'functionRef':
      return true;
    case 'load':
      return isPlainPlace(expr.place);
    case 'addressOf':
      return isPlainPlace(expr.place);
    case 'coerce':
      return isReadOnly(expr.operand);
    case 'call':
    case 'asm':
      return false;
    default:
      // The answer may be known while what it was asked of can trap: `@as(i7, @intCast(n)) <= 63`.
      return expr.value !== undefined && childrenOfExpr(expr).every(isReadOnlyChild);
  }
}

function isReadOnlyChild(child: Child): boolean {
  if (child === undefined) return true;
  if ('statements' in child) return false;
  return isPlace(child) ? isPlainPlace(child) : isReadOnly(child);
}

function isPlainPlace(place: ir.Place): boolean {
  switch (place.kind) {
    case 'local':
    case 'global':
      return true;
    case 'fieldPlace':
      return isPlainPlace(place.base) && place.container.kind !== 'union';
    case 'temporary':
      return isReadOnly(place.init);
    default:
      return false;
  }
}
