/** Questions about expressions that layouts ask. */

import { tabWidth } from '../layout/shape.js';
import { type Doc, isMultiline, textOf, trimmedLastLineWidth } from '../layout/text.js';
import type { Block, Expr } from '../rust-ast.js';

/** Expressions that need no semicolon as a statement. */
export function isBlockLike(expr: Expr): boolean {
  switch (expr.kind) {
    case 'if':
    case 'match':
    case 'loop':
    case 'while':
    case 'for':
    case 'unsafe':
      return true;
    case 'block':
      return true;
    case 'macro':
      return expr.call.delimiter === 'braces';
    default:
      return false;
  }
}

/** `{ … }`, labelled or unsafe, but not `const { … }`. */
export function isPlainBlock(expr: Expr): boolean {
  return expr.kind === 'unsafe' || (expr.kind === 'block' && expr.const !== true);
}

/** The block of a block expression of any kind. */
export function blockOf(expr: Expr): Block | undefined {
  return expr.kind === 'unsafe' || expr.kind === 'block' ? expr.block : undefined;
}

function hasComments(node: {
  readonly leading?: readonly unknown[] | undefined;
  readonly trailing?: string | undefined;
}): boolean {
  return (node.leading !== undefined && node.leading.length > 0) || node.trailing !== undefined;
}

/** Whether any comment stands directly or deeply inside the block. */
export function isEmptyBlock(block: Block): boolean {
  return block.statements.length === 0 && block.tail === undefined && (block.dangling ?? []).length === 0;
}

/**
 * The only content of the block if that is an expression without semicolon and without a comment anywhere in the
 * block: what may lose or gain the braces around it.
 */
export function onlyExpression(block: Block): Expr | undefined {
  if ((block.dangling ?? []).length > 0) return undefined;
  const { statements, tail } = block;
  if (statements.length === 0 && tail !== undefined)
    return hasComments(tail) || containsComments(tail) ? undefined : tail;
  const [statement] = statements;
  if (statements.length !== 1 || tail !== undefined || statement?.kind !== 'expr' || hasComments(statement))
    return undefined;
  if (statement.semicolon === true || !isBlockLike(statement.expr)) return undefined;
  return hasComments(statement.expr) || containsComments(statement.expr) ? undefined : statement.expr;
}

/** Whether the node or anything in it has comments. The AST is a tree of plain data, so it is searched as such. */
function containsComments(node: object): boolean {
  const known = commented.get(node);
  if (known !== undefined) return known;
  const found = searchComments(node);
  commented.set(node, found);
  return found;
}

const commented = new WeakMap<object, boolean>();

function searchComments(node: object): boolean {
  for (const [key, value] of Object.entries(node)) {
    if (commentKeys.has(key) && value !== undefined && (!Array.isArray(value) || value.length > 0)) return true;
    if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array) && containsComments(value))
      return true;
  }
  return false;
}
const commentKeys: ReadonlySet<string> = new Set(['leading', 'trailing', 'dangling', 'docs', 'header']);

/** Literals, names and what unary operators, fields and indexing make of them. */
export function isSimple(expr: Expr): boolean {
  switch (expr.kind) {
    case 'literal':
      return true;
    case 'path':
      return expr.path.qualifiedSelf === undefined && expr.path.segments.length <= 1;
    case 'ref':
    case 'rawRef':
    case 'cast':
    case 'field':
    case 'tupleField':
    case 'try':
    case 'unary':
    case 'deref':
      return isSimple(expr.operand);
    case 'index':
      return isSimple(expr.operand) && isSimple(expr.index);
    case 'arrayRepeat':
      return isSimple(expr.value) && isSimple(expr.length);
    default:
      return false;
  }
}

export function isNestedCall(expr: Expr): boolean {
  switch (expr.kind) {
    case 'call':
    case 'macro':
      return true;
    case 'ref':
    case 'rawRef':
    case 'try':
    case 'unary':
    case 'deref':
    case 'cast':
      return isNestedCall(expr.operand);
    default:
      return false;
  }
}

export function isMethodCall(expr: Expr): boolean {
  switch (expr.kind) {
    case 'methodCall':
      return true;
    case 'ref':
    case 'rawRef':
    case 'cast':
    case 'try':
    case 'unary':
    case 'deref':
      return isMethodCall(expr.operand);
    default:
      return false;
  }
}

/** Whether the expression may be opened up as the last of `count` arguments. */
export function opensAsLast(expr: Expr, count: number): boolean {
  if ((expr.attributes ?? []).length > 0) return false;
  switch (expr.kind) {
    case 'block':
      return expr.const !== true;
    case 'unsafe':
    case 'closure':
      return true;
    case 'match':
    case 'if':
    case 'for':
    case 'loop':
    case 'while':
    case 'array':
    case 'struct':
    case 'macro':
    case 'call':
    case 'methodCall':
    case 'tuple':
      return count === 1;
    case 'ref':
    case 'rawRef':
    case 'try':
    case 'unary':
    case 'deref':
    case 'cast':
      return opensAsLast(expr.operand, count);
    default:
      return false;
  }
}

/** Whether the laid out expression ends like a block, so that a chain goes on at its indentation. */
export function endsLikeBlock(expr: Expr, document: Doc): boolean {
  switch (expr.kind) {
    case 'macro':
    case 'call':
    case 'methodCall':
    case 'array':
    case 'struct':
    case 'while':
    case 'if':
    case 'block':
    case 'unsafe':
    case 'loop':
    case 'for':
    case 'match':
      return isMultiline(document);
    case 'paren':
    case 'unary':
    case 'deref':
    case 'try':
      return endsLikeBlock(expr.operand, document);
    case 'binary':
      return endsLikeBlock(expr.right, document);
    case 'index':
      return endsLikeBlock(expr.index, document);
    case 'closure':
      return endsLikeBlock(expr.body, document);
    case 'literal':
      return textOf(document).includes('\n') && trimmedLastLineWidth(document) <= tabWidth;
    default:
      return false;
  }
}

/** The expression with which the text of `expr` begins. */
export function leftmost(expr: Expr): Expr {
  switch (expr.kind) {
    case 'call':
      return leftmost(expr.callee);
    case 'methodCall':
      return leftmost(expr.receiver);
    case 'binary':
      return leftmost(expr.left);
    case 'assign':
      return leftmost(expr.target);
    case 'cast':
    case 'field':
    case 'tupleField':
    case 'index':
    case 'try':
      return leftmost(expr.operand);
    case 'range':
      return expr.start === undefined ? expr : leftmost(expr.start);
    default:
      return expr;
  }
}

/** A tuple of one element, which needs a comma; `$name...` may stand for any number. */
export function isSingle(elements: readonly { readonly kind: string; readonly variadic?: unknown }[]): boolean {
  const [only, second] = elements;
  return only !== undefined && second === undefined && only.variadic !== true;
}
