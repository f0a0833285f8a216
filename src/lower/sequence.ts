/** Arrays, vectors and tuples from their elements. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { takeTrivia, triviaOf } from './comments.js';
import { constant } from './constant.js';
import { runtimeItem, type Scope, unported } from './context.js';
import { lowerInto } from './expr.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { lowerOperands } from './operands.js';
import { repeated } from './repeated.js';
import { PLAIN, payloadRepr } from './representation/type-repr.js';

export function lowerSequenceInit(expr: ir.SequenceInit, scope: Scope): Lowered {
  const { type } = expr;
  const repr = scope.crate.representation.expr(expr);
  if (expr.value?.kind === 'bytes') return pure(constant(expr.value, type, scope, expr.node, repr));
  const elements =
    type.kind === 'tuple'
      ? expr.elements.filter((_element, index) => type.elements[index]?.value === undefined)
      : expr.elements;
  const slot = (index: number) => {
    if (repr.kind === 'tuple') return repr.elements[index] ?? PLAIN;
    return type.kind === 'tuple' ? undefined : payloadRepr(repr);
  };
  const { pre, exprs } = lowerOperands(
    elements.map((element, index) => ({ expr: element, slot: slot(index) })),
    scope,
  );
  if (type.kind === 'tuple') return { pre, expr: rust.tuple(...exprs) };
  if (exprs.length < type.length) return unported('an array initialiser that is too short', expr.node);
  const array = rust.arrayLit(
    exprs.slice(0, type.length).map((value, index) => withElementTrivia(value, expr, index, scope)),
  );
  if (type.kind === 'array') return { pre, expr: array };
  return { pre, expr: rust.call(rust.path(...runtimeItem(scope, 'vector', 'Vector')), [array]) };
}

/** An element with the comments on its lines. */
function withElementTrivia(value: Expr, { node }: ir.SequenceInit, index: number, scope: Scope): Expr {
  const written = node.kind === 'arrayInit' ? node.elements[index] : undefined;
  if (written === undefined) return value;
  const { leading, trailing } = triviaOf(takeTrivia(written, scope), written, scope);
  return leading === undefined && trailing === undefined ? value : { ...value, leading, trailing };
}

export function lowerRepeatInit(expr: ir.RepeatInit, scope: Scope): Lowered {
  const { type, element } = expr;
  const repr = scope.crate.representation.expr(expr);
  const lowered = lowerInto(element, payloadRepr(repr), scope);
  if (type.kind === 'array')
    return mapLowered(lowered, (value) => repeated(value, type.child, type.length, payloadRepr(repr), scope));
  return mapLowered(lowered, (value) =>
    rust.call(rust.path(...runtimeItem(scope, 'vector', 'Vector'), 'splat'), [value]),
  );
}
