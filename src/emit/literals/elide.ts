/** Taking suffixes away, expression by expression, with the expectation of the place. */
import type {
  Block,
  ElseBranch,
  Expr,
  GenericArgument,
  IfExpr,
  Literal,
  MatchExpr,
  Pattern,
  Statement,
  Type,
} from '../rust-ast.js';
import { deepMapper, mapExprParts, mapPatternParts } from '../traverse.js';
import { elideArguments, elideMacro } from './arguments.js';
import type { Environment } from './environment.js';
import { factOf, type Inference, isCheckedRange } from './facts.js';
import { elideLet } from './let.js';
import { bindPattern, type Scope, withLabel } from './scope.js';
import {
  elementType,
  type Fact,
  pointee,
  primitiveName,
  primitiveType,
  typeArguments,
  typeName,
  usize,
} from './types.js';

export interface Place {
  readonly environment: Environment;
  readonly scope: Scope;
  /** Items inside function bodies are the caller's business. */
  readonly item: (statement: Extract<Statement, { readonly kind: 'item' }>) => Statement;
}

function inferenceAt(place: Place, literals: boolean): Inference {
  return { environment: place.environment, scope: place.scope, literals };
}
/** What is certain however the literals inside are written. */
export function independentFact(expr: Expr, place: Place): Fact {
  return factOf(expr, inferenceAt(place, false));
}
/** What is certain as long as the suffixes inside stay. */
function fullFact(expr: Expr, place: Place): Fact {
  return factOf(expr, inferenceAt(place, true));
}

function elideLiteral<L extends Literal>(literal: L, expected: Fact): L {
  if (
    (literal.kind !== 'int' && literal.kind !== 'float') ||
    literal.suffix === undefined ||
    literal.keepSuffix === true
  )
    return literal;
  // `1f32` would become an integer.
  if (literal.kind === 'int' && (literal.suffix === 'f32' || literal.suffix === 'f64')) return literal;
  const agrees = expected === 'fixed' || (expected !== undefined && primitiveName(expected) === literal.suffix);
  return agrees ? { ...literal, suffix: undefined } : literal;
}

/** The integers of `core::ffi` that are the same on every target that Rust and Zig share. */
const C_INTEGERS: ReadonlyMap<string, Type> = new Map([
  ['c_short', primitiveType('i16')],
  ['c_ushort', primitiveType('u16')],
  ['c_int', primitiveType('i32')],
  ['c_uint', primitiveType('u32')],
  ['c_longlong', primitiveType('i64')],
  ['c_ulonglong', primitiveType('u64')],
]);

/** The others: any literal is one of them without its suffix. */
const TARGET_INTEGERS: ReadonlySet<string> = new Set(['c_char', 'c_schar', 'c_uchar', 'c_long', 'c_ulong']);

/** The type behind the name of an alias. */
function aliased(fact: Fact, place: Place): Fact {
  const name = typeof fact === 'object' ? typeName(fact) : undefined;
  if (name === undefined) return fact;
  if (TARGET_INTEGERS.has(name)) return 'fixed';
  return place.environment.aliases.get(name) ?? C_INTEGERS.get(name) ?? fact;
}

/** The expression in a place of which `expected` is known. */
export function elideExpr(expr: Expr, expected: Fact, place: Place): Expr {
  const inner = (part: Expr, fact: Fact = undefined) => elideExpr(part, fact, place);
  switch (expr.kind) {
    case 'literal':
      return { ...expr, literal: elideLiteral(expr.literal, aliased(expected, place)) };
    case 'unary':
    case 'paren':
      return { ...expr, operand: inner(expr.operand, expected) };
    case 'ref':
      return { ...expr, operand: inner(expr.operand, typeof expected === 'object' ? pointee(expected) : undefined) };
    case 'binary':
      return elideBinary(expr, expected, place);
    case 'assign': {
      const shifts = expr.operator === '<<=' || expr.operator === '>>=';
      const target = independentFact(expr.target, place);
      return { ...expr, target: inner(expr.target), value: inner(expr.value, shifts ? 'fixed' : target) };
    }
    case 'index':
      return { ...expr, operand: inner(expr.operand), index: inner(expr.index, usize) };
    case 'range':
      return elideRange(expr, expected, place);
    case 'array':
      return {
        ...expr,
        elements: elideElements(expr.elements, typeof expected === 'object' ? elementType(expected) : undefined, place),
      };
    case 'arrayRepeat':
      return {
        ...expr,
        value: inner(expr.value, typeof expected === 'object' ? elementType(expected) : undefined),
        length: inner(expr.length, usize),
      };
    case 'tuple': {
      const types = typeof expected === 'object' && expected.kind === 'tuple' ? expected.elements : [];
      return { ...expr, elements: expr.elements.map((element, index) => inner(element, types[index])) };
    }
    case 'call':
    case 'methodCall':
    case 'struct':
      return elideArguments(expr, expected, place);
    case 'macro':
      return { ...expr, call: elideMacro(expr.call, expected, place) };
    default:
      return elideControl(expr, expected, place);
  }
}

