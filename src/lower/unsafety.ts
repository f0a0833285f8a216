/**
 * The placement of `unsafe` blocks. Lowering has wrapped exactly the operations that need one; here the marks move outwards: to the
 * whole expression of a statement, condition or arm, and over a run of statements that need it, where the variables that the run
 * declares are not used behind it. Nested blocks place their own.
 */
import * as rust from '../emit/build.js';
import type { Block, Expr, IfExpr, MatchArm, Origin, RefExpr, Statement } from '../emit/rust-ast.js';
import { deepMapper, type Mapper, mapBlockParts, mapExprParts } from '../emit/traverse.js';

/** What was found unsafe in an expression. */
interface Found {
  readonly reasons: Set<string>;
  origin: Origin | undefined;
}

/** The body with its marks placed. */
export function wrapUnsafe(block: Block): Block {
  return placeInBlock(block);
}

/** An expression that stands for itself: the value of a constant. */
export function wrapUnsafeExpr(expr: Expr): Expr {
  return placeInRoot(expr);
}

/** An expression of its own: everything in it outside nested blocks shares one `unsafe`. */
function placeInRoot(expr: Expr): Expr {
  const structured = placeInStructure(expr);
  if (structured !== undefined) return structured;
  const found: Found = { reasons: new Set(), origin: undefined };
  const clean = strip(expr, found, 'placed');
  return found.reasons.size === 0 ? clean : enclose(strip(expr, found, 'stripped'), found);
}

/** Control flow keeps its shape: its parts are roots. */
function placeInStructure(expr: Expr): Expr | undefined {
  switch (expr.kind) {
    case 'block':
      return { ...expr, block: placeInBlock(expr.block) };
    case 'if':
      return placeInIf(expr);
    case 'match':
      return { ...expr, scrutinee: placeInRoot(expr.scrutinee), arms: expr.arms.map(placeInArm) };
    case 'loop':
      return { ...expr, body: placeInBlock(expr.body) };
    case 'while':
      return { ...expr, condition: placeInCondition(expr.condition), body: placeInBlock(expr.body) };
    case 'for':
      return { ...expr, iterable: placeInRoot(expr.iterable), body: placeInBlock(expr.body) };
    case 'return':
    case 'break':
      return expr.value === undefined ? expr : { ...expr, value: placeInRoot(expr.value) };
    case 'closure':
      return { ...expr, body: placeInRoot(expr.body) };
    default:
      return undefined;
  }
}

function placeInIf(expr: IfExpr): IfExpr {
  const { else: otherwise } = expr;
  const placed = { ...expr, condition: placeInCondition(expr.condition), then: placeInBlock(expr.then) };
  if (otherwise === undefined) return placed;
  return {
    ...placed,
    else: otherwise.kind === 'if' ? placeInIf(otherwise) : { ...otherwise, block: placeInBlock(otherwise.block) },
  };
}

function placeInCondition(condition: Expr): Expr {
  return condition.kind === 'let'
    ? { ...condition, scrutinee: placeInRoot(condition.scrutinee) }
    : placeInRoot(condition);
}

function placeInArm(arm: MatchArm): MatchArm {
  return { ...arm, body: placeInRoot(arm.body) };
}

const NESTED: ReadonlySet<Expr['kind']> = new Set(['block', 'if', 'match', 'loop', 'while', 'for', 'closure']);

/**
 * The expression without its marks. Nested control flow places its own, or loses them too: where the whole is to stand in an `unsafe`,
 * that one covers what is nested.
 */
function strip(expr: Expr, found: Found, nested: 'placed' | 'stripped'): Expr {
  const mapper: Mapper = deepMapper((own) => ({
    expr: (part) => {
      // The address of a `static mut` itself is safe to take.
      if (part.kind === 'rawRef' && isMarkedPath(part.operand)) return { ...part, operand: part.operand.block.tail };
      // A reference to one may only be made by way of a pointer.
      if (part.kind === 'ref' && isStaticPlace(part.operand)) return { ...part, operand: behindPointer(part, own) };
      // Format macros take references to their arguments: of a `static mut` they get a copy.
      if (part.kind === 'macro')
        return mapExprParts(part, { ...own, exprs: (args) => args.map((arg) => copied(arg, own)) });
      if (part.kind === 'unsafe') {
        found.reasons.add(part.reason ?? '');
        found.origin ??= part.origin;
        const { tail } = part.block;
        if (tail !== undefined && part.block.statements.length === 0) return own.expr(tail);
        const block = own.block(part.block);
        return nested === 'placed' ? { ...part, block } : rust.blockExpr(block);
      }
      if (nested === 'placed' && NESTED.has(part.kind)) return placeInRoot(part);
      return mapExprParts(part, own);
    },
    block: nested === 'placed' ? placeInBlock : (block) => mapBlockParts(block, own),
  }));
  return mapper.expr(expr);
}

/** A `static mut`, or a part of it. */
function isStaticPlace(expr: Expr): boolean {
  if (expr.kind === 'field' || expr.kind === 'tupleField' || expr.kind === 'index') return isStaticPlace(expr.operand);
  return isMarkedPath(expr);
}

function behindPointer({ mutable, operand }: RefExpr, mapper: Mapper): Expr {
  const place = mapper.expr(operand);
  return rust.deref(mutable ? rust.rawRefMut(place) : rust.rawRefConst(place));
}

