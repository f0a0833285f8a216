/**
 * Atomics. The memory is seen as one of Rust's atomic types (`AtomicU32::from_ptr`): numbers, tags and packed structs as the integer of their
 * bits, pointers as `AtomicPtr`. What Rust has no method for is an update in a loop.
 */
import * as rust from '../../emit/build.js';
import type { Expr, Type as RustType } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { IntType, PointerType, Type } from '../../parse/ir/types.js';
import { arithmetic } from '../arithmetic.js';
import { type Scope, unported } from '../context.js';
import { lowerExpr } from '../expr.js';
import { nativeInt } from '../integer.js';
import type { Lowered } from '../lowered.js';
import { sequence } from '../operands.js';
import { asRaw } from '../pointer-cast.js';
import { rawRepr } from '../representation/type-repr.js';
import { isNonNullPayload, rawType } from '../type.js';
import { unsafe } from '../unsafe-mark.js';
import { argument } from './arguments.js';
import { fromInteger, toInteger } from './bit-cast.js';
import type { BuiltinTable } from './builtin.js';

/** How values of a type are held in Rust's atomics. */
interface Carrier {
  /** `AtomicU32`. */
  readonly atomic: string;
  /** The type that the atomic holds, where the memory has to be cast to it. */
  readonly held: RustType | undefined;
  readonly to: (value: Expr) => Expr;
  readonly from: (value: Expr) => Expr;
  /** Set where `fetch_add` and its like mean what Zig's operations do. */
  readonly int: IntType | undefined;
}

const same = (value: Expr): Expr => value;

function carrierOf(type: Type, scope: Scope, node: ir.BuiltinExpr['node']): Carrier {
  if (type.kind === 'bool') return { atomic: 'AtomicBool', held: undefined, to: same, from: same, int: undefined };
  if (type.kind === 'pointer' && type.size !== 'slice' && type.child.kind !== 'fn') return pointerCarrier(type, scope);
  const int = bitsOf(type);
  const native = int === undefined ? undefined : nativeInt(int);
  if (int === undefined || native === undefined || native.name.endsWith('128'))
    return unported(`an atomic ${type.kind === 'int' ? type.name : type.kind}`, node);
  const atomic = `Atomic${native.name.charAt(0).toUpperCase()}${native.name.slice(1)}`;
  if (type.kind === 'int') return { atomic, held: undefined, to: same, from: same, int: type };
  return {
    atomic,
    held: rust.typePath(native.name),
    to: (value) => toInteger(value, type, scope)?.value ?? unported(`an atomic ${type.kind}`, node),
    from: (value) => fromInteger(value, int, type, scope) ?? unported(`an atomic ${type.kind}`, node),
    int: undefined,
  };
}

/** The integer that the bits of a value are. */
function bitsOf(type: Type): IntType | undefined {
  switch (type.kind) {
    case 'int':
      return type;
    case 'float':
      return { kind: 'int', id: -1, signed: false, bits: type.bits, name: `u${type.bits}` };
    case 'enum':
      return type.tagType?.kind === 'int' ? type.tagType : undefined;
    case 'struct':
      return type.layout === 'packed' ? type.backingInt : undefined;
    default:
      return undefined;
  }
}

function pointerCarrier(type: PointerType, scope: Scope): Carrier {
  const child = rawType(type.child, scope);
  return {
    atomic: 'AtomicPtr',
    held: type.isConst ? rust.mutPointerType(child) : undefined,
    to: type.isConst ? (value) => rust.method(value, 'cast_mut') : same,
    from: type.isConst ? (value) => rust.method(value, 'cast_const') : same,
    int: undefined,
  };
}

const ORDERS: Readonly<Record<string, string>> = {
  unordered: 'Relaxed',
  monotonic: 'Relaxed',
  acquire: 'Acquire',
  release: 'Release',
  acq_rel: 'AcqRel',
  seq_cst: 'SeqCst',
};

/** The name of a comptime enum value. */
function tagOf(arg: ir.Expr): string {
  const { value, type } = arg;
  const int = value?.kind === 'enum' || value?.kind === 'int' ? BigInt(value.int) : undefined;
  const field = type.kind === 'enum' ? type.fields?.find((one) => one.value === int) : undefined;
  return field?.name ?? unported('an atomic operation that is not known', arg.node);
}

function ordering(name: string, scope: Scope): Expr {
  const order = ORDERS[name];
  if (order === undefined) return unported(`the atomic order ${name}`);
  return rust.path(...scope.module.imports.use('core', 'sync', 'atomic', 'Ordering'), order);
}

/** The order of the load in a loop that stores with another one. */
function loadOrder(name: string): string {
  return name === 'release' ? 'monotonic' : name === 'acq_rel' ? 'acquire' : name;
}

/** The operands in Zig's order; the first is the pointer, seen as an atomic. */
function operands(
  expr: ir.BuiltinExpr,
  count: number,
  carrier: Carrier,
  scope: Scope,
): { readonly pre: Lowered['pre']; readonly memory: Expr; readonly values: readonly Expr[] } {
  const sources = [withoutQualifier(argument(expr, 0)), ...expr.args.slice(1, 1 + count)];
  const { pre, exprs } = sequence(
    sources,
    sources.map((source) => lowerExpr(source, scope)),
    scope,
  );
  const [pointer, ...values] = exprs;
  const [source] = sources;
  if (pointer === undefined || source === undefined || source.type.kind !== 'pointer')
    return unported(`@${expr.name} of this`, expr.node);
  const raw = asRaw(pointer, source, scope);
  const mutable = source.type.isConst ? rust.method(raw, 'cast_mut') : raw;
  const held = carrier.held === undefined ? mutable : rust.method(mutable, 'cast', [], [carrier.held]);
  const from = rust.path(...scope.module.imports.use('core', 'sync', 'atomic', carrier.atomic), 'from_ptr');
  return { pre, memory: unsafe('atomic', rust.call(from, [held]), scope, expr.node), values: values.map(carrier.to) };
}

