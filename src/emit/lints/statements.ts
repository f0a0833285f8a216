/** Lints about what a block does with its own variables. */
import type { Block, Expr, ExprOf, Statement } from '../rust-ast.js';
import { deepMapper, mapExprParts } from '../traverse.js';
import { sameCode, withoutParentheses } from './equal.js';
import { soleExpr } from './structure.js';

/** The name that a `let` of one variable binds. */
function boundName(statement: Statement | undefined): string | undefined {
  if (statement?.kind !== 'let' || statement.else !== undefined) return undefined;
  const { pattern } = statement;
  if (pattern.kind === 'binding') return pattern.subpattern === undefined ? pattern.name : undefined;
  return pattern.kind === 'path' && pattern.path.segments.length === 1 ? pattern.path.segments[0]?.name : undefined;
}

function isNamed(expr: Expr, name: string): boolean {
  const plain = withoutParentheses(expr);
  return plain.kind === 'path' && plain.path.segments.length === 1 && plain.path.segments[0]?.name === name;
}

/** `let a = f(); a`. */
export function namesItsResult(block: Block): boolean {
  const last = block.statements.at(-1);
  const name = boundName(last);
  if (name === undefined || block.tail === undefined || last?.kind !== 'let') return false;
  return last.type === undefined && last.value !== undefined && isNamed(block.tail, name);
}

const WRAPPERS: ReadonlySet<string> = new Set(['Some', 'Ok', 'Err', 'None']);

/** The variables of a block that hold an optional or a result whose variant stands where they are declared. */
function literalOptionals(block: Block): ReadonlySet<string> {
  return new Set(
    block.statements.flatMap((statement) => {
      const name = boundName(statement);
      if (name === undefined || statement.kind !== 'let' || statement.value === undefined) return [];
      return !isMutable(statement) && isWrapped(statement.value) ? [name] : [];
    }),
  );
}

function isWrapped(expr: Expr): boolean {
  const path = expr.kind === 'call' ? expr.callee : expr;
  return path.kind === 'path' && path.path.segments.length === 1 && WRAPPERS.has(path.path.segments[0]?.name ?? '');
}

/** `let a = Some(1); a.unwrap()`. */
export function unwrapsLiteral(block: Block): boolean {
  const names = literalOptionals(block);
  let found = false;
  const mapper = deepMapper((self) => ({
    expr: (expr) => {
      if (expr.kind === 'methodCall' && /^(?:unwrap|expect)/.test(expr.method))
        found ||= [...names].some((name) => isNamed(expr.receiver, name));
      return found ? expr : mapExprParts(expr, self);
    },
  }));
  if (names.size > 0) mapper.block(block);
  return found;
}

/** `let t = a; a = b; b = t;`. */
export function swapsByHand({ statements }: Block): boolean {
  return statements.some((first, index) => {
    const [second, third] = statements.slice(index + 1).map(assignmentOf);
    if (boundName(first) === undefined || first.kind !== 'let' || first.value === undefined) return false;
    if (second === undefined || third === undefined) return false;
    return sameCode(second.target, first.value) && sameCode(second.value, third.target);
  });
}

/** `a = b; b = a;`. */
export function looksLikeSwap({ statements }: Block): boolean {
  return statements.some((first, index) => {
    const [one, other] = [first, statements[index + 1]].map((statement) => statement && assignmentOf(statement));
    if (one === undefined || other === undefined) return false;
    return sameCode(one.target, other.value) && sameCode(one.value, other.target);
  });
}

function assignmentOf(statement: Statement): ExprOf<'assign'> | undefined {
  return statement.kind === 'expr' && statement.expr.kind === 'assign' ? statement.expr : undefined;
}

/** `for x in xs { if p(x) { return Some(x); } } None`. */
export function findsByHand({ statements, tail }: Block): boolean {
  const last = statements.at(-1);
  if (tail?.kind !== 'path' || last?.kind !== 'expr' || last.expr.kind !== 'for' || !isWrapped(tail)) return false;
  const branch = soleExpr(last.expr.body);
  if (branch?.kind !== 'if' || branch.else !== undefined) return false;
  const found = soleExpr(branch.then);
  return found?.kind === 'return' && found.value !== undefined && isWrapped(found.value);
}

/** `let mut i = 0; for x in xs { i += 1; }`. */
export function countsByHand({ statements }: Block): boolean {
  const counters = new Set<string>();
  for (const statement of statements) {
    if (statement.kind === 'let' && statement.value?.kind === 'literal' && isMutable(statement))
      counters.add(boundName(statement) ?? '');
    if (statement.kind === 'expr' && statement.expr.kind === 'for' && countsIn(statement.expr.body, counters))
      return true;
  }
  return false;
}

function isMutable({ pattern }: Extract<Statement, { readonly kind: 'let' }>): boolean {
  return pattern.kind === 'binding' && pattern.mutable;
}

function countsIn({ statements }: Block, counters: ReadonlySet<string>): boolean {
  return statements.some((statement) => {
    const step = assignmentOf(statement);
    const isOne =
      step?.value.kind === 'literal' && step.value.literal.kind === 'int' && step.value.literal.value === 1n;
    return isOne && step.operator === '+=' && [...counters].some((name) => isNamed(step.target, name));
  });
}

/** `let a = vec![0; 3];` that is only looked at or changed in place. */
export function holdsNeedlessVector(block: Block): boolean {
  const names = block.statements.flatMap((statement) => {
    const name = boundName(statement);
    return statement.kind === 'let' && name !== undefined && isVectorOfKnownLength(statement.value) ? [name] : [];
  });
  return names.some((name) => usesOf(name, block).every((use) => use === 'borrowed'));
}

function isVectorOfKnownLength(expr: Expr | undefined): boolean {
  if (expr?.kind !== 'macro' || expr.call.path.segments.at(-1)?.name !== 'vec') return false;
  const { input } = expr.call;
  return input.kind === 'arguments' || (input.kind === 'repeat' && input.length.kind === 'literal');
}

/** How the mentions of a variable use it: as a place that is borrowed or indexed, or as a value. */
function usesOf(name: string, block: Block): readonly ('borrowed' | 'moved')[] {
  const uses: ('borrowed' | 'moved')[] = [];
  const mapper = deepMapper((self) => ({
    expr: (expr) => {
      const seen = placeOfBorrow(expr);
      if (seen !== undefined && isNamed(seen, name)) {
        uses.push('borrowed');
        if (expr.kind === 'index') self.expr(expr.index);
        if (expr.kind === 'methodCall') self.exprs(expr.arguments);
        return expr;
      }
      if (isNamed(expr, name)) uses.push('moved');
      return mapExprParts(expr, self);
    },
  }));
  mapper.block(block);
  return uses;
}

function placeOfBorrow(expr: Expr): Expr | undefined {
  if (expr.kind === 'ref' || expr.kind === 'index') return expr.operand;
  return expr.kind === 'methodCall' && OF_SLICES.has(expr.method) ? expr.receiver : undefined;
}

const OF_SLICES: ReadonlySet<string> = new Set(['len', 'is_empty', 'iter', 'iter_mut', 'as_ptr', 'as_mut_ptr', 'fill']);
