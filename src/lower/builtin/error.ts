/** `@intFromError` and `@errorFromInt`: the number of an error in the program, which the enums of the sets know. */
import * as rust from '../../emit/build.js';
import type * as ir from '../../parse/ir/ir.js';
import { type ErrorSetType, isErrorSet, type Type } from '../../parse/ir/types.js';
import { type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { type Lowered, mapLowered } from '../lowered.js';
import { argument } from './arguments.js';
import type { BuiltinTable } from './builtin.js';

export const errorBuiltins: BuiltinTable = { intFromError: lowerIntFromError, errorFromInt: lowerErrorFromInt };

function lowerIntFromError(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const operand = argument(expr, 0);
  const set = asErrorSet(operand.type, expr);
  if (!scope.crate.errorSets.requestCode(set, 'toCode', scope)) return unported(`@${expr.name} of this set`, expr.node);
  return mapLowered(lowerExpr(operand, scope), (error) => rust.method(error, 'code'));
}

function lowerErrorFromInt(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const set = asErrorSet(expr.type, expr);
  if (!scope.crate.errorSets.requestCode(set, 'fromCode', scope))
    return unported(`@${expr.name} to this set`, expr.node);
  const maker = rust.path(...scope.crate.errorSets.segments(set, scope), 'from_code');
  return mapLowered(lowerExpr(argument(expr, 0), scope), (code) => rust.call(maker, [code]));
}

function asErrorSet(type: Type, expr: ir.BuiltinExpr): ErrorSetType {
  if (isErrorSet(type)) return type;
  return unported(`@${expr.name} of ${type.kind}`, expr.node);
}