/** A pointer made const for the call is mutable in the Rust, as Rust's atomics want it. */
function withoutQualifier(pointer: ir.Expr): ir.Expr {
  return pointer.kind === 'coerce' && pointer.coercion === 'pointerQualifier' ? pointer.operand : pointer;
}

function pointee(expr: ir.BuiltinExpr): Type {
  const { type } = argument(expr, 0);
  return type.kind === 'pointer' ? type.child : unported(`@${expr.name} of this`, expr.node);
}

function lowerLoad(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const carrier = carrierOf(pointee(expr), scope, expr.node);
  const { pre, memory } = operands(expr, 0, carrier, scope);
  return { pre, expr: carrier.from(rust.method(memory, 'load', [ordering(tagOf(argument(expr, 1)), scope)])) };
}

function lowerStore(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const carrier = carrierOf(pointee(expr), scope, expr.node);
  const { pre, memory, values } = operands({ ...expr, args: expr.args.slice(0, 2) }, 1, carrier, scope);
  return { pre, expr: rust.method(memory, 'store', [...values, ordering(tagOf(argument(expr, 2)), scope)]) };
}

function lowerCompareExchange(method: string) {
  return (expr: ir.BuiltinExpr, scope: Scope): Lowered => {
    const type = pointee(expr);
    const carrier = carrierOf(type, scope, expr.node);
    const { pre, memory, values } = operands(expr, 2, carrier, scope);
    const orders = [3, 4].map((index) => ordering(tagOf(argument(expr, index)), scope));
    const actual = rust.method(rust.method(memory, method, [...values, ...orders]), 'err');
    if (isNonNullPayload(type, rawRepr(type))) {
      return {
        pre,
        expr: rust.method(actual, 'and_then', [
          rust.path(...scope.module.imports.use('core', 'ptr', 'NonNull'), 'new'),
        ]),
      };
    }
    if (carrier.from === same) return { pre, expr: actual };
    return { pre, expr: rust.method(actual, 'map', [rust.mapping('actual', carrier.from(rust.path('actual')))]) };
  };
}

/** Rust's methods, on the integers whose width they have. */
const METHODS: Readonly<Record<string, string>> = {
  Add: 'fetch_add',
  Sub: 'fetch_sub',
  And: 'fetch_and',
  Nand: 'fetch_nand',
  Or: 'fetch_or',
  Xor: 'fetch_xor',
  Max: 'fetch_max',
  Min: 'fetch_min',
};
/** Zig's operators of the same meaning. */
const OPERATORS: Readonly<Record<string, ir.ArithmeticOperator>> = {
  Add: '+%',
  Sub: '-%',
  And: '&',
  Or: '|',
  Xor: '^',
  Max: 'max',
  Min: 'min',
};

function lowerReadModifyWrite(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const type = pointee(expr);
  const operation = tagOf(argument(expr, 1));
  const order = tagOf(argument(expr, 3));
  const carrier = carrierOf(type, scope, expr.node);
  const operand = argument(expr, 2);
  const isDirect = operation === 'Xchg' || isFetched(operation, type, carrier);
  const sides = { ...expr, args: [argument(expr, 0), operand] };
  const { pre, memory, values } = operands(sides, 1, isDirect ? carrier : { ...carrier, to: same }, scope);
  const [value] = values;
  if (value === undefined) return unported('@atomicRmw without an operand', expr.node);
  if (isDirect) {
    const method =
      operation === 'Xchg' ? 'swap' : (METHODS[operation] ?? unported(`@atomicRmw ${operation}`, expr.node));
    return { pre, expr: carrier.from(rust.method(memory, method, [value, ordering(order, scope)])) };
  }
  const next = carrier.to(combined(operation, type, carrier.from(rust.path('current')), value, operand, scope));
  const update = rust.closure(['current'], rust.call(rust.path('Some'), [next]));
  const updated = rust.method(memory, 'fetch_update', [
    ordering(order, scope),
    ordering(loadOrder(order), scope),
    update,
  ]);
  return { pre, expr: carrier.from(rust.method(updated, 'unwrap')) };
}

/** Whether Rust's method of the name does the operation. */
function isFetched(operation: string, type: Type, carrier: Carrier): boolean {
  if (type.kind === 'bool') return ['And', 'Or', 'Xor', 'Nand'].includes(operation);
  if (carrier.int === undefined) return false;
  return nativeInt(carrier.int)?.isExact === true || ['And', 'Or', 'Xor', 'Max', 'Min'].includes(operation);
}

function combined(operation: string, type: Type, current: Expr, value: Expr, source: ir.Expr, scope: Scope): Expr {
  const isFloat = type.kind === 'float';
  const operator = isFloat && operation === 'Add' ? '+' : isFloat && operation === 'Sub' ? '-' : OPERATORS[operation];
  if (operator === undefined) return unported(`@atomicRmw ${operation} of ${type.kind}`, source.node);
  return arithmetic(operator, type, current, value, source, scope);
}

export const atomicBuiltins: BuiltinTable = {
  atomicLoad: lowerLoad,
  atomicStore: lowerStore,
  atomicRmw: lowerReadModifyWrite,
  cmpxchgStrong: lowerCompareExchange('compare_exchange'),
  cmpxchgWeak: lowerCompareExchange('compare_exchange_weak'),
};
