/**
 * Error sets: values, merges, subset tests, and the solution of inferred sets. An inferred set belongs to a function instance: its
 * body collects names and the sets of the functions whose errors it passes on; a set that is inspected forces that body first.
 */

import type { ErrorSetType, Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { converted } from './coerce.js';
import { type Env, fail, type ResultLocation } from './env.js';
import { forceBody } from './function-body.js';
import { known, type Operand, typeOperand } from './operand.js';
import { T } from './pool.js';
import type { FnRecord } from './records.js';

export function analyseErrorValue(env: Env, node: ast.ErrorValue, _location: ResultLocation): Operand {
  env.cx.errorNumber(node.name.text);
  return known(env.cx.pool.errorSet([node.name.text]), { kind: 'error', name: node.name.text }, node);
}

export function analyseErrorSetDecl(env: Env, node: ast.ErrorSetDecl): Operand {
  for (const name of node.names) env.cx.errorNumber(name.text);
  return typeOperand(env.cx.pool.errorSet(node.names.map((name) => name.text)), node);
}

export function isErrorSet(type: Type): type is ErrorSetType {
  return type.kind === 'errorSet' || type.kind === 'inferredErrorSet' || type.kind === 'anyerror';
}

/** The members of a set; `any` for `anyerror`. Forces the body that an inferred set comes from. */
export function errorNames(env: Env, set: ErrorSetType): ReadonlySet<string> | 'any' {
  switch (set.kind) {
    case 'errorSet':
      return new Set(set.names);
    case 'inferredErrorSet': {
      const owner = set.owner as FnRecord;
      forceBody(env.cx, owner);
      return inferredNames(env, owner, new Set());
    }
    default:
      return 'any';
  }
}

function inferredNames(env: Env, owner: FnRecord, visited: Set<FnRecord>): Set<string> | 'any' {
  if (owner.inferredErrors?.kind === 'errorSet') return new Set(owner.inferredErrors.names);
  const names = new Set(owner.errors.names);
  if (owner.errors.isAny) return 'any';
  visited.add(owner);
  for (const source of owner.errors.sources as Set<FnRecord>) {
    if (visited.has(source)) continue;
    forceBody(env.cx, source);
    const inner = inferredNames(env, source, visited);
    if (inner === 'any') return 'any';
    for (const name of inner) names.add(name);
  }
  return names;
}

/** Whether the type is an inferred set whose function is under analysis: it may still get members. */
export function isOpenErrorSet(type: Type): boolean {
  return type.kind === 'inferredErrorSet' && (type.owner as FnRecord).bodyStage === 'running';
}

/** Whether the set is known to have no members. */
export function isEmptyErrorSet(env: Env, set: ErrorSetType): boolean {
  if (isOpenErrorSet(set)) return false;
  const names = errorNames(env, set);
  return names !== 'any' && names.size === 0;
}

/** The solved form of a set: a set of names, or `anyerror`. */
export function solvedErrorSet(env: Env, set: ErrorSetType): ErrorSetType {
  if (set.kind !== 'inferredErrorSet') return set;
  const names = errorNames(env, set);
  return names === 'any' ? T.anyerror : env.cx.pool.errorSet(names);
}

/** Whether every error of `inner` is one of `outer`. An inferred set under construction takes in what flows into it. */
export function errorSetIncludes(env: Env, outer: ErrorSetType, inner: ErrorSetType): boolean {
  if (outer === inner || outer.kind === 'anyerror') return true;
  if (outer.kind === 'inferredErrorSet') {
    const owner = outer.owner as FnRecord;
    if (owner.bodyStage !== 'done' || owner.errors === env.frame?.errors) return collect(owner, inner);
  }
  const outerNames = errorNames(env, outer);
  const innerNames = errorNames(env, inner);
  if (outerNames === 'any') return true;
  if (innerNames === 'any') return false;
  for (const name of innerNames) if (!outerNames.has(name)) return false;
  return true;
}

function collect(owner: FnRecord, set: ErrorSetType): boolean {
  if (set.kind === 'errorSet') for (const name of set.names) owner.errors.names.add(name);
  else if (set.kind === 'inferredErrorSet') {
    if (set.owner !== owner) owner.errors.sources.add(set.owner);
  } else owner.errors.isAny = true;
  return true;
}

/** `A || B`, and the set of a peer type. */
export function mergeErrorSets(env: Env, a: ErrorSetType, b: ErrorSetType): ErrorSetType {
  if (a === b) return a;
  const left = errorNames(env, a);
  const right = errorNames(env, b);
  if (left === 'any' || right === 'any') return T.anyerror;
  return env.cx.pool.errorSet([...left, ...right]);
}

export function coerceErrorSet(env: Env, operand: Operand, type: ErrorSetType, node: ast.Node): Operand | undefined {
  if (!isErrorSet(operand.type)) return undefined;
  if (operand.value?.kind === 'error') {
    const single = env.cx.pool.errorSet([operand.value.name]);
    if (!errorSetIncludes(env, type, single)) return undefined;
    return known(type, operand.value, node);
  }
  return errorSetIncludes(env, type, operand.type)
    ? converted(env, operand, type, 'errorSet', operand.value, node)
    : undefined;
}

/** The error set type named by an operand of `||`. */
export function errorSetOperand(env: Env, operand: Operand, node: ast.Node): ErrorSetType {
  if (operand.value?.kind === 'type' && isErrorSet(operand.value.type)) return operand.value.type;
  return fail(env, node, 'expected an error set');
}
