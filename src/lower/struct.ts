/** Struct initialisers, in the order of Zig's evaluation: as written, then the defaults. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { takeTrivia, triviaOf } from './comments.js';
import type { Scope } from './context.js';
import { defaultBase } from './default.js';
import { type Lowered, pure } from './lowered.js';
import { typeSegments } from './names/paths.js';
import { lowerOperands } from './operands.js';
import { packedConstant } from './packed.js';
import { lowerPackedInit } from './packed-init.js';
import { mappedInitial } from './rules/mapped.js';
import { undefinedValue } from './undefined.js';

export function lowerStructInit(expr: ir.StructInit, scope: Scope): Lowered {
  const { type } = expr;
  const isDefault = expr.fields.every((init) => init.isDefault);
  const mapped = mappedInitial(
    type,
    scope,
    expr.value ?? (isDefault ? { kind: 'undefined' } : { kind: 'enumLiteral', name: '' }),
  );
  if (mapped !== undefined) return pure(mapped);
  if (type.layout === 'packed') {
    return expr.value === undefined
      ? lowerPackedInit(expr, scope)
      : pure(packedConstant(expr.value, type, scope, expr.node));
  }
  const { representation, names } = scope.crate;
  const base = defaultBase(expr, scope);
  const kept = expr.fields.filter((init) => {
    const field = type.fields?.[init.index];
    const isLeftOut = base !== undefined && init.isDefault;
    return field !== undefined && !isLeftOut && !field.isComptime && !representation.isErased(field.type);
  });
  if (base !== undefined && kept.length === 0) return pure(base);
  const { pre, exprs } = lowerOperands(
    kept.map((init) => ({ expr: init.value, slot: representation.field(type, init.index) })),
    scope,
  );
  const fields = kept.map((init, index) => ({
    name: names.field(type, init.index),
    value: exprs[index] as Expr,
    ...fieldTrivia(expr, init, scope),
  }));
  return {
    pre,
    expr: rust.structLit(
      rust.pathOf(...typeSegments(type, scope)),
      base === undefined ? [...fields, ...missing(expr, kept, scope)] : fields,
      base,
    ),
  };
}

/** Fields without a value in the IR: none is left out of a Rust literal. */
function missing(
  expr: ir.StructInit,
  kept: readonly ir.FieldInit[],
  scope: Scope,
): readonly (readonly [string, Expr])[] {
  const { representation, names } = scope.crate;
  return (expr.type.fields ?? []).flatMap((field): (readonly [string, Expr])[] => {
    const isThere = kept.some((init) => init.index === field.index);
    if (isThere || field.isComptime || representation.isErased(field.type)) return [];
    const value = undefinedValue(
      representation.type(field.type),
      representation.field(expr.type, field.index),
      scope,
      expr.node,
    );
    return [[names.field(expr.type, field.index), value]];
  });
}

/** Comments on the lines of a field. */
function fieldTrivia(expr: ir.StructInit, init: ir.FieldInit, scope: Scope) {
  if (expr.node.kind !== 'structInit' || init.isDefault) return {};
  const name = expr.type.fields?.[init.index]?.name;
  const written = expr.node.fields.find((field) => field.name.text === name);
  if (written === undefined) return {};
  const { blankLineBefore: _blank, ...trivia } = triviaOf(takeTrivia(written, scope), written, scope);
  return trivia;
}
