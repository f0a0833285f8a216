/**
 * Early returns of what is missing: `let Some(x) = e else { return None };` is `let x = e?;`, and `match e { Ok(v) => v, Err(error) =>
 * return Err(error) }` is `e?`. A function that returns `None` returns an option, so that `?` means the same; it converts an error by
 * `From`, as the `return` that stood there does.
 */
import * as rust from '../emit/build.js';
import { boundName, localName } from '../emit/local-name.js';
import type { Expr, MatchArm, Pattern, Statement, Trivia } from '../emit/rust-ast.js';
import { isPlainBlock } from './lowered.js';

type Match = Extract<Expr, { kind: 'match' }>;
type Let = Extract<Statement, { kind: 'let' }>;

/** `e?` for a match that returns what is missing. */
export function questionMatch(expr: Match): Expr {
  const [first, second, more] = expr.arms;
  if (first === undefined || second === undefined || more !== undefined || expr.dangling !== undefined) return expr;
  if (!isPayloadArm(first) || !isFailureArm(second, variantOf(first.pattern))) return expr;
  return rust.tryOp(expr.scrutinee);
}

/** `let x = e?;` for a `let … else` that returns what is missing. */
export function questionLet(statement: Let): Let {
  const { pattern, value, else: otherwise } = statement;
  if (otherwise === undefined || value === undefined || variantOf(pattern) !== 'Some') return statement;
  const [inner] = pattern.kind === 'tupleStruct' ? pattern.elements : [];
  const [only, more] = otherwise.tail === undefined ? otherwise.statements : [rust.exprStmt(otherwise.tail)];
  if (inner === undefined || only?.kind !== 'expr' || more !== undefined || otherwise.dangling !== undefined)
    return statement;
  if (hasComments(only) || !isReturnOf(only.expr, (returned) => localName(returned) === 'None')) return statement;
  return { ...statement, pattern: inner, value: rust.tryOp(value), else: undefined };
}

function variantOf(pattern: Pattern): string | undefined {
  if (pattern.kind !== 'tupleStruct' || pattern.path.segments.length !== 1) return undefined;
  return pattern.path.segments[0]?.name;
}

function payloadName(pattern: Pattern): string | undefined {
  const [only, more] = pattern.kind === 'tupleStruct' ? pattern.elements : [];
  return only === undefined || more !== undefined ? undefined : boundName(only);
}

/** `Some(value) => value` or `Ok(value) => value`. */
function isPayloadArm(arm: MatchArm): boolean {
  const variant = variantOf(arm.pattern);
  const name = payloadName(arm.pattern);
  if (arm.guard !== undefined || hasComments(arm) || name === undefined) return false;
  return (variant === 'Some' || variant === 'Ok') && localName(arm.body) === name;
}

/** `None => return None`, `Err(error) => return Err(error)`, `Err(error) => return Err(Set::from(error))`. */
function isFailureArm(arm: MatchArm, success: string | undefined): boolean {
  if (arm.guard !== undefined || hasComments(arm)) return false;
  if (success === 'Some')
    return isNonePattern(arm.pattern) && isReturnOf(arm.body, (returned) => localName(returned) === 'None');
  const name = payloadName(arm.pattern);
  if (variantOf(arm.pattern) !== 'Err' || name === undefined) return false;
  return isReturnOf(arm.body, (returned) => isErrorOf(returned, name));
}

function isNonePattern(pattern: Pattern): boolean {
  if (pattern.kind === 'wildcard') return true;
  if (pattern.kind === 'binding') return pattern.name === 'None';
  return pattern.kind === 'path' && pattern.path.segments.length === 1 && pattern.path.segments[0]?.name === 'None';
}

function isErrorOf(returned: Expr, name: string): boolean {
  if (returned.kind !== 'call' || localName(returned.callee) !== 'Err') return false;
  const [error, more] = returned.arguments;
  if (error === undefined || more !== undefined) return false;
  if (localName(error) === name) return true;
  const isFrom =
    error.kind === 'call' && error.callee.kind === 'path' && error.callee.path.segments.at(-1)?.name === 'from';
  return (
    isFrom && error.arguments.length === 1 && error.arguments[0] !== undefined && localName(error.arguments[0]) === name
  );
}

function isReturnOf(expr: Expr, isWanted: (value: Expr) => boolean): boolean {
  if (isPlainBlock(expr)) {
    const { statements, tail, dangling } = expr.block;
    const [only, more] = tail === undefined ? statements : [...statements, rust.exprStmt(tail)];
    return (
      only?.kind === 'expr' &&
      more === undefined &&
      dangling === undefined &&
      !hasComments(only) &&
      isReturnOf(only.expr, isWanted)
    );
  }
  return expr.kind === 'return' && !hasComments(expr) && expr.value !== undefined && isWanted(expr.value);
}

function hasComments({ leading, trailing }: Trivia): boolean {
  return (leading?.length ?? 0) > 0 || trailing !== undefined;
}