function copied(arg: Expr, mapper: Mapper): Expr {
  const value = mapper.expr(arg);
  return isStaticPlace(arg) ? rust.blockExpr(rust.block([], value)) : value;
}

type MarkedPath = Extract<Expr, { kind: 'unsafe' }> & { readonly block: { readonly tail: Expr } };

/** The mark around the name of a variable, not around a dereference. */
function isMarkedPath(expr: Expr): expr is MarkedPath {
  return expr.kind === 'unsafe' && expr.block.statements.length === 0 && expr.block.tail?.kind === 'path';
}

function enclose(expr: Expr, found: Found): Expr {
  return {
    ...rust.unsafeBlock(reasonOf(found), expr),
    ...(found.origin === undefined ? {} : { origin: found.origin }),
  };
}

function reasonOf(found: Found): string {
  return [...found.reasons].filter((reason) => reason !== '').join('; ');
}

/** One statement, with what is unsafe in it outside nested blocks. */
interface Placed {
  /** The statement by itself, with its own `unsafe`. */
  readonly own: Statement;
  /** The statement without, for a run; undefined where it needs none. */
  readonly bare: Statement | undefined;
  readonly found: Found;
}

function placeInBlock(block: Block): Block {
  const statements = joinRuns(block.statements.map(placeStatement));
  if (block.tail === undefined) return { ...block, statements };
  const tail = placeInRoot(block.tail);
  return joinTail({ ...block, statements, tail });
}

/** A value that needs `unsafe` joins the run of statements before it. */
function joinTail(block: Block): Block {
  const { tail } = block;
  const last = block.statements.at(-1);
  if (tail?.kind !== 'unsafe' || last?.kind !== 'expr' || last.expr.kind !== 'unsafe') return block;
  const run = last.expr;
  const value = tail.block.tail;
  if (value === undefined || tail.block.statements.length > 0 || run.block.tail !== undefined) return block;
  if (last.trailing !== undefined || run.trailing !== undefined) return block;
  const reasons = new Set([...(run.reason ?? '').split('; '), ...(tail.reason ?? '').split('; ')]);
  const { leading, trailing, blankLineBefore, blankLineAfterLeading } = tail;
  const inner: Expr = {
    ...value,
    ...(leading === undefined ? {} : { leading }),
    ...(trailing === undefined ? {} : { trailing }),
    ...(blankLineBefore === undefined ? {} : { blankLineBefore }),
    ...(blankLineAfterLeading === undefined ? {} : { blankLineAfterLeading }),
  };
  const joined: Expr = {
    ...run,
    ...(last.leading === undefined ? {} : { leading: last.leading }),
    ...(last.blankLineBefore === undefined ? {} : { blankLineBefore: last.blankLineBefore }),
    ...(last.origin === undefined ? {} : { origin: last.origin }),
    reason: reasonOf({ reasons, origin: undefined }),
    block: { ...run.block, tail: inner },
  };
  return { ...block, statements: block.statements.slice(0, -1), tail: joined };
}

function placeStatement(statement: Statement): Placed {
  const found: Found = { reasons: new Set(), origin: undefined };
  const nothing = (own: Statement): Placed => ({ own, bare: undefined, found });
  if (statement.kind === 'let') {
    const { value } = statement;
    const otherwise = statement.else === undefined ? {} : { else: placeInBlock(statement.else) };
    return nothing(value === undefined ? statement : { ...statement, value: placeInRoot(value), ...otherwise });
  }
  if (statement.kind !== 'expr') return nothing(statement);
  const structured = placeInStructure(statement.expr);
  if (structured !== undefined) return nothing({ ...statement, expr: structured });
  const clean = strip(statement.expr, found, 'placed');
  if (found.reasons.size === 0) return nothing({ ...statement, expr: clean });
  const bare: Statement = { ...statement, expr: strip(statement.expr, found, 'stripped') };
  return { own: encloseStatements([bare], found), bare, found };
}

/** `unsafe { a; b; }` as a statement; comments and blank lines above the first stay above. */
function encloseStatements(statements: readonly Statement[], found: Found): Statement {
  const [first, ...rest] = statements;
  if (first === undefined) throw new Error('a run has statements');
  const { leading, blankLineBefore, origin, ...inner } = first;
  const content = rust.block([inner as Statement, ...rest]);
  const expr: Expr = {
    ...rust.unsafeBlock(reasonOf(found), content),
    ...(found.origin === undefined ? {} : { origin: found.origin }),
  };
  return {
    ...rust.exprStmt(expr),
    ...(leading === undefined ? {} : { leading }),
    ...(blankLineBefore === undefined ? {} : { blankLineBefore }),
    ...(origin === undefined ? {} : { origin }),
  };
}

/** Neighbouring statements that need `unsafe` share one block. */
function joinRuns(placed: readonly Placed[]): readonly Statement[] {
  const out: Statement[] = [];
  for (let index = 0; index < placed.length; ) {
    const run: Placed[] = [];
    for (let at = index; at < placed.length && placed[at]?.bare !== undefined; at += 1) run.push(placed[at] as Placed);
    if (run.length < 2) {
      out.push((placed[index] as Placed).own);
      index += 1;
      continue;
    }
    const found: Found = {
      reasons: new Set(run.flatMap((one) => [...one.found.reasons])),
      origin: run[0]?.found.origin,
    };
    out.push(
      encloseStatements(
        run.flatMap((one) => one.bare ?? []),
        found,
      ),
    );
    index += run.length;
  }
  return out;
}
