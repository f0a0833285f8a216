/**
 * `std.testing.expectEqual` and its like as `assert!` and `assert_eq!`.
 *
 * Zig compares after peer type resolution: a value against an optional is `Some(value)`, against an error union `Ok(value)`, a
 * literal takes the other side's type. Pointers and slices are equal by address here, and by contents in `expectEqualDeep`,
 * `expectEqualSlices` and `expectEqualStrings`.
 */
import * as build from '../../../emit/build.js';
import type * as rust from '../../../emit/rust-ast.js';
import type * as ir from '../../../parse/ir/ir.js';
import { isErrorSet, type TupleType, type Type } from '../../../parse/ir/types.js';
import { T } from '../../../parse/sema/pool.js';
import { fits } from '../../integer.js';
import { staticReceiver } from '../../place.js';
import type { Applied, CodeRuleCall, Refusal, RuleHost } from '../define.js';

/** One side of a comparison. */
interface Side {
  readonly ir: ir.Expr;
  readonly type: Type;
}

export function applied(statements: readonly rust.Statement[], expr: rust.Expr): Applied {
  return { statements, expr, needs: { unsafe: undefined } };
}

/** `assert_eq!(a, b)` in Zig's order. The macro borrows its arguments, which Rust allows no `static mut` by its name. */
export function assertEq(expected: rust.Expr, actual: rust.Expr): rust.Expr {
  return build.macroCall('assert_eq', [staticReceiver(expected), staticReceiver(actual)]);
}

export function assertThat(condition: rust.Expr): rust.Expr {
  return build.macroCall('assert', [condition]);
}

/** `expectEqual(expected, actual)`; `deep`: pointers and slices by what they point to. */
export function expectEqual({ call, host }: CodeRuleCall, deep: boolean): Applied | Refusal {
  const [expected, actual] = call.args;
  if (expected === undefined || actual === undefined) return { refused: 'it takes two arguments' };
  const sides = [sideOf(expected, host), sideOf(actual, host)] as const;
  return (
    compareAtComptime(...sides) ??
    compareWithNull(sides, host) ??
    compareWithBool(sides, host) ??
    compareByAddress(sides, deep, host) ??
    compareValues(sides, host)
  );
}

function sideOf(expr: ir.Expr, host: RuleHost): Side {
  return { ir: expr, type: host.seenType(expr.type) };
}

/** Types and enum literals have no Rust: they are compared while porting. */
function compareAtComptime(expected: Side, actual: Side): Applied | undefined {
  const [a, b] = [expected.ir.value, actual.ir.value];
  if (a?.kind === 'type' && b?.kind === 'type') return applied([], assertThat(build.bool(a.type === b.type)));
  if (a?.kind === 'enumLiteral' && b?.kind === 'enumLiteral')
    return applied([], assertThat(build.bool(a.name === b.name)));
  return undefined;
}

/** A comparison with `null` asks whether there is a value. */
function compareWithNull([expected, actual]: readonly [Side, Side], host: RuleHost): Applied | undefined {
  const other = expected.type.kind === 'null' ? actual : actual.type.kind === 'null' ? expected : undefined;
  if (other === undefined) return undefined;
  if (other.type.kind === 'null') return applied([], assertThat(build.bool(true)));
  const { statements, exprs } = host.lowerArguments([{ expr: other.ir, mode: 'read' }]);
  const [lowered] = exprs;
  const value = isNone(lowered) && other.type.kind === 'optional' ? noneOf(host.rustType(other.type.child)) : lowered;
  return value === undefined ? undefined : applied(statements, assertThat(build.method(value, 'is_none')));
}

function isNone(expr: rust.Expr | undefined): boolean {
  return expr?.kind === 'path' && expr.path.segments.at(-1)?.name === 'None';
}

/** `None::<T>`, where nothing else says of what. */
function noneOf(type: rust.Type): rust.Expr {
  return build.path({ name: 'None', generics: [{ kind: 'type', type }] });
}

