/** Optionals and results whose variant is said where they are asked for it. */
import type { Block, Expr, LetConditionExpr, Pattern, Statement } from '../rust-ast.js';
import { hasComments } from '../trivia.js';

/** The name of the constructor that is called with one argument: `Some`, `Ok`, `Err`. */
function constructorOf(expr: Expr): string | undefined {
  if (expr.kind !== 'call' || expr.callee.kind !== 'path' || expr.arguments.length !== 1) return undefined;
  const { segments } = expr.callee.path;
  return segments.length === 1 ? segments[0]?.name : undefined;
}

/** `Some(x).unwrap()` is `x`. */
export function withoutWrapping(expr: Expr): Expr {
  if (expr.kind !== 'methodCall' || expr.method !== 'unwrap' || expr.receiver.kind !== 'call') return expr;
  const wrapper = constructorOf(expr.receiver);
  const [value] = expr.receiver.arguments;
  return value !== undefined && (wrapper === 'Some' || wrapper === 'Ok') ? value : expr;
}

const QUESTIONS: ReadonlyMap<string, string> = new Map([
  ['Some', 'is_some'],
  ['None', 'is_none'],
  ['Ok', 'is_ok'],
  ['Err', 'is_err'],
]);

/** The method that asks whether a value has the variant of a pattern that looks no further. */
function questionOf(pattern: Pattern): string | undefined {
  if (pattern.kind !== 'path' && pattern.kind !== 'tupleStruct') return undefined;
  const [segment, more] = pattern.path.segments;
  if (segment === undefined || more !== undefined) return undefined;
  const looksFurther = pattern.kind === 'tupleStruct' && pattern.elements.some(({ kind }) => kind !== 'wildcard');
  return looksFurther ? undefined : QUESTIONS.get(segment.name);
}

/** `if let Some(_) = x` is `if x.is_some()`. */
export function asQuestion(expr: Expr): Expr {
  if (expr.kind !== 'let') return expr;
  const method = questionOf(expr.pattern);
  return method === undefined ? expr : asked(expr, method);
}

function asked({ pattern: _pattern, scrutinee, ...rest }: LetConditionExpr, method: string): Expr {
  return { ...rest, kind: 'methodCall', receiver: scrutinee, method, arguments: [] };
}

/** `let Some(x) = y else { return None };` is `let x = y?;`. */
export function asTried(statement: Statement): Statement {
  if (statement.kind !== 'let' || statement.else === undefined || statement.value === undefined) return statement;
  const { pattern, value, else: otherwise, ...rest } = statement;
  if (pattern.kind !== 'tupleStruct' || pattern.path.segments.length > 1 || value.kind === 'ref') return statement;
  const [payload, more] = pattern.elements;
  const isBound = payload?.kind === 'binding' && !payload.byRef && payload.subpattern === undefined;
  if (pattern.path.segments[0]?.name !== 'Some' || !isBound || more !== undefined || !yieldsNone(otherwise))
    return statement;
  return statement.type === undefined
    ? { ...rest, pattern: payload, value: { kind: 'try', operand: value } }
    : statement;
}

/** `{ return None; }` and no comment. */
function yieldsNone({ statements, tail, dangling }: Block): boolean {
  const [statement, more] = statements;
  if (more !== undefined || (dangling?.length ?? 0) > 0) return false;
  if (statement !== undefined && (statement.kind !== 'expr' || tail !== undefined || hasComments(statement)))
    return false;
  const left = statement?.kind === 'expr' ? statement.expr : tail;
  if (left?.kind !== 'return' || hasComments(left) || left.value?.kind !== 'path') return false;
  return left.value.path.segments.length === 1 && left.value.path.segments[0]?.name === 'None';
}
