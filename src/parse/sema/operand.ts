/**
 * What analysing an expression gives: its type, its comptime value where known, and the IR where it is wanted. In comptime mode no
 * IR is made; `toIr` makes the constant node when someone asks for it.
 */

import type { AddressOf, Expr, Place } from '../ir/ir.js';
import type { Type } from '../ir/types.js';
import type { Int, Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { T } from './pool.js';

export interface Operand {
  readonly type: Type;
  readonly value: Value | undefined;
  readonly ir: Expr | undefined;
  readonly node: ast.Node;
}

export const VOID: Value = { kind: 'void' };
export const UNDEFINED: Value = { kind: 'undefined' };
export const NULL: Value = { kind: 'null' };
export const TRUE: Value = { kind: 'bool', bool: true };
export const FALSE: Value = { kind: 'bool', bool: false };

const smallInts: Value[] = Array.from({ length: 512 }, (_, int) => ({ kind: 'int', int }));
export function intValue(int: Int): Value {
  return (typeof int === 'number' && smallInts[int]) || { kind: 'int', int };
}
export function boolValue(bool: boolean): Value {
  return bool ? TRUE : FALSE;
}
export function typeValue(type: Type): Value {
  return { kind: 'type', type };
}
export function floatValue(float: number): Value {
  return { kind: 'float', float };
}
export function some(payload: Value): Value {
  return { kind: 'some', payload };
}
export function aggregate(elements: Value[]): Value {
  return { kind: 'aggregate', elements, shared: false };
}

/** An operand that is only a value: a literal, or the result of comptime evaluation. */
export function known(type: Type, value: Value, node: ast.Node, ir?: Expr): Operand {
  return { type, value, ir, node };
}
/** The type `type` as an operand. */
export function typeOperand(type: Type, node: ast.Node): Operand {
  return { type: T.type, value: typeValue(type), ir: undefined, node };
}
/** An operand that is computed at run time (or whose structure is to be kept). */
export function runtime(ir: Expr): Operand {
  return { type: ir.type, value: ir.value, ir, node: ir.node };
}
export function unknown(node: ast.Node, reason: string): Operand {
  return { type: T.unknown, value: undefined, node, ir: { kind: 'todo', type: T.unknown, node, reason } };
}
export function isUnknown(operand: Operand): boolean {
  return operand.type.kind === 'unknown';
}
/** Analysis stops behind such an operand: control does not come back from it. */
export function isNoReturn(operand: Operand): boolean {
  return operand.type.kind === 'noreturn';
}

/** An arm that an error takes: where it is `unreachable` and nothing else, Zig's trap says that an error was unwrapped. */
export function unwrappingError(arm: Operand): Operand {
  return arm.ir?.kind === 'unreachable' && arm.ir.cause === 'written' ? runtime({ ...arm.ir, cause: 'error' }) : arm;
}

/** The IR of an operand; of a value without one, a constant. */
export function toIr(operand: Operand): Expr {
  if (operand.ir) return operand.ir;
  if (operand.value === undefined)
    return { kind: 'todo', type: operand.type, node: operand.node, reason: 'a value that is not known at comptime' };
  return { kind: 'constant', type: operand.type, value: operand.value, node: operand.node };
}

/** The place that a pointer operand points to: the one whose address it took, else what the pointer derefs to. */
export function placeOf(pointer: Operand, pointee: Type, node: ast.Node, implicit: boolean): Place {
  const ir = toIr(pointer);
  if (ir.kind === 'addressOf' && ir.implicit) return ir.place;
  return { kind: 'deref', type: pointee, node, pointer: ir, implicit };
}
/** A pointer operand for a place, as an lvalue is analysed. */
export function addressOfPlace(place: Place, type: Type, node: ast.Node, value?: Value): Operand {
  const ir: AddressOf = { kind: 'addressOf', type, node, place, implicit: true, value };
  return { type, value, ir, node };
}
