/**
 * The initialisers that a declaration keeps as the author wrote them: numbers made of literals and of other constants, and questions about
 * the build.
 */

import type { Block, Expr } from '../ir/ir.js';
import type { Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { asksBuild } from './build-questions.js';
import type { DeclRecord } from './records.js';

function isNumber({ kind }: Type): boolean {
  return kind === 'int' || kind === 'float' || kind === 'comptime_int' || kind === 'comptime_float';
}

function isWritten(expr: Expr): boolean {
  if (expr.value === undefined || !isNumber(expr.type)) return false;
  switch (expr.kind) {
    case 'constant':
      return true;
    case 'arithmetic':
      return isWritten(expr.left) && isWritten(expr.right);
    case 'negate':
    case 'coerce':
      return isWritten(expr.operand);
    case 'load':
      return expr.place.kind === 'global' && expr.place.decl.kind === 'const';
    default:
      return false;
  }
}

/** The initialiser as IR; undefined where only its value counts. */
export function writtenInitialiser({ initOperand, node }: DeclRecord): Block | undefined {
  const ir = initOperand?.ir;
  if (ir === undefined || ir.kind === 'constant' || !(isWritten(ir) || asksBuild(ir))) return undefined;
  const statement = { kind: 'expr', expr: ir, node: node as ast.VarDecl } as const;
  return { label: undefined, statements: [statement], node: node as ast.VarDecl, type: ir.type };
}
