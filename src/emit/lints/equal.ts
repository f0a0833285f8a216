/** Whether two pieces of Rust AST are the same code: comments, origins, hints and suffixes that may go do not count. */
import type { Expr, Type } from '../rust-ast.js';

const NO_CODE: ReadonlySet<string> = new Set([
  'leading',
  'trailing',
  'dangling',
  'blankLineBefore',
  'blankLineAfterLeading',
  'origin',
  'knownType',
  'parameterTypes',
  'reason',
  'suffix',
  'keepSuffix',
]);

export function sameCode(one: Expr, other: Expr): boolean {
  return samePlain(withoutParentheses(one), withoutParentheses(other));
}

export function sameType(one: Type, other: Type): boolean {
  return samePlain(one, other);
}

export function withoutParentheses(expr: Expr): Expr {
  return expr.kind === 'paren' ? withoutParentheses(expr.operand) : expr;
}

function samePlain(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  const ours = codeOf(one);
  const theirs = codeOf(other);
  return (
    ours.length === theirs.length &&
    ours.every(([key, value], index) => theirs[index]?.[0] === key && samePlain(value, theirs[index]?.[1]))
  );
}

function codeOf(node: object): readonly (readonly [string, unknown])[] {
  return Object.entries(node)
    .filter(([key, value]) => value !== undefined && !NO_CODE.has(key) && !isSpelling(key, node))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

/** The digits of a number whose value is known are no code either. */
function isSpelling(key: string, node: object): boolean {
  return key === 'spelling' && 'value' in node;
}
