/**
 * The last look at a body before it is emitted: what lowering wrote construct by construct, and nobody would write in this place. A block
 * that only holds the value of another one is that value; a value in tail position needs no `return`; a match arm that only diverges needs
 * no braces; a local reference needs no lifetime; a type is said once. Each rewrite keeps the meaning and the comments.
 */
import * as rust from '../emit/build.js';
import type { Block, ElseBranch, Expr, MatchArm, Path, Type } from '../emit/rust-ast.js';
import { deepMapper, mapBlockParts, mapExprParts, mapStatementParts, mapTypeParts } from '../emit/traverse.js';
import { hasComments, withTriviaOf } from '../emit/trivia.js';
import { isPlainBlock } from './lowered.js';
import { flattenedArms } from './tidy-match.js';
import { questionLet, questionMatch } from './tidy-question.js';

/** The body of a function, tidied. */
export function tidyBody(block: Block): Block {
  return tidyBlock(withoutTailReturns(block));
}

function tidyBlock(block: Block): Block {
  return mapper.block(block);
}

const mapper = deepMapper((own) => ({
  block: (block) => withOpenEnd(withOpenTail(mapBlockParts(block, own))),
  expr: (expr) => {
    const mapped = mapExprParts(expr, own);
    return mapped.kind === 'match'
      ? questionMatch({ ...mapped, arms: flattenedArms(mapped.arms).map(withBareBody) })
      : mapped;
  },
  statement: (statement) => {
    const mapped = mapStatementParts(statement, own);
    if (mapped.kind !== 'let') return mapped;
    if (mapped.type === undefined) return questionLet(mapped);
    return { ...mapped, type: isSaidBy(mapped.value, mapped.type) ? undefined : withoutStatic(mapped.type) };
  },
}));

/** `{ a; { b; c } }` is `{ a; b; c }`. */
function withOpenTail(block: Block): Block {
  const { tail } = block;
  if (tail === undefined || !isPlainBlock(tail) || tail.block.dangling !== undefined) return block;
  const { statements, tail: value } = tail.block;
  const [first, ...rest] = statements;
  if (first !== undefined)
    return tail.trailing !== undefined
      ? block
      : { ...block, statements: [...block.statements, withTriviaOf(tail, first), ...rest], tail: value };
  return value === undefined ? block : { ...block, tail: withTriviaOf(tail, value) };
}

const BLOCK_LIKE: ReadonlySet<Expr['kind']> = new Set(['if', 'match', 'loop', 'while', 'for', 'block', 'unsafe']);

/** A block at the end that holds one `if` or loop, and nothing behind it, is that. */
function withOpenEnd(block: Block): Block {
  const last = block.statements.at(-1);
  if (block.tail !== undefined || last?.kind !== 'expr' || !isPlainBlock(last.expr)) return block;
  const { statements, tail, dangling } = last.expr.block;
  const [only = tail === undefined ? undefined : rust.exprStmt(tail), more] = statements;
  if (only?.kind !== 'expr' || more !== undefined || dangling !== undefined) return block;
  if (!BLOCK_LIKE.has(only.expr.kind) || (statements.length > 0 && tail !== undefined)) return block;
  return {
    ...block,
    statements: [...block.statements.slice(0, -1), withTriviaOf(last, withTriviaOf(last.expr, only))],
  };
}

/** Macros that never come back, or whose value is `()`. */
const BARE: ReadonlySet<string> = new Set([
  ...['panic', 'unreachable', 'todo', 'unimplemented'],
  ...['print', 'println', 'eprint', 'eprintln', 'assert', 'assert_eq', 'assert_ne'],
]);

function isBare(expr: Expr): boolean {
  if (expr.kind === 'macro') return BARE.has(expr.call.path.segments.at(-1)?.name ?? '');
  return expr.kind === 'return' || expr.kind === 'break' || expr.kind === 'continue';
}

/** `=> { unreachable!(); }` is `=> unreachable!()`; so is what yields nothing. */
function withBareBody(arm: MatchArm): MatchArm {
  if (!isPlainBlock(arm.body)) return arm;
  const { block } = arm.body;
  const [only, more] = block.statements;
  if (only?.kind !== 'expr' || more !== undefined || block.tail !== undefined || block.dangling !== undefined)
    return arm;
  return hasComments(only) || !isBare(only.expr) ? arm : { ...arm, body: only.expr };
}

/** The type of a local: its references live as long as they are used. A function pointer's type is its own. */
function withoutStatic(type: Type): Type {
  return typeMapper.type(type);
}

const FIXED: ReadonlySet<Type['kind']> = new Set(['functionPointer', 'implTrait', 'dynTrait', 'macro']);

const typeMapper = deepMapper((own) => ({
  type: (type) => {
    if (FIXED.has(type.kind)) return type;
    const mapped = mapTypeParts(type, own);
    return mapped.kind === 'reference' && mapped.lifetime === 'static' ? { ...mapped, lifetime: undefined } : mapped;
  },
}));

/** Whether a value says its type itself: `let p: Point = Point { x, y }` and `let n: u32 = u32::from(b)` say it twice. */
function isSaidBy(value: Expr | undefined, type: Type): boolean {
  if (value === undefined || type.kind !== 'path' || type.path.segments.some((one) => one.generics !== undefined))
    return false;
  const names = namesOf(type.path);
  if (value.kind === 'struct') return namesOf(value.path) === names;
  return value.kind === 'call' && value.callee.kind === 'path' && namesOf(value.callee.path) === `${names}::from`;
}

function namesOf(path: Path): string | undefined {
  return path.qualifiedSelf === undefined ? path.segments.map(({ name }) => name).join('::') : undefined;
}

/** `return x` as the value of the function is `x`. */
function withoutTailReturns(block: Block): Block {
  if (block.tail !== undefined) return { ...block, tail: yielded(block.tail) };
  const last = block.statements.at(-1);
  if (last?.kind !== 'expr' || last.expr.kind !== 'return' || last.expr.value === undefined) return block;
  return { ...block, statements: block.statements.slice(0, -1), tail: withTriviaOf(last, yielded(last.expr)) };
}

function yielded(expr: Expr): Expr {
  switch (expr.kind) {
    case 'return':
      return expr.value === undefined ? expr : withTriviaOf(expr, yielded(expr.value));
    case 'if':
      return { ...expr, then: withoutTailReturns(expr.then), else: expr.else && elseOf(expr.else) };
    case 'match':
      return { ...expr, arms: expr.arms.map((arm) => ({ ...arm, body: yielded(arm.body) })) };
    case 'block':
      return isPlainBlock(expr) ? { ...expr, block: withoutTailReturns(expr.block) } : expr;
    default:
      return expr;
  }
}

function elseOf(otherwise: ElseBranch): ElseBranch {
  if (otherwise.kind === 'block') return { ...otherwise, block: withoutTailReturns(otherwise.block) };
  return yielded(otherwise) as ElseBranch;
}