/** `assert!(x)`, `assert!(!x)` against a literal: what clippy's `bool_assert_comparison` asks for. */
function compareWithBool([expected, actual]: readonly [Side, Side], host: RuleHost): Applied | undefined {
  if (expected.type.kind !== 'bool' || actual.type.kind !== 'bool') return undefined;
  if (expected.ir.kind !== 'constant' || expected.ir.value.kind !== 'bool') return undefined;
  const { statements, exprs } = host.lowerArguments([{ expr: actual.ir, mode: 'value' }]);
  const [value] = exprs;
  if (value === undefined) return undefined;
  return applied(statements, assertThat(expected.ir.value.bool ? value : build.not(value)));
}

function compareByAddress(sides: readonly [Side, Side], deep: boolean, host: RuleHost): Applied | Refusal | undefined {
  const types = sides.map((side) => side.type);
  const pointers = types.filter((type) => type.kind === 'pointer');
  if (pointers.length < 2) return undefined;
  if (deep) return compareContents(sides, host);
  const { statements, exprs } = host.lowerArguments(sides.map((side) => ({ expr: side.ir, mode: 'value' as const })));
  const [a, b] = exprs;
  if (a === undefined || b === undefined) return { refused: 'a side of it has no value in Rust' };
  return applied(statements, assertThat(host.sameAddress(a, b, pointers)));
}

/** Slices by their elements, other pointers by what they point to. */
export function compareContents([expected, actual]: readonly [Side, Side], host: RuleHost): Applied | Refusal {
  const requests = [expected, actual].map((side) => ({ expr: side.ir, mode: 'read' as const }));
  const { statements, exprs } = host.lowerArguments(requests);
  const [a, b] = exprs;
  if (a === undefined || b === undefined) return { refused: 'a side of it has no value in Rust' };
  for (const { type } of [expected, actual]) host.requireEquality(type.kind === 'pointer' ? type.child : type);
  return applied(statements, assertEq(...asSlices(a, b)));
}

/** Two arrays of different length do not compare in Rust; as slices they do, and differ. */
export function asSlices(a: rust.Expr, b: rust.Expr): readonly [rust.Expr, rust.Expr] {
  const full = build.range(undefined, undefined);
  return isArrayLike(a) && isArrayLike(b) ? [build.index(a, full), build.index(b, full)] : [a, b];
}

function isArrayLike(expr: rust.Expr): boolean {
  if (expr.kind === 'literal') return expr.literal.kind === 'byteStr';
  return expr.kind === 'ref' && expr.operand.kind !== 'index';
}

function compareValues([expected, actual]: readonly [Side, Side], host: RuleHost): Applied | Refusal {
  const target = materialised(wider(expected.type, actual.type), [expected, actual]);
  if (target === undefined) return applied([], assertThat(build.bool(isSameNumber(expected, actual))));
  const { statements, exprs } = host.lowerArguments([
    { expr: expected.ir, mode: 'read', as: literalTarget(expected.type, target) },
    { expr: actual.ir, mode: 'read', as: literalTarget(actual.type, target) },
  ]);
  const [a, b] = exprs;
  if (a === undefined || b === undefined) return { refused: 'a side of it has no value in Rust' };
  host.requireEquality(target);
  const [left, right] = [wrap(a, expected.type, target), wrap(b, actual.type, target)];
  if (isLongTuple(target)) return assertElements(target, statements, [left, right], host);
  return applied(statements, assertEq(isEmptyArray(left) ? build.cast(left, host.rustType(target)) : left, right));
}

/** The type in which two comptime numbers are compared; undefined where Rust has none that holds both. */
function materialised(type: Type, sides: readonly Side[]): Type | undefined {
  if (type.kind === 'comptime_float') return T.f64;
  if (type.kind !== 'comptime_int') return type;
  return [T.i32, T.i64, T.u64, T.u128].find((candidate) =>
    sides.every(({ ir }) => ir.value?.kind === 'int' && fits(ir.value.int, candidate)),
  );
}

function isSameNumber(expected: Side, actual: Side): boolean {
  const [a, b] = [expected.ir.value, actual.ir.value];
  return a?.kind === 'int' && b?.kind === 'int' && BigInt(a.int) === BigInt(b.int);
}

/** `[]` says nothing of its type. */
function isEmptyArray(expr: rust.Expr): boolean {
  return expr.kind === 'array' && expr.elements.length === 0;
}

