/** Blocks, statements and the expressions made of them. */
import type { Block, ClosureParameter, Expr, IfExpr, MatchArm, Statement } from '../../../emit/rust-ast.js';
import { parseDocs, parseOuterAttributes } from './attribute.js';
import type { Cursor, Leading } from './cursor.js';
import { condition, parseBlockExpr, parseExpr, parseStatementExpr } from './expr.js';
import { parseItem, startsItem } from './item.js';
import { parseAlternative, parsePattern } from './pattern.js';
import { parseType } from './type.js';

export function parseBlock(cursor: Cursor): Block {
  cursor.expectPunctuation('{');
  const block = parseStatements(cursor, '}');
  cursor.expectPunctuation('}');
  return block;
}

/** Statements up to a closing token, which is not taken; `undefined` means the end of the text. */
export function parseStatements(cursor: Cursor, close: string | undefined): Block {
  const statements: Statement[] = [];
  for (;;) {
    while (cursor.acceptPunctuation(';'));
    const before = cursor.leading();
    if (close === undefined ? cursor.peek().kind === 'end' : cursor.isPunctuation(close)) {
      return { statements, ...(before.leading.length > 0 ? { dangling: danglingComments(before) } : {}) };
    }
    const { statement, tail } = parseStatement(cursor);
    if (tail !== undefined) {
      if (close === undefined ? cursor.peek().kind !== 'end' : !cursor.isPunctuation(close))
        cursor.fail('expected `;`');
      return finish(statements, withComments(tail, cursor, before), cursor);
    }
    if (statement !== undefined) statements.push(withComments(statement, cursor, before));
  }
}

function danglingComments(before: Leading): NonNullable<Block['dangling']> {
  const [first, ...rest] = before.leading;
  return first === undefined ? [] : [before.blankLineBefore ? { ...first, blankLineBefore: true } : first, ...rest];
}

function finish(statements: readonly Statement[], tail: Expr, cursor: Cursor): Block {
  const after = cursor.leading();
  return { statements, tail, ...(after.leading.length > 0 ? { dangling: danglingComments(after) } : {}) };
}

function withComments<N extends Statement | Expr | MatchArm>(node: N, cursor: Cursor, before: Leading): N {
  const trailing = cursor.trailing();
  return {
    ...node,
    ...(before.leading.length > 0 ? { leading: before.leading } : {}),
    ...(before.blankLineBefore ? { blankLineBefore: true } : {}),
    ...(before.blankLineAfterLeading ? { blankLineAfterLeading: true } : {}),
    ...(trailing === undefined ? {} : { trailing }),
  };
}

interface ParsedStatement {
  readonly statement?: Statement;
  readonly tail?: Expr;
}

function parseStatement(cursor: Cursor): ParsedStatement {
  if (cursor.peek().kind === 'metaVariadic') return parseMetaStatement(cursor);
  const place = cursor.save();
  parseDocs(cursor);
  const attributes = parseOuterAttributes(cursor);
  if (cursor.isKeyword('let')) {
    const statement = parseLet(cursor);
    return { statement: attributes.length > 0 ? { ...statement, attributes } : statement };
  }
  const isItem = startsItem(cursor);
  cursor.restore(place);
  if (isItem) return { statement: { kind: 'item', item: parseItem(cursor) } };
  const { expr, complete } = parseStatementExpr(cursor);
  if (cursor.acceptPunctuation(';'))
    return { statement: { kind: 'expr', expr, ...(complete ? { semicolon: true } : {}) } };
  if (complete && !cursor.isPunctuation('}') && cursor.peek().kind !== 'end')
    return { statement: { kind: 'expr', expr } };
  return { tail: expr };
}

function parseMetaStatement(cursor: Cursor): ParsedStatement {
  const { text } = cursor.next();
  return cursor.acceptPunctuation(';')
    ? { statement: { kind: 'meta', name: text } }
    : { tail: { kind: 'meta', name: text, variadic: true } };
}

