/** What run-time code mentions: types, container-level declarations and functions as values, reachable over the IR of the functions. */

import type { Block, Expr } from '../ir/ir.js';
import type { Decl, FnInstance } from '../ir/program.js';
import type { NominalType, Type } from '../ir/types.js';
import type { Allocation, PointerBase, Value } from '../ir/values.js';
import { walkBlock } from '../ir/walk.js';
import { isComptimeOnly } from './comptime-only.js';
import type { Env } from './env.js';
import { writtenInitialiser } from './initialiser.js';
import { DeclRecord } from './records.js';

export interface Reached {
  readonly types: NominalType[];
  readonly globals: Decl[];
  /** Functions that comptime-known values point to. */
  readonly pointedTo: Set<FnInstance>;
}

/** What code outside of the project can name. */
export interface Offered {
  readonly types: readonly Type[];
  readonly globals: readonly Decl[];
}

interface State extends Reached {
  readonly env: Env;
  readonly seenTypes: Set<Type>;
  readonly seenDecls: Set<Decl>;
  readonly seenValues: Set<Value>;
  readonly seenAllocations: Set<Allocation>;
}

/** Collects types and globals from signatures, bodies and the constants in them, and from what others see. */
export function collectReachable(env: Env, functions: readonly FnInstance[], offered: Offered): Reached {
  const state: State = {
    env,
    types: [],
    globals: [],
    pointedTo: new Set(),
    seenTypes: new Set(),
    seenDecls: new Set(),
    seenValues: new Set(),
    seenAllocations: new Set(),
  };
  for (const fn of functions) {
    reachType(state, fn.returnType);
    for (const param of fn.params) if (param.value === undefined) reachType(state, param.type);
    for (const local of fn.locals) reachType(state, local.type);
    if (fn.body) reachBody(state, fn);
  }
  for (const decl of offered.globals) reachDecl(state, decl);
  for (const type of offered.types) reachType(state, type);
  return state;
}

function reachBody(state: State, fn: FnInstance): void {
  walkBlock(fn.body!, (node) => {
    if (node.sort === 'expr') {
      reachType(state, node.expr.type);
      if (node.expr.value !== undefined && isWritten(state, node.expr)) reachValue(state, node.expr.value);
    } else if (node.sort === 'place') {
      reachType(state, node.place.type);
      if (node.place.kind === 'global') reachDecl(state, node.place.decl);
    }
    return undefined;
  });
}

/** Whether the Rust may hold the value: a constant, or what may be written as one. An argument for a comptime parameter is none. */
function isWritten(state: State, expr: Expr): boolean {
  if (isReplaced(state, expr.type)) return false;
  if (expr.kind === 'constant') return expr.value.kind !== 'type' && !isComptimeOnly(state.env, expr.type, expr.node);
  return expr.type.kind === 'pointer' && expr.type.child.kind === 'fn';
}

/** What a rule makes of a type has nothing of the Zig value in it. */
function isReplaced({ env }: State, type: Type): boolean {
  return 'container' in type && env.cx.options.rules?.replacesType(type.container) === true;
}

/** A declaration that run-time code reads or points to. */
export function reachDecl(state: State, decl: Decl): void {
  if (state.seenDecls.has(decl) || decl.kind === 'fn') return;
  state.seenDecls.add(decl);
  decl.isReferenced = true;
  state.globals.push(decl);
  if (decl.type) reachType(state, decl.type);
  if (decl instanceof DeclRecord) decl.init = writtenInitialiser(decl);
  if (decl.init) reachConstants(state, decl.init);
  if (decl.value && !(decl.type && isReplaced(state, decl.type))) reachValue(state, decl.value);
}

/** The constants that a written initialiser names. */
function reachConstants(state: State, init: Block): void {
  walkBlock(init, (node) => {
    if (node.sort === 'place' && node.place.kind === 'global') reachDecl(state, node.place.decl);
    return undefined;
  });
}

function reachValue(state: State, value: Value): void {
  switch (value.kind) {
    case 'aggregate':
      if (state.seenValues.has(value)) return;
      state.seenValues.add(value);
      for (const element of value.elements) reachValue(state, element);
      return;
    case 'some':
    case 'union':
      reachValue(state, value.payload);
      return;
    case 'repeat':
      reachValue(state, value.element);
      return;
    case 'pointer':
      reachBase(state, value.base);
      return;
    case 'slice':
      reachBase(state, value.pointer.base);
      return;
    case 'fn':
      state.pointedTo.add(value.instance);
      return;
    default:
      return;
  }
}
function reachBase(state: State, base: PointerBase): void {
  if (base.kind === 'decl') {
    base.decl.isAddressTaken = true;
    reachDecl(state, base.decl);
    if (base.decl.kind === 'fn') for (const instance of base.decl.instances) state.pointedTo.add(instance);
  } else if (base.kind === 'fn') {
    state.pointedTo.add(base.instance);
  } else if (base.kind === 'allocation') {
    reachType(state, base.allocation.type);
    if (state.seenAllocations.has(base.allocation)) return;
    state.seenAllocations.add(base.allocation);
    reachValue(state, base.allocation.value);
  } else if (base.kind === 'constant') {
    reachType(state, base.type);
    reachValue(state, base.value);
  }
}

function reachType(state: State, type: Type): void {
  if (state.seenTypes.has(type)) return;
  state.seenTypes.add(type);
  switch (type.kind) {
    case 'pointer':
    case 'array':
    case 'vector':
    case 'optional':
      reachType(state, type.child);
      return;
    case 'errorUnion':
      reachType(state, type.payload);
      return;
    case 'tuple':
      for (const element of type.elements) reachType(state, element.type);
      return;
    case 'fn':
      for (const param of type.params) if (param.type) reachType(state, param.type);
      if (type.returnType) reachType(state, type.returnType);
      return;
    case 'struct':
    case 'union':
      state.types.push(type);
      for (const field of type.fields ?? []) reachType(state, field.type);
      if (type.kind === 'union' && type.tag) reachType(state, type.tag);
      return;
    case 'enum':
    case 'opaque':
      state.types.push(type);
      return;
    default:
      return;
  }
}
