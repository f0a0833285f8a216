/**
 * Rust's compiler has the last word: what it rejects of an emitted crate is a fault of ours, and the crate still has to compile.
 *
 * Each error is brought back to the function that it stands in, whose body becomes a marked `todo!` with rustc's words. The crate is made
 * anew and asked about again, until nothing is rejected or nothing more can be corrected. Every correction is reported as our fault.
 */
import { type Diagnostic, diagnostic, type Span } from '../../diagnostics.js';
import type { FunctionSite } from '../../emit/print.js';
import type { Origin } from '../../emit/rust-ast.js';
import { originKey } from '../../lower/function-key.js';

/** An error of rustc. */
export interface RustFault {
  /** Path in the crate, such as `src/main.rs`; undefined for an error without a place. */
  readonly file: string | undefined;
  /** One-based. */
  readonly line: number;
  /** `E0502`; undefined for an error without a code. */
  readonly code: string | undefined;
  readonly message: string;
}

/** A crate, as it is judged and corrected. */
export interface JudgedCrate {
  readonly files: ReadonlyMap<string, string>;
  readonly functions: ReadonlyMap<string, readonly FunctionSite[]>;
  readonly isBinary: boolean;
}

/** What rustc says of a crate. */
export type CrateJudge = (crate: JudgedCrate) => readonly RustFault[];

/** Functions whose bodies become a marker, by `functionKey`, with the reason. */
export type Refusals = ReadonlyMap<string, string>;

/** Type errors hide those of the borrow checker, and a corrected function may show an error in the next. */
const MOST_ROUNDS = 12;

/**
 * Makes a crate that the judge accepts, as far as corrections of functions can bring that about.
 * @returns the last crate, and a diagnostic for each correction and each error that is left
 */
export function corrected<T extends JudgedCrate>(
  make: (refused: Refusals) => T,
  judge: CrateJudge,
): { readonly crate: T; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const refused = new Map<string, string>();
  for (let round = 1; ; round++) {
    const crate = make(new Map(refused));
    const faults = judge(crate);
    if (faults.length === 0) return { crate, diagnostics };
    const found = refusals(faults, crate, refused);
    diagnostics.push(...found);
    if (found.length === 0 || round === MOST_ROUNDS) return { crate, diagnostics: [...diagnostics, ...left(faults)] };
  }
}

/** Refuses the functions that the faults stand in; a diagnostic for each that is new. */
function refusals(
  faults: readonly RustFault[],
  crate: JudgedCrate,
  refused: Map<string, string>,
): readonly Diagnostic[] {
  return faults.flatMap((fault) => {
    const site = functionAt(crate, fault);
    const key = site && originKey(site.origin);
    if (site === undefined || key === undefined || refused.has(key)) return [];
    const what = [fault.code, fault.message].filter((part) => part !== undefined).join(': ');
    refused.set(key, `rustc rejects it: ${what}`);
    return [diagnostic('rust-refusal', spanOf(site.origin), { what })];
  });
}

/** The innermost function at the place of a fault. */
function functionAt(crate: JudgedCrate, { file, line }: RustFault): FunctionSite | undefined {
  const sites = file === undefined ? [] : (crate.functions.get(file) ?? []);
  return sites.filter((site) => site.line <= line && line <= site.lastLine).at(-1);
}

function spanOf({ file, offset }: Origin): Span {
  return { file, start: offset, end: offset };
}

/** What is left when nothing more can be corrected: the crate does not compile, and says so. */
function left(faults: readonly RustFault[]): readonly Diagnostic[] {
  return faults.map(({ file, line, code, message }) =>
    diagnostic('rust-error', { file: file ?? '', start: 0, end: 0 }, { file: file ?? '', line, code, message }),
  );
}
