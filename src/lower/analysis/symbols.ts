/** Symbols of variables: what is declared `extern`, what is exported, and where the one is the other. */
import type { Decl, Program } from '../../parse/ir/program.js';

/** A variable or constant that is defined elsewhere, in C or in another crate. */
export function isExternGlobal(decl: Decl): boolean {
  return decl.node.kind === 'varDecl' && decl.node.isExtern;
}

/** One that others reach by its symbols. */
export function isExportedGlobal(decl: Decl): boolean {
  return symbolsOf(decl).length > 0;
}

/** What others call a variable: by `export`, then by each `@export`. */
export function symbolsOf(decl: Decl): readonly string[] {
  if (decl.node.kind !== 'varDecl') return [];
  return decl.node.isExport ? [decl.name, ...decl.exportNames] : decl.exportNames;
}

/**
 * `extern` variables that are further symbols of exported ones of the same program. Rust gives a variable one symbol only, so these are
 * mentioned as what they are.
 */
export function linkedGlobals(program: Program): ReadonlyMap<Decl, Decl> {
  const bySymbol = new Map(
    program.globals.flatMap((decl) =>
      symbolsOf(decl)
        .slice(1)
        .map((symbol) => [symbol, decl] as const),
    ),
  );
  return new Map(
    program.globals.filter(isExternGlobal).flatMap((decl) => {
      const target = bySymbol.get(decl.name);
      return target === undefined ? [] : [[decl, target] as const];
    }),
  );
}
