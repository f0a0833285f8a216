/**
 * Marks of unsafe operations. Lowering wraps exactly the operation; `unsafety.ts` afterwards moves the marks outwards, to one block per
 * run of statements.
 */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type { ProgramFile } from '../parse/ir/program.js';

/** Why an operation is unsafe, as the reason in the `// SAFETY:` line says it. */
export const UNSAFE_REASONS = {
  rawDeref: 'the Zig code dereferences this pointer, which must be valid here',
  globalVar: 'the variable is only touched by the thread that runs this program',
  sharedGlobal: 'threads touch the variable only as the Zig code lets them',
  unsafeCall: 'the pointers that are passed must be valid, as in the Zig code',
  externCall: 'a foreign function, called as the Zig code calls it',
  externUnion: 'the fields of an extern union share their bytes, as in the Zig code',
  transmute: 'both types are plain data of one size',
  atomic: 'the pointer must be valid, and what it points to shared only through atomics, as in the Zig code',
  memory: 'the ranges must be valid for this access, as in the Zig code',
} as const;
export type UnsafeCause = keyof typeof UNSAFE_REASONS;

/** Wraps one unsafe operation. */
export function unsafe(
  cause: UnsafeCause,
  operation: Expr,
  scope?: { readonly file: ProgramFile },
  node?: { readonly start: number },
): Expr {
  const marked = rust.unsafeBlock(UNSAFE_REASONS[cause], operation);
  if (scope === undefined || node === undefined) return marked;
  return { ...marked, origin: { file: scope.file.path, offset: node.start } };
}

/** Whether the expression, as a place, goes through the dereference of a raw pointer. */
export function isRawPlace(expr: Expr): boolean {
  switch (expr.kind) {
    case 'unsafe':
      return true;
    case 'field':
    case 'tupleField':
    case 'index':
      return isRawPlace(expr.operand);
    default:
      return false;
  }
}
