/** Statements of the richer constructs, each with its file. */
import { map, owner } from './containers.js';
import { errorSwitch, optionalPointer } from './errors.js';
import { joinedErrors, loopExits, steps, takenApart } from './exits.js';
import { floats } from './floats.js';
import { anytypeCall, functionPointers, genericStruct } from './generics.js';
import { inlineElse, inlineLoop, vector } from './inline.js';
import { blockValue, guardedLoop, loopValue, nestedBlocks, optionalLoop, states } from './jumps.js';
import { dispatch, knownParameters } from './known.js';
import { list } from './lists.js';
import { chain, heapList, heapSlice, maker, tree } from './memory.js';
import { grid, rows } from './rows.js';
import type { Scope } from './scope.js';
import { elementPointer, links, slice } from './slices.js';
import type { Declare, Line } from './statements.js';
import { allocated, buffer, counted, parsed, searched, split, terminated } from './text.js';

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
  owner,
  map,
  buffer,
  allocated,
  split,
  parsed,
  searched,
  counted,
  terminated,
  heapSlice,
  maker,
  chain,
  heapList,
  tree,
  knownParameters,
  dispatch,
  rows,
  grid,
  floats,
  loopExits,
  joinedErrors,
  steps,
  takenApart,
];

export function feature(scope: Scope, declare: Declare): readonly Line[] {
  return scope.program.choices.pick(FEATURES)(scope, declare);
}
