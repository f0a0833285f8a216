/** Comparisons, `and`, `or`. Integers of different types are both widened to the smallest native type that holds both. */
import * as rust from '../emit/build.js';
import type { ComparisonOperator, Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { IntType, Type } from '../parse/ir/types.js';
import { effectsOf } from './analysis/effects.js';
import { isComptimeNumber } from './analysis/number-types.js';
import { buildQuestion } from './build-question.js';
import { decidedByLimits } from './compare-limits.js';
import { lowerComptimeNumber } from './comptime-number.js';
import { constant } from './constant.js';
import { runtimePath, type Scope, type Site, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { fits, hasFrom, maxOf, minOf, nativeInt } from './integer.js';
import { keptEffects } from './kept-effects.js';
import { after, asExpr, type Lowered, mapLowered, pure } from './lowered.js';
import { lowerBoth } from './operands.js';
import type { TypeRepr } from './representation/contract.js';
import { outermostPointer, payloadRepr, rawRepr } from './representation/type-repr.js';
import { rawType } from './type.js';
import { isWide, widenedWide } from './wide.js';

export function lowerCompare(expr: ir.Compare, scope: Scope): Lowered {
  const { left, right, operator } = expr;
  const question = buildQuestion(expr);
  if (question !== undefined) return pure(question);
  if (isComptimeOnly(left.type) && isComptimeOnly(right.type)) return folded(expr, scope);
  const decided = decidedByTypes(expr, scope);
  if (decided !== undefined) return decided;
  if (left.type.kind === 'int' || right.type.kind === 'int') return compareIntegers(expr, scope);
  const boolean = compareWithBool(expr, scope);
  if (boolean !== undefined) return boolean;
  noteEquality(left.type, scope);
  return lowerBoth(left, right, scope, (a, b) => compareValues(expr, operator, a, b, scope));
}

function isComptimeOnly(type: Type): boolean {
  return isComptimeNumber(type) || type.kind === 'type' || type.kind === 'enum_literal' || type.kind === 'null';
}

function folded(expr: ir.Expr, scope: Scope): Lowered {
  return expr.value === undefined
    ? unported('a comparison of comptime values', expr.node)
    : pure(constant(expr.value, expr.type, scope));
}

/**
 * A comparison that no value of the operand's type can decide otherwise (`n < 0` of an unsigned one): Zig knows the answer, and rustc warns
 * of the question. What computes the operand stays in front of the answer.
 */
function decidedByTypes(expr: ir.Compare, scope: Scope): Lowered | undefined {
  const { left, right, value } = expr;
  if (value?.kind !== 'bool') return undefined;
  const open = [left, right].filter((side) => side.value === undefined && side.type.kind === 'int');
  const [operand] = open;
  const answer = rust.bool(value.bool);
  const kept = [left, right].flatMap((side) => (side.value === undefined ? [] : keptEffects(side, scope)));
  if (isFolded(left) && isFolded(right)) return after(kept, pure(answer));
  if (operand === undefined || open.length > 1) return undefined;
  if (operand.kind === 'load' && isVariable(operand.place)) return after(kept, pure(answer));
  const { pre, expr: computed } = lowerExpr(operand, scope);
  return { pre: [...kept, ...pre], expr: rust.blockExpr(rust.block([rust.let_('_', computed)], answer)) };
}

/** A value that the author did not give a name. */
function isFolded(expr: ir.Expr): boolean {
  if (expr.value === undefined || effectsOf(expr).writes) return false;
  return expr.kind === 'coerce' ? isFolded(expr.operand) : expr.kind === 'constant' || expr.kind === 'if';
}

function isVariable(place: ir.Place): boolean {
  return place.kind === 'local' || place.kind === 'global' || (place.kind === 'fieldPlace' && isVariable(place.base));
}

/** Types that are compared derive `PartialEq`; so does what the references in them point to. */
export function noteEquality(type: Type, scope: Site, repr: TypeRepr = rawRepr(type)): void {
  switch (type.kind) {
    case 'optional':
    case 'array':
    case 'vector':
      noteEquality(type.child, scope, payloadRepr(repr));
      return;
    case 'errorUnion':
      noteEquality(type.payload, scope, payloadRepr(repr));
      return;
    case 'pointer':
      if (repr.kind === 'pointer' && repr.mode !== 'raw') noteEquality(type.child, scope, repr.child);
      return;
    case 'tuple':
      type.elements.forEach((element, index) => {
        noteEquality(element.type, scope, repr.kind === 'tuple' ? repr.elements[index] : undefined);
      });
      return;
    case 'struct':
    case 'union': {
      const { equality } = scope.crate.requests;
      if (equality.has(type.id)) return;
      equality.add(type.id);
      noteEquality(scope.crate.generics.emittedType(type), scope);
      for (const field of type.fields ?? [])
        noteEquality(field.type, scope, scope.crate.representation.field(type, field.index));
      return;
    }
    default:
      return;
  }
}

function compareValues(expr: ir.Compare, operator: ComparisonOperator, left: Expr, right: Expr, scope: Scope): Expr {
  const { type } = expr.left;
  if (type.kind === 'vector') {
    const names = {
      '==': 'lanes_eq',
      '!=': 'lanes_ne',
      '<': 'lanes_lt',
      '<=': 'lanes_le',
      '>': 'lanes_gt',
      '>=': 'lanes_ge',
    } as const;
    return rust.method(left, names[operator], [right]);
  }
  if (type.kind === 'optional' && type.child.kind === 'pointer')
    return comparePointerOptionals(expr, operator, left, right, scope);
  if (type.kind === 'pointer' && (operator === '==' || operator === '!='))
    return comparePointers(expr, operator, left, right, scope);
  return binaryOrEmpty(expr, left, right, scope);
}

/** A comparison, or the question whether something is empty. */
function binaryOrEmpty({ operator, ...sides }: ir.Compare, left: Expr, right: Expr, scope: Scope): Expr {
  const isOwnMethod = isOwnCall(sides.left, scope) || isOwnCall(sides.right, scope);
  const empty = isOwnMethod ? undefined : emptiness(operator, left, right);
  return empty ?? rust.binary(operator, left, right);
}

/** A call of a function of the crate: a type with a `len` of its own need not have an `is_empty`. */
function isOwnCall(expr: ir.Expr, scope: Scope): boolean {
  if (expr.kind !== 'call' || expr.callee.kind === 'pointer') return false;
  return scope.crate.rules?.cutAtSignature(expr.callee.instance) === undefined;
}

/** `x.len() == 0` and its like ask whether something is empty. */
function emptiness(operator: ComparisonOperator, left: Expr, right: Expr): Expr | undefined {
  if (left.kind === 'literal' && right.kind === 'methodCall') return emptiness(MIRRORED[operator], right, left);
  const isLength = left.kind === 'methodCall' && left.method === 'len' && left.arguments.length === 0;
  if (!isLength || right.kind !== 'literal' || right.literal.kind !== 'int') return undefined;
  const empty = rust.method(left.receiver, 'is_empty');
  const question = `${operator} ${right.literal.value}`;
  if (question === '== 0' || question === '< 1') return empty;
  return question === '!= 0' || question === '> 0' || question === '>= 1' ? rust.not(empty) : undefined;
}

/** The operator with its sides exchanged. */
const MIRRORED = { '==': '==', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

/** References compare what they point to; Zig's pointers compare addresses. */
function comparePointers(expr: ir.Compare, operator: '==' | '!=', left: Expr, right: Expr, scope: Scope): Expr {
  const { representation } = scope.crate;
  const isRaw = (side: ir.Expr) => {
    // A call gives what its function returns, also where only the pointer is wanted.
    const isDirect = side.kind === 'call' && side.callee.kind !== 'pointer';
    const repr = isDirect ? representation.result(side.callee.instance) : representation.expr(side);
    return repr.kind !== 'pointer' || repr.mode === 'raw';
  };
  const isFunction = expr.left.type.kind === 'pointer' && expr.left.type.child.kind === 'fn';
  if (!isFunction && isRaw(expr.left) && isRaw(expr.right))
    return compared(operator, asConst(left, expr.left, expr.right), asConst(right, expr.right, expr.left));
  const test = rust.path(...scope.module.imports.use('core', 'ptr'), isFunction ? 'fn_addr_eq' : 'eq');
  const equal = rust.call(
    test,
    isFunction ? [asFunction(left, expr.left, scope), asFunction(right, expr.right, scope)] : [left, right],
  );
  return operator === '==' ? equal : rust.not(equal);
}

/** Optional references compare by address, as pointers do. */
function comparePointerOptionals(
  expr: ir.Compare,
  operator: ComparisonOperator,
  left: Expr,
  right: Expr,
  scope: Scope,
): Expr {
  const address = (value: Expr, side: ir.Expr): Expr => {
    const mode = outermostPointer(scope.crate.representation.expr(side))?.mode ?? 'raw';
    if (mode === 'raw' || side.value?.kind === 'null') return value;
    const maker = mode === 'refMut' ? 'from_mut' : 'from_ref';
    return rust.method(value, 'map', [rust.path(...scope.module.imports.use('core', 'ptr'), maker)]);
  };
  return compared(operator, address(left, expr.left), address(right, expr.right));
}

/** `==` looks at a place on its left for as long as the other side is made: the address of a part of it comes first. */
function compared(operator: ComparisonOperator, left: Expr, right: Expr): Expr {
  const taken = takenAddress(right);
  const isShared = taken !== undefined && rootOf(taken) !== undefined && rootOf(taken) === rootOf(left);
  const isSymmetric = operator === '==' || operator === '!=';
  return isShared && isSymmetric ? rust.binary(operator, right, left) : rust.binary(operator, left, right);
}

/** The place whose mutable address an expression takes. */
function takenAddress(expr: Expr): Expr | undefined {
  if (expr.kind === 'rawRef') return expr.mutable ? expr.operand : undefined;
  return expr.kind === 'call' && expr.arguments.length === 1 && expr.arguments[0] !== undefined
    ? takenAddress(expr.arguments[0])
    : undefined;
}

/** The variable at the root of a place expression. */
function rootOf(expr: Expr): string | undefined {
  switch (expr.kind) {
    case 'path':
      return expr.path.segments.at(-1)?.name;
    case 'field':
    case 'tupleField':
    case 'index':
      return rootOf(expr.operand);
    default:
      return undefined;
  }
}

/** Raw pointers compare at one type. */
function asConst(value: Expr, own: ir.Expr, other: ir.Expr): Expr {
  const held = heldPointer(own);
  const isMutable = held.kind === 'pointer' && !held.isConst;
  const otherHeld = heldPointer(other);
  const becomesConst = otherHeld.kind === 'pointer' && otherHeld.isConst;
  return isMutable && becomesConst ? rust.method(value, 'cast_const') : value;
}

/** The pointer type that the Rust has: a coercion that only adds `const` is not written. */
function heldPointer(expr: ir.Expr): Type {
  return expr.kind === 'coerce' && expr.coercion === 'pointerQualifier' ? heldPointer(expr.operand) : expr.type;
}

/** A function's name is no pointer yet. */
function asFunction(value: Expr, source: ir.Expr, scope: Scope): Expr {
  return source.value !== undefined || source.kind === 'functionRef' || source.kind === 'addressOf'
    ? rust.cast(value, rawType(source.type, scope))
    : value;
}

/** `x == true` is `x`. */
function compareWithBool(expr: ir.Compare, scope: Scope): Lowered | undefined {
  const { left, right, operator } = expr;
  if (left.type.kind !== 'bool' || (operator !== '==' && operator !== '!=')) return undefined;
  const known = right.value?.kind === 'bool' && right.kind === 'constant' ? right.value.bool : undefined;
  if (known === undefined) return undefined;
  const isKept = known === (operator === '==');
  return mapLowered(lowerExpr(left, scope), (value) => (isKept ? value : rust.not(value)));
}

function compareIntegers(expr: ir.Compare, scope: Scope): Lowered {
  const { left, right, operator } = expr;
  const common = commonType(left, right);
  if (common === 'by sign') return compareBySign(expr, scope);
  if (common === undefined) return folded(expr, scope);
  const widen = (side: ir.Expr): Lowered => {
    if (side.type.kind !== 'int') return pure(lowerComptimeNumber(side, common, scope));
    const lowered = lowerExpr(side, scope);
    return mapLowered(lowered, (value) => widened(value, side.type as IntType, common, scope));
  };
  const [a, b] = [widen(left), widen(right)];
  if (a.pre.length === 0 && b.pre.length === 0)
    return pure(decidedByLimits(operator, a.expr, b.expr, common) ?? binaryOrEmpty(expr, a.expr, b.expr, scope));
  return lowerBoth(left, right, scope, (first, second) =>
    rust.binary(operator, castTo(first, left.type, common, scope), castTo(second, right.type, common, scope)),
  );
}

function castTo(value: Expr, from: Type, to: IntType, scope: Scope): Expr {
  return from.kind === 'int' ? widened(value, from, to, scope) : value;
}

/** A value at a type that holds all of its own type's values. */
export function widened(value: Expr, from: IntType, to: IntType, scope: Scope): Expr {
  const source = nativeInt(from);
  const target = nativeInt(to);
  if (source === undefined || target === undefined) return widenedWide(value, from, to, scope);
  if (source.name === target.name) return value;
  if (hasFrom(source, target) && scope.body.kind !== 'global')
    return rust.call(rust.path(target.name, 'from'), [value]);
  return rust.cast(value, rust.typePath(target.name));
}

/** The type at which both sides compare; `by sign` where no native type holds both. */
function commonType(left: ir.Expr, right: ir.Expr): IntType | 'by sign' | undefined {
  const [a, b] = [left.type, right.type];
  if (a.kind === 'int' && b.kind === 'int') return joined(a, b);
  if (a.kind === 'int') return right.value?.kind === 'int' && fitsNative(right.value.int, a) ? a : undefined;
  if (b.kind === 'int') return left.value?.kind === 'int' && fitsNative(left.value.int, b) ? b : undefined;
  return undefined;
}

function fitsNative(value: number | bigint, type: IntType): boolean {
  const native = nativeInt(type);
  if (native === undefined) return fits(value, type);
  return fits(value, { ...type, bits: native.isExact ? type.bits : Number(native.name.slice(1)) });
}

function joined(a: IntType, b: IntType): IntType | 'by sign' {
  if (!isWide(a) && nativeInt(a)?.name === nativeInt(b)?.name) return a;
  if (minOf(a) <= minOf(b) && maxOf(a) >= maxOf(b)) return a;
  if (minOf(b) <= minOf(a) && maxOf(b) >= maxOf(a)) return b;
  const signed = a.signed || b.signed;
  const bits = Math.max(...[a, b].map((type) => (signed && !type.signed ? type.bits + 1 : type.bits)));
  if (bits > 128 && (isWide(a) || isWide(b))) return { kind: 'int', id: -1, signed, bits, name: `i${bits}` };
  if (bits > 128) return 'by sign';
  const width = [8, 16, 32, 64, 128].find((one) => one >= bits) ?? 128;
  return { kind: 'int', id: -1, signed, bits: width, name: `${signed ? 'i' : 'u'}${width}` };
}

function compareBySign(expr: ir.Compare, scope: Scope): Lowered {
  const { operator } = expr;
  const compare = rust.path(...runtimePath(scope, 'int', 'compare'));
  const tests = { '==': 'is_eq', '!=': 'is_ne', '<': 'is_lt', '<=': 'is_le', '>': 'is_gt', '>=': 'is_ge' } as const;
  return lowerBoth(expr.left, expr.right, scope, (a, b) => rust.method(rust.call(compare, [a, b]), tests[operator]));
}

/** Short-circuit operators: what comes before the right operand stays behind the left one. */
export function lowerLogical(expr: ir.Logical, scope: Scope): Lowered {
  const left = lowerExpr(expr.left, scope);
  const right = lowerExpr(expr.right, scope);
  return mapLowered(left, (value) => rust.binary(expr.operator === 'and' ? '&&' : '||', value, asExpr(right)));
}
