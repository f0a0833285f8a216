/** Builtin functions by their Zig name. One without an entry is unported. */
import type * as ir from '../../parse/ir/ir.js';
import { isComptimeNumber } from '../analysis/number-types.js';
import { constant } from '../constant.js';
import { type Scope, unported } from '../context.js';
import { keptEffects } from '../kept-effects.js';
import { hasStorage } from '../load.js';
import { after, type Lowered, pure } from '../lowered.js';
import { atomicBuiltins } from './atomic.js';
import { bitBuiltins } from './bits.js';
import { castBuiltins } from './cast.js';
import { errorBuiltins } from './error.js';
import { fieldParentBuiltins } from './field-parent.js';
import { floatBuiltins } from './float.js';
import { memoryBuiltins } from './memory.js';
import { miscBuiltins } from './misc.js';
import { overflowBuiltins } from './overflow.js';
import { vectorBuiltins } from './vector.js';

export type BuiltinLowering = (expr: ir.BuiltinExpr, scope: Scope) => Lowered;
export type BuiltinTable = Readonly<Record<string, BuiltinLowering>>;

const builtins: ReadonlyMap<string, BuiltinLowering> = new Map(
  [
    atomicBuiltins,
    castBuiltins,
    bitBuiltins,
    fieldParentBuiltins,
    errorBuiltins,
    floatBuiltins,
    memoryBuiltins,
    miscBuiltins,
    overflowBuiltins,
    vectorBuiltins,
  ].flatMap((table) => Object.entries(table)),
);

/** A pointer that is known still has to lead to the variable that it was made from, not to another one of equal value. */
function isPointerCast(expr: ir.BuiltinExpr): boolean {
  return (
    expr.type.kind === 'pointer' &&
    expr.type.child.kind !== 'fn' &&
    expr.args.some((arg) => arg.type.kind === 'pointer' && leadsToVariable(arg))
  );
}

function leadsToVariable(expr: ir.Expr): boolean {
  switch (expr.kind) {
    case 'addressOf':
      return isLocalStorage(expr.place);
    case 'load':
      return expr.place.kind === 'local';
    case 'coerce':
      return leadsToVariable(expr.operand);
    case 'builtin':
      return expr.args.some(leadsToVariable);
    default:
      return false;
  }
}

function isLocalStorage(place: ir.Place): boolean {
  switch (place.kind) {
    case 'local':
      return true;
    case 'fieldPlace':
      return isLocalStorage(place.base);
    case 'index':
      return place.base.kind === 'array' && isLocalStorage(place.base.place);
    default:
      return false;
  }
}

export function lowerBuiltin(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const lower = builtins.get(expr.name);
  const { value } = expr;
  const isFolded =
    value !== undefined &&
    !isComptimeNumber(expr.type) &&
    !isPointerCast(expr) &&
    expr.args.every((arg) => arg.value !== undefined);
  if (isFolded && !expr.args.some((arg) => readsStorage(arg, scope)))
    return after(
      expr.args.flatMap((arg) => keptEffects(arg, scope)),
      pure(constant(value, expr.type, scope, expr.node)),
    );
  return lower === undefined ? unported(`@${expr.name}`, expr.node) : lower(expr, scope);
}

/** Whether an argument is something that the author named: what is made of it stays visible, though the result is known. */
function readsStorage(arg: ir.Expr, scope: Scope): boolean {
  if (isComptimeNumber(arg.type)) return false;
  if (arg.kind === 'coerce') return readsStorage(arg.operand, scope);
  if (arg.kind === 'builtin') return arg.args.some((one) => readsStorage(one, scope));
  if (arg.kind === 'constant') return arg.value.kind === 'enum' && arg.type.kind === 'enum';
  return arg.kind === 'load' && hasStorage(arg.place, scope);
}
