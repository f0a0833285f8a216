/** `const x = a orelse return;` and `const x = a catch return;` as `let … else`. */
import * as rust from '../emit/build.js';
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { payloadOf } from './adapt.js';
import { statementBlock } from './arm.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import { bindingOf } from './local.js';
import { mapLowered } from './lowered.js';
import { pointersOf } from './optional.js';
import { isNonNullPayload } from './type.js';

export function lowerLetElse(
  statement: Extract<ir.Statement, { kind: 'let' }>,
  scope: Scope,
): readonly Statement[] | undefined {
  const { local, init } = statement;
  const parts = partsOf(init);
  if (parts === undefined || parts.fallback.type.kind !== 'noreturn' || parts.fallback.kind === 'unreachable')
    return undefined;
  const { operand, fallback, variant } = parts;
  if (operand.type.kind === 'errorUnion' && scope.crate.errorSets.isEmpty(operand.type.errorSet)) return undefined;
  if (operand.type.kind === 'pointer') return undefined;
  const isNonNull = operand.type.kind === 'optional' && isNonNullPayload(operand.type.child, payloadOf(operand, scope));
  const lowered = lowerExpr(operand, scope);
  const value = isNonNull ? mapLowered(lowered, (pointer) => pointersOf(pointer, scope)) : lowered;
  const otherwise = statementBlock(lowerExpr(fallback, scope));
  const pattern = rust.tupleStructPattern(variant, bindingOf(local, scope));
  return [...value.pre, rust.letElse(pattern, value.expr, otherwise)];
}

function partsOf(init: ir.Expr) {
  if (init.kind === 'orelse') return { operand: init.operand, fallback: init.fallback, variant: 'Some' };
  if (init.kind === 'catch' && init.capture === undefined)
    return { operand: init.operand, fallback: init.handler, variant: 'Ok' };
  return undefined;
}
