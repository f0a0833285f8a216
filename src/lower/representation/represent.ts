/** The representation pass: from the typed IR to the answers that lowering consults. */
import type { Program } from '../../parse/ir/program.js';
import { Pool } from '../../parse/sema/pool.js';
import { allocationFacts, isAllocator } from './allocation.js';
import { answers } from './answers.js';
import { type Mappings, NO_MAPPINGS, type Representation } from './contract.js';
import { createNarrowing } from './narrow-errors.js';
import { createNarrow } from './narrow-types.js';
import { solve } from './solve.js';

const NOTHING_REMOVED: ReadonlySet<string> = new Set();
const NO_OUT_OF_MEMORY: ReadonlySet<string> = new Set(['OutOfMemory']);

/**
 * Decides how every pointer and owned value of the program is held in Rust. `pool` is the one that interned the program's types: what
 * narrowing makes of a type is then the same object as the type that sema would have made.
 */
export function represent(program: Program, mappings: Mappings = NO_MAPPINGS, pool: Pool = new Pool()): Representation {
  const allocation = allocationFacts(program, mappings);
  const removed = allocation.isObserved ? NOTHING_REMOVED : NO_OUT_OF_MEMORY;
  const narrow = createNarrow(pool, removed);
  const narrowing = createNarrowing(narrow, removed);
  const solution = solve({ program, mappings, narrow, bodyOf: narrowing.body });
  const isErased: Representation['isErased'] = (type) => !allocation.isObserved && isAllocator(type, mappings);
  return answers({ program, mappings, solution, narrowing: { ...narrowing, allocation, isErased } });
}
