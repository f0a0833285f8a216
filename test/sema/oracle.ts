/**
 * The real compiler as judge of what semantic analysis knows at comptime: the container-level constants of a Zig text get a check each,
 * generated from our answer, and the compiler is asked to accept the text with them.
 */
import type { Program } from '../../src/parse/ir/program.js';
import type { Value } from '../../src/parse/ir/values.js';
import { analyseProgram } from '../../src/parse/sema/analyse.js';
import { fileSystemHost } from '../../src/project/source-host.js';
import { findZigLib } from '../../src/project/zig-lib.js';
import { fileWith, zigSide } from '../support/case-tools.js';

/** What the two sides say about a text. */
export interface Verdict {
  /** Constants that got a check. */
  readonly checked: number;
  /** Names of constants whose value we do not know, or cannot write down. */
  readonly unknown: readonly string[];
  /** Our own diagnostics. */
  readonly diagnostics: readonly string[];
  /** The compiler's complaint; empty where it agrees with everything. */
  readonly rejected: string;
}

/** A value as Zig source; undefined where it has none that compares by `==`. */
function zigText(value: Value): string | undefined {
  switch (value.kind) {
    case 'int':
      return `@as(comptime_int, ${value.int})`;
    case 'bool':
      return String(value.bool);
    case 'float':
      return value.wide ? `(${value.wide.numerator}.0 / ${value.wide.denominator}.0)` : finiteText(value.float);
    default:
      return undefined;
  }
}
function finiteText(float: number): string | undefined {
  if (Number.isNaN(float)) return undefined;
  if (!Number.isFinite(float)) return `(@as(f64, ${float < 0 ? '-' : ''}1e308) * 10.0)`;
  return Number.isInteger(float) ? `${BigInt(float)}.0` : String(float);
}

function checks(program: Program): { readonly lines: string[]; readonly unknown: string[] } {
  const lines: string[] = [];
  const unknown: string[] = [];
  for (const decl of program.root.container.decls.values()) {
    if (decl.kind !== 'const') continue;
    const text = decl.value && zigText(decl.value);
    if (text === undefined) unknown.push(decl.name);
    else lines.push(`comptime { if (${decl.name} != ${text}) @compileError("${decl.name}"); }`);
  }
  return { lines, unknown };
}

/** Analyses a text and puts our answers to the compiler. */
export async function judge(text: string, name: string): Promise<Verdict> {
  const file = fileWith(text, name);
  const analysed = analyseProgram(fileSystemHost(), file, { zigLibDir: findZigLib(undefined) ?? '' });
  if (analysed === undefined) throw new Error('the file was not read');
  const { lines, unknown } = checks(analysed.program);
  const outcome = await zigSide().tests(fileWith(`${text}\n${lines.join('\n')}\ntest {}\n`, `judged_${name}`));
  return {
    checked: lines.length,
    unknown,
    diagnostics: analysed.program.diagnostics.map((one) => JSON.stringify(one.args)),
    rejected: outcome.kind === 'rejected' ? outcome.message : '',
  };
}