function elideControl(expr: Expr, expected: Fact, place: Place): Expr {
  const within = (scope: Scope): Place => ({ ...place, scope });
  switch (expr.kind) {
    case 'block':
      return { ...expr, block: elideBlock(expr.block, expected, within(withLabel(place.scope, expr.label, expected))) };
    case 'unsafe':
      return { ...expr, block: elideBlock(expr.block, expected, place) };
    case 'loop':
      return { ...expr, body: elideBlock(expr.body, undefined, within(withLabel(place.scope, expr.label, expected))) };
    case 'if':
      return elideIf(expr, expected, place);
    case 'while': {
      const [condition, inside] = elideCondition(expr.condition, place);
      return { ...expr, condition, body: elideBlock(expr.body, undefined, inside) };
    }
    case 'for': {
      // The number of a turn that nobody asks for may be of any type.
      const turns: Fact = isUnused(expr.pattern) && isSmallRange(expr.iterable) ? 'fixed' : undefined;
      const iterable = elideExpr(expr.iterable, turns, place);
      const fact = fullFact(iterable, place);
      const isRange = iterable.kind === 'range' || isCheckedRange(iterable);
      const bound: Fact = isRange ? fact : fact === undefined ? undefined : 'fixed';
      return {
        ...expr,
        iterable,
        body: elideBlock(expr.body, undefined, within(bindPattern(place.scope, expr.pattern, bound))),
      };
    }
    case 'match':
      return elideMatch(expr, expected, place);
    case 'break': {
      const carried = expr.label === undefined ? undefined : place.scope.labels.get(expr.label);
      return { ...expr, value: expr.value && elideExpr(expr.value, carried, place) };
    }
    case 'return':
      return { ...expr, value: expr.value && elideExpr(expr.value, place.scope.returns, place) };
    case 'closure': {
      const bound = expr.parameters.reduce(
        (scope, { pattern, type }) => bindPattern(scope, pattern, type),
        place.scope,
      );
      const scope: Scope = { ...bound, returns: expr.result, labels: new Map() };
      return { ...expr, body: elideExpr(expr.body, expr.result, within(scope)) };
    }
    default:
      return elideParts(expr, place);
  }
}

function elideMatch(expr: MatchExpr, known: Fact, place: Place): Expr {
  const fact = independentFact(expr.scrutinee, place);
  const insides = expr.arms.map((arm): Place => ({ ...place, scope: bindPattern(place.scope, arm.pattern, fact) }));
  const certain = expr.arms.map((arm, index) => independentFact(arm.body, insides[index] ?? place));
  const expected = known ?? certain.find((armFact) => armFact !== undefined);
  const arms = expr.arms.map((arm, index) => {
    const inside = insides[index] ?? place;
    const guard = arm.guard && elideExpr(arm.guard, undefined, inside);
    return { ...arm, pattern: elidePattern(arm.pattern, fact), guard, body: elideExpr(arm.body, expected, inside) };
  });
  return { ...expr, scrutinee: elideExpr(expr.scrutinee, undefined, place), arms };
}

/** Parts of which nothing is expected. */
function elideParts(expr: Expr, place: Place): Expr {
  const mapper = deepMapper(() => ({
    expr: (part) => elideExpr(part, undefined, place),
    exprs: (parts) => parts.map((part) => elideExpr(part, undefined, place)),
    type: (type) => elideType(type, place),
    generics: (generics) => elideGenerics(generics, place),
  }));
  return mapExprParts(expr, mapper);
}

