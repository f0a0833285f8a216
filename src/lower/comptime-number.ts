/**
 * Expressions of type `comptime_int` and `comptime_float` at the type of the place that they flow into. The author's expression is kept
 * where every part of it fits that type; else its value is written.
 */
import * as rust from '../emit/build.js';
import type { BinaryOperator, Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Decl } from '../parse/ir/program.js';
import type { FloatType, Type } from '../parse/ir/types.js';
import type { Int, Value } from '../parse/ir/values.js';
import { T } from '../parse/sema/pool.js';
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
  '/': '/',
  '%': '%',
};

const SHIFTS: Readonly<Partial<Record<ir.ArithmeticOperator, BinaryOperator>>> = { '<<': '<<', '>>': '>>' };

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
    case 'arithmetic':
      return arithmetic(expr, target, scope);
    case 'negate': {
      const operand = structured(expr.operand, target, scope);
      return operand === undefined || expr.wrapping ? undefined : rust.unary('-', operand);
    }
    case 'constant':
      return folded(expr, target, scope);
    case 'builtin':
      return typeMeasure(expr, target, scope);
    default:
      return undefined;
  }
}

const MEASURES: Readonly<Record<string, string>> = { sizeOf: 'size_of', alignOf: 'align_of' };

/** `@sizeOf(T)`, `@alignOf(T)` of a type that Rust lays out as Zig does. */
function typeMeasure(expr: ir.BuiltinExpr, target: NumberType, scope: Scope): Expr | undefined {
  const name = MEASURES[expr.name];
  const type = expr.args[0]?.value?.kind === 'type' ? expr.args[0].value.type : undefined;
  if (name === undefined || type === undefined || !hasLayoutOfRust(type)) return undefined;
  const segment = { name, generics: [{ kind: 'type' as const, type: rawType(type, scope) }] };
  const measure = rust.call(rust.path(...scope.module.imports.use('core', 'mem'), segment), []);
  return target === T.usize ? measure : rust.cast(measure, rawType(target, scope));
}

/** Whether size and alignment are the same in both languages, whatever they are. */
function hasLayoutOfRust(type: Type): boolean {
  switch (type.kind) {
    case 'int':
      return nativeInt(type)?.isExact === true;
    case 'float':
      return isNativeFloat(type);
    case 'bool':
      return true;
    case 'array':
      return type.sentinel === undefined && hasLayoutOfRust(type.child);
    case 'struct':
    case 'union':
      return type.layout === 'extern';
    case 'pointer':
      return type.size !== 'slice';
    default:
      return false;
  }
}

/** The operation, where Rust's gives the same number at the type. */
function arithmetic(expr: ir.Arithmetic, target: NumberType, scope: Scope): Expr | undefined {
  const shift = SHIFTS[expr.operator];
  const operator = shift ?? OPERATORS[expr.operator];
  if (operator === undefined || (target.kind === 'int' ? isWide(target) : !isSameFloat(expr, target))) return undefined;
  const left = structured(expr.left, target, scope);
  if (left === undefined) return undefined;
  const right = shift === undefined ? structured(expr.right, target, scope) : amount(expr.right, target, scope);
  return right === undefined ? undefined : rust.binary(operator, left, right);
}

/** The amount of a shift, of a type of its own. */
function amount(expr: ir.Expr, target: NumberType, scope: Scope): Expr | undefined {
  if (target.kind !== 'int' || expr.value?.kind !== 'int' || Number(expr.value.int) >= target.bits) return undefined;
  const named = expr.kind === 'load' ? namedAmount(expr, scope) : undefined;
  return named ?? rust.int(BigInt(expr.value.int), 'u32');
}

function namedAmount(expr: ir.Load, scope: Scope): Expr | undefined {
  const subject = subjectOf(expr);
  const type = subject === undefined ? undefined : scope.crate.numberTypes.of(subject);
  return type?.kind === 'int' && !isWide(type) ? namedNumber(expr, type, scope) : undefined;
}

const FLOAT_OPERATORS: Readonly<Partial<Record<ir.ArithmeticOperator, (a: number, b: number) => number>>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
};

/** Zig computes in 128 bits and rounds once, Rust rounds each part. */
function isSameFloat({ operator, left, right, value }: ir.Arithmetic, type: FloatType): boolean {
  const operation = FLOAT_OPERATORS[operator];
  if (operation === undefined || !isNativeFloat(type)) return false;
  const round = type.bits === 32 ? Math.fround : (n: number) => n;
  const [a, b, result] = [left, right, { value }].map(
    (part) => part.value?.kind === 'float' && round(part.value.float),
  );
  return typeof a === 'number' && typeof b === 'number' && Object.is(round(operation(a, b)), result);
}

function subjectOf({ place }: ir.Load): Decl | ir.Local | undefined {
  return place.kind === 'local' ? place.local : place.kind === 'global' ? place.decl : undefined;
}

/** A read of a named number: its Rust has one type, a use at another one is a cast. */
function namedNumber(expr: ir.Load, target: NumberType, scope: Scope): Expr | undefined {
  const { place } = expr;
  if (target.kind === 'float' && !isNativeFloat(target)) return undefined;
  const subject = subjectOf(expr);
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
  if (type.kind === 'float') return value?.kind === 'float' || (value?.kind === 'int' && isExactFloat(value.int, type));
  return value?.kind === 'int' && fits(value.int, type);
}

function isExactFloat(value: Int, type: FloatType): boolean {
  return isNativeFloat(type) && Math.abs(Number(value)) <= (type.bits === 32 ? 2 ** 24 : Number.MAX_SAFE_INTEGER);
}
