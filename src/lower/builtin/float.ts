/** Builtins on floats: Rust's methods of the same meaning. */
import * as rust from '../../emit/build.js';
import { unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { mapLowered } from '../lowered.js';
import { argument, withArguments } from './arguments.js';
import type { BuiltinLowering, BuiltinTable } from './builtin.js';

function method(name: string): BuiltinLowering {
  return (expr, scope) => {
    const operand = argument(expr, 0);
    const { type } = operand;
    if (type.kind !== 'float' || (type.bits !== 32 && type.bits !== 64)) return unported(`@${expr.name} of ${type.kind}`, expr.node);
    return mapLowered(lowerExpr(operand, scope), (value) => rust.method(value, name));
  };
}

export const floatBuiltins: BuiltinTable = {
  sqrt: method('sqrt'),
  sin: method('sin'),
  cos: method('cos'),
  tan: method('tan'),
  exp: method('exp'),
  exp2: method('exp2'),
  log: method('ln'),
  log2: method('log2'),
  log10: method('log10'),
  floor: method('floor'),
  ceil: method('ceil'),
  trunc: method('trunc'),
  round: method('round'),
  mulAdd: (expr, scope) => {
    if (expr.type.kind !== 'float') return unported(`@mulAdd of ${expr.type.kind}`, expr.node);
    return withArguments(expr, scope, (a, b, c) => rust.method(a as never, 'mul_add', [b as never, c as never]));
  },
};
