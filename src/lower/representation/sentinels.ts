/**
 * Which sentinels lie in memory.
 *
 * A sentinel that nobody can reach needs no memory: `[N:s]T` is `[T; N]`, and `s[s.len]` is the `s` that the type names. It is reached
 * behind the last element through pointers without a length, so one whole-program fact per element type and sentinel decides: does
 * emitted code make such a pointer out of an array or slice with that sentinel, or look at its memory in another way? If so, every array
 * of the kind is `[T; N + 1]` and every slice has its sentinel behind it (`store-sentinels.ts` rewrites the IR accordingly).
 *
 * A literal that becomes such a pointer on the spot is no reason: it is written with its sentinel there and then.
 */
import type { Expr, Place, SliceExpr } from '../../parse/ir/ir.js';
import type { Program } from '../../parse/ir/program.js';
import type { ArrayType, PointerType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { type Pool, T } from '../../parse/sema/pool.js';
import { walkBlock } from '../analysis/walk.js';

/** An array or slice type that ends in a sentinel. */
export type Terminated = (ArrayType | PointerType) & { readonly sentinel: Value };

export interface Sentinels {
  /** Whether the sentinels of arrays and slices like this one lie in memory. */
  readonly isStored: (type: Terminated) => boolean;
  readonly isEmpty: boolean;
  /** Whether text ends in a NUL: that of literals, and the names of tags and errors. */
  readonly isTextStored: boolean;
}

export const NO_SENTINELS: Sentinels = { isStored: () => false, isEmpty: true, isTextStored: false };

/** Finds the sentinels that the functions of the program can reach in memory. */
export function observedSentinels(program: Program, pool: Pool): Sentinels {
  // One type stands for all that have its elements and its sentinel.
  const keyOf = (type: Terminated): Type => pool.array(type.child, 0, type.sentinel);
  const stored = new Set<Type>();
  const note = (type: Terminated | undefined): void => {
    if (type !== undefined) stored.add(keyOf(type));
  };
  const observer = createObserver(note);
  for (const { body } of program.functions) if (body !== undefined) observer.body(body);
  for (const { init } of program.globals) if (init !== undefined) observer.body(init);
  // Foreign code sees the whole memory of what is laid out as in C.
  for (const type of program.types)
    if ((type.kind === 'struct' || type.kind === 'union') && type.layout !== 'auto') eachInside(type, note);
  return {
    isStored: (type) => stored.has(keyOf(type)),
    isEmpty: stored.size === 0,
    isTextStored: stored.has(pool.array(T.u8, 0, { kind: 'int', int: 0 })),
  };
}

/** The array or slice with a sentinel that a pointer points to, or that the type is. */
export function terminatedBehind(type: Type): Terminated | undefined {
  if (type.kind === 'optional') return terminatedBehind(type.child);
  if (type.kind !== 'pointer') return undefined;
  if (type.size === 'slice') return isTerminated(type) ? type : undefined;
  return type.size === 'one' ? terminatedArray(type.child) : undefined;
}

/** The type, if it is an array with a sentinel. */
export function terminatedArray(type: Type): (Terminated & ArrayType) | undefined {
  return type.kind === 'array' && isTerminated(type) ? type : undefined;
}

function isTerminated<T extends ArrayType | PointerType>(type: T): type is T & Terminated {
  return type.sentinel !== undefined;
}

/**
 * The text from where a known pointer points, with what the memory of its literal has behind it: the sentinel, or the NUL that keeps
 * a text without one from running on.
 */
export function terminatedText(value: Value | undefined): Uint8Array | undefined {
  if (value?.kind !== 'pointer' || value.base.kind !== 'constant' || value.base.type.kind !== 'array') return undefined;
  const { value: text, type } = value.base;
  const [first, ...more] = value.path;
  const isStart = more.length === 0 && (first === undefined || first.kind === 'element');
  if (text.kind !== 'bytes' || !isStart) return undefined;
  const from = first?.kind === 'element' ? first.index : 0;
  const last = type.sentinel?.kind === 'int' ? Number(type.sentinel.int) : 0;
  return Uint8Array.from([...text.bytes.subarray(from), last]);
}

interface Observer {
  readonly body: (block: Parameters<typeof walkBlock>[0]) => void;
}

function createObserver(note: (type: Terminated | undefined) => void): Observer {
  const noteExpr = (expr: Expr): void => {
    switch (expr.kind) {
      case 'coerce':
        if (hidesLength(expr.type) && terminatedText(expr.value) === undefined)
          note(terminatedBehind(expr.operand.type));
        return;
      case 'builtin':
        if (expr.name === 'ptrCast') for (const arg of expr.args) notePointee(arg.type);
        return;
      case 'addressOf':
        if (expr.place.kind === 'index' && expr.place.base.kind === 'pointer')
          note(terminatedBehind(expr.place.base.pointer.type));
        return;
      case 'slice':
        if (hidesLength(expr.type) || reachesSentinel(expr)) note(terminatedBehind(expr.base.type));
        return;
    }
  };
  const notePointee = (type: Type): void => {
    note(terminatedBehind(type));
    if (type.kind === 'pointer') eachInside(type.child, note);
  };
  const notePlace = (place: Place): void => {
    if (place.kind === 'index' && place.base.kind === 'array') {
      const array = terminatedArray(place.base.place.type);
      if (array !== undefined && !isBelow(place.index, array.length)) note(array);
    }
    const isPointer = place.kind === 'fieldPlace' && place.container.kind === 'pointer' && place.index === 0;
    if (isPointer) note(terminatedBehind(place.base.type));
  };
  return {
    body: (block) =>
      walkBlock(block, (node) => {
        if (node.sort === 'expr') noteExpr(node.expr);
        else if (node.sort === 'place') notePlace(node.place);
        return undefined;
      }),
  };
}

/** Pointers that do not say how far they reach. */
function hidesLength(type: Type): boolean {
  if (type.kind === 'optional') return hidesLength(type.child);
  if (type.kind !== 'pointer') return false;
  return type.size === 'many' || type.size === 'c' || type.child.kind === 'anyopaque';
}

function isBelow(index: Expr, length: number): boolean {
  return index.value?.kind === 'int' && index.value.int < length;
}

/** A part of an array that takes in the sentinel as an element. */
function reachesSentinel({ base, high }: SliceExpr): boolean {
  const array = base.type.kind === 'pointer' ? terminatedArray(base.type.child) : undefined;
  return array !== undefined && high !== undefined && !isBelow(high, array.length + 1);
}

/** The arrays with a sentinel in the memory of a type. */
function eachInside(type: Type, visit: (type: Terminated) => void, seen = new Set<Type>()): void {
  if (seen.has(type)) return;
  seen.add(type);
  const array = terminatedArray(type);
  if (array !== undefined) visit(array);
  for (const part of partsOf(type)) eachInside(part, visit, seen);
}

/** The types whose values lie inside a value of the type. */
function partsOf(type: Type): readonly Type[] {
  switch (type.kind) {
    case 'array':
    case 'optional':
      return [type.child];
    case 'errorUnion':
      return [type.payload];
    case 'tuple':
      return type.elements.map((element) => element.type);
    case 'struct':
    case 'union':
      return (type.fields ?? []).map((field) => field.type);
    default:
      return [];
  }
}
