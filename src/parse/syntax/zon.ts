/**
 * ZON, Zig's object notation: a file that holds one expression, of the few kinds that are data (`std.zig.ZonGen`). It is read by the same
 * builder as Zig itself; what is no data is a fault at its place.
 */
import type { Expression, NodeBase, Root, SourceFile, SyntaxFault } from './ast.js';
import { expectExpression } from './expression.js';
import { createParser, expect, type Parser } from './parser.js';
import { errorNode, parseOr } from './recovery.js';
import { Tok } from './token-kinds.js';
import { tokenize } from './tokenize.js';

export interface ZonFile {
  readonly source: SourceFile;
  readonly value: Expression;
}

/** Parses the text of a ZON file. It never throws; what is wrong is in the source's `faults`. */
export function parseZon(path: string, text: string): ZonFile {
  const { tokens, comments } = tokenize(text, undefined);
  const p = createParser(text, tokens, comments, 'tokens');
  const value = parseOr<Expression>(p, parseWhole, errorNode);
  const faults = [...p.faults, ...(p.faults.length === 0 ? notData(value) : [])];
  const root: Root = { kind: 'root', start: 0, end: text.length, main: 0, members: [] };
  return { source: { path, text, root, tokens, comments, faults, spellings: p.spellings }, value };
}

function parseWhole(p: Parser): Expression {
  const value = expectExpression(p);
  expect(p, Tok.endOfFile);
  return value;
}

/** Names that are values; there are no others to refer to. */
const VALUE_NAMES: ReadonlySet<string> = new Set(['true', 'false', 'null', 'nan', 'inf']);

/** The parts of an expression that are not data. */
function notData(node: Expression): readonly SyntaxFault[] {
  switch (node.kind) {
    case 'numberLiteral':
    case 'charLiteral':
    case 'stringLiteral':
    case 'enumLiteral':
      return [];
    case 'identifier':
      return VALUE_NAMES.has(node.name.text) ? [] : [fault(node, `\`${node.name.text}\``, [...VALUE_NAMES].join(', '))];
    case 'unary':
      return isSigned(node.operator, node.operand) ? [] : [fault(node, 'an operator', 'a value')];
    case 'arrayInit':
      return [...untyped(node.type), ...node.elements.flatMap(notData)];
    case 'structInit':
      return [...untyped(node.type), ...node.fields.flatMap((field) => notData(field.value))];
    default:
      return [fault(node, 'an expression', 'a value')];
  }
}

/** `-1`, `-inf`. */
function isSigned(operator: string, operand: Expression): boolean {
  if (operator !== '-') return false;
  return operand.kind === 'numberLiteral' || (operand.kind === 'identifier' && operand.name.text === 'inf');
}

function untyped(type: Expression | undefined): readonly SyntaxFault[] {
  return type === undefined ? [] : [fault(type, 'a type', '`.{`')];
}

function fault(node: NodeBase, found: string, expected: string): SyntaxFault {
  return { start: node.start, end: node.end, found, expected };
}
