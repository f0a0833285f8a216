/** A batch of random programs: generated from a seed, compiled together in either language, run one by one and compared. */
import fc from 'fast-check';
import type { RustToolchain } from '../../src/project/verify/rust-side.js';
import { rustToolchain, sanitizingToolchain } from '../support/case-tools.js';
import { buildSuite, type ProgramSuite } from '../support/program-suite.js';
import { programText } from './program.js';

/** Numbers without fast-check's bias to small ones, which would make most programs alike. */
const numbers = fc.noBias(fc.array(fc.nat(0xffff), { minLength: 1000, maxLength: 2500, size: 'max' }));

/** The programs of a seed, always the same. */
export function programsOf(seed: number, count: number): readonly string[] {
  return fc.sample(numbers, { seed, numRuns: count }).map(programText);
}

/**
 * Everything that is wrong with a batch: markers, errors and warnings of rustc, differences of output, trap or exit code, and with
 * `isSanitized` what AddressSanitizer reports of the Rust.
 */
export async function problemsOf(texts: readonly string[], isSanitized = false): Promise<readonly string[]> {
  const suite = await acceptedSuite(texts, isSanitized ? sanitizingToolchain('2024') : rustToolchain('2024'));
  return suite.isRunnable ? [...suite.problems, ...(await differencesOf(suite, texts.length))] : suite.problems;
}

const MOST_REJECTED = 5;

/**
 * The suite without the programs that Zig rejects: it may find while compiling that something overflows, which the generator does not
 * always foresee. More than a few of them would mean that little is compared.
 */
async function acceptedSuite(texts: readonly string[], tools: RustToolchain, rejected = 0): Promise<ProgramSuite> {
  try {
    return await buildSuite(
      texts.map((text, index) => ({ name: `program ${index}`, text })),
      tools,
    );
  } catch (error) {
    const index = /program_(\d+)\.zig:\d+:\d+: error:/.exec(error instanceof Error ? error.message : '')?.[1];
    if (index === undefined || rejected === MOST_REJECTED) throw error;
    return acceptedSuite(texts.with(Number(index), 'pub fn run() void {}\n'), tools, rejected + 1);
  }
}

async function differencesOf(suite: ProgramSuite, count: number): Promise<readonly string[]> {
  const problems: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const difference = await suite.difference(index);
    if (difference !== undefined) problems.push(`${suite.directory}/program_${index}.zig: ${difference}`);
  }
  return problems;
}
