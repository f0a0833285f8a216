/** `unreachable`. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import { type Lowered, pure } from './lowered.js';

export function lowerUnreachable(_expr: ir.Unreachable): Lowered {
  return pure(rust.unreachableMacro);
}
