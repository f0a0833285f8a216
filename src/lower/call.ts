/** Calls: by a rule, of a ported function, through a pointer. */
import * as rust from '../emit/build.js';
import type { Expr, Type as RustType } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { FnInstance } from '../parse/ir/program.js';
import type { Type } from '../parse/ir/types.js';
import { boundaryType, fromBoundary, isForeign, toBoundary } from './boundary.js';
import { type Scope, type Site, unported } from './context.js';
import { isUnsafeFunctionType } from './function-type.js';
import { mentions } from './generics/mentions.js';
import { isKeptFunction } from './generics/parameters.js';
import { withoutDeref } from './index-place.js';
import { type Lowered, pure } from './lowered.js';
import { fnPath } from './names/paths.js';
import { lowerOperands, type Operand } from './operands.js';
import { isKeptOwner, lowerPlace } from './place.js';
import { receiverMode } from './receiver.js';
import type { Representation } from './representation/contract.js';
import { applyCallRule } from './rule-call.js';
import { rustType } from './type.js';
import { unsafe } from './unsafe-mark.js';

export function lowerCall(expr: ir.CallExpr, scope: Scope): Lowered {
  if (expr.callee.kind === 'pointer') return lowerPointerCall(expr, expr.callee.pointer, scope);
  const { instance } = expr.callee;
  const mapped = applyCallRule(expr, instance, scope);
  if (mapped !== undefined) return mapped;
  if (!instance.isExtern && instance.node.kind === 'fnDecl' && instance.node.proto.varargs)
    return unported('a call of a C-variadic function', expr.node);
  if (instance.isExtern) return lowerForeignCall(expr, instance, scope);
  if (instance.failure === undefined && scope.crate.representation.body(instance) === undefined) {
    return unported(`${instance.decl.qualifiedName} has no rule and no ported body`, expr.node);
  }
  return isForeign(instance) ? lowerForeignCall(expr, instance, scope) : lowerInstanceCall(expr, instance, scope);
}

/** The arguments that exist in the Rust. */
export function runtimeArguments(expr: ir.CallExpr, instance: FnInstance, scope: Scope): readonly Operand[] {
  const { representation } = scope.crate;
  return expr.args.flatMap((arg, index): Operand[] => {
    const param = instance.params[index];
    if (param === undefined || isKeptFunction(instance, index, scope.crate)) return [{ expr: arg }];
    if (!isRustParam(param, representation)) return [];
    return [{ expr: arg, slot: representation.param(instance, index) }];
  });
}

/** Whether a parameter has a value at run time. */
export function isRuntimeParam(param: FnInstance['params'][number]): boolean {
  return !param.isComptime && param.value === undefined && param.type.kind !== 'type';
}

/** Whether the Rust function has the parameter. */
export function isRustParam(param: FnInstance['params'][number], representation: Representation): boolean {
  if (!isRuntimeParam(param) || representation.isErased(param.type)) return false;
  return param.local === undefined || !representation.erasedParams.has(param.local);
}

function lowerInstanceCall(expr: ir.CallExpr, instance: FnInstance, scope: Scope): Lowered {
  const operands = runtimeArguments(expr, instance, scope);
  const lowered = lowerOperands(operands, scope);
  const { pre } = lowered;
  const given = holdsNoPointer(instance.returnType) ? lentForTheCall(operands, lowered.exprs, scope) : lowered.exprs;
  const exprs = byReference(operands, given, instance, scope);
  const mode = receiverMode(instance, scope.crate);
  const [self, ...rest] = exprs;
  const { name } = scope.crate.names.fn(instance);
  const call =
    mode === undefined || self === undefined
      ? rust.call(rust.exprOfPath(fnPath(instance, scope, expr.args)), exprs, parameterTypes(instance, scope))
      : methodCall(self, mode, name, rest);
  if (mode !== undefined) fnPath(instance, scope);
  return { pre, expr: isUnsafeCallee(instance, scope) ? unsafe('unsafeCall', call, scope, expr.node) : call };
}

/** A `&mut` out of an optional that stays, for a call that keeps nothing of it: borrowed again, where `unwrap` would take it out. */
function lentForTheCall(operands: readonly Operand[], exprs: readonly Expr[], scope: Scope): readonly Expr[] {
  return exprs.map((value, index) => {
    const { expr, slot } = operands[index] ?? {};
    const load = expr?.kind === 'coerce' ? expr.operand : expr;
    const isUnwrapped = value.kind === 'methodCall' && value.method === 'unwrap';
    if (!isUnwrapped || load?.kind !== 'load' || !isKeptOwner(load.place) || slot?.kind !== 'pointer') return value;
    const held = scope.crate.representation.expr(load);
    const isLent = held.kind === 'pointer' && held.mode === 'refMut' && slot.lifetime === undefined;
    if (!isLent || load.place.kind !== 'optionalPayload') return value;
    const { pre, expr: optional } = lowerPlace(load.place.base, 'borrowMut', scope);
    return pre.length > 0 ? value : rust.method(rust.method(optional, 'as_deref_mut'), 'unwrap');
  });
}