/** Lengths in types are `usize`. */
export function elideType(type: Type, place: Place): Type {
  switch (type.kind) {
    case 'array':
      return { ...type, element: elideType(type.element, place), length: elideExpr(type.length, usize, place) };
    case 'reference':
    case 'rawPointer':
      return { ...type, target: elideType(type.target, place) };
    case 'slice':
      return { ...type, element: elideType(type.element, place) };
    case 'tuple':
      return { ...type, elements: type.elements.map((element) => elideType(element, place)) };
    case 'path':
      return {
        ...type,
        path: { ...type.path, segments: type.path.segments.map((segment) => elideSegment(segment, place)) },
      };
    default:
      return type;
  }
}

type Segment = Extract<Type, { readonly kind: 'path' }>['path']['segments'][number];

function elideSegment(segment: Segment, place: Place): Segment {
  return segment.generics === undefined ? segment : { ...segment, generics: elideGenerics(segment.generics, place) };
}

/** A const argument has the type of its parameter. */
export function elideGenerics(generics: readonly GenericArgument[], place: Place): readonly GenericArgument[] {
  return generics.map((argument) => {
    if (argument.kind === 'type') return { ...argument, type: elideType(argument.type, place) };
    return argument.kind === 'const' ? { ...argument, value: elideExpr(argument.value, 'fixed', place) } : argument;
  });
}

const untyped: ReadonlySet<string> = new Set(['&&', '||']);
const comparisons: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=']);

function elideBinary(expr: Extract<Expr, { readonly kind: 'binary' }>, expected: Fact, place: Place): Expr {
  const { operator } = expr;
  if (operator === '<<' || operator === '>>') {
    // The amount may be of any type; without a suffix it is an i32.
    return { ...expr, left: elideExpr(expr.left, expected, place), right: elideExpr(expr.right, 'fixed', place) };
  }
  const isComparison = comparisons.has(operator);
  const [left, right] = isComparison
    ? elideCompared(expr.left, expr.right, place)
    : elidePair(expr.left, expr.right, untyped.has(operator) ? undefined : expected, place);
  return { ...expr, left, right };
}

/** Two expressions of one type: what is known of one is expected of the other. */
export function elidePair(left: Expr, right: Expr, expected: Fact, place: Place): readonly [Expr, Expr] {
  if (expected !== undefined) return [elideExpr(left, expected, place), elideExpr(right, expected, place)];
  const leftFact = independentFact(left, place);
  if (leftFact !== undefined) return [elideExpr(left, undefined, place), elideExpr(right, leftFact, place)];
  const rightFact = independentFact(right, place);
  if (rightFact !== undefined) return [elideExpr(left, rightFact, place), elideExpr(right, undefined, place)];
  return [elideExpr(left, undefined, place), elideExpr(right, fullFact(left, place), place)];
}

/** Two sides of a comparison: of two literals that fit the types they have when nothing says another, the types mean nothing. */
export function elideCompared(left: Expr, right: Expr, place: Place): readonly [Expr, Expr] {
  if (!fitsDefault(left) || !fitsDefault(right)) return elidePair(left, right, undefined, place);
  return [elideExpr(left, 'fixed', place), elideExpr(right, 'fixed', place)];
}

function isUnused(pattern: Pattern): boolean {
  return pattern.kind === 'wildcard' || (pattern.kind === 'binding' && pattern.name.startsWith('_'));
}

function isSmallRange(expr: Expr): boolean {
  if (expr.kind !== 'range' || expr.start === undefined || expr.end === undefined) return false;
  return fitsDefault(expr.start) && fitsDefault(expr.end);
}

const LARGEST_I32 = 0x7fff_ffffn;

function fitsDefault(expr: Expr): boolean {
  if (expr.kind !== 'literal') return false;
  const { literal } = expr;
  if (literal.kind === 'int') return literal.value <= LARGEST_I32;
  return literal.kind === 'float' && literal.suffix === 'f64';
}

