/** How many elements an array has, as far as its type or its initial value says so. */
import type { Expr, Type } from '../rust-ast.js';
import { evaluate } from './integers.js';

/** `open`: what has no length of its own, a slice or vector. */
export type Length = bigint | 'open' | undefined;

export function lengthOfType(type: Type): Length {
  switch (type.kind) {
    case 'array':
      return evaluate(type.length)?.value;
    case 'slice':
      return 'open';
    case 'reference':
      return lengthOfType(type.target);
    case 'path':
      return type.path.segments.at(-1)?.name === 'Vec' ? 'open' : undefined;
    default:
      return undefined;
  }
}

export function lengthOfValue(value: Expr | undefined): Length {
  switch (value?.kind) {
    case 'array':
      return BigInt(value.elements.length);
    case 'arrayRepeat':
      return evaluate(value.length)?.value;
    case 'macro':
      return value.call.path.segments.at(-1)?.name === 'vec' ? 'open' : undefined;
    case 'ref':
      return lengthOfValue(value.operand);
    case 'index':
      return value.index.kind === 'range' ? 'open' : undefined;
    default:
      return undefined;
  }
}
