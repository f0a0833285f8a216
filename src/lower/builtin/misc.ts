/** `@panic`, `@trap`, `@branchHint` and the like. */
import * as rust from '../../emit/build.js';
import type { Expr, FormatPiece } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Scope } from '../context.js';
import { type Lowered, mapLowered, pure } from '../lowered.js';
import { argument } from './arguments.js';
import type { BuiltinTable } from './builtin.js';
import { lowerExport } from './export.js';
import { lowerExternSymbol } from './extern.js';
import { asReference } from './reference.js';

export const miscBuiltins: BuiltinTable = {
  panic: lowerPanic,
  trap: () => pure(rust.call(rust.path('std', 'process', 'abort'), [])),
  breakpoint: () => pure(rust.unit),
  branchHint: () => pure(rust.unit),
  setRuntimeSafety: () => pure(rust.unit),
  prefetch: () => pure(rust.unit),
  extern: lowerExternSymbol,
  export: lowerExport,
};

/** The text of a message, if it is known. */
export function knownText(expr: ir.Expr): string | undefined {
  const { value } = expr;
  const pointer = value?.kind === 'slice' ? value.pointer : value;
  if (pointer?.kind !== 'pointer' || pointer.base.kind !== 'constant' || pointer.base.value.kind !== 'bytes')
    return undefined;
  const length = value?.kind === 'slice' ? value.length : pointer.base.value.bytes.length;
  return new TextDecoder().decode(pointer.base.value.bytes.slice(0, length));
}

function lowerPanic(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const message = argument(expr, 0);
  const text = knownText(message);
  if (text !== undefined) return pure(rust.panicMacro(text));
  return mapLowered(asReference(message, scope), (value) => panicWith(value));
}

function panicWith(message: Expr): Expr {
  const pieces: readonly FormatPiece[] = [rust.hole()];
  return rust.formatMacro('panic', pieces, [rust.call(rust.path('String', 'from_utf8_lossy'), [message])]);
}
