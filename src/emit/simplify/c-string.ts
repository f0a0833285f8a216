/** Pointers to texts that end in a zero byte. */
import type { Expr, Type } from '../rust-ast.js';

const u8Type: Type = { kind: 'path', path: { segments: [{ name: 'u8' }] } };

/** `b"text\0".as_ptr()` is `c"text".as_ptr().cast::<u8>()`: a text with the type that says how it ends. */
export function asCString(expr: Expr): Expr {
  if (expr.kind !== 'methodCall' || expr.method !== 'as_ptr' || expr.receiver.kind !== 'literal') return expr;
  const { receiver } = expr;
  if (receiver.literal.kind !== 'byteStr' || receiver.literal.raw === true) return expr;
  const { value } = receiver.literal;
  if (value.length === 0 || value.indexOf(0) !== value.length - 1) return expr;
  const text: Expr = { ...receiver, literal: { kind: 'cStr', value: value.subarray(0, -1) } };
  const pointer: Expr = { kind: 'methodCall', receiver: text, method: 'as_ptr', arguments: [] };
  return { ...expr, receiver: pointer, method: 'cast', generics: [{ kind: 'type', type: u8Type }] };
}
