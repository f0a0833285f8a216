/**
 * `switch` as `match`, exhaustive as in Zig. A union's payload is captured by the pattern. A labelled switch that is continued is a loop
 * over its state.
 */
import * as rust from '../emit/build.js';
import { localName } from '../emit/local-name.js';
import type { Block, Expr, MatchArm, Pattern, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type, UnionType } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import { adapt } from './adapt.js';
import { isPlace, rootLocal } from './analysis/walk.js';
import { armBlock } from './arm.js';
import { takeTrivia, triviaOf } from './comments.js';
import { widened } from './compare.js';
import { isMutableCapture, pointerBinding } from './condition.js';
import { constant } from './constant.js';
import { runtimePath, type Scope, unported } from './context.js';
import { lowerExpr } from './expr.js';
import type { TargetFrame } from './frames.js';
import { nativeInt } from './integer.js';
import { bindingOf, isUsed, isVoid, noteMutation } from './local.js';
import { isPlainBlock, type Lowered, mapLowered, pure } from './lowered.js';
import { lowerMatched, lowerPlaceOrValue, receiver } from './place.js';
import { narrowError, type ScopedProng, separatedErrors } from './switch-error.js';
import { fieldIndexOf, isPatternType, itemPattern, variantPattern } from './switch-pattern.js';
import { type Tail, tailFor } from './tail.js';
import { withoutLastContinue } from './tidy-loop.js';
import { requestTag } from './union.js';

export function lowerSwitch(expr: ir.Switch, scope: Scope, tail?: Tail): Lowered {
  const own = tailFor(expr, tail);
  const { label, taken } = expr;
  if (taken === undefined && label?.isContinued === true) return lowerStateMachine(expr, label, scope);
  const lower = (inner: Scope, at: Tail | undefined) =>
    taken === undefined ? lowerMatch(expr, inner, at) : lowerTaken(expr, taken, inner, at);
  return label?.isBroken === true ? lowerLabelled(expr, label, scope, lower) : lower(scope, own);
}

function lowerTaken(expr: ir.Switch, taken: number, scope: Scope, tail: Tail | undefined): Lowered {
  const prong = expr.prongs[taken] ?? expr.prongs[0];
  if (prong === undefined) return unported('a switch without prongs', expr.node);
  const body = lowerProngBody(expr, prong, scope, tail);
  if (prong.capture === undefined || !isUsed(prong.capture, scope)) return body;
  const operand = lowerPlaceOrValue(expr.operand, 'read', scope);
  if (expr.operand.type.kind === 'union') return unported('a capture of a union that is known at comptime', expr.node);
  const bind = rust.let_(bindingOf(prong.capture, scope), operand.expr);
  const block: Block = isPlainBlock(body.expr) ? body.expr.block : { statements: [], tail: body.expr };
  return { pre: operand.pre, expr: rust.blockExpr({ ...block, statements: [bind, ...body.pre, ...block.statements] }) };
}

function lowerProngBody(expr: ir.Switch, prong: ir.Prong, scope: Scope, tail: Tail | undefined): Lowered {
  return adapt(lowerExpr(prong.body, scope, tail), prong.body, scope.crate.representation.expr(expr), scope);
}

/** The label of a switch that is only broken: a block around the match, or around the prong that is taken. */
function lowerLabelled(
  expr: ir.Switch,
  label: ir.Label,
  scope: Scope,
  lower: (scope: Scope, tail: Tail) => Lowered,
): Lowered {
  const hasValue = !isVoid(expr.type);
  const frame = targetFrame(label, scope, false, hasValue, { kind: 'none' });
  const lowered = lower({ ...scope, frames: frame }, { kind: 'break', label, isUnit: !hasValue });
  if (!frame.used) return lowered;
  const { pre, expr: value } = lowered;
  // Of a prong that is taken a break may stand among the statements in front, too.
  const [before, inside] = expr.taken === undefined ? [pre, []] : [[], pre];
  const content = hasValue ? rust.block(inside, value) : rust.block([...inside, rust.exprStmt(value)]);
  return { pre: before, expr: rust.labeled(frame.name, content) };
}

