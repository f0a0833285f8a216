/** Zig's float types in Rust: `f32`, `f64`, and the runtime's `F16`. Wider ones have none. */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type { FloatType } from '../parse/ir/types.js';
import { runtimeItem, type Site, unported } from './context.js';

/** Whether values of the type exist in the Rust. */
export function isPortedFloat(type: FloatType): boolean {
  return type.bits <= 64;
}

/** The path of the Rust type, to which its associated functions are added. */
export function floatPath(type: FloatType, site: Site): readonly string[] {
  if (type.bits === 16) return runtimeItem(site, 'float16', 'F16');
  return isPortedFloat(type) ? [`f${type.bits}`] : unported(`floats of ${type.bits} bits`);
}

export function floatType(type: FloatType, site: Site): RustType {
  return rust.typePath(...floatPath(type, site));
}

/** A float as one of another width; `value` is rounded once. */
export function convertFloat(value: Expr, from: FloatType, to: FloatType, site: Site): Expr {
  if (from.bits === to.bits) return value;
  const path = floatPath(to, site);
  if (from.bits === 16) return rust.method(value, `to_f${to.bits}`);
  if (to.bits === 16) return rust.call(rust.path(...path, `from_f${from.bits}`), [value]);
  if (!isPortedFloat(from)) return unported(`floats of ${from.bits} bits`);
  return to.bits > from.bits
    ? rust.call(rust.path(...path, 'from'), [value])
    : rust.cast(value, rust.typePath(...path));
}

/** An integer as a float. `f64` holds all integers that `f16` tells apart. */
export function floatFromInteger(value: Expr, to: FloatType, site: Site): Expr {
  if (to.bits !== 16) return rust.cast(value, floatType(to, site));
  return rust.call(rust.path(...floatPath(to, site), 'from_f64'), [rust.cast(value, rust.typePath('f64'))]);
}
