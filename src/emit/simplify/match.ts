/** Matches that choose nothing, or that a method of the value does. */
import type { Expr, MatchArm, MatchExpr, Pattern } from '../rust-ast.js';
import { hasComments, withTriviaOf } from '../trivia.js';

/** `match x { _ => a }` is `a`, where looking at `x` does nothing. */
export function withoutMatch(expr: Expr): Expr {
  if (expr.kind !== 'match' || !isStill(expr.scrutinee) || (expr.dangling?.length ?? 0) > 0) return expr;
  const [arm, other] = expr.arms;
  if (arm === undefined || other !== undefined || arm.guard !== undefined || arm.pattern.kind !== 'wildcard')
    return expr;
  return withTriviaOf(expr, withTriviaOf(arm, arm.body));
}

/** A variable or a part of one. */
function isStill(expr: Expr): boolean {
  if (expr.kind === 'field' || expr.kind === 'tupleField') return isStill(expr.operand);
  return expr.kind === 'path' || expr.kind === 'literal';
}

/** `match x { Some(value) => value, None => 3 }` is `x.unwrap_or(3)`, and so for results. */
export function asDefaulted(expr: Expr): Expr {
  if (expr.kind !== 'match' || expr.arms.length !== 2 || expr.arms.some(hasComments)) return expr;
  const [first, second] = expr.arms;
  if (first === undefined || second === undefined || (expr.dangling?.length ?? 0) > 0) return expr;
  const [present, absent] = isPayload(first) ? [first, second] : [second, first];
  if (!isPayload(present) || !isWithoutPayload(absent.pattern) || absent.guard !== undefined) return expr;
  return isLiteral(absent.body) ? defaulted(expr, absent.body) : expr;
}

function defaulted({ scrutinee, arms: _arms, dangling: _dangling, ...rest }: MatchExpr, value: Expr): Expr {
  return { ...rest, kind: 'methodCall', receiver: scrutinee, method: 'unwrap_or', arguments: [value] };
}

/** `Some(x) => x`, `Ok(x) => x`. */
function isPayload({ pattern, guard, body }: MatchArm): boolean {
  if (pattern.kind !== 'tupleStruct' || guard !== undefined || body.kind !== 'path') return false;
  const [element, more] = pattern.elements;
  const variant = plainName(pattern.path.segments);
  if ((variant !== 'Some' && variant !== 'Ok') || more !== undefined) return false;
  const isBound = element?.kind === 'binding' && !element.byRef && element.subpattern === undefined;
  return isBound && plainName(body.path.segments) === element.name;
}

function isWithoutPayload(pattern: Pattern): boolean {
  if (pattern.kind === 'wildcard') return true;
  if (pattern.kind === 'path') return plainName(pattern.path.segments) === 'None';
  return (
    pattern.kind === 'tupleStruct' &&
    plainName(pattern.path.segments) === 'Err' &&
    pattern.elements.every(({ kind }) => kind === 'wildcard' || kind === 'path')
  );
}

function plainName(segments: readonly { readonly name: string }[]): string | undefined {
  return segments.length === 1 ? segments[0]?.name : undefined;
}

/** A number or a truth: the payload is a value too, not a reference to one. */
function isLiteral(expr: Expr): boolean {
  if (expr.kind === 'unary') return isLiteral(expr.operand);
  return expr.kind === 'literal' && ['int', 'float', 'bool', 'char', 'byte'].includes(expr.literal.kind);
}