function targetFrame(
  label: ir.Label,
  scope: Scope,
  isLoop: boolean,
  hasValue: boolean,
  onContinue: TargetFrame['onContinue'],
): TargetFrame {
  const name = scope.body.names.label(label.name ?? 'switch');
  return { kind: 'target', label, name, isLoop, onContinue, used: false, hasValue, outer: scope.frames };
}

/** `continue :label state` starts over with another state. */
function lowerStateMachine(expr: ir.Switch, label: ir.Label, scope: Scope): Lowered {
  const hasValue = !isVoid(expr.type);
  const variable = scope.body.names.temporary('state');
  const operand = lowerPlaceOrValue(expr.operand, 'read', scope);
  if (
    expr.prongs.some((prong) => prong.captureByPointer && prong.capture !== undefined && isUsed(prong.capture, scope))
  ) {
    return unported('a capture by pointer in a labelled switch that is continued', expr.node);
  }
  const frame = targetFrame(label, scope, true, hasValue, { kind: 'state', variable, type: expr.operand.type });
  const inner = { ...scope, frames: frame };
  const arms = expr.prongs.map((prong): ir.Prong => ({ ...prong, body: leavingBody(prong.body, label) }));
  const lowered = matchOn({ ...expr, prongs: arms }, pure(rust.path(variable)), inner, undefined, false);
  const loop = rust.loop(
    withoutLastContinue(rust.block([...lowered.pre, rust.exprStmt(lowered.expr)]), frame.name),
    frame.used ? frame.name : undefined,
  );
  return { pre: [...operand.pre, rust.letMut(variable, operand.expr)], expr: loop };
}

/** The end of a prong leaves the loop with its value. */
function leavingBody(body: ir.Expr, label: ir.Label): ir.Expr {
  if (body.type.kind === 'noreturn') return body;
  const never: Type = { kind: 'noreturn', id: -1 };
  if (!isVoid(body.type)) return { kind: 'break', target: label, operand: body, type: never, node: body.node };
  const node = body.node as ir.Statement['node'];
  const leave: ir.Expr = { kind: 'break', target: label, operand: undefined, type: never, node: body.node };
  const statements: ir.Statement[] = [
    { kind: 'expr', expr: body, node },
    { kind: 'expr', expr: leave, node },
  ];
  return {
    kind: 'block',
    block: { label: undefined, statements, node: body.node, type: never },
    type: never,
    node: body.node,
  };
}

function lowerMatch(expr: ir.Switch, scope: Scope, tail: Tail | undefined): Lowered {
  const byPointer = expr.prongs.some(
    (prong) => prong.captureByPointer && prong.capture !== undefined && isUsed(prong.capture, scope),
  );
  return matchOn(expr, lowerOperand(expr, byPointer, scope), scope, tail, byPointer);
}

function lowerOperand(expr: ir.Switch, byPointer: boolean, scope: Scope): Lowered {
  const { operand } = expr;
  if (!byPointer) return lowerMatched(operand, scope);
  const isMutable = expr.prongs.some((prong) => prong.captureByPointer && isMutableCapture(prong.capture, scope));
  if (isPlace(operand) && isMutable) noteMutation(rootLocal(operand), scope);
  if (operand.type.kind !== 'union') return lowerPlaceOrValue(operand, isMutable ? 'borrowMut' : 'borrow', scope);
  const place = lowerPlaceOrValue(operand, isMutable ? 'borrowMut' : 'borrow', scope);
  return mapLowered(place, (target) => {
    // A match on a reference binds by reference.
    if (target.kind === 'deref' && target.operand.kind === 'path') return target.operand;
    const borrowed = receiver(target, isMutable);
    return borrowed === target ? (isMutable ? rust.refMut(target) : rust.refTo(target)) : borrowed;
  });
}

function matchOn(expr: ir.Switch, operand: Lowered, scope: Scope, tail: Tail | undefined, byPointer: boolean): Lowered {
  const type = expr.operand.type;
  const arms = expr.prongs
    .flatMap((prong) => separated(prong, type, scope))
    .flatMap((one) => lowerProng(expr, one.prong, operand.expr, one.scope, tail, byPointer));
  const last = missingArm(expr, type, scope);
  const all = last === undefined ? arms : [...arms, last];
  const only = onlyBody(all, operand.expr);
  return { pre: operand.pre, expr: only ?? rust.match(operand.expr, all) };
}

