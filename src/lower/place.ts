/**
 * Places as Rust place expressions: one function per kind, in a total table. `access` says what the place is for, since some places (the
 * payload of an optional, a field of a union or of a packed struct) are written in another way when they are read than when they change.
 */
import * as rust from '../emit/build.js';
import type { Expr, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type } from '../parse/ir/types.js';
import { alignedPlace } from './aligned.js';
import { isSync } from './analysis/global-storage.js';
import { isPlace } from './analysis/walk.js';
import { checkedPayload } from './checked-payload.js';
import { type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { lowerFieldPlace } from './field-place.js';
import { lowerIndex } from './index-place.js';
import { localPath, noteMutation } from './local.js';
import { after, type Lowered, mapLowered, pure } from './lowered.js';
import { globalPath } from './names/paths.js';
import { sequence } from './operands.js';
import { isBitPointer } from './packed.js';
import { readBitPointer } from './packed-place.js';
import type { TypeRepr } from './representation/contract.js';
import { storageLocal } from './representation/storage-local.js';
import { payloadRepr } from './representation/type-repr.js';
import { mappedGlobal } from './rules/mapped.js';
import { isThreadLocal, threadLocalPlace } from './thread-local.js';
import { isNonNullPayload } from './type.js';
import { isRawPlace, unsafe } from './unsafe-mark.js';
import { readWhole, wholeStorage } from './whole-variable.js';

export type Access = 'read' | 'write' | 'borrow' | 'borrowMut';

type PlaceOf<K extends ir.PlaceKind> = Extract<ir.Place, { readonly kind: K }>;

const lowerings: { readonly [K in ir.PlaceKind]: (place: PlaceOf<K>, access: Access, scope: Scope) => Lowered } = {
  local: (place, access, scope) => pure(lowerLocal(place.local, access, scope)),
  global: lowerGlobal,
  deref: lowerDeref,
  fieldPlace: lowerFieldPlace,
  index: lowerIndex,
  optionalPayload: lowerOptionalPayload,
  errorPayload: lowerErrorPayload,
  temporary: lowerTemporary,
  todoPlace: (place) => unported(place.reason, place.node),
};

/** Lowers a place; of a `read` the result may also be a value. */
export function lowerPlace(place: ir.Place, access: Access, scope: Scope): Lowered {
  if (access === 'write' || access === 'borrowMut')
    noteMutation(storageLocal(place, scope.crate.representation), scope);
  const lower = lowerings[place.kind] as (place: ir.Place, access: Access, scope: Scope) => Lowered;
  return lower(place, access, scope);
}

/** Lowers what is matched by a condition or a switch: a place, or a value. */
export function lowerPlaceOrValue(subject: ir.Expr | ir.Place, access: Access, scope: Scope): Lowered {
  return isPlace(subject) ? lowerPlace(subject, access, scope) : lowerExpr(subject, scope);
}

/** What a match or a condition looks at: a variable that is a reference where Zig has a value is gone through, as the patterns expect. */
export function lowerMatched(subject: ir.Expr | ir.Place, scope: Scope): Lowered {
  const lowered = lowerPlaceOrValue(subject, 'read', scope);
  const place = isPlace(subject) ? subject : subject.kind === 'load' ? subject.place : undefined;
  if (place?.kind !== 'local' || lowered.expr.kind !== 'path') return lowered;
  const { representation } = scope.crate;
  const isReference = representation.binding(place.local) !== 'value';
  const isOptionalReference = place.type.kind === 'optional' && representation.isLent(place.local);
  return isReference && !isOptionalReference ? mapLowered(lowered, rust.deref) : lowered;
}

function lowerLocal(local: ir.Local, access: Access, scope: Scope): Expr {
  const path = localPath(local, scope, access === 'write');
  const { representation } = scope.crate;
  if (access !== 'borrow' || !representation.promoted.has(local)) return path;
  // A `const` has an address where it is borrowed as a whole: Rust promotes that to a `static`.
  return isSync(local.type, representation.local(local), representation) ? path : rust.deref(rust.refTo(path));
}

/** A variable that is only read and stored as a whole is no place in Rust: `storeWhole` writes it. */
function lowerGlobal(place: ir.GlobalPlace, _access: Access, scope: Scope): Lowered {
  const { decl } = place;
  const mapped = mappedGlobal(decl, scope);
  if (mapped !== undefined) return pure(mapped);
  const whole = wholeStorage(decl, scope);
  if (whole !== undefined) return pure(readWhole(decl, whole, scope));
  const variable = rust.exprOfPath(globalPath(decl, scope));
  const isMutable = scope.crate.globalStorage(decl) === 'staticMut';
  if (isMutable && isThreadLocal(decl))
    return pure(unsafe('globalVar', threadLocalPlace(variable, decl, scope), scope, place.node));
  const path = alignedPlace(variable, decl);
  return pure(isMutable ? unsafe(scope.crate.globalCause, path, scope, place.node) : path);
}

function lowerDeref(place: ir.DerefPlace, access: Access, scope: Scope): Lowered {
  const { pointer } = place;
  if (pointer.kind === 'addressOf') return lowerPlace(pointer.place, access, scope);
  if (isBitPointer(pointer.type)) return readBits(place, access, scope);
  const payload = access === 'read' ? checkedPayload(place, scope.crate.representation) : undefined;
  if (payload !== undefined) return lowerExpr(payload, scope);
  const repr = scope.crate.representation.expr(pointer);
  const lowered = payloadInPlace(pointer, repr, access, scope) ?? lowerExpr(pointer, scope);
  if (place.type.kind === 'fn') return lowered;
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  return mapLowered(lowered, (target) => derefOf(target, isRaw, scope, place));
}

/** The owner in an optional that stays where it is: to unwrap it would take it out. What an optional of no place holds is taken. */
export function isKeptOwner(place: ir.Place): boolean {
  return place.kind === 'optionalPayload' && place.base.kind !== 'temporary';
}

/**
 * The owner or `&mut` in an optional, looked at where it is: `unwrap` would take it out. Of a `&mut` whose target is borrowed, what is taken
 * may live as long as the target.
 */
function payloadInPlace(pointer: ir.Expr, repr: TypeRepr, access: Access, scope: Scope): Lowered | undefined {
  if (repr.kind !== 'pointer' || pointer.kind !== 'load' || !isKeptOwner(pointer.place)) return undefined;
  const isBorrow = access === 'borrow' || access === 'borrowMut';
  if (repr.mode !== 'owned' && (repr.mode !== 'refMut' || isBorrow)) return undefined;
  return lowerPlace(pointer.place, access === 'read' || access === 'borrow' ? 'borrow' : 'borrowMut', scope);
}

/** Bits can be looked at, as a copy; they are written by `assign.ts`. */
function readBits(place: ir.DerefPlace, access: Access, scope: Scope): Lowered {
  if (access === 'read' || access === 'borrow') return readBitPointer(place, scope);
  return unported('a place behind a pointer to bits', place.node);
}

function derefOf(pointer: Expr, isRaw: boolean, scope: Scope, place: ir.DerefPlace): Expr {
  // `*&x` is `x`, also where the borrow comes from a constant.
  if (pointer.kind === 'ref' || pointer.kind === 'rawRef') return pointer.operand;
  if (!isRaw || isReferenceLiteral(pointer)) return rust.deref(pointer);
  return unsafe('rawDeref', rust.deref(pointer), scope, place.node);
}

/** A string constant is a reference, however its type is held. */
function isReferenceLiteral(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.literal.kind === 'byteStr';
}

/** What a method that takes `&self` or `&mut self` is called on: raw places are borrowed by hand, as Rust wants it. */
export function receiver(place: Expr, isMutable: boolean): Expr {
  if (!isRawPlace(place)) return place;
  // All elements of a list: indexing it borrows it, too.
  if (place.kind === 'index' && place.index.kind === 'range')
    return { ...place, operand: isMutable ? rust.refMut(place.operand) : rust.refTo(place.operand) };
  const target = staticReceiver(place, isMutable);
  return isMutable ? rust.refMut(target) : rust.refTo(target);
}

/** Rust wants no reference to a `static mut` made from its name: it is reached through its address. */
export function staticReceiver(place: Expr, isMutable = false): Expr {
  switch (place.kind) {
    case 'unsafe': {
      const { tail } = place.block;
      if (tail?.kind !== 'path') return place;
      const address = isMutable ? rust.rawRefMut(tail) : rust.rawRefConst(tail);
      return { ...place, block: { ...place.block, tail: rust.deref(address) } };
    }
    case 'field':
    case 'tupleField':
    case 'index':
      return { ...place, operand: staticReceiver(place.operand, isMutable) };
    default:
      return place;
  }
}

function lowerOptionalPayload(place: ir.OptionalPayloadPlace, access: Access, scope: Scope): Lowered {
  const isRead = access === 'read';
  const base = lowerPlace(place.base, access, scope);
  const child = payloadRepr(scope.crate.representation.place(place.base));
  const isNonNull = isNonNullPayload(place.type, child);
  if (isRead) {
    return mapLowered(base, (optional) => {
      const payload = rust.method(optional, 'unwrap');
      return isNonNull ? rust.method(payload, 'as_ptr') : payload;
    });
  }
  if (isNonNull) return unported('a pointer to the pointer in an optional', place.node);
  const isMutable = access !== 'borrow';
  return mapLowered(base, (optional) =>
    rust.deref(rust.method(rust.method(receiver(optional, isMutable), isMutable ? 'as_mut' : 'as_ref'), 'unwrap')),
  );
}

function lowerErrorPayload(place: ir.ErrorPayloadPlace, access: Access, scope: Scope): Lowered {
  const base = lowerPlace(place.base, access, scope);
  if (place.base.type.kind === 'errorUnion' && scope.crate.errorSets.isEmpty(place.base.type.errorSet)) return base;
  if (access === 'read') return mapLowered(base, (union) => rust.method(union, 'unwrap'));
  const isMutable = access !== 'borrow';
  return mapLowered(base, (union) =>
    rust.deref(rust.method(rust.method(receiver(union, isMutable), isMutable ? 'as_mut' : 'as_ref'), 'unwrap')),
  );
}

/** A value that becomes a place: a variable in front of the statement. */
function lowerTemporary(place: ir.TemporaryPlace, access: Access, scope: Scope): Lowered {
  const init = lowerExpr(place.init, scope);
  // A look at a value needs no variable; whoever keeps its address (`hoistTemporary`) asked for one.
  if (access === 'read' || access === 'borrow') return init;
  const name = scope.body.names.temporary(temporaryHint(place.type));
  return after([...init.pre, rust.letMut(name, init.expr)], pure(rust.path(name)));
}

/** The place with the value at its root in a variable, whose address outlives the expression. */
export function hoistTemporary(
  place: ir.Place,
  isMutable: boolean,
  scope: Scope,
): { readonly pre: readonly Statement[]; readonly place: ir.Place } {
  switch (place.kind) {
    case 'temporary': {
      const init = lowerExpr(place.init, scope);
      const name = scope.body.names.temporary(temporaryHint(place.type));
      const local: ir.Local = { id: -1, name, type: place.type, isMutable, role: 'const', node: undefined, align: 0 };
      scope.body.names.fix(local, name);
      const declare = isMutable ? rust.letMut(name, init.expr) : rust.let_(name, init.expr);
      return { pre: [...init.pre, declare], place: { kind: 'local', local, type: place.type, node: place.node } };
    }
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload': {
      const base = hoistTemporary(place.base, isMutable, scope);
      return { pre: base.pre, place: { ...place, base: base.place } };
    }
    case 'index': {
      if (place.base.kind !== 'array') return { pre: [], place };
      const base = hoistTemporary(place.base.place, isMutable, scope);
      return { pre: base.pre, place: { ...place, base: { kind: 'array', place: base.place } } };
    }
    default:
      return { pre: [], place };
  }
}

function temporaryHint(type: Type): string {
  return type.kind === 'array' || type.kind === 'tuple' ? 'items' : 'value';
}

/** Joins a base place and an index that is evaluated after it. */
export function joinIndex(
  base: Lowered,
  index: Lowered,
  indexExpr: ir.Expr,
  baseExpr: ir.Expr | undefined,
  scope: Scope,
  join: (base: Expr, index: Expr) => Expr,
): Lowered {
  if (scope.crate.representation.evaluation(indexExpr) === 'first') {
    const name = scope.body.names.temporary('index');
    return { pre: [...base.pre, ...index.pre, rust.let_(name, index.expr)], expr: join(base.expr, rust.path(name)) };
  }
  if (index.pre.length === 0 || baseExpr === undefined) {
    return { pre: [...base.pre, ...index.pre], expr: join(base.expr, index.expr) };
  }
  const { pre, exprs } = sequence([baseExpr, indexExpr], [base, index], scope);
  return { pre, expr: join(exprs[0] ?? base.expr, exprs[1] ?? index.expr) };
}
