/** `null == null` and its like: an operand of type `@TypeOf(null)` has no Rust, its comparison has a value. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import { type Lowered, pure } from './lowered.js';

export function lowerComptimeNull(expr: ir.IsNull): Lowered | undefined {
  return expr.operand.type.kind === 'null' ? pure(rust.bool(!expr.negated)) : undefined;
}