/** Rust compares and prints tuples of up to twelve elements. */
const COMPARABLE_TUPLE = 12;

function isLongTuple(type: Type): type is TupleType {
  return type.kind === 'tuple' && storedElements(type) > COMPARABLE_TUPLE;
}

function storedElements(type: TupleType): number {
  return type.elements.filter((element) => element.value === undefined).length;
}

/** `assert!(a.0 == b.0 && …)`. */
function assertElements(
  type: TupleType,
  statements: readonly rust.Statement[],
  sides: readonly [rust.Expr, rust.Expr],
  host: RuleHost,
): Applied {
  const more: rust.Statement[] = [];
  const [a, b] = sides.map((side, index): rust.Expr => {
    if (side.kind === 'path') return side;
    const name = host.temporary(index === 0 ? 'expected' : 'actual');
    more.push(build.let_(name, side));
    return build.path(name);
  }) as [rust.Expr, rust.Expr];
  const equal = Array.from({ length: storedElements(type) }, (_, index) =>
    build.binary('==', build.tupleField(a, index), build.tupleField(b, index)),
  );
  return applied([...statements, ...more], assertThat(equal.reduce((all, one) => build.binary('&&', all, one))));
}

/** The peer type of two types that differ by wrapping, or by a literal's lack of a type. */
function wider(a: Type, b: Type): Type {
  if (rank(a) !== rank(b)) return rank(a) > rank(b) ? a : b;
  if (a.kind === 'int' && b.kind === 'int') return a.bits > b.bits || (a.bits === b.bits && a.signed) ? a : b;
  if (a.kind === 'float' && b.kind === 'float') return a.bits >= b.bits ? a : b;
  if (a.kind === 'union' && b.kind === 'enum') return a;
  if (isErrorSet(a) && isErrorSet(b)) return errorCount(a) > errorCount(b) ? a : b;
  return b;
}

/** How many errors a set may hold. */
function errorCount(type: Type): number {
  if (type.kind === 'errorSet') return type.names.length;
  const solved = type.kind === 'inferredErrorSet' ? type.owner.inferredErrors : undefined;
  return solved?.kind === 'errorSet' ? solved.names.length : Number.POSITIVE_INFINITY;
}

/** How much a type holds: literals, values, optionals of them, error unions of those. */
function rank(type: Type): number {
  switch (type.kind) {
    case 'comptime_int':
    case 'enum_literal':
    case 'null':
    case 'undefined':
    case 'tuple':
      return 0;
    case 'comptime_float':
      return 1;
    case 'optional':
      return 3 + rank(type.child) / 8;
    case 'errorUnion':
      return 4 + rank(type.payload) / 8;
    default:
      return 2;
  }
}

/** The type that a side takes before it is wrapped: the payload of the peer type that lies at its own depth. */
function literalTarget(type: Type, target: Type): Type | undefined {
  if (type === target) return undefined;
  if (target.kind === 'errorUnion' && type.kind !== 'errorUnion') {
    return isErrorSet(type) ? undefined : (literalTarget(type, target.payload) ?? payloadTarget(type, target.payload));
  }
  if (target.kind === 'optional' && type.kind !== 'optional') {
    return literalTarget(type, target.child) ?? payloadTarget(type, target.child);
  }
  return payloadTarget(type, target);
}

function payloadTarget(type: Type, target: Type): Type | undefined {
  return type === target || target.kind === 'optional' || target.kind === 'errorUnion' ? undefined : target;
}

/** `Some(…)`, `Ok(…)`, `Err(…)` around a side until it has the peer type. */
function wrap(expr: rust.Expr, type: Type, target: Type): rust.Expr {
  if (target.kind === 'errorUnion' && type.kind !== 'errorUnion') {
    if (isErrorSet(type)) return build.call(build.path('Err'), [expr]);
    return build.call(build.path('Ok'), [wrap(expr, type, target.payload)]);
  }
  if (target.kind === 'optional' && type.kind !== 'optional') {
    return build.call(build.path('Some'), [wrap(expr, type, target.child)]);
  }
  return expr;
}
