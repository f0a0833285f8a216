/** References that are made only to be looked through. */
import { byteStr } from '../build.js';
import type { Expr } from '../rust-ast.js';
import { hasComments, withTriviaOf } from '../trivia.js';

/** Methods of slices that borrow what they are called on: the call itself makes the reference. No reference has one of its own. */
const BORROWING: ReadonlySet<string> = new Set([
  ...[
    'as_ptr',
    'as_mut_ptr',
    'as_slice',
    'as_mut_slice',
    'len',
    'is_empty',
    'iter',
    'iter_mut',
    'first',
    'last',
    'get',
  ],
  ...['to_vec', 'fill', 'swap', 'reverse', 'copy_from_slice', 'clone_from_slice', 'copy_within', 'contains'],
  ...['starts_with', 'ends_with', 'split_at', 'split_at_mut', 'rotate_left', 'rotate_right', 'chunks', 'windows'],
  ...['sort', 'sort_by', 'sort_unstable', 'sort_unstable_by', 'concat', 'join', 'binary_search', 'binary_search_by'],
]);

/** What a call borrows as it would be borrowed; a literal becomes static either way. */
const PLACES: ReadonlySet<Expr['kind']> = new Set(['index', 'field', 'tupleField', 'path', 'array']);

/** Of what lies behind a raw pointer Rust wants the reference written; which pointers are raw, the place does not say. */
function isBehindPointer(place: Expr): boolean {
  switch (place.kind) {
    case 'deref':
    case 'unsafe':
      return true;
    case 'field':
    case 'tupleField':
    case 'index':
    case 'paren':
      return isBehindPointer(place.operand);
    default:
      return false;
  }
}

/** `(&mut a[1..]).fill(0)` is `a[1..].fill(0)`. */
export function withPlainReceiver(expr: Expr): Expr {
  if (expr.kind !== 'methodCall' || !BORROWING.has(expr.method) || expr.receiver.kind !== 'ref') return expr;
  const { operand } = expr.receiver;
  return PLACES.has(operand.kind) && !isBehindPointer(operand) ? { ...expr, receiver: operand } : expr;
}

/** `(&a)[i]` is `a[i]`. */
export function withPlainIndexed(expr: Expr): Expr {
  if (expr.kind !== 'index' || expr.operand.kind !== 'ref' || expr.operand.mutable) return expr;
  const place = expr.operand.operand;
  return isBehindPointer(place) ? expr : { ...expr, operand: place };
}

/** `&[b'a', b'b']` is `b"ab"`. */
export function asByteString(expr: Expr): Expr {
  if (expr.kind !== 'ref' || expr.mutable || expr.operand.kind !== 'array' || expr.operand.elements.length < 2)
    return expr;
  const bytes = expr.operand.elements.map((one) =>
    one.kind === 'literal' && one.literal.kind === 'byte' && !hasComments(one) ? one.literal.value : undefined,
  );
  if (bytes.includes(undefined)) return expr;
  return withTriviaOf(expr, byteStr(Uint8Array.from(bytes as readonly number[])));
}

/** `*&x` is `x`, `&*x.as_ref().unwrap()` is `x.as_ref().unwrap()`. */
export function withoutNeedlessBorrow(expr: Expr): Expr {
  if (expr.kind === 'deref' && expr.operand.kind === 'ref' && !expr.operand.mutable)
    return withTriviaOf(expr, expr.operand.operand);
  if (expr.kind !== 'ref' || expr.operand.kind !== 'deref') return expr;
  const { operand } = expr.operand;
  return isReference(operand, expr.mutable ? 'as_mut' : 'as_ref') ? withTriviaOf(expr, operand) : expr;
}

/** `x.as_ref().unwrap()`. */
function isReference(expr: Expr, borrowing: string): boolean {
  if (expr.kind !== 'methodCall' || expr.method !== 'unwrap') return false;
  return expr.receiver.kind === 'methodCall' && expr.receiver.method === borrowing;
}
