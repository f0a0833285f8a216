/** Local variables: their patterns and their mentions. */
import * as rust from '../emit/build.js';
import type { Expr, Pattern } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { FnType, Type } from '../parse/ir/types.js';
import { alignedPlace } from './aligned.js';
import type { Scope } from './context.js';

/** The variable as an expression. */
export function localPath(local: ir.Local, scope: Scope, isTarget = false): Expr {
  scope.body.facts.used.add(local);
  if (!isTarget) scope.body.facts.read.add(local);
  return alignedPlace(rust.path(scope.body.names.of(local)), local);
}

/** Notes that the Rust assigns the variable or borrows it mutably. */
export function noteMutation(local: ir.Local | undefined, scope: Scope): void {
  if (local !== undefined) scope.body.facts.mutated.add(local);
}

/** Whether the Rust reads the variable, as far as is known. */
export function isUsed(local: ir.Local, scope: Scope): boolean {
  return scope.body.known === undefined || scope.body.known.used.has(local);
}

/** Whether the Rust changes the variable in place. */
export function isMutated(local: ir.Local, scope: Scope): boolean {
  return scope.body.known?.mutated.has(local) === true;
}

/** The pattern that binds a variable: `mut` where it is changed, `_name` where nothing reads it. */
export function bindingOf(local: ir.Local, scope: Scope): Pattern {
  const name = scope.body.names.of(local);
  if (!isUsed(local, scope)) return rust.bind(name.startsWith('_') ? name : `_${name}`);
  const { representation } = scope.crate;
  const isOfPlace = local.role === 'capture' && !representation.isLent(local);
  const binding = isOfPlace ? representation.binding(local) : 'value';
  if (binding !== 'value') return rust.bind(name, { byRef: true, mutable: binding === 'refMut' });
  return rust.bind(name, { mutable: isMutated(local, scope) });
}

/** The pattern of a capture: `_` where there is none or nothing reads it. */
export function captureOf(local: ir.Local | undefined, scope: Scope): Pattern {
  return local === undefined || !isUsed(local, scope) ? rust.wildcard : bindingOf(local, scope);
}

/** Types whose values exist only while porting: a variable of one has no Rust. */
export function isComptimeOnly(type: Type): boolean {
  switch (type.kind) {
    case 'type':
    case 'comptime_int':
    case 'comptime_float':
    case 'enum_literal':
    case 'undefined':
    case 'null':
    case 'fn':
      return true;
    case 'pointer':
      return type.child.kind === 'fn' && isGeneric(type.child);
    default:
      return false;
  }
}

/** Only a call says which instance of such a function is meant. */
function isGeneric(type: FnType): boolean {
  return type.returnType === undefined || type.params.some((param) => param.type === undefined || param.isComptime);
}

/** Types with one value, whose variables need not exist. */
export function isVoid(type: Type): boolean {
  return type.kind === 'void' || type.kind === 'noreturn';
}