function elideRange(expr: Extract<Expr, { readonly kind: 'range' }>, expected: Fact, place: Place): Expr {
  const { start, end } = expr;
  const inRange =
    typeof expected === 'object' && typeName(expected) === 'Range' ? typeArguments(expected)[0] : expected;
  if (start !== undefined && end !== undefined) {
    // Of two literals the second keeps its suffix: `0..10usize`.
    const [last, first] = elidePair(end, start, inRange, place);
    return { ...expr, start: first, end: last };
  }
  return { ...expr, start: start && elideExpr(start, inRange, place), end: end && elideExpr(end, inRange, place) };
}

/** Elements of one type: without an expectation the first one says it. */
export function elideElements(elements: readonly Expr[], expected: Fact, place: Place): readonly Expr[] {
  if (expected !== undefined) return elements.map((element) => elideExpr(element, expected, place));
  const [first, ...rest] = elements;
  if (first === undefined) return elements;
  const fact = fullFact(first, place);
  return [elideExpr(first, undefined, place), ...rest.map((element) => elideExpr(element, fact, place))];
}

/** Literals in patterns have the type of what is matched. */
export function elidePattern(pattern: Pattern, fact: Fact): Pattern {
  if (fact === undefined) return pattern;
  const mapper = deepMapper((inner) => ({
    pattern: (part) =>
      part.kind === 'literal'
        ? { ...part, literal: elideLiteral(part.literal, 'fixed') }
        : mapPatternParts(part, inner),
  }));
  return mapper.pattern(pattern);
}

/** The condition, and the place behind it with the names that a `let` in it binds. */
function elideCondition(condition: Expr, place: Place): readonly [Expr, Place] {
  if (condition.kind === 'let') {
    const fact = independentFact(condition.scrutinee, place);
    const scrutinee = elideExpr(condition.scrutinee, undefined, place);
    const inside = { ...place, scope: bindPattern(place.scope, condition.pattern, fact) };
    return [{ ...condition, pattern: elidePattern(condition.pattern, fact), scrutinee }, inside];
  }
  if (condition.kind === 'binary' && condition.operator === '&&') {
    const [left, inside] = elideCondition(condition.left, place);
    const [right, innermost] = elideCondition(condition.right, inside);
    return [{ ...condition, left, right }, innermost];
  }
  return [elideExpr(condition, undefined, place), place];
}

function elideIf(expr: IfExpr, known: Fact, place: Place): IfExpr {
  const [condition, inside] = elideCondition(expr.condition, place);
  const expected = known ?? branchFact(expr, inside, place);
  const otherwise: ElseBranch | undefined =
    expr.else === undefined || expr.else.kind === 'if'
      ? expr.else && elideIf(expr.else, expected, place)
      : { kind: 'block', block: elideBlock(expr.else.block, expected, place) };
  return { ...expr, condition, then: elideBlock(expr.then, expected, inside), else: otherwise };
}

/** What one branch is certain to be is expected of the other. */
function branchFact(expr: IfExpr, inside: Place, place: Place): Fact {
  const then = independentFact({ kind: 'block', block: expr.then }, inside);
  if (then !== undefined || expr.else === undefined) return then;
  const otherwise: Expr = expr.else.kind === 'if' ? expr.else : { kind: 'block', block: expr.else.block };
  return independentFact(otherwise, place);
}

/** The block with its tail in a place of which `expected` is known. */
export function elideBlock(block: Block, expected: Fact, place: Place): Block {
  let here = place;
  const statements: Statement[] = [];
  for (const statement of block.statements) {
    statements.push(elideStatement(statement, here));
    if (statement.kind === 'let') here = { ...here, scope: scopeBehind(statement, here) };
  }
  return { ...block, statements, tail: block.tail && elideExpr(block.tail, expected, here) };
}

function scopeBehind(statement: Extract<Statement, { readonly kind: 'let' }>, place: Place): Scope {
  const value = statement.value;
  const fact = statement.type ?? (value && (independentFact(value, place) ?? fullFact(value, place)));
  return bindPattern(place.scope, statement.pattern, fact);
}

function elideStatement(statement: Statement, place: Place): Statement {
  switch (statement.kind) {
    case 'let':
      return elideLet(statement, place);
    case 'expr':
      return { ...statement, expr: elideExpr(statement.expr, undefined, place) };
    case 'item':
      return place.item(statement);
    default:
      return statement;
  }
}
