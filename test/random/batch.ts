/** A batch of random programs: generated from a seed, compiled together in either language, run one by one and compared. */
import fc from 'fast-check';
import { buildSuite, type ProgramSuite } from '../support/program-suite.js';
import { programText } from './program.js';

/** Numbers without fast-check's bias to small ones, which would make most programs alike. */
const numbers = fc.noBias(fc.array(fc.nat(0xffff), { minLength: 1000, maxLength: 2500, size: 'max' }));

/** The programs of a seed, always the same. */
export function programsOf(seed: number, count: number): readonly string[] {
  return fc.sample(numbers, { seed, numRuns: count }).map(programText);
}

/** Everything that is wrong with a batch: markers, errors and warnings of rustc, and differences of output, trap or exit code. */
export async function problemsOf(texts: readonly string[]): Promise<readonly string[]> {
  const suite = await buildSuite(texts.map((text, index) => ({ name: `program ${index}`, text })));
  return suite.isRunnable ? [...suite.problems, ...(await differencesOf(suite, texts.length))] : suite.problems;
}

async function differencesOf(suite: ProgramSuite, count: number): Promise<readonly string[]> {
  const problems: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const difference = await suite.difference(index);
    if (difference !== undefined) problems.push(`${suite.directory}/program_${index}.zig: ${difference}`);
  }
  return problems;
}
