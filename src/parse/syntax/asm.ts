/** Inline assembly, with the clobbers of both ages: a list of strings up to 0.14, one expression since. */
import type { Asm, AsmOperand, Expression, SpellingName } from './ast.js';
import { parseString } from './atom.js';
import { expectExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, endOf, expect, expectName, fail, here, nameAt, peek, startOf, warn } from './parser.js';
import { noteSpelling } from './spellings.js';
import { Tok } from './token-kinds.js';
import { expectType } from './type.js';

interface AsmOperands {
  readonly outputs: readonly AsmOperand[];
  readonly inputs: readonly AsmOperand[];
  readonly clobbers: readonly Expression[];
}

const NO_OPERANDS: AsmOperands = { outputs: [], inputs: [], clobbers: [] };

/** The next token is `asm`. */
export function parseAsm(p: Parser): Asm {
  const main = advance(p);
  const isVolatile = eat(p, Tok.volatile);
  expect(p, Tok['(']);
  const template = expectExpression(p);
  const { outputs, inputs, clobbers } = peek(p) === Tok[')'] ? NO_OPERANDS : parseOperands(p);
  const close = expect(p, Tok[')']);
  const start = startOf(p, main);
  return { kind: 'asm', start, end: endOf(p, close), main, isVolatile, template, outputs, inputs, clobbers };
}

function parseOperands(p: Parser): AsmOperands {
  expect(p, Tok[':']);
  const outputs = parseOperandList(p, parseOutputValue);
  const inputs = eat(p, Tok[':']) ? parseOperandList(p, parseInputValue) : [];
  const clobbers = eat(p, Tok[':']) ? parseClobbers(p) : [];
  return { outputs, inputs, clobbers };
}

interface OperandValue {
  readonly isResult: boolean;
  readonly value: Expression;
}

function parseOperandList(p: Parser, parseValue: (p: Parser) => OperandValue): readonly AsmOperand[] {
  const operands: AsmOperand[] = [];
  while (peek(p) === Tok['[']) {
    operands.push(parseOperand(p, parseValue));
    switch (peek(p)) {
      case Tok[',']:
        advance(p);
        break;
      case Tok[':']:
      case Tok[')']:
      case Tok['}']:
      case Tok[']']:
        return operands;
      default:
        warn(p, "','");
    }
  }
  return operands;
}

/** `[name] "constraint" (value)`. */
function parseOperand(p: Parser, parseValue: (p: Parser) => OperandValue): AsmOperand {
  const start = here(p);
  advance(p);
  const name = expectName(p);
  expect(p, Tok[']']);
  if (peek(p) !== Tok.string) fail(p, 'a string literal');
  const constraint = parseString(p);
  expect(p, Tok['(']);
  const { isResult, value } = parseValue(p);
  const close = expect(p, Tok[')']);
  return { kind: 'asmOperand', start, end: endOf(p, close), main: name.token, name, constraint, isResult, value };
}

/** `-> T`, or the name of the variable that receives it. */
function parseOutputValue(p: Parser): OperandValue {
  if (eat(p, Tok['->'])) return { isResult: true, value: expectType(p) };
  const main = expect(p, Tok.identifier);
  const name = nameAt(p, main);
  return { isResult: false, value: { kind: 'identifier', start: name.start, end: name.end, main, name } };
}

function parseInputValue(p: Parser): OperandValue {
  return { isResult: false, value: expectExpression(p) };
}

function parseClobbers(p: Parser): readonly Expression[] {
  const clobbers: Expression[] = [];
  if (peek(p) === Tok[')']) return clobbers;
  const first = p.token;
  do clobbers.push(expectExpression(p));
  while (eat(p, Tok[',']) && peek(p) === Tok.string);
  noteSpelling(p, clobberSpelling(clobbers), first);
  return clobbers;
}

function clobberSpelling([first, ...more]: readonly Expression[]): SpellingName {
  if (more.length > 0) return 'stringClobbers';
  return first?.kind === 'stringLiteral' ? 'stringClobber' : 'clobberValue';
}
