/** Reads of places. */
import * as rust from '../emit/build.js';
import type * as ir from '../parse/ir/ir.js';
import { isErrorSet, type Type } from '../parse/ir/types.js';
import { effectsOf } from './analysis/effects.js';
import { isComptimeNumber } from './analysis/number-types.js';
import { buildQuestion } from './build-question.js';
import { lowerComptimeNumber } from './comptime-number.js';
import { constant, errorConstant } from './constant.js';
import type { Scope } from './context.js';
import { isComptimeOnly, isVoid } from './local.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { isKeptOwner, lowerPlace, receiver } from './place.js';
import { mappedGlobal } from './rules/mapped.js';
import { capturedError } from './switch-error.js';
import { isUnaligned, isUnalignedPart, readUnaligned } from './unaligned.js';

export function lowerLoad(expr: ir.Load, scope: Scope): Lowered {
  if (isVoid(expr.type)) return pure(rust.unit);
  const question = buildQuestion(expr);
  if (question !== undefined) return pure(question);
  if (scope.crate.representation.isErased(expr.type) && !effectsOf(expr).writes) return pure(rust.unit);
  if (expr.value !== undefined && isComptimeNumber(expr.type)) return pure(lowerComptimeNumber(expr, undefined, scope));
  if (expr.value !== undefined && !hasStorage(expr.place, scope) && !effectsOf(expr).writes) {
    return pure(constant(expr.value, expr.type, scope, expr.node, scope.crate.representation.expr(expr)));
  }
  const captured = capturedError(expr, scope);
  if (captured?.kind === 'known' && isErrorSet(expr.type)) return pure(errorConstant(captured.name, expr.type, scope));
  // A constant that a rule maps is a fresh value each time.
  const mapped = expr.place.kind === 'global' ? mappedGlobal(expr.place.decl, scope) : undefined;
  if (mapped !== undefined) return pure(mapped);
  if (scope.crate.representation.leaks(expr) && expr.place.kind === 'fieldPlace')
    return mapLowered(lowerPlace(expr.place.base, 'read', scope), (list) => rust.method(list, 'leak'));
  const use = scope.crate.representation.use(expr);
  switch (use) {
    case 'borrow':
      return mapLowered(lowerPlace(expr.place, 'borrow', scope), rust.refTo);
    case 'lend':
      return mapLowered(lowerPlace(expr.place, 'borrow', scope), (place) =>
        rust.method(receiver(place, false), 'as_ref'),
      );
    case 'borrowMut':
      return mapLowered(lowerPlace(expr.place, 'borrowMut', scope), rust.refMut);
    case 'lendOwner':
    case 'lendOwnerMut':
      return lowerPlace(
        expr.place,
        isKeptOwner(expr.place) ? (use === 'lendOwner' ? 'borrow' : 'borrowMut') : 'read',
        scope,
      );
    case 'take': {
      const take = rust.path(...scope.module.imports.use('core', 'mem'), 'take');
      return mapLowered(lowerPlace(expr.place, 'borrowMut', scope), (place) => rust.call(take, [rust.refMut(place)]));
    }
    case 'copy':
    case 'move':
      if (isUnalignedPart(expr.place))
        return mapLowered(lowerPlace(expr.place, 'read', scope), (part) => rust.blockExpr(rust.block([], part)));
      return isUnaligned(expr.place)
        ? mapLowered(lowerPlace(expr.place, 'borrow', scope), readUnaligned)
        : lowerPlace(expr.place, 'read', scope);
  }
}

/** Whether the Rust has something by this name to read: a value that is known may be all there is. */
export function hasStorage(place: ir.Place, scope: Scope): boolean {
  switch (place.kind) {
    case 'local':
      return !isComptimeOnly(place.local.type) && place.local.role !== 'temporary' && !isComptimeVariable(place.local);
    case 'global':
      return place.decl.isReferenced && place.decl.type !== undefined && !isComptimeOnly(place.decl.type);
    case 'fieldPlace':
      return isReadable(place.base.type) && hasStorage(place.base, scope);
    case 'index':
      return place.base.kind === 'array'
        ? hasStorage(place.base.place, scope)
        : isStoredReference(place.base.pointer, scope);
    case 'deref':
      return isStoredReference(place.pointer, scope);
    case 'optionalPayload':
    case 'errorPayload':
      // Of a variable, clippy sees that what is unwrapped is there.
      return place.base.kind !== 'local' && hasStorage(place.base, scope);
    default:
      return false;
  }
}

/** Whether a field of such a thing is read from it: the length of an array is part of its type. */
function isReadable(type: Type): boolean {
  return type.kind === 'pointer' ? type.size === 'slice' : type.kind !== 'array';
}

/** Whether the place lies behind a named reference to memory that lasts as long as the program. */
export function isBehindStatic(place: ir.Place, scope: Scope): boolean {
  const isStatic = (pointer: ir.Expr): boolean => {
    const repr = scope.crate.representation.expr(pointer);
    return isStoredReference(pointer, scope) && repr.kind === 'pointer' && repr.mode === 'static';
  };
  switch (place.kind) {
    case 'fieldPlace':
      return isBehindStatic(place.base, scope);
    case 'index':
      return place.base.kind === 'array' ? isBehindStatic(place.base.place, scope) : isStatic(place.base.pointer);
    case 'deref':
      return isStatic(place.pointer);
    default:
      return false;
  }
}

/** A pointer that is read from somewhere, and needs no `unsafe` to be followed. */
function isStoredReference(pointer: ir.Expr, scope: Scope): boolean {
  if (pointer.kind !== 'load' || !hasStorage(pointer.place, scope)) return false;
  const repr = scope.crate.representation.expr(pointer);
  return repr.kind === 'pointer' && repr.mode !== 'raw';
}

/** A `comptime var`, or a comptime parameter: its reads fold. */
function isComptimeVariable(local: ir.Local): boolean {
  const { node } = local;
  if (node === undefined) return false;
  return 'isComptime' in node && node.isComptime;
}
