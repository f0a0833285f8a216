/** Statements of the richer constructs, each with its file. */
import { errorSwitch, optionalPointer } from './errors.js';
import { anytypeCall, functionPointers, genericStruct } from './generics.js';
import { inlineElse, inlineLoop, vector } from './inline.js';
import { blockValue, guardedLoop, loopValue, nestedBlocks, optionalLoop, states } from './jumps.js';
import { list } from './lists.js';
import type { Scope } from './scope.js';
import { elementPointer, links, slice } from './slices.js';
import type { Declare, Line } from './statements.js';

const FEATURES: readonly ((scope: Scope, declare: Declare) => readonly Line[])[] = [
  slice,
  elementPointer,
  links,
  list,
  genericStruct,
  anytypeCall,
  functionPointers,
  nestedBlocks,
  blockValue,
  loopValue,
  states,
  guardedLoop,
  optionalLoop,
  inlineLoop,
  inlineElse,
  vector,
  errorSwitch,
  optionalPointer,
];

export function feature(scope: Scope, declare: Declare): readonly Line[] {
  return scope.program.choices.pick(FEATURES)(scope, declare);
}
