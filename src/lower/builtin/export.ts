/** `@export` of a value that has no declaration: a `static` with the symbol, declared where it is exported. */
import * as rust from '../../emit/build.js';
import type * as ir from '../../parse/ir/ir.js';
import { constant } from '../constant.js';
import { type Scope, unported } from '../context.js';
import { exportAttribute } from '../item/export.js';
import type { Lowered } from '../lowered.js';
import { screamingSnakeCase } from '../names/case.js';
import { rawType } from '../type.js';
import { argument, textOf } from './arguments.js';

export function lowerExport(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const { value } = argument(expr, 0);
  const symbol = textOf(argument(expr, 1));
  if (value?.kind !== 'pointer' || value.base.kind !== 'constant' || value.path.length > 0)
    return unported('@export of a value without a declaration', expr.node);
  const { type } = value.base;
  if (!isShared(type)) return unported(`@export of a value of type ${type.kind}`, expr.node);
  const name = screamingSnakeCase(symbol);
  const item = rust.staticItem(name, rawType(type, scope), constant(value.base.value, type, scope), {
    attributes: [exportAttribute(symbol, name, scope.crate.edition)],
  });
  return { pre: [rust.itemStmt(item)], expr: rust.unit };
}

/** Numbers may lie in a `static` and mean the same to others. */
function isShared(type: ir.Expr['type']): boolean {
  return type.kind === 'int' || type.kind === 'float' || type.kind === 'bool' || type.kind === 'enum';
}