/** A type whose values lead nowhere: what a call gives of it borrows nothing. */
function holdsNoPointer(type: Type): boolean {
  switch (type.kind) {
    case 'void':
    case 'noreturn':
    case 'int':
    case 'float':
    case 'bool':
    case 'enum':
    case 'errorSet':
    case 'inferredErrorSet':
    case 'anyerror':
      return true;
    case 'optional':
    case 'array':
      return holdsNoPointer(type.child);
    case 'errorUnion':
      return holdsNoPointer(type.payload);
    default:
      return false;
  }
}

/** Values for parameters by reference; a read of a place is one already. */
function byReference(
  operands: readonly Operand[],
  exprs: readonly Expr[],
  instance: FnInstance,
  scope: Scope,
): readonly Expr[] {
  const { representation } = scope.crate;
  const params = instance.params.filter((param) => isRustParam(param, representation));
  return exprs.map((value, index) => {
    const local = params[index]?.local;
    const isBorrowed = local !== undefined && representation.binding(local) !== 'value';
    return isBorrowed && operands[index]?.expr.kind !== 'load' ? rust.refTo(value) : value;
  });
}

export function isUnsafeCallee(instance: FnInstance, scope: Site): boolean {
  return scope.crate.unsafeParameters(instance).size > 0;
}

/** Methods of traits in Rust's prelude that a type of the program may have, and that are found first on a reference to it. */
const TRAIT_METHODS: ReadonlySet<string> = new Set([
  ...['clone', 'clone_from', 'to_owned', 'to_string', 'eq', 'ne'],
  ...['as_ref', 'as_mut', 'into', 'try_into'],
]);

function methodCall(self: Expr, mode: 'value' | 'ref' | 'refMut', name: string, rest: readonly Expr[]): Expr {
  const isTraits = mode === 'value' && TRAIT_METHODS.has(name);
  return rust.method(isTraits ? self : receiverExpr(self, mode, name), name, rest);
}

/** Rust takes the receiver's address by itself, and finds it behind references. */
function receiverExpr(self: Expr, mode: 'value' | 'ref' | 'refMut', name: string): Expr {
  if (mode === 'value' || self.kind !== 'ref') return withoutDeref(self);
  let place = withoutDeref(self.operand);
  while (place.kind === 'deref' && !TRAIT_METHODS.has(name)) place = place.operand;
  return place;
}

/** What the parameters say of the arguments' types: nothing where a type parameter is to be found by the argument. */
function parameterTypes(instance: FnInstance, scope: Scope): readonly (RustType | undefined)[] {
  const { generics, representation } = scope.crate;
  const use = generics.fn(instance);
  const isOpen = (index: number): boolean => {
    const declared = generics.emittedFn(instance).params[index]?.type;
    if (use === undefined || use.generic.template.kind !== 'fn' || declared === undefined) return false;
    return use.generic.params.some((param) => mentions(declared, param.index));
  };
  return instance.params.flatMap((param, index) =>
    isKeptFunction(instance, index, scope.crate)
      ? [undefined]
      : isRustParam(param, representation)
        ? [isOpen(index) ? undefined : rustType(param.type, representation.param(instance, index), scope)]
        : [],
  );
}

/** A call of a function with C's signature: one that C defines is unsafe, one of the program only where a parameter makes it so. */
function lowerForeignCall(expr: ir.CallExpr, instance: FnInstance, scope: Scope): Lowered {
  const { pre, exprs } = lowerOperands(runtimeArguments(expr, instance, scope), scope);
  const args = exprs.map((value, index) =>
    toBoundary(value, instance.params[index]?.type ?? expr.args[index]?.type ?? instance.returnType),
  );
  const types = instance.params.filter(isRuntimeParam).map((param) => boundaryType(param.type, scope));
  const call = rust.call(rust.exprOfPath(fnPath(instance, scope)), args, types);
  const cause = instance.isExtern ? 'externCall' : isUnsafeCallee(instance, scope) ? 'unsafeCall' : undefined;
  const made = cause === undefined ? call : unsafe(cause, call, scope, expr.node);
  return { pre, expr: fromBoundary(made, instance.returnType, scope) };
}

function lowerPointerCall(expr: ir.CallExpr, pointer: ir.Expr, scope: Scope): Lowered {
  const type = pointer.type.kind === 'pointer' ? pointer.type.child : pointer.type;
  if (type.kind !== 'fn') return unported('a call of something that is no function', expr.node);
  const { representation } = scope.crate;
  const operands: readonly Operand[] = [
    { expr: pointer },
    ...expr.args.flatMap((arg) =>
      representation.isErased(arg.type) ? [] : [{ expr: arg, slot: representation.expr(arg) }],
    ),
  ];
  const { pre, exprs } = lowerOperands(operands, scope);
  const [callee, ...args] = exprs;
  if (callee === undefined) throw new Error('a call has a callee');
  if (type.callconv === 'c') {
    const given = args.map((arg, index) =>
      toBoundary(arg, type.params[index]?.type ?? expr.args[index]?.type ?? expr.type),
    );
    const call = unsafe('unsafeCall', rust.call(callee, given), scope, expr.node);
    return { pre, expr: fromBoundary(call, expr.type, scope) };
  }
  const call = rust.call(callee, args);
  return { pre, expr: isUnsafeFunctionType(type) ? unsafe('unsafeCall', call, scope, expr.node) : call };
}

export function lowerFunctionRef(expr: ir.FunctionRef, scope: Scope): Lowered {
  return pure(rust.exprOfPath(fnPath(expr.instance, scope)));
}
