/** The representation pass: from the typed IR to the answers that lowering consults. */
import type { Program } from '../../parse/ir/program.js';
import { answers } from './answers.js';
import { type Mappings, NO_MAPPINGS, type Representation } from './contract.js';
import { solve } from './solve.js';

/** Decides how every pointer and owned value of the program is held in Rust. */
export function represent(program: Program, mappings: Mappings = NO_MAPPINGS): Representation {
  const narrowing: Pick<Representation, 'body' | 'init' | 'type' | 'allocation' | 'isErased'> = {
    body: (instance) => instance.body,
    init: (decl) => decl.init,
    type: (type) => type,
    isErased: () => false,
    allocation: { isObserved: true, reasons: [] },
  };
  const solution = solve({ program, mappings, narrow: narrowing.type, bodyOf: narrowing.body });
  return answers({ program, mappings, solution, narrowing });
}
