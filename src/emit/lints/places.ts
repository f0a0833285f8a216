/** Places: the variable that they lie in, and the way there. */
import type { Expr } from '../rust-ast.js';

/** The variable that a place lies in. */
export function rootOf(place: Expr): Expr {
  switch (place.kind) {
    case 'field':
    case 'tupleField':
    case 'index':
    case 'paren':
      return rootOf(place.operand);
    default:
      return place;
  }
}

/** The indices on the way to a part. */
export function indicesOf(target: Expr): readonly Expr[] {
  if (target.kind === 'index') return [...indicesOf(target.operand), target.index];
  return target.kind === 'field' || target.kind === 'tupleField' ? indicesOf(target.operand) : [];
}
