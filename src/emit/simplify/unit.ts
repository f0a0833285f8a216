/** The value of nothing: `()`, where a block that holds nothing is handed on. */
import type { Expr } from '../rust-ast.js';
import { hasComments } from '../trivia.js';

const unit: Expr = { kind: 'tuple', elements: [] };

function asUnit(expr: Expr): Expr {
  if (expr.kind !== 'block' || expr.label !== undefined || expr.const === true) return expr;
  const { statements, tail, dangling } = expr.block;
  const isEmpty = statements.length === 0 && tail === undefined && (dangling?.length ?? 0) === 0;
  return isEmpty && !hasComments(expr) ? unit : expr;
}

/** `f({})` is `f(())`, and so for the parts of values. */
export function withPlainUnits(expr: Expr): Expr {
  switch (expr.kind) {
    case 'call':
    case 'methodCall':
      return { ...expr, arguments: expr.arguments.map(asUnit) };
    case 'array':
    case 'tuple':
      return { ...expr, elements: expr.elements.map(asUnit) };
    case 'struct':
      return { ...expr, fields: expr.fields.map((field) => ({ ...field, value: asUnit(field.value) })) };
    default:
      return expr;
  }
}
