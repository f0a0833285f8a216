/**
 * The real compiler as judge of what semantic analysis knows at comptime: the container-level constants of a Zig text get a check each,
 * generated from our answer, and the compiler is asked to accept the text with them.
 */
import { type Analysed, analyseProgram } from '../../src/parse/sema/analyse.js';
import { containerEnv } from '../../src/parse/sema/namespace.js';
import { typeName } from '../../src/parse/sema/print-type.js';
import type { Node } from '../../src/parse/syntax/ast.js';
import { fileSystemHost } from '../../src/project/source-host.js';
import { findZigLib } from '../../src/project/zig-lib.js';
import { fileWith, zigSide } from '../support/case-tools.js';
import { differences } from './value-checks.js';

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

function checks({ program, compilation }: Analysed): { readonly lines: string[]; readonly unknown: string[] } {
  const lines: string[] = [];
  const unknown: string[] = [];
  const env = containerEnv(compilation, compilation.root.container);
  for (const decl of program.root.container.decls.values()) {
    if (decl.kind !== 'const' || decl.value?.kind === 'type') continue;
    const at = { env, node: decl.node as Node };
    const found = decl.value && decl.type && differences(at, decl.type, decl.value, decl.name);
    if (found === undefined || found.length === 0) unknown.push(decl.name);
    else lines.push(check(decl.name, decl.type && typeName(decl.type), found));
  }
  return { lines, unknown };
}

/** One constant: its type by name, where that says enough, and its value. */
function check(name: string, type: string | undefined, found: readonly string[]): string {
  const conditions = found.map((condition) => `if (${condition}) @compileError("${name}");`);
  const isNamed = type !== undefined && !/__(?:struct|enum|union|anon)_/.test(type) && !type.includes('@typeInfo');
  if (isNamed)
    conditions.unshift(
      `if (!eql(u8, @typeName(@TypeOf(${name})), ${zigString(type)})) @compileError("${name}: " ++ @typeName(@TypeOf(${name})));`,
    );
  return `comptime { @setEvalBranchQuota(1_000_000); const eql = @import("std").mem.eql; _ = &eql; ${conditions.join(' ')} }`;
}

const zigString = (text: string): string => JSON.stringify(text);

/** Analyses a text and puts our answers to the compiler. */
export async function judge(text: string, name: string): Promise<Verdict> {
  const file = fileWith(text, name);
  const analysed = analyseProgram(fileSystemHost(), file, { zigLibDir: findZigLib(undefined) ?? '' });
  if (analysed === undefined) throw new Error('the file was not read');
  const { lines, unknown } = checks(analysed);
  const outcome = await zigSide().tests(fileWith(`${text}\n${lines.join('\n')}\ntest {}\n`, name));
  return {
    checked: lines.length,
    unknown,
    diagnostics: analysed.program.diagnostics.map((one) => JSON.stringify(one.args)),
    rejected: outcome.kind === 'rejected' ? outcome.message : '',
  };
}