/** What a `match` yields that asks nothing of a variable. */
function onlyBody([arm, more]: readonly MatchArm[], operand: Expr): Expr | undefined {
  if (arm === undefined || more !== undefined || operand.kind !== 'path') return undefined;
  const isAny = arm.pattern.kind === 'wildcard' && arm.guard === undefined;
  return isAny && arm.leading === undefined && arm.trailing === undefined ? arm.body : undefined;
}

/** Fields with payloads of different types cannot share a pattern that binds them: one arm each. */
function separated(prong: ir.Prong, type: Type, scope: Scope): readonly ScopedProng[] {
  const { capture, items } = prong;
  if (type.kind !== 'union') return separatedErrors(prong, type, scope);
  const whole = [{ prong, scope }];
  if (capture === undefined || !isUsed(capture, scope) || items.length < 2) return whole;
  const payloads = new Set(items.map((item) => payloadOfItem(item, type)));
  return payloads.size < 2 ? whole : items.map((item) => ({ prong: { ...prong, items: [item] }, scope }));
}

function payloadOfItem(item: ir.Prong['items'][number], type: UnionType): Type | undefined {
  const index = fieldIndexOf(item.low, type);
  return index === undefined ? undefined : type.fields?.[index]?.type;
}

/** The payload at the type that the captures of the prong have in common. */
function convertedCapture(prong: ir.Prong, capture: ir.Local, type: UnionType, scope: Scope): readonly Statement[] {
  const [item] = prong.items;
  const payload = item === undefined ? undefined : payloadOfItem(item, type);
  if (payload === undefined || payload === capture.type) return [];
  if (payload.kind !== 'int' || capture.type.kind !== 'int')
    return unported('a capture of payloads of different types', prong.node);
  return [
    rust.let_(
      bindingOf(capture, scope),
      widened(rust.path(scope.body.names.of(capture)), payload, capture.type, scope),
    ),
  ];
}

/** Rust matches the native type, which has more values than an odd width. */
function missingArm(expr: ir.Switch, type: Type, scope: Scope): MatchArm | undefined {
  if (expr.prongs.some((prong) => prong.isElse)) return undefined;
  const isWider = type.kind === 'int' && nativeInt(type)?.isExact !== true;
  const isOpen = type.kind === 'enum' && type.isNonExhaustive;
  if (!isWider && !isOpen) return undefined;
  if (isOpen) return rust.arm(rust.wildcard, rust.call(rust.path(...runtimePath(scope, 'trap', 'corrupt_switch')), []));
  return rust.arm(rust.wildcard, rust.unreachableMacro);
}

function lowerProng(
  expr: ir.Switch,
  prong: ir.Prong,
  operand: Expr,
  scope: Scope,
  tail: Tail | undefined,
  byPointer: boolean,
): readonly MatchArm[] {
  const type = expr.operand.type;
  if (prong.isElse && prong.remaining?.length === 0 && !isOpenEnum(type)) return [];
  const trivia = takeTrivia(prong.node, scope);
  const capture = prong.capture !== undefined && isUsed(prong.capture, scope) ? prong.capture : undefined;
  const pattern = prongPattern(prong, type, capture, scope);
  const bind: readonly Statement[] = [
    ...bindCapture(prong, capture, type, operand, scope, byPointer),
    ...bindTag(prong, operand, scope),
  ];
  const body = lowerProngBody(expr, prong, scope, tail);
  const guard = prongGuard(prong, type, pattern, scope);
  const arm = rust.arm(
    guard === undefined ? pattern : guard.pattern,
    armBody(prong.body, body, bind, tail),
    guard?.test,
  );
  return [{ ...arm, ...triviaOf(trivia, prong.node, scope) }];
}

/** Values that cannot be patterns are compared by a guard. */
function prongGuard(
  prong: ir.Prong,
  type: Type,
  pattern: Pattern,
  scope: Scope,
): { readonly pattern: Pattern; readonly test: Expr } | undefined {
  if (prong.isElse || isPatternType(type)) return undefined;
  const name = pattern.kind === 'binding' ? pattern.name : scope.body.names.temporary('candidate');
  const tests = prong.items.map(({ low, high }) => {
    const bound = (value: Value): Expr => constant(value, type, scope);
    if (high === undefined) return rust.binary('==', rust.path(name), bound(low));
    return rust.method(rust.range(bound(low), bound(high), true), 'contains', [rust.refTo(rust.path(name))]);
  });
  const test = tests.reduce((left, right) => rust.binary('||', left, right));
  return { pattern: rust.bind(name), test };
}

