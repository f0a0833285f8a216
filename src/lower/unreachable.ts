/** `unreachable`. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import { type Lowered, pure } from './lowered.js';

export function lowerUnreachable({ cause }: ir.Unreachable): Lowered {
  return pure(cause === 'error' ? rust.unreachableBecause('attempt to unwrap error') : rust.unreachableMacro);
}
