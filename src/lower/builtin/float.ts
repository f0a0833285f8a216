/** Builtins on floats: Rust's methods of the same meaning. */
import * as rust from '../../emit/build.js';
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { FloatType, Type } from '../../parse/ir/types.js';
import { runtimePath, unported } from '../context.js';
import { floatPath, isWideFloat } from '../float.js';
import { withArguments } from './arguments.js';
import type { BuiltinLowering, BuiltinTable } from './builtin.js';
import { lanewise } from './lanes.js';

/** What is exact: Rust's own method. */
function method(name: string): BuiltinLowering {
  return lanewise((value, from, _to, expr, scope) => {
    const type = floatOf(from, expr);
    if (type.bits !== 16 || name === 'sqrt') return rust.method(value, name);
    floatPath(type, scope);
    return rust.method(value, 'map', [rust.path('f32', name)]);
  });
}

/** What is not: the runtime's function, whose last bit is that of Zig's library. */
function approximated(module: string, name: string): BuiltinLowering {
  return lanewise((value, from, _to, expr, scope) => {
    const type = floatOf(from, expr);
    // Zig's library has functions of angles for these, the others it computes in `f64`.
    if (isWideFloat(type) && module === 'trig')
      return rust.call(rust.path(...runtimePath(scope, 'wide_trig', name)), [value]);
    const callee = rust.path(...runtimePath(scope, module, type.bits >= 64 ? name : `${name}_f32`));
    return type.bits === 16 || isWideFloat(type) ? rust.method(value, 'map', [callee]) : rust.call(callee, [value]);
  });
}

function floatOf(type: Type, expr: ir.BuiltinExpr): FloatType {
  return type.kind === 'float' ? type : unported(`@${expr.name} of ${type.kind}`, expr.node);
}

export const floatBuiltins: BuiltinTable = {
  sqrt: method('sqrt'),
  sin: approximated('trig', 'sin'),
  cos: approximated('trig', 'cos'),
  tan: approximated('trig', 'tan'),
  exp: approximated('exponential', 'exp'),
  exp2: approximated('exponential', 'exp2'),
  log: approximated('logarithm', 'ln'),
  log2: approximated('logarithm', 'log2'),
  log10: approximated('logarithm', 'log10'),
  floor: method('floor'),
  ceil: method('ceil'),
  trunc: method('trunc'),
  round: method('round'),
  mulAdd: (expr, scope) => {
    const { type } = expr;
    const values = { ...expr, args: expr.args.filter((arg) => arg.type.kind !== 'type') };
    if (type.kind === 'float')
      return withArguments(values, scope, (a, b, c) => rust.method(a as Expr, 'mul_add', [b as Expr, c as Expr]));
    if (type.kind !== 'vector') return unported(`@mulAdd of ${type.kind}`, expr.node);
    return withArguments(values, scope, (a, b, c) => {
      const sum = rust.method(rust.tupleField(rust.path('factors'), 0), 'mul_add', [
        rust.tupleField(rust.path('factors'), 1),
        rust.path('c'),
      ]);
      const factors = rust.method(a as Expr, 'zip', [
        b as Expr,
        rust.closure(['a', 'b'], rust.tuple(rust.path('a'), rust.path('b'))),
      ]);
      return rust.method(factors, 'zip', [c as Expr, rust.closure(['factors', 'c'], sum)]);
    });
  },
};
