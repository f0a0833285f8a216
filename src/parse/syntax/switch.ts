/** `switch`, labelled or not, and its prongs. */
import type { Expression, Name, Switch, SwitchItem, SwitchProng } from './ast.js';
import { parseSwitchCaptures } from './captures.js';
import { expectExpression, expectSingleAssign, parseExpression } from './expression.js';
import { endsBraces, takeClosingBrace } from './layout.js';
import type { Parser } from './parser.js';
import { advance, eat, expect, fail, here, peek, previousEnd, startOf, warn } from './parser.js';
import { errorNode, parseOr, skipToNextItem } from './recovery.js';
import { noteSpelling } from './spellings.js';
import { Tok } from './token-kinds.js';

/** The next token is `switch`. Its main token is the label where there is one. */
export function parseSwitch(p: Parser, label: Name | undefined): Switch {
  const keyword = advance(p);
  const main = label?.token ?? keyword;
  if (label !== undefined) noteSpelling(p, 'switchLabel', main);
  expect(p, Tok['(']);
  const operand = expectExpression(p);
  expect(p, Tok[')']);
  const prongs = parseProngs(p, expect(p, Tok['{']));
  const start = startOf(p, main);
  return { kind: 'switch', start, end: previousEnd(p), main, label, operand, prongs };
}

/** The prongs between the braces that token `opening` opened; the closing one is taken. */
function parseProngs(p: Parser, opening: number): readonly SwitchProng[] {
  const prongs: SwitchProng[] = [];
  const { construct } = p;
  while (!endsBraces(p, opening, construct, p.memberIndent)) prongs.push(parseProngOrError(p));
  takeClosingBrace(p, opening, construct);
  p.construct = construct;
  return prongs;
}

/** A prong with its comma, or the error node of one. */
function parseProngOrError(p: Parser): SwitchProng {
  p.construct = p.token;
  return parseOr(p, parseProngAndComma, skipProng);
}

function parseProngAndComma(p: Parser): SwitchProng {
  const prong = parseProng(p);
  if (!eat(p, Tok[',']) && peek(p) !== Tok['}']) warn(p, "',' after the switch prong");
  return prong;
}

function skipProng(p: Parser, first: number): SwitchProng {
  skipToNextItem(p, first);
  if (p.token === first) advance(p);
  const error = errorNode(p, first);
  const { start, end, main } = error;
  return {
    kind: 'switchProng',
    start,
    end,
    main,
    isInline: false,
    items: [error],
    isElse: false,
    capture: undefined,
    tagCapture: undefined,
    body: error,
  };
}

function parseProng(p: Parser): SwitchProng {
  const start = here(p);
  const isInline = eat(p, Tok.inline);
  const isElse = eat(p, Tok.else);
  const items = isElse ? [] : parseItems(p);
  if (!isElse && items.length === 0) fail(p, 'a switch prong');
  const main = expect(p, Tok['=>']);
  const { capture, tagCapture } = parseSwitchCaptures(p);
  const body = expectSingleAssign(p);
  return { kind: 'switchProng', start, end: body.end, main, isInline, items, isElse, capture, tagCapture, body };
}

function parseItems(p: Parser): readonly SwitchItem[] {
  const items: SwitchItem[] = [];
  do {
    const low = parseExpression(p);
    if (low === undefined) break;
    items.push(peek(p) === Tok['...'] ? parseRange(p, low) : low);
  } while (eat(p, Tok[',']));
  return items;
}

/** `low...high`. */
function parseRange(p: Parser, low: Expression): SwitchItem {
  const main = advance(p);
  const high = expectExpression(p);
  return { kind: 'switchRange', start: low.start, end: high.end, main, low, high };
}
