/**
 * The Rust type of a named `comptime_int` or `comptime_float`. Zig gives such a constant no type of its own; it has that of each place it
 * flows into. Rust needs one: the type that the program's uses agree on, else the first one that holds the value.
 */
import type * as ir from '../../parse/ir/ir.js';
import type { Decl, Program } from '../../parse/ir/program.js';
import type { FloatType, IntType, Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { isNativeFloat } from '../float.js';
import { fits } from '../integer.js';
import type { Representation } from '../representation/contract.js';
import { walkBlock, walkExpr } from './walk.js';

export type NumberType = IntType | FloatType;

export interface NumberTypes {
  of(subject: Decl | ir.Local): NumberType | undefined;
}

export function isComptimeNumber(type: Type): boolean {
  return type.kind === 'comptime_int' || type.kind === 'comptime_float';
}

/** Looks at every coercion of the program that a named comptime number flows through. */
export function solveNumberTypes(program: Program, representation: Representation): NumberTypes {
  const types = new Map<Decl | ir.Local, NumberType>();
  const see = (node: { readonly sort: string; readonly expr?: ir.Expr }): true => {
    const { expr } = node;
    if (node.sort === 'expr' && expr?.kind === 'coerce' && isNumber(expr.type) && isComptimeNumber(expr.operand.type)) {
      noteLoads(expr.operand, expr.type, types);
    }
    return true;
  };
  for (const instance of program.functions) {
    const body = representation.body(instance);
    if (body !== undefined) walkBlock(body, see);
  }
  for (const decl of program.globals) {
    const init = representation.init(decl);
    if (init !== undefined) walkBlock(init, see);
  }
  passOn(program, representation, types);
  return { of: (subject) => types.get(subject) };
}

/** What a constant is made of has its type, where nothing else says one. */
function passOn(program: Program, representation: Representation, types: Map<Decl | ir.Local, NumberType>): void {
  for (let count = -1; count !== types.size; ) {
    count = types.size;
    for (const decl of program.globals) {
      const type = types.get(decl);
      const init = type === undefined ? undefined : representation.init(decl);
      if (type === undefined || init === undefined) continue;
      for (const statement of init.statements) if (statement.kind === 'expr') noteLoads(statement.expr, type, types);
    }
  }
}

function isNumber(type: Type): type is NumberType {
  return type.kind === 'int' || type.kind === 'float';
}

function noteLoads(expr: ir.Expr, type: NumberType, types: Map<Decl | ir.Local, NumberType>): void {
  walkExpr(expr, (node) => {
    if (node.sort !== 'expr' || node.expr.kind !== 'load') return true;
    const { place, value } = node.expr;
    const subject = place.kind === 'local' ? place.local : place.kind === 'global' ? place.decl : undefined;
    if (subject !== undefined && isBetter(type, types.get(subject), place.type) && holds(type, value))
      types.set(subject, type);
    return false;
  });
}

/**
 * The first type that is met will do for an integer; a float has to be the widest one, since each cast rounds. What is written as an
 * integer stays one, if any place takes it as one.
 */
function isBetter(type: NumberType, known: NumberType | undefined, written: Type): boolean {
  if (type.kind === 'float' && !isNativeFloat(type)) return false;
  if (known === undefined) return true;
  if (written.kind === 'comptime_int' && type.kind !== known.kind) return type.kind === 'int';
  return type.kind === 'float' && known.kind === 'float' && type.bits > known.bits;
}

function holds(type: NumberType, value: Value | undefined): boolean {
  if (type.kind === 'float' && !isNativeFloat(type)) return false;
  if (type.kind === 'float') return value?.kind === 'float' || value?.kind === 'int';
  return value?.kind === 'int' && fits(value.int, type);
}
