/** What decides a branch or a loop: a `bool`, an optional or an error union with its captures. */
import * as rust from '../emit/build.js';
import type { Expr, Pattern, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { payloadOf } from './adapt.js';
import { isPlace, rootLocal } from './analysis/walk.js';
import { type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { bindingOf, isUsed, noteMutation } from './local.js';
import type { Lowered } from './lowered.js';
import { pointersOf } from './optional.js';
import { lowerMatched, lowerPlaceOrValue, receiver, staticReceiver } from './place.js';
import type { TypeRepr } from './representation/contract.js';
import { outermostPointer, payloadRepr } from './representation/type-repr.js';
import { isNonNullPayload } from './type.js';

export interface LoweredCondition {
  readonly pre: readonly Statement[];
  /** A `bool`, or `let pattern = value`. */
  readonly test: Expr;
  /** Statements at the head of the branch that is taken. */
  readonly bind: readonly Statement[];
  /** Of an error union: what is matched, and the pattern of success. */
  readonly scrutinee: Expr | undefined;
  readonly success: Pattern | undefined;
  /** It always holds: an error union without errors. */
  readonly isAlways: boolean;
}

/** `isLent`: what an optional `&mut` is tested for may be used again, so that the capture borrows from it. */
export function lowerCondition(condition: ir.Condition, scope: Scope, isLent = false): LoweredCondition {
  if (condition.kind === 'bool') {
    const { pre, expr } = lowerExpr(condition.value, scope);
    return { pre, test: expr, bind: [], scrutinee: undefined, success: undefined, isAlways: false };
  }
  const variant = condition.kind === 'optional' ? 'Some' : 'Ok';
  const type = scope.crate.representation.type(condition.operand.type);
  const isAlways = type.kind === 'errorUnion' && scope.crate.errorSets.isEmpty(type.errorSet);
  if (type.kind === 'pointer') return pointerCondition(condition, scope);
  const subject = isLent ? lent(condition, scope) : lowerSubject(condition, scope);
  const { capture } = condition;
  const isBound = capture !== undefined && isUsed(capture, scope);
  const pattern = isBound ? bindingOf(capture, scope) : rust.wildcard;
  if (isAlways) {
    const bind = isBound
      ? [rust.let_(pattern, subject.expr)]
      : [rust.exprStmt(rust.assign(rust.underscore, subject.expr))];
    return { pre: subject.pre, test: rust.bool(true), bind, scrutinee: undefined, success: undefined, isAlways };
  }
  const success = rust.tupleStructPattern(variant, pattern);
  const bind = isBound && condition.byPointer ? pointerBinding(capture, scope) : [];
  const test = isBound
    ? rust.letCondition(success, subject.expr)
    : rust.method(staticReceiver(subject.expr), variant === 'Some' ? 'is_some' : 'is_ok');
  return { pre: subject.pre, test, bind, scrutinee: subject.expr, success, isAlways };
}

/** `if (p) |x|` of a C pointer, which is a raw pointer and no `Option`. */
function pointerCondition(condition: Exclude<ir.Condition, { kind: 'bool' }>, scope: Scope): LoweredCondition {
  const { operand, byPointer, capture } = condition;
  if (byPointer) return unported('a capture of a C pointer by pointer', operand.node);
  const { pre, expr } = lowerPlaceOrValue(operand, 'read', scope);
  const none = { bind: [], scrutinee: undefined, success: undefined, isAlways: false };
  const isThere = (pointer: Expr): Expr => rust.not(rust.method(pointer, 'is_null'));
  if (capture === undefined || !isUsed(capture, scope)) return { pre, test: isThere(expr), ...none };
  const filter = rust.mapping('pointer', isThere(rust.path('pointer')));
  const pointers = rust.method(rust.call(rust.path('Some'), [expr]), 'filter', [filter]);
  const success = rust.tupleStructPattern('Some', bindingOf(capture, scope));
  return { ...none, pre, test: rust.letCondition(success, pointers), scrutinee: pointers, success };
}

/** An optional reference of a variable that stays usable: `Some(p)` would move it out. */
function lent(condition: Exclude<ir.Condition, { kind: 'bool' }>, scope: Scope): Lowered {
  const { operand, capture } = condition;
  const value = lowerPlaceOrValue(operand, 'read', scope);
  if (capture === undefined || !isUsed(capture, scope)) return value;
  const isMutable = outermostPointer(scope.crate.representation.local(capture))?.mode === 'refMut';
  if (isMutable && operand.kind === 'load') noteMutation(rootLocal(operand.place), scope);
  return { pre: value.pre, expr: rust.method(value.expr, isMutable ? 'as_deref_mut' : 'as_deref') };
}

/** What is matched: the value, or a borrow of the place for a capture by pointer. */
function lowerSubject(condition: Exclude<ir.Condition, { kind: 'bool' }>, scope: Scope): Lowered {
  const { operand, byPointer, capture } = condition;
  if (!byPointer) {
    const value = lowerMatched(operand, scope);
    const isUsedCapture = capture !== undefined && isUsed(capture, scope);
    return isUsedCapture && holdsNonNull(operand, scope)
      ? { pre: value.pre, expr: pointersOf(value.expr, scope) }
      : value;
  }
  const isMutable = isMutableCapture(capture, scope);
  if (isPlace(operand) && isMutable) noteMutation(rootLocal(operand), scope);
  const place = lowerPlaceOrValue(operand, isMutable ? 'borrowMut' : 'borrow', scope);
  return { pre: place.pre, expr: rust.method(receiver(place.expr, isMutable), isMutable ? 'as_mut' : 'as_ref') };
}

function holdsNonNull(operand: ir.Expr | ir.Place, scope: Scope): boolean {
  if (operand.type.kind !== 'optional') return false;
  const payload: TypeRepr = isPlace(operand)
    ? payloadRepr(scope.crate.representation.place(operand))
    : payloadOf(operand, scope);
  return isNonNullPayload(operand.type.child, payload);
}

/** Whether a capture by pointer may be written through. */
export function isMutableCapture(capture: ir.Local | undefined, scope: Scope): boolean {
  if (capture?.type.kind !== 'pointer') return false;
  const repr = scope.crate.representation.local(capture);
  return repr.kind === 'pointer' && (repr.mode === 'refMut' || (repr.mode === 'raw' && !capture.type.isConst));
}

/** A pattern binds a reference; a capture that is held raw becomes a pointer again. */
export function pointerBinding(capture: ir.Local, scope: Scope): readonly Statement[] {
  const repr = scope.crate.representation.local(capture);
  if (repr.kind !== 'pointer' || repr.mode !== 'raw') return [];
  const place = rust.deref(rust.path(scope.body.names.of(capture)));
  const pointer = isMutableCapture(capture, scope) ? rust.rawRefMut(place) : rust.rawRefConst(place);
  return [rust.let_(bindingOf(capture, scope), pointer)];
}
