/**
 * The IR with sentinels as elements of their arrays.
 *
 * Where `sentinels.ts` says that a sentinel lies in memory, `[N:s]T` is `[N + 1]T` (`narrow-types.ts` maps the types), and what an
 * array is made of and used for is rewritten here, so that nothing behind this pass has to know: initialisers and values have the
 * sentinel as their last element, and whatever takes all elements of the array (a slice, a loop, a copy) takes the first N. Indices need
 * nothing: Zig too allows them up to the sentinel.
 */
import type {
  Block,
  BuiltinExpr,
  CallExpr,
  Coerce,
  Constant,
  Expr,
  For,
  ForInput,
  RepeatInit,
  SequenceInit,
  SliceExpr,
  Statement,
} from '../../parse/ir/ir.js';
import type { FnInstance } from '../../parse/ir/program.js';
import type { ArrayType, PointerType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import type { Pool } from '../../parse/sema/pool.js';
import { T } from '../../parse/sema/pool.js';
import type * as ast from '../../parse/syntax/ast.js';
import { type Rewriter, rebuildBlock, rebuildExpr, rebuildPlace, rebuildStatement } from './rebuild.js';
import { type Sentinels, type Terminated, terminatedArray } from './sentinels.js';

interface Site {
  readonly sentinels: Sentinels;
  readonly pool: Pool;
  /** Whether a rule stands for the function: it sees arrays and pointers to them as what they are in Zig. */
  readonly isMapped: (instance: FnInstance) => boolean;
}

/** The rewriting of bodies; the identity where no sentinel is stored. */
export function createSentinelStorage(
  sentinels: Sentinels,
  pool: Pool,
  isMapped: (instance: FnInstance) => boolean,
): (block: Block) => Block {
  if (sentinels.isEmpty) return (block) => block;
  const site: Site = { sentinels, pool, isMapped };
  const rewriter: Rewriter = {
    expr: (expr) => storeExpr(rebuildExpr(expr, rewriter), site),
    place: (place) => rebuildPlace(place, rewriter),
    statement: (statement) => storeStatement(rebuildStatement(statement, rewriter), site),
  };
  return (block) => rebuildBlock(block, rewriter);
}

function storeExpr(expr: Expr, site: Site): Expr {
  switch (expr.kind) {
    case 'coerce':
      return withStoredValue(storeCoerce(expr, site), site);
    case 'sequenceInit':
      return storeSequence(expr, site);
    case 'repeatInit':
      return storeRepeat(expr, site);
    case 'slice':
      return storeSlice(expr, site);
    case 'for':
      return storeFor(expr, site);
    case 'builtin':
      return storeBuiltin(expr, site);
    case 'call':
      return storeCall(expr, site);
    default:
      return withStoredValue(expr, site);
  }
}

/** The array with a stored sentinel that the type is, or that it points to. */
function storedArray(type: Type, { sentinels }: Site): (Terminated & ArrayType) | undefined {
  const array = terminatedArray(type);
  return array !== undefined && sentinels.isStored(array) ? array : undefined;
}

function storedPointee(type: Type, site: Site): (Terminated & ArrayType) | undefined {
  return type.kind === 'pointer' && type.size === 'one' ? storedArray(type.child, site) : undefined;
}

// ---------------------------------------------------------------- values

function withStoredValue<Node extends Expr>(expr: Node, site: Site): Node {
  if (expr.value === undefined) return expr;
  const value = storedValue(expr.value, expr.type, site.sentinels);
  return value === expr.value ? expr : { ...expr, value };
}

/**
 * A value of the type with stored sentinels as elements. Struct and union fields are not entered: their values are completed where the
 * type of the field is looked at. Idempotent.
 */
export function storedValue(value: Value, type: Type, sentinels: Sentinels): Value {
  switch (type.kind) {
    case 'array': {
      const inner = storedElements(value, type, sentinels);
      const array = terminatedArray(type);
      return array === undefined || !sentinels.isStored(array) ? inner : withSentinel(inner, array);
    }
    case 'optional':
    case 'errorUnion': {
      const child = type.kind === 'optional' ? type.child : type.payload;
      if (value.kind !== 'some') return child.kind === 'array' ? storedValue(value, child, sentinels) : value;
      const payload = storedValue(value.payload, child, sentinels);
      return payload === value.payload ? value : { ...value, payload };
    }
    default:
      return value;
  }
}

/** The elements of an array of arrays. */
function storedElements(value: Value, type: ArrayType, sentinels: Sentinels): Value {
  if (type.child.kind !== 'array') return value;
  if (value.kind === 'repeat') return { ...value, element: storedValue(value.element, type.child, sentinels) };
  if (value.kind !== 'aggregate') return value;
  const elements = value.elements.map((element) => storedValue(element, type.child, sentinels));
  return elements.every((element, index) => element === value.elements[index]) ? value : { ...value, elements };
}

/** The elements of an array followed by its sentinel; idempotent. */
export function withSentinel(
  value: Value,
  { length, sentinel }: Pick<Terminated & ArrayType, 'length' | 'sentinel'>,
): Value {
  switch (value.kind) {
    case 'bytes':
      if (value.bytes.length !== length || sentinel.kind !== 'int') return value;
      return { kind: 'bytes', bytes: Uint8Array.from([...value.bytes, Number(sentinel.int)]) };
    case 'aggregate':
      return value.elements.length === length ? { ...value, elements: [...value.elements, sentinel] } : value;
    case 'repeat': {
      if (value.count !== length) return value;
      const elements = Array.from({ length }, () => value.element);
      return { kind: 'aggregate', elements: [...elements, sentinel], shared: true };
    }
    default:
      return value;
  }
}

// ---------------------------------------------------------------- initialisers

function storeSequence(expr: SequenceInit, site: Site): SequenceInit {
  const array = storedArray(expr.type, site);
  if (array === undefined || expr.elements.length !== array.length) return withStoredValue(expr, site);
  const last: Constant = { kind: 'constant', value: array.sentinel, type: array.child, node: expr.node };
  return withStoredValue({ ...expr, elements: [...expr.elements, last] }, site);
}

/** `[n:s]T{x} ** m`: the elements are one value, the sentinel is another. */
function storeRepeat(expr: RepeatInit, site: Site): Expr {
  const array = storedArray(expr.type, site);
  if (array === undefined) return withStoredValue(expr, site);
  const { element, node, type } = expr;
  const whole = withStoredValue(expr, site);
  if (whole.value !== undefined) return { kind: 'constant', value: whole.value, type, node };
  if (element.value !== undefined && site.pool.valueId(element.value) === site.pool.valueId(array.sentinel))
    return expr;
  return { kind: 'todo', reason: 'a repeated value before a sentinel', type, node };
}

// ---------------------------------------------------------------- uses of all elements

/** `pointer[0..N]`: the elements without the sentinel, as a pointer of the type. */
function elementsOf(pointer: Expr, length: number, type: Type): SliceExpr {
  const { node } = pointer;
  return {
    kind: 'slice',
    base: pointer,
    low: usize(0, node),
    high: usize(length, node),
    sentinel: undefined,
    type,
    node,
  };
}

function usize(int: number, node: ast.Node): Constant {
  return { kind: 'constant', value: { kind: 'int', int }, type: T.usize, node };
}

/** A pointer to an array with its sentinel, as one to the elements alone; other values as they are. */
function withoutSentinel(expr: Expr, site: Site): Expr {
  const array = storedPointee(expr.type, site);
  if (array === undefined || expr.type.kind !== 'pointer') return expr;
  return asElements(expr, array, site.pool.pointer(site.pool.array(array.child, array.length), expr.type));
}

/** A pointer to an array with its sentinel, as a slice of the elements; other values as they are. */
function asSlice(expr: Expr, site: Site): Expr {
  const array = storedPointee(expr.type, site);
  if (array === undefined || expr.type.kind !== 'pointer') return expr;
  return elementsOf(expr, array.length, site.pool.pointer(array.child, { ...expr.type, size: 'slice' }));
}

/** The pointer as one of `type`, an array or slice of the elements. Literals are only seen in another way. */
function asElements(pointer: Expr, array: ArrayType, type: Type): Expr {
  const { value } = pointer;
  if (
    pointer.kind === 'constant' &&
    value?.kind === 'pointer' &&
    value.base.kind === 'constant' &&
    type.kind === 'pointer'
  ) {
    const base = type.size === 'one' ? { ...value.base, type: type.child } : value.base;
    return { ...pointer, value: { ...value, base }, type };
  }
  return elementsOf(pointer, array.length, type);
}

function storeCoerce(expr: Coerce, site: Site): Expr {
  const { operand, type } = expr;
  const array = storedPointee(operand.type, site);
  if (array === undefined || type.kind !== 'pointer' || isLiteral(operand)) return rebased(expr, array, site);
  if (type.size === 'slice') return elementsOf(operand, array.length, type);
  const isSeenWithout = type.size === 'one' && type.child.kind === 'array' && storedPointee(type, site) === undefined;
  return isSeenWithout ? elementsOf(operand, array.length, type) : expr;
}

/** A literal that is seen without its sentinel is one without. */
function rebased(expr: Coerce, array: ArrayType | undefined, site: Site): Expr {
  const { operand, type } = expr;
  const isSeenWithout = type.kind === 'pointer' && type.size === 'one' && type.child.kind === 'array';
  if (array === undefined || !isSeenWithout || storedPointee(type, site) !== undefined) return expr;
  let literal = operand;
  while (literal.kind === 'coerce') literal = literal.operand;
  return asElements(literal, array, type);
}

function isLiteral(expr: Expr): boolean {
  return expr.kind === 'coerce' ? isLiteral(expr.operand) : expr.kind === 'constant';
}

function storeSlice(expr: SliceExpr, site: Site): Expr {
  const { base, low, high, type, node } = expr;
  const array = storedPointee(base.type, site);
  const part = storedPointee(type, site);
  if (array === undefined && part === undefined) return expr;
  if (part === undefined)
    return high === undefined && array !== undefined ? { ...expr, high: usize(array.length, node) } : expr;
  const from = low.value?.kind === 'int' ? Number(low.value.int) : undefined;
  const isBehindLength = base.type.kind === 'pointer' && base.type.size === 'slice' && base.type.sentinel !== undefined;
  if (from === undefined || isBehindLength) {
    if (expr.value === undefined) return { kind: 'todo', reason: 'a part of a slice with its sentinel', type, node };
    return { kind: 'constant', value: expr.value, type, node };
  }
  return { ...expr, high: usize(from + part.length + 1, node) };
}

function storeFor(expr: For, site: Site): For {
  const inputs = expr.inputs.map((input): ForInput => {
    if (input.kind === 'range') return input;
    const operand = asSlice(addressed(input.operand, site), site);
    return operand === input.operand ? input : { ...input, operand };
  });
  return inputs.every((input, index) => input === expr.inputs[index]) ? expr : { ...expr, inputs };
}

/** An array with its sentinel by its address; other values as they are. */
function addressed(expr: Expr, site: Site): Expr {
  if (storedArray(expr.type, site) === undefined) return expr;
  const { node, type } = expr;
  const place = expr.kind === 'load' ? expr.place : ({ kind: 'temporary', init: expr, type, node } as const);
  return { kind: 'addressOf', place, implicit: true, type: site.pool.pointer(type, { isConst: true }), node };
}

/** An array without its sentinel, by value. */
function valueWithout(expr: Expr, site: Site): Expr {
  const array = storedArray(expr.type, site);
  if (array === undefined) return expr;
  const pointer = withoutSentinel(addressed(expr, site), site);
  const type = (pointer.type as PointerType).child;
  return {
    kind: 'load',
    place: { kind: 'deref', pointer, implicit: true, type, node: expr.node },
    type,
    node: expr.node,
  };
}

const COPIES: ReadonlySet<string> = new Set(['memcpy', 'memmove', 'memset']);

function storeBuiltin(expr: BuiltinExpr, site: Site): BuiltinExpr {
  const whole = withStoredValue(expr, site);
  if (!COPIES.has(expr.name)) return whole;
  return { ...whole, args: expr.args.map((arg) => withoutSentinel(arg, site)) };
}

/** What a rule's Rust is given: arrays as long as Zig says. */
function storeCall(expr: CallExpr, site: Site): CallExpr {
  const whole = withStoredValue(expr, site);
  if (expr.callee.kind !== 'instance' || !site.isMapped(expr.callee.instance)) return whole;
  return { ...whole, args: expr.args.map((arg) => shown(arg, site)) };
}

/** An argument and, where it is a list of arguments itself, what is in the list. */
function shown(expr: Expr, site: Site): Expr {
  if (expr.kind === 'sequenceInit' && expr.type.kind === 'tuple') {
    const elements = expr.elements.map((element) => shown(element, site));
    const types = expr.type.elements.map((element, index) => ({
      ...element,
      type: elements[index]?.type ?? element.type,
    }));
    return { ...expr, elements, type: site.pool.tuple(types) };
  }
  return withoutSentinel(valueWithout(expr, site), site);
}

function storeStatement(statement: Statement, site: Site): Statement {
  if (statement.kind !== 'destructure') return statement;
  const value = valueWithout(statement.value, site);
  return value === statement.value ? statement : { ...statement, value };
}
