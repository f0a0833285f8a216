/** Vectors as integers and back: lane 0 in the lowest bits. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type { IntType, VectorType } from '../../parse/ir/types.js';
import { runtimeItem, type Scope } from '../context.js';
import { nativeInt } from '../integer.js';
import { bitSizeOf } from '../packed.js';
import { fromBits, toBits } from '../packed-bits.js';

/** The integer as wide as all lanes; undefined where Rust has none. */
export function bitsOfVector(type: VectorType): IntType | undefined {
  const lane = bitSizeOf(type.child);
  if (lane === undefined) return undefined;
  const bits = lane * type.length;
  const whole: IntType = { kind: 'int', id: -1, signed: false, bits, name: `u${bits}` };
  return nativeInt(whole) === undefined ? undefined : whole;
}

/** `v.to_array().into_iter().rev().fold(0, |bits, lane| bits << 8 | lane as u32)`. */
export function vectorToInteger(vector: Expr, type: VectorType, whole: IntType, scope: Scope): Expr | undefined {
  const lane = toBits(rust.path('lane'), type.child, whole, scope);
  const native = nativeInt(whole);
  const width = bitSizeOf(type.child);
  if (lane === undefined || native === undefined || width === undefined) return undefined;
  const isSigned = type.child.kind === 'int' && type.child.signed;
  const own = isSigned ? rust.binary('&', lane, rust.int((1n << BigInt(width)) - 1n, native.name)) : lane;
  if (type.length === 1)
    return toBits(rust.index(rust.method(vector, 'to_array'), rust.int(0, 'usize')), type.child, whole, scope);
  const moved = rust.binary('<<', rust.path('bits'), rust.int(width));
  const lanes = rust.method(rust.method(rust.method(vector, 'to_array'), 'into_iter'), 'rev');
  return rust.method(lanes, 'fold', [
    rust.int(0, native.name),
    rust.closure(['bits', 'lane'], rust.binary('|', moved, own)),
  ]);
}

/** `Vector(array::from_fn(|lane| (bits >> (lane * 8) & 0xff) as u8))`. */
export function vectorFromInteger(bits: Expr, whole: IntType, type: VectorType, scope: Scope): Expr | undefined {
  const width = bitSizeOf(type.child);
  const native = nativeInt(whole);
  if (width === undefined || native === undefined) return undefined;
  const isNamed = bits.kind === 'path' || bits.kind === 'literal';
  const source = isNamed ? bits : rust.path('bits');
  const amount = width === 1 ? rust.path('lane') : rust.binary('*', rust.path('lane'), rust.int(width, 'usize'));
  const mask = (1n << BigInt(width)) - 1n;
  const moved = rust.binary('>>', source, amount);
  const masked = rust.binary('&', moved, rust.int(mask, native.name, mask > 9n ? `0x${mask.toString(16)}` : undefined));
  const lane = fromBits(masked, type.child, { offset: 0, bits: width }, whole, scope);
  if (lane === undefined) return undefined;
  const lanes = rust.call(rust.path(...scope.module.imports.use('core', 'array'), 'from_fn'), [
    rust.mapping('lane', lane),
  ]);
  const vector = rust.call(rust.path(...runtimeItem(scope, 'vector', 'Vector')), [lanes]);
  return isNamed ? vector : rust.blockExpr(rust.block([rust.let_('bits', bits)], vector));
}
