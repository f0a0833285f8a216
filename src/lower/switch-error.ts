/**
 * Captured errors of a switch. What a prong captures has the set that its items name, or that the other prongs have left. Where only one
 * error is left, the capture is that error; one that is merely handed on (`else => |e| return e`) needs no variable of its own set: each
 * error gets an arm, or the error keeps the type of the switch where that flows on as well. Else a `match` gives it its set.
 */
import * as rust from '../emit/build.js';
import type { Pattern, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { type ErrorSetType, isErrorSet, type Type } from '../parse/ir/types.js';
import type { CapturedError, Scope } from './context.js';
import { bindingOf } from './local.js';

/** A prong and the scope in which it is lowered. */
export interface ScopedProng {
  readonly prong: ir.Prong;
  readonly scope: Scope;
}

function narrows(type: Type, capture: ir.Local | undefined, scope: Scope): capture is ir.Local {
  return (
    capture !== undefined &&
    isErrorSet(type) &&
    isErrorSet(capture.type) &&
    !scope.capturedErrors.has(capture) &&
    !scope.crate.errorSets.isSame(type, capture.type)
  );
}

/** The prong as it is written in Rust: itself, or an arm for each error that it captures. */
export function separatedErrors(prong: ir.Prong, type: Type, scope: Scope): readonly ScopedProng[] {
  const { capture } = prong;
  const whole = [{ prong, scope }];
  if (!narrows(type, capture, scope) || !isErrorSet(capture.type) || !isErrorSet(type)) return whole;
  if (prong.captureByPointer) return whole;
  const names = namesOf(capture.type, scope);
  const target = handedOnTo(prong.body, capture);
  if (names === undefined || (target === undefined && names.length !== 1)) return whole;
  if (target !== undefined && prong.isElse && holdsAll(target, type, scope))
    return [{ prong, scope: knowing(scope, capture, { kind: 'unnarrowed', set: type }) }];
  return names.map((name) => ({
    prong: { ...prong, isElse: false, items: [{ low: { kind: 'error', name }, high: undefined, node: undefined }] },
    scope: knowing(scope, capture, { kind: 'known', name }),
  }));
}

function knowing(scope: Scope, capture: ir.Local, fact: CapturedError): Scope {
  return { ...scope, capturedErrors: new Map([...scope.capturedErrors, [capture, fact]]) };
}

/** The names of a set's errors; undefined where it may hold any. */
function namesOf(set: ErrorSetType, scope: Scope): readonly string[] | undefined {
  const solved = scope.crate.errorSets.solve(set);
  return solved === 'any' ? undefined : solved.names;
}

function holdsAll(target: ErrorSetType, set: ErrorSetType, scope: Scope): boolean {
  const [wide, narrow] = [namesOf(target, scope), namesOf(set, scope)];
  return narrow !== undefined && (wide === undefined || narrow.every((name) => wide.includes(name)));
}

/** The set that the capture flows into, where the body does nothing else with it. */
function handedOnTo(body: ir.Expr, capture: ir.Local): ErrorSetType | undefined {
  switch (body.kind) {
    case 'return':
    case 'break':
      return body.operand === undefined ? undefined : handedOnTo(body.operand, capture);
    case 'block': {
      const [only, more] = body.block.statements;
      return only?.kind === 'expr' && more === undefined ? handedOnTo(only.expr, capture) : undefined;
    }
    case 'coerce': {
      const inner = handedOnTo(body.operand, capture);
      if (inner === undefined || body.coercion === 'never') return inner;
      if (body.type.kind === 'errorUnion') return body.type.errorSet;
      return isErrorSet(body.type) ? body.type : undefined;
    }
    case 'load':
      return body.place.kind === 'local' && body.place.local === capture && isErrorSet(body.type)
        ? body.type
        : undefined;
    default:
      return undefined;
  }
}

/** What is known of the error that an expression reads. */
export function capturedError(expr: ir.Expr, scope: Scope): CapturedError | undefined {
  if (expr.kind !== 'load' || expr.place.kind !== 'local') return undefined;
  return scope.capturedErrors.get(expr.place.local);
}

export const narrowError = {
  /** The pattern of the prong where the capture has a narrower set; undefined where it has not. */
  pattern(type: Type, capture: ir.Local | undefined, scope: Scope): Pattern | undefined {
    if (!narrows(type, capture, scope)) return undefined;
    return rust.bind(scope.body.names.of(capture));
  },
  /** The error as one of the narrower set: one arm per error that is left. */
  bind(type: Type, capture: ir.Local, scope: Scope): readonly Statement[] | undefined {
    if (!narrows(type, capture, scope) || !isErrorSet(capture.type) || !isErrorSet(type)) return undefined;
    const { errorSets } = scope.crate;
    const set = errorSets.solve(capture.type);
    if (set === 'any') return undefined;
    const target = capture.type;
    const arms = set.names.map((name) =>
      rust.arm(
        rust.pathPattern(...errorSets.variant(type, name, scope)),
        rust.path(...errorSets.variant(target, name, scope)),
      ),
    );
    const rest = rust.arm(rust.wildcard, rust.unreachableMacro);
    return [rust.let_(bindingOf(capture, scope), rust.match(rust.path(scope.body.names.of(capture)), [...arms, rest]))];
  },
};