function parseLet(cursor: Cursor): Extract<Statement, { readonly kind: 'let' }> {
  cursor.expectKeyword('let');
  const pattern = parsePattern(cursor);
  const type = cursor.acceptPunctuation(':') ? parseType(cursor) : undefined;
  const value = cursor.acceptPunctuation('=') ? parseExpr(cursor) : undefined;
  const otherwise = cursor.acceptKeyword('else') ? parseBlock(cursor) : undefined;
  cursor.expectPunctuation(';');
  return {
    kind: 'let',
    pattern,
    ...(type === undefined ? {} : { type }),
    ...(value === undefined ? {} : { value }),
    ...(otherwise === undefined ? {} : { else: otherwise }),
  };
}

export function parseIf(cursor: Cursor): IfExpr {
  cursor.expectKeyword('if');
  const test = parseExpr(cursor, condition);
  const then = parseBlock(cursor);
  if (!cursor.acceptKeyword('else')) return { kind: 'if', condition: test, then };
  const otherwise: IfExpr['else'] = cursor.isKeyword('if')
    ? parseIf(cursor)
    : { kind: 'block', block: parseBlock(cursor) };
  return { kind: 'if', condition: test, then, else: otherwise };
}

export function parseLoop(cursor: Cursor, label?: string): Expr {
  cursor.expectKeyword('loop');
  return { kind: 'loop', body: parseBlock(cursor), ...(label === undefined ? {} : { label }) };
}

export function parseWhile(cursor: Cursor, label?: string): Expr {
  cursor.expectKeyword('while');
  const test = parseExpr(cursor, condition);
  return { kind: 'while', condition: test, body: parseBlock(cursor), ...(label === undefined ? {} : { label }) };
}

export function parseFor(cursor: Cursor, label?: string): Expr {
  cursor.expectKeyword('for');
  const pattern = parsePattern(cursor);
  cursor.expectKeyword('in');
  const iterable = parseExpr(cursor, condition);
  return { kind: 'for', pattern, iterable, body: parseBlock(cursor), ...(label === undefined ? {} : { label }) };
}

export function parseMatch(cursor: Cursor): Expr {
  cursor.expectKeyword('match');
  const scrutinee = parseExpr(cursor, condition);
  cursor.expectPunctuation('{');
  const arms: MatchArm[] = [];
  for (;;) {
    const before = cursor.leading();
    if (cursor.acceptPunctuation('}')) {
      return { kind: 'match', scrutinee, arms, ...(before.leading.length > 0 ? { dangling: before.leading } : {}) };
    }
    const arm = parseArm(cursor);
    arms.push(withComments(arm, cursor, arms.length === 0 ? { ...before, blankLineBefore: false } : before));
  }
}

function parseArm(cursor: Cursor): MatchArm {
  const attributes = parseOuterAttributes(cursor);
  const pattern = parsePattern(cursor);
  const guard = cursor.acceptKeyword('if') ? parseExpr(cursor) : undefined;
  cursor.expectPunctuation('=>');
  const { expr, complete } = parseStatementExpr(cursor);
  if (!cursor.acceptPunctuation(',') && !complete && !cursor.isPunctuation('}')) cursor.fail('expected `,` or `}`');
  return {
    pattern,
    body: expr,
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(guard === undefined ? {} : { guard }),
  };
}

export function parseClosure(cursor: Cursor): Expr {
  const move = cursor.acceptKeyword('move');
  const parameters: ClosureParameter[] = [];
  if (!cursor.acceptPunctuation('||')) {
    cursor.expectPunctuation('|');
    while (!cursor.acceptPunctuation('|')) {
      parameters.push(parseClosureParameter(cursor));
      if (!cursor.isPunctuation('|')) cursor.expectPunctuation(',');
    }
  }
  const result = cursor.acceptPunctuation('->') ? parseType(cursor) : undefined;
  const body = result === undefined ? parseExpr(cursor) : parseBlockExpr(cursor);
  return { kind: 'closure', move, parameters, body, ...(result === undefined ? {} : { result }) };
}

function parseClosureParameter(cursor: Cursor): ClosureParameter {
  const pattern = parseAlternative(cursor);
  return cursor.acceptPunctuation(':') ? { pattern, type: parseType(cursor) } : { pattern };
}
