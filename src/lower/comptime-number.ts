/**
 * Expressions of type `comptime_int` and `comptime_float` at the type of the place that they flow into. The author's expression is kept
 * where every part of it fits that type; else its value is written.
 */
import * as rust from '../emit/build.js';
import type { BinaryOperator, Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Value } from '../parse/ir/values.js';
import type { NumberType } from './analysis/number-types.js';
import { constant } from './constant.js';
import { type Scope, unported } from './context.js';
import { isNativeFloat } from './float.js';
import { fits, nativeInt } from './integer.js';
import { localPath } from './local.js';
import { globalPath } from './names/paths.js';
import { rawType } from './type.js';
import { isWide } from './wide.js';

const OPERATORS: Readonly<Partial<Record<ir.ArithmeticOperator, BinaryOperator>>> = {
  '+': '+',
  '-': '-',
  '*': '*',
  '&': '&',
  '|': '|',
  '^': '^',
};

/** The number as an expression of `target`; without one, of the type that the program's uses gave to a named number. */
export function lowerComptimeNumber(expr: ir.Expr, target: NumberType | undefined, scope: Scope): Expr {
  return structured(expr, target, scope) ?? folded(expr, target, scope);
}

function folded(expr: ir.Expr, target: NumberType | undefined, scope: Scope): Expr {
  if (expr.value === undefined) return unported('a comptime number without a value', expr.node);
  if (target === undefined) return unported('a comptime number without a type', expr.node);
  return constant(expr.value, target, scope, expr.node);
}

function structured(expr: ir.Expr, target: NumberType | undefined, scope: Scope): Expr | undefined {
  if (target === undefined || !holds(target, expr.value)) return undefined;
  switch (expr.kind) {
    case 'load':
      return namedNumber(expr, target, scope);
    case 'arithmetic': {
      const operator = target.kind === 'int' ? OPERATORS[expr.operator] : undefined;
      const left = structured(expr.left, target, scope);
      const right = operator === undefined ? undefined : structured(expr.right, target, scope);
      return operator === undefined || left === undefined || right === undefined
        ? undefined
        : rust.binary(operator, left, right);
    }
    case 'constant':
      return folded(expr, target, scope);
    default:
      return undefined;
  }
}

/** A read of a named number: its Rust has one type, a use at another one is a cast. */
function namedNumber(expr: ir.Load, target: NumberType, scope: Scope): Expr | undefined {
  const { place } = expr;
  if (target.kind === 'float' && !isNativeFloat(target)) return undefined;
  const subject = place.kind === 'local' ? place.local : place.kind === 'global' ? place.decl : undefined;
  const type = subject === undefined ? undefined : scope.crate.numberTypes.of(subject);
  if (type === undefined || (place.kind === 'local' && place.local.role !== 'const')) return undefined;
  const path =
    place.kind === 'local'
      ? localPath(place.local, scope)
      : place.kind === 'global'
        ? rust.exprOfPath(globalPath(place.decl, scope))
        : undefined;
  if (path === undefined || isSameRustType(type, target)) return path;
  if (isWide(target)) return undefined;
  return rust.cast(path, rawType(target, scope));
}

function isSameRustType(a: NumberType, b: NumberType): boolean {
  if (a.kind !== 'int' || b.kind !== 'int') return a === b;
  return isWide(a) || isWide(b) ? a === b : nativeInt(a)?.name === nativeInt(b)?.name;
}

function holds(type: NumberType, value: Value | undefined): boolean {
  if (type.kind === 'float') return value?.kind === 'float';
  return value?.kind === 'int' && fits(value.int, type);
}