function isOpenEnum(type: Type): boolean {
  return type.kind === 'enum' && type.isNonExhaustive;
}

function armBody(source: ir.Expr, body: Lowered, bind: readonly Statement[], tail: Tail | undefined): Expr {
  const value = boundValue(body, bind);
  if (value !== undefined) return value;
  if (bind.length === 0 && body.pre.length === 0) {
    if (!isPlainBlock(body.expr))
      return body.expr.kind === 'tuple' && body.expr.elements.length === 0
        ? rust.blockExpr(rust.emptyBlock)
        : body.expr;
    const { block } = body.expr;
    return block.statements.length === 0 && block.tail !== undefined && block.dangling === undefined
      ? block.tail
      : body.expr;
  }
  return rust.blockExpr(armBlock(source, body, tail, bind));
}

/** What a body that is nothing but the variable bound for it yields. */
function boundValue({ pre, expr }: Lowered, bind: readonly Statement[]): Expr | undefined {
  const [only, more] = bind;
  if (pre.length > 0 || more !== undefined || only?.kind !== 'let' || only.pattern.kind !== 'binding') return undefined;
  return localName(expr) === only.pattern.name ? only.value : undefined;
}

function prongPattern(prong: ir.Prong, type: Type, capture: ir.Local | undefined, scope: Scope): Pattern {
  if (prong.isElse) return narrowError.pattern(type, capture, scope) ?? elsePattern(prong, type, capture, scope);
  if (type.kind === 'union') return variantPattern(prong, type, capture, scope);
  if (!isPatternType(type)) return capture === undefined ? rust.wildcard : valueBinding(prong, capture, scope);
  const pattern = rust.orPattern(...prong.items.map((item) => itemPattern(item, type, scope)));
  if (capture === undefined) return pattern;
  const binding = valueBinding(prong, capture, scope);
  return binding.kind === 'binding' ? { ...binding, subpattern: pattern } : pattern;
}

/** The capture of a value that has no payload: the value itself, or a borrow of where it lies. */
function valueBinding(prong: ir.Prong, capture: ir.Local, scope: Scope): Pattern {
  if (!prong.captureByPointer) return bindingOf(capture, scope);
  return rust.bind(scope.body.names.of(capture), { byRef: true, mutable: isMutableCapture(capture, scope) });
}

/** `else => |x|`: of anything but a union the value itself, bound by the pattern. */
function elsePattern(prong: ir.Prong, type: Type, capture: ir.Local | undefined, scope: Scope): Pattern {
  if (capture === undefined || type.kind === 'union') return rust.wildcard;
  return valueBinding(prong, capture, scope);
}

function bindCapture(
  prong: ir.Prong,
  capture: ir.Local | undefined,
  type: Type,
  operand: Expr,
  scope: Scope,
  byPointer: boolean,
): readonly Statement[] {
  if (capture === undefined) return [];
  const narrowed = narrowError.bind(type, capture, scope);
  if (narrowed !== undefined) return narrowed;
  if (type.kind !== 'union') return prong.captureByPointer ? pointerBinding(capture, scope) : [];
  if (prong.isElse) return [rust.let_(bindingOf(capture, scope), operand)];
  if (prong.captureByPointer) return pointerBinding(capture, scope);
  // Under a borrowed scrutinee every pattern binds references.
  if (!byPointer) return convertedCapture(prong, capture, type, scope);
  return [rust.let_(bindingOf(capture, scope), rust.deref(rust.path(scope.body.names.of(capture))))];
}

function bindTag(prong: ir.Prong, operand: Expr, scope: Scope): readonly Statement[] {
  const { tagCapture } = prong;
  if (tagCapture === undefined || !isUsed(tagCapture, scope)) return [];
  const type = tagCapture.type;
  if (type.kind === 'enum' && type.generatedFor !== undefined) requestTag(type.generatedFor, scope);
  return [rust.let_(bindingOf(tagCapture, scope), rust.method(operand, 'tag'))];
}
