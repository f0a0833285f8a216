/** Lowering of expressions: one function per kind, in a total table. */
import type * as ir from '../parse/ir/ir.js';
import { adapt } from './adapt.js';
import { lowerAddressOf } from './address-of.js';
import { lowerArithmetic, lowerNegate, lowerNot } from './arithmetic.js';
import { lowerBlockExpr } from './block.js';
import { lowerBreak, lowerContinue } from './break.js';
import { lowerBuiltin } from './builtin/builtin.js';
import { lowerCall, lowerFunctionRef } from './call.js';
import { lowerCatch } from './catch.js';
import { lowerCoerce } from './coerce.js';
import { lowerCompare, lowerLogical } from './compare.js';
import { constant } from './constant.js';
import { type Scope, unported } from './context.js';
import { lowerFor } from './for.js';
import { lowerIf } from './if.js';
import { lowerLoad } from './load.js';
import { type Lowered, pure } from './lowered.js';
import { lowerIsNull, lowerOptionalUnwrap, lowerOrelse } from './optional.js';
import type { TypeRepr } from './representation/contract.js';
import { lowerReturn } from './return.js';
import { lendMappedSlice } from './rules/mapped.js';
import { lowerRepeatInit, lowerSequenceInit } from './sequence.js';
import { lowerSlice } from './slice.js';
import { lowerStructInit } from './struct.js';
import { lowerSwitch } from './switch.js';
import type { Tail } from './tail.js';
import { lowerTry } from './try.js';
import { lowerUnionInit } from './union.js';
import { lowerUnreachable } from './unreachable.js';
import { lowerUnrolled } from './unrolled.js';
import { inPlaceValue } from './untyped-init.js';
import { lowerWhile } from './while.js';

type ExprOf<K extends ir.ExprKind> = Extract<ir.Expr, { readonly kind: K }>;
type Lowering<K extends ir.ExprKind> = (expr: ExprOf<K>, scope: Scope, tail?: Tail) => Lowered;

const lowerings: { readonly [K in ir.ExprKind]: Lowering<K> } = {
  constant: lowerConstant,
  load: lowerLoad,
  addressOf: lowerAddressOf,
  arithmetic: lowerArithmetic,
  compare: lowerCompare,
  logical: lowerLogical,
  not: lowerNot,
  negate: lowerNegate,
  coerce: lowerCoerce,
  call: lowerCall,
  builtin: lowerBuiltin,
  functionRef: lowerFunctionRef,
  structInit: lowerStructInit,
  unionInit: lowerUnionInit,
  sequenceInit: lowerSequenceInit,
  repeatInit: lowerRepeatInit,
  slice: lowerSlice,
  isNull: lowerIsNull,
  optionalUnwrap: lowerOptionalUnwrap,
  orelse: lowerOrelse,
  catch: lowerCatch,
  try: lowerTry,
  block: lowerBlockExpr,
  if: lowerIf,
  while: lowerWhile,
  for: lowerFor,
  unrolled: lowerUnrolled,
  switch: lowerSwitch,
  break: lowerBreak,
  continue: lowerContinue,
  return: lowerReturn,
  unreachable: lowerUnreachable,
  asm: (expr) => unported('inline assembly', expr.node),
  todo: (expr) => unported(expr.reason, expr.node),
};

/** Lowers an expression as the representation pass says that it is held; with `tail`, as the last expression of that construct. */
export function lowerExpr(expr: ir.Expr, scope: Scope, tail?: Tail): Lowered {
  const inPlace = inPlaceValue(expr, scope);
  if (inPlace !== undefined) return inPlace;
  const lower = lowerings[expr.kind] as (expr: ir.Expr, scope: Scope, tail?: Tail) => Lowered;
  return lower(expr, scope, tail);
}

/** Lowers an expression whose value flows into a slot that is held as `slot` says. */
export function lowerInto(expr: ir.Expr, slot: TypeRepr, scope: Scope, tail?: Tail): Lowered {
  return lendMappedSlice(expr, slot, scope) ?? adapt(lowerExpr(expr, scope, tail), expr, slot, scope);
}

function lowerConstant(expr: ir.Constant, scope: Scope): Lowered {
  return pure(constant(expr.value, expr.type, scope, expr.node, scope.crate.representation.expr(expr)));
}
