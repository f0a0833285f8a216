/** Zig's float types in Rust: `f32`, `f64`, and the runtime's `F16`, `F80` and `F128`. */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type { FloatType, Type } from '../parse/ir/types.js';
import { runtimeItem, type Site } from './context.js';

/** Whether Rust's stable `f32` or `f64` is the type. */
export function isNativeFloat(type: FloatType): boolean {
  return type.bits === 32 || type.bits === 64;
}

/** Whether the type is the runtime's for more than 64 bits. */
export function isWideFloat(type: Type): boolean {
  return type.kind === 'float' && type.bits > 64;
}

/** The path of the Rust type, to which its associated functions are added. */
export function floatPath(type: FloatType, site: Site): readonly string[] {
  if (type.bits === 16) return runtimeItem(site, 'float16', 'F16');
  return isNativeFloat(type) ? [`f${type.bits}`] : runtimeItem(site, 'wide_float', `F${type.bits}`);
}

export function floatType(type: FloatType, site: Site): RustType {
  return rust.typePath(...floatPath(type, site));
}

/** A float as one of another width; `value` is rounded once. */
export function convertFloat(value: Expr, from: FloatType, to: FloatType, site: Site): Expr {
  if (from.bits === to.bits) return value;
  const path = floatPath(to, site);
  if (isWideFloat(to)) return widened(value, from, path);
  if (isWideFloat(from) && to.bits === 16)
    return rust.call(rust.path(...path, 'from_bits'), [rust.method(value, 'to_f16_bits')]);
  if (!isNativeFloat(from)) return rust.method(value, `to_f${to.bits}`);
  if (to.bits === 16) return rust.call(rust.path(...path, `from_f${from.bits}`), [value]);
  return to.bits > from.bits
    ? rust.call(rust.path(...path, 'from'), [value])
    : rust.cast(value, rust.typePath(...path));
}

function widened(value: Expr, from: FloatType, path: readonly string[]): Expr {
  if (isWideFloat(from)) return rust.call(rust.path(...path, 'from_wide'), [value]);
  return from.bits === 16
    ? rust.call(rust.path(...path, 'from_f16_bits'), [rust.method(value, 'to_bits')])
    : rust.call(rust.path(...path, `from_f${from.bits}`), [value]);
}

/** Whether values of the type are of this primitive type already. */
function isOf(type: Type, primitive: string): boolean {
  return type.kind === 'int' && type.bits > 64 && type.bits <= 128 && primitive === `${type.signed ? 'i' : 'u'}128`;
}

/** An integer as a float. `f64` holds all integers that `f16` tells apart. */
export function floatFromInteger(value: Expr, from: Type, to: FloatType, site: Site): Expr {
  if (isNativeFloat(to)) return rust.cast(value, floatType(to, site));
  const widest = to.bits === 16 ? 'f64' : from.kind === 'int' && !from.signed ? 'u128' : 'i128';
  return rust.call(rust.path(...floatPath(to, site), `from_${widest}`), [
    isOf(from, widest) ? value : rust.cast(value, rust.typePath(widest)),
  ]);
}
