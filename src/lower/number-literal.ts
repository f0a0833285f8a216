/** Number literals: the author's spelling where it is Rust too, with the type of the place that the number flows into. */
import * as rust from '../emit/build.js';
import type { Expr, IntegerSuffix } from '../emit/rust-ast.js';
import type { FloatType, IntType } from '../parse/ir/types.js';
import type { Int } from '../parse/ir/values.js';
import { type FloatValue, floatBits } from '../parse/sema/float.js';
import type * as ast from '../parse/syntax/ast.js';
import type { Site } from './context.js';
import { floatPath, isNativeFloat, isWideFloat } from './float.js';
import { nativeInt } from './integer.js';
import { wideLiteral } from './wide.js';

/** An integer literal of a type; `node` is what the author wrote, if it is a literal. */
export function integerLiteral(value: Int, type: IntType, site: Site, node?: ast.Node): Expr {
  const native = nativeInt(type);
  if (native === undefined) return wideLiteral(BigInt(value), type, site);
  const exact = BigInt(value);
  const character = node?.kind === 'charLiteral' ? characterLiteral(exact, native.name) : undefined;
  if (character !== undefined) return character;
  return rust.int(exact, native.name, node?.kind === 'numberLiteral' ? rustSpelling(node.text, exact) : undefined);
}

function characterLiteral(value: bigint, suffix: string): Expr | undefined {
  if (suffix === 'u8' && value < 128n) return rust.byte(Number(value));
  const isScalar = value < 0xd800n || (value > 0xdfffn && value <= 0x10ffffn);
  return suffix === 'u32' && isScalar ? rust.cast(rust.char(Number(value)), rust.typePath('u32')) : undefined;
}

/** The author's digits where they denote the value in Rust as well. */
function rustSpelling(text: string, value: bigint): string | undefined {
  const digits = text.replaceAll('_', '');
  if (!/^(0x[0-9a-fA-F]+|0o[0-7]+|0b[01]+|[0-9]+)$/.test(digits) || /__|_$/.test(text)) return undefined;
  return BigInt(digits) === value && !/^0[0-9]/.test(digits) ? text : undefined;
}

/** A float literal of a type; infinities and NaN are the type's constants. */
export function floatLiteral(value: FloatValue, type: FloatType, site: Site, node?: ast.Node): Expr {
  if (value.nan !== undefined) return nanLiteral(value, type, site);
  const { float } = value;
  const path = floatPath(type, site);
  if (Number.isNaN(float)) return rust.path(...path, 'NAN');
  if (value.wide !== undefined && isWideFloat(type)) return fromBits(floatBits(value, type.bits), type, path);
  if (!Number.isFinite(float)) return infinity(float, type, path);
  if (isNativeFloat(type)) return nativeLiteral(float, type.bits === 32 ? 'f32' : 'f64', node);
  // Every `f16` is an `f32`, from which it is made.
  const suffix = type.bits === 16 ? 'f32' : 'f64';
  return rust.call(rust.path(...path, `from_${suffix}`), [nativeLiteral(float, suffix, node)], [rust.typePath(suffix)]);
}

/** `F16` has no constant of its own for the negative infinity. */
function infinity(value: number, type: FloatType, path: readonly string[]): Expr {
  if (type.bits === 16 && value < 0)
    return rust.call(rust.path(...path, 'from_f32'), [rust.path('f32', 'NEG_INFINITY')]);
  return rust.path(...path, value > 0 ? 'INFINITY' : 'NEG_INFINITY');
}

function nativeLiteral(value: number, suffix: 'f32' | 'f64', node: ast.Node | undefined): Expr {
  const isNegative = value < 0 || Object.is(value, -0);
  const written = node?.kind === 'numberLiteral' && !isNegative ? floatSpelling(node.text, value) : undefined;
  const literal = rust.float(written ?? shortest(Math.abs(value), suffix === 'f32' ? 32 : 64), suffix);
  return isNegative ? rust.unary('-', literal) : literal;
}

/** A NaN with a sign or bits of its own. */
function nanLiteral(value: FloatValue, type: FloatType, site: Site): Expr {
  const path = floatPath(type, site);
  const bits = floatBits(value, type.bits);
  const isNegated =
    floatBits({ kind: 'float', float: Number.NaN }, type.bits) === (bits & ~(1n << BigInt(type.bits - 1)));
  return isNegated && isNativeFloat(type) ? rust.unary('-', rust.path(...path, 'NAN')) : fromBits(bits, type, path);
}

function fromBits(bits: bigint, type: FloatType, path: readonly string[]): Expr {
  const suffix = `u${type.bits === 80 ? 128 : type.bits}` as IntegerSuffix;
  return rust.call(
    rust.path(...path, 'from_bits'),
    [rust.int(bits, suffix, `0x${bits.toString(16)}`)],
    [rust.typePath(suffix)],
  );
}

function floatSpelling(text: string, value: number): string | undefined {
  return /^[0-9][0-9_]*\.[0-9][0-9_]*([eE][+-]?[0-9]+)?$/.test(text) && Number(text.replaceAll('_', '')) === value
    ? text
    : undefined;
}

/** The shortest digits that read back as the same float of that width. */
function shortest(value: number, bits: 32 | 64): string {
  let text = String(value);
  if (bits === 32) {
    for (let precision = 1; precision <= 9; precision += 1) {
      const candidate = value.toPrecision(precision);
      if (Math.fround(Number(candidate)) === Math.fround(value)) {
        text = String(Number(candidate));
        break;
      }
    }
  }
  text = text.replace('e+', 'e');
  return /[.e]/.test(text) ? text : `${text}.0`;
}
