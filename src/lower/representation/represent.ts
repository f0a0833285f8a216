/** The representation pass: from the typed IR to the answers that lowering consults. */
import type { Block, Expr, Local, Statement } from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import { Pool } from '../../parse/sema/pool.js';
import { allocationFacts, isAllocator } from './allocation.js';
import { answers } from './answers.js';
import { type Mappings, NO_MAPPINGS, type Representation } from './contract.js';
import { erasedReceivers } from './erased-receivers.js';
import { initialValues } from './initial-values.js';
import { leakedMemory } from './leak.js';
import { createLending } from './lent-receivers.js';
import { createNarrowing, type Narrowing } from './narrow-errors.js';
import { createNarrow } from './narrow-types.js';
import { escapingConstants } from './promote.js';
import { emittedFunctions } from './reachable.js';
import { createReleases, freesRaw, type Releases, releaseStatements } from './release.js';
import { observedSentinels } from './sentinels.js';
import { type Solution, solve } from './solve.js';
import { createSentinelStorage } from './store-sentinels.js';

const NOTHING: ReadonlySet<string> = new Set();
const NO_OUT_OF_MEMORY: ReadonlySet<string> = new Set(['OutOfMemory']);

/**
 * Decides how every pointer and owned value of the program is held in Rust. `pool` is the one that interned the program's types: what
 * narrowing makes of a type is then the same object as the type that sema would have made.
 */
export function represent(
  analysed: Program,
  mappings: Mappings = NO_MAPPINGS,
  pool: Pool = new Pool(),
): Representation {
  const program: Program = { ...analysed, functions: emittedFunctions(analysed, mappings) };
  const allocation = allocationFacts(program, mappings);
  const removed = allocation.isObserved ? NOTHING : NO_OUT_OF_MEMORY;
  const sentinels = observedSentinels(program, pool);
  const stored = createSentinelStorage(sentinels, pool, (instance) => mappings.fn(instance) !== undefined);
  const lent = createLending(mappings, pool);
  const prepare = (body: Block): Block => lent(stored(body));
  const narrowing = createNarrowing(createNarrow(pool, removed, sentinels), removed, prepare);
  const releases = createReleases(mappings, narrowing.body);
  const isErased: Representation['isErased'] = (type) => !allocation.isObserved && isAllocator(type, mappings);
  const erasedParams = erasedReceivers(program, mappings, narrowing.body, isErased);
  const { solution, gone, promoted, leaked } = solveWithPromotions({
    program,
    mappings,
    narrowing,
    releases,
    isErased,
    erasedParams,
  });
  const bodies = program.functions.flatMap((instance) => narrowing.body(instance) ?? []);
  const { values, absorbed } = initialValues(bodies, mappings, gone.vanishes);
  const vanishes: Representation['vanishes'] = (statement) =>
    gone.vanishes(statement) ||
    absorbed.has(statement) ||
    (statement.kind === 'let' && isErased(statement.local.type) && releases.isLookup(statement.init));
  const initialValue: Representation['initialValue'] = (call) => values.get(call);
  return answers({
    program,
    mappings,
    solution,
    narrowing: {
      ...narrowing,
      ...gone,
      vanishes,
      allocation,
      isErased,
      erasedParams,
      initialValue,
      sentinels,
      promoted,
      leaks: (load) => leaked.has(load),
    },
  });
}

/** The statements and functions that have no Rust. */
type Gone = Pick<Representation, 'vanishes' | 'isReleaseFunction'>;

/** What does not change from one solution to the next. */
interface Input {
  readonly program: Program;
  readonly mappings: Mappings;
  readonly narrowing: Narrowing;
  readonly releases: Releases;
  readonly isErased: Representation['isErased'];
  readonly erasedParams: Representation['erasedParams'];
}

interface Solved {
  readonly solution: Solution;
  readonly gone: Gone;
}

/** What solving again is told of what was found before. The sets only grow. */
interface Known {
  readonly promoted: Set<Local>;
  readonly leaked: Set<Expr>;
}

/** Solves with constants in the frame and memory owned, then with those static whose address outlives them, and with what nobody frees leaked. */
function solveWithPromotions(input: Input): Solved & Known {
  const known: Known = { promoted: new Set(), leaked: new Set() };
  for (;;) {
    const solved = solveWithReleases(input, known);
    const escaping = escapingConstants(solved.solution);
    const leaks = leakedMemory(solved.solution, known.leaked, input);
    if (escaping.size === 0 && leaks.size === 0) return { ...solved, ...known };
    for (const local of escaping) known.promoted.add(local);
    for (const expr of leaks) known.leaked.add(expr);
  }
}

/**
 * Solves with every release gone, then keeps those that turned out to free something raw, and solves again, since code that stays is to be
 * checked. The set of what is kept only grows.
 */
function solveWithReleases(
  { program, mappings, narrowing, releases, isErased, erasedParams }: Input,
  { promoted, leaked }: Known,
): Solved {
  const candidates = program.functions.flatMap((instance) => releaseStatements(narrowing.body(instance), releases));
  const kept = new Set<Statement>();
  const isReleaseFunction = (instance: FnInstance): boolean =>
    releases.isReleaseFunction(instance) &&
    !(narrowing.body(instance)?.statements ?? []).some((statement) => kept.has(statement));
  const gone: Gone = {
    vanishes: (statement) => !kept.has(statement) && releases.isRelease(statement),
    isReleaseFunction,
  };
  for (;;) {
    const { type: narrow, body: bodyOf } = narrowing;
    const solution = solve({
      program,
      mappings,
      narrow,
      bodyOf,
      isGone: gone.vanishes,
      isGoneFunction: isReleaseFunction,
      promoted,
      leaked,
      isErased,
      erasedParams,
    });
    const raw = candidates.filter(
      (statement) => !kept.has(statement) && freesRaw(statement, releases, solution, mappings),
    );
    if (raw.length === 0) return { solution, gone };
    for (const statement of raw) kept.add(statement);
  }
}
