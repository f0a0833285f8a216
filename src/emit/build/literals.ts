import type { Expr, FloatSuffix, IntegerSuffix, Literal, LiteralExpr } from '../rust-ast.js';

function literal(value: Literal): LiteralExpr {
  return { kind: 'literal', literal: value };
}

/** `int(5, 'u32')`. A negative value becomes a unary minus. The suffix is always given; a pass elides it. */
export function int(value: bigint | number, suffix?: IntegerSuffix, spelling?: string): Expr {
  const exact = BigInt(value);
  const magnitude = literal({ kind: 'int', value: exact < 0n ? -exact : exact, suffix, spelling });
  return exact < 0n ? { kind: 'unary', operator: '-', operand: magnitude } : magnitude;
}

/** A float literal from its digits (`'1.5'`, `'1e3'`); no sign. */
export function float(spelling: string, suffix?: FloatSuffix): LiteralExpr {
  return literal({ kind: 'float', spelling, suffix });
}
export function bool(value: boolean): LiteralExpr {
  return literal({ kind: 'bool', value });
}
/** A `char` from its code point or a one-character string. */
export function char(value: number | string): LiteralExpr {
  return literal({ kind: 'char', value: typeof value === 'number' ? value : (value.codePointAt(0) ?? 0) });
}
/** `b'a'`. */
export function byte(value: number): LiteralExpr {
  return literal({ kind: 'byte', value });
}
/** `"text"`. */
export function str(value: string): LiteralExpr {
  return literal({ kind: 'str', value });
}
/** `b"text"`. */
export function byteStr(value: Uint8Array | string): LiteralExpr {
  return literal({ kind: 'byteStr', value: bytesOf(value) });
}
/** `c"text"`; the NUL is implied. */
export function cStr(value: Uint8Array | string): LiteralExpr {
  return literal({ kind: 'cStr', value: bytesOf(value) });
}

function bytesOf(value: Uint8Array | string): Uint8Array {
  return typeof value === 'string' ? new TextEncoder().encode(value) : value;
}
