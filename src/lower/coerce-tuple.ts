/** A tuple into an array, a struct or another tuple, element by element. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { TupleType, Type } from '../parse/ir/types.js';
import { widened } from './compare.js';
import { constant } from './constant.js';
import { type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { type Lowered, pure } from './lowered.js';
import { typeSegments } from './names/paths.js';

export function lowerTupleCoercion(expr: ir.Coerce, scope: Scope): Lowered {
  const { operand, type } = expr;
  if (expr.value !== undefined) return pure(constant(expr.value, type, scope, expr.node));
  if (operand.type.kind !== 'tuple') return unported(`this coercion of ${operand.type.kind}`, expr.node);
  const source = operand.type;
  const lowered = lowerExpr(operand, scope);
  const name = scope.body.names.temporary('tuple');
  const parts = (to: (index: number) => Type) =>
    source.elements.map((_element, index) => convertElement(rust.path(name), source, index, to(index), scope, expr));
  const pre = [...lowered.pre, rust.let_(name, lowered.expr)];
  switch (type.kind) {
    case 'array':
      return { pre, expr: rust.arrayLit(parts(() => type.child)) };
    case 'tuple':
      return { pre, expr: rust.tuple(...parts((index) => type.elements[index]?.type ?? type)) };
    case 'struct': {
      const values = parts((index) => type.fields?.[index]?.type ?? type);
      const fields = values.map((value, index): [string, Expr] => [scope.crate.names.field(type, index), value]);
      return { pre, expr: rust.structLit(rust.pathOf(...typeSegments(type, scope)), fields) };
    }
    default:
      return unported(`a tuple as ${type.kind}`, expr.node);
  }
}

function convertElement(tuple: Expr, source: TupleType, index: number, to: Type, scope: Scope, expr: ir.Coerce): Expr {
  const element = source.elements[index];
  if (element === undefined) return unported('a tuple that is too short', expr.node);
  if (element.value !== undefined) return constant(element.value, to, scope, expr.node);
  const position = source.elements.slice(0, index).filter((one) => one.value === undefined).length;
  const value = rust.tupleField(tuple, position);
  if (element.type === to) return value;
  if (element.type.kind === 'int' && to.kind === 'int') return widened(value, element.type, to, scope);
  return unported('this coercion of a tuple', expr.node);
}
