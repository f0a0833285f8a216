/** Comptime bytes: what a format string or a string literal argument is. */
import type * as ir from '../../../parse/ir/ir.js';
import type { PointerValue, Value } from '../../../parse/ir/values.js';

/** Text for a Rust string literal. A byte that is no UTF-8 is one private character, which `rt::io` turns back. */
export interface TextOfBytes {
  readonly text: string;
  readonly isUtf8: boolean;
}

/** The bytes that a comptime string value points to; undefined if it is none. */
export function bytesOf(value: Value | undefined): Uint8Array | undefined {
  switch (value?.kind) {
    case 'bytes':
      return value.bytes;
    case 'slice':
      return pointee(value.pointer)?.subarray(0, value.length);
    case 'pointer':
      return pointee(value);
    case 'repeat':
      return byteOf(value.element) === undefined
        ? undefined
        : new Uint8Array(value.count).fill(byteOf(value.element) ?? 0);
    case 'aggregate': {
      const bytes = value.elements.map(byteOf);
      return bytes.every((byte) => byte !== undefined) ? Uint8Array.from(bytes) : undefined;
    }
    default:
      return undefined;
  }
}

function pointee(pointer: PointerValue): Uint8Array | undefined {
  const { base, path } = pointer;
  const [step, ...others] = path;
  if (others.length > 0 || (step !== undefined && step.kind !== 'element')) return undefined;
  const target = base.kind === 'constant' ? base.value : base.kind === 'decl' ? base.decl.value : undefined;
  return bytesOf(target)?.subarray(step?.index ?? 0);
}

function byteOf(value: Value): number | undefined {
  return value.kind === 'int' && value.int >= 0 && value.int <= 255 ? Number(value.int) : undefined;
}

/** The bytes of an expression with a comptime-known value; coercions do not hide it. */
export function constantBytes(expr: ir.Expr): Uint8Array | undefined {
  return bytesOf(expr.value) ?? (expr.kind === 'coerce' ? constantBytes(expr.operand) : undefined);
}

/** First character of the private block that carries single bytes (`rt::raw_bytes`): U+10FF00 + byte. */
const CARRIER = 0x10ff00;

export function textOf(bytes: Uint8Array): TextOfBytes {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), isUtf8: true };
  } catch {
    return { text: carried(bytes), isUtf8: false };
  }
}

/** Decodes what is UTF-8 and carries the other bytes one by one. */
function carried(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at);
    if (length === 0) {
      text += String.fromCodePoint(CARRIER + (bytes[at] ?? 0));
      at += 1;
    } else {
      text += new TextDecoder().decode(bytes.subarray(at, at + length));
      at += length;
    }
  }
  return text;
}

/** Length of the UTF-8 sequence at an offset; 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  for (let length = 1; length <= 4 && at + length <= bytes.length; length += 1) {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(at, at + length));
      return length;
    } catch {
      // Longer sequences may still decode.
    }
  }
  return 0;
}
