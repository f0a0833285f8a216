/** Calls that a porting rule maps: what the rule may ask of lowering, and its result as a lowered expression. */
import * as rust from '../emit/build.js';
import type { Expr } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { FnInstance } from '../parse/ir/program.js';
import type { Type } from '../parse/ir/types.js';
import { effectsOf } from './analysis/effects.js';
import { isComptimeNumber } from './analysis/number-types.js';
import { noteEquality } from './compare.js';
import { lowerComptimeNumber } from './comptime-number.js';
import { constant } from './constant.js';
import { runtimePath, type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import { type Lowered, mapLowered, pure } from './lowered.js';
import { intFromEnum, tagNameOf } from './builtin/enum.js';
import { sequence } from './operands.js';
import { lowerPlace } from './place.js';
import { applyRule } from './rules/apply.js';
import type { ArgumentRequest, LoweredArguments, RuleHost } from './rules/define.js';
import { asStatements } from './statement.js';
import { rawType } from './type.js';
import { undefinedValue } from './undefined.js';
import { outermostPointer, rawRepr } from './representation/type-repr.js';
import { isCopied } from './copy.js';
import { fnPath } from './names/paths.js';
import { unsafe } from './unsafe-mark.js';

/** The Rust of a call that a rule maps; undefined where none does. */
export function applyCallRule(call: ir.CallExpr, instance: FnInstance, scope: Scope): Lowered | undefined {
  const match = scope.crate.rules?.cutAtSignature(instance);
  if (match === undefined) return undefined;
  const applied = applyRule(match, call, ruleHost(scope));
  if ('refused' in applied) return unported(applied.refused, call.node);
  const reason = applied.needs.unsafe;
  return { pre: applied.statements, expr: reason === undefined ? applied.expr : rust.unsafeBlock(reason, applied.expr) };
}

export function ruleHost(scope: Scope): RuleHost {
  const { crate } = scope;
  return {
    lowerArguments: (requests) => lowerArguments(requests, scope),
    rustType: (type) => rawType(type, scope),
    constant: (value, type) => constant(value, type, scope),
    undefinedValue: (type) => undefinedValue(type, rawRepr(type), scope),
    errorType: (set) => crate.errorSets.rustType(set, scope),
    runtimePath: (module, item) => runtimePath(scope, module, item),
    sameAddress: (a, b) => rust.call(rust.path(...scope.module.imports.use('core', 'ptr'), 'eq'), [a, b]),
    requireEquality: (type) => noteEquality(type, scope),
    requirePrint: () => false,
    tagName: (value, type) => tagNameOf(value, type, scope),
    heldAs: (expr) => outermostPointer(crate.representation.expr(expr))?.mode ?? 'raw',
    isCopied: (type) => isCopied(type, crate),
    functionPath: (instance) => rust.exprOfPath(fnPath(instance, scope)),
    intFromEnum: (value, type) => intFromEnum(value, type, scope),
    display: () => undefined,
    seenType: (type) => crate.representation.type(type),
    temporary: (hint) => scope.body.names.temporary(hint),
  };
}

function lowerArguments(requests: readonly ArgumentRequest[], scope: Scope): LoweredArguments {
  const lowered = requests.map((request) => lowerArgument(request, scope));
  const joined = sequence(
    requests.map((request) => request.expr),
    lowered,
    scope,
  );
  return {
    statements: joined.pre,
    exprs: requests.map((request, index) => (request.mode === 'drop' || request.mode === 'type' ? undefined : joined.exprs[index])),
  };
}

function lowerArgument(request: ArgumentRequest, scope: Scope): Lowered {
  const { expr, mode, as } = request;
  if (mode === 'type') return pure(rust.unit);
  if (mode === 'drop') return effectsOf(expr).writes ? { pre: asStatements(lowerExpr(expr, scope)), expr: rust.unit } : pure(rust.unit);
  if (isComptimeNumber(expr.type)) return pure(lowerNumberAs(expr, as, scope));
  if (mode !== 'read' && mode !== 'write') return lowerExpr(expr, scope);
  return lowerPointee(expr, mode === 'write', scope);
}

function lowerNumberAs(expr: ir.Expr, as: Type | undefined, scope: Scope): Expr {
  if (as?.kind === 'int' || as?.kind === 'float') return lowerComptimeNumber(expr, as, scope);
  return unported('a comptime number without a type', expr.node);
}

/** The place that a pointer to one points to, or a slice as a reference for the call. */
function lowerPointee(expr: ir.Expr, isMutable: boolean, scope: Scope): Lowered {
  const { type } = expr;
  if (type.kind !== 'pointer') return lowerExpr(expr, scope);
  if (type.size === 'one') {
    const deref: ir.DerefPlace = { kind: 'deref', pointer: expr, implicit: true, type: type.child, node: expr.node };
    return lowerPlace(deref, isMutable ? 'borrowMut' : 'borrow', scope);
  }
  const lowered = lowerExpr(expr, scope);
  const repr = scope.crate.representation.expr(expr);
  const isRaw = repr.kind !== 'pointer' || repr.mode === 'raw';
  if (!isRaw || lowered.expr.kind === 'ref' || isByteString(lowered.expr)) return lowered;
  if (type.size !== 'slice') return lowered;
  return mapLowered(lowered, (value) => {
    const place = unsafe('rawDeref', rust.deref(value), scope, expr.node);
    return isMutable ? rust.refMut(place) : rust.refTo(place);
  });
}

function isByteString(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.literal.kind === 'byteStr';
}
