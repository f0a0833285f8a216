/**
 * Rust's compiler has the last word: what it rejects of an emitted crate is a fault of ours, and the crate still has to compile.
 *
 * Each error is brought back to the function that it stands in, and that function is corrected: the first time that the borrow
 * checker objects, its pointers become raw (the base line, which owes the checker nothing); otherwise its body becomes a marked
 * `todo!`. The crate is made anew and asked about again, until nothing is rejected or nothing more can be corrected. Every
 * correction is reported as our fault.
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

/** What to do differently in the next round, by `functionKey`. */
export interface Corrections {
  /** Functions whose pointers are held raw. */
  readonly mistrusted: ReadonlySet<string>;
  /** Functions whose bodies become a marker, with the reason. */
  readonly refused: ReadonlyMap<string, string>;
}

export const NO_CORRECTIONS: Corrections = { mistrusted: new Set(), refused: new Map() };

/** Type errors hide those of the borrow checker, and a corrected function may show an error in the next. */
const MOST_ROUNDS = 12;

/**
 * Makes a crate that the judge accepts, as far as corrections of functions can bring that about.
 * @returns the last crate, and a diagnostic for each correction and each error that is left
 */
export function corrected<T extends JudgedCrate>(
  make: (corrections: Corrections) => T,
  judge: CrateJudge,
): { readonly crate: T; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  let corrections = NO_CORRECTIONS;
  let crate = make(corrections);
  for (let round = 1; ; round++) {
    const faults = judge(crate);
    if (faults.length === 0) return { crate, diagnostics };
    const next = correct(corrections, faults, crate, diagnostics);
    if (next === undefined || round === MOST_ROUNDS) return { crate, diagnostics: [...diagnostics, ...left(faults)] };
    corrections = next;
    crate = make(corrections);
  }
}

/** The corrections with those that the faults call for; undefined where no fault stands in a function that can be corrected. */
function correct(
  known: Corrections,
  faults: readonly RustFault[],
  crate: JudgedCrate,
  diagnostics: Diagnostic[],
): Corrections | undefined {
  const mistrusted = new Set(known.mistrusted);
  const refused = new Map(known.refused);
  for (const fault of faults) {
    const site = functionAt(crate, fault);
    if (site === undefined) continue;
    const key = originKey(site.origin);
    if (known.refused.has(key) || refused.has(key)) continue;
    const what = [fault.code, fault.message].filter((part) => part !== undefined).join(': ');
    if (isAboutBorrows(fault) && !known.mistrusted.has(key)) {
      if (!mistrusted.has(key)) diagnostics.push(diagnostic('rust-mistrust', spanOf(site.origin), { what }));
      mistrusted.add(key);
    } else {
      refused.set(key, `rustc rejects it: ${what}`);
      diagnostics.push(diagnostic('rust-refusal', spanOf(site.origin), { what }));
    }
  }
  return mistrusted.size + refused.size === known.mistrusted.size + known.refused.size
    ? undefined
    : { mistrusted, refused };
}

/** The innermost function at the place of a fault. */
function functionAt(crate: JudgedCrate, { file, line }: RustFault): FunctionSite | undefined {
  const sites = file === undefined ? [] : (crate.functions.get(file) ?? []);
  return sites.filter((site) => site.line <= line && line <= site.lastLine).at(-1);
}

/** Errors about references that conflict or live too short, which raw pointers have not; one about lifetimes may have no code. */
const BORROW_CODES: ReadonlySet<string> = new Set([
  ...['E0499', 'E0502', 'E0503', 'E0505', 'E0506', 'E0515', 'E0521', 'E0597', 'E0621', 'E0713', 'E0716'],
]);

function isAboutBorrows({ code, message }: RustFault): boolean {
  return code === undefined ? message.includes('lifetime') : BORROW_CODES.has(code);
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
