/** `switch`, labelled or not, and its prongs. */
import type { Expression, Name, Switch, SwitchItem, SwitchProng } from './ast.js';
import { parseSwitchCaptures } from './captures.js';
import { expectExpression, expectSingleAssign, parseExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, endOf, expect, here, peek, startOf, warn } from './parser.js';
import { Tok } from './token-kinds.js';

/** The next token is `switch`. Its main token is the label where there is one. */
export function parseSwitch(p: Parser, label: Name | undefined): Switch {
  const keyword = advance(p);
  const main = label?.token ?? keyword;
  expect(p, Tok['(']);
  const operand = expectExpression(p);
  expect(p, Tok[')']);
  expect(p, Tok['{']);
  const prongs = parseProngs(p);
  const close = expect(p, Tok['}']);
  return { kind: 'switch', start: startOf(p, main), end: endOf(p, close), main, label, operand, prongs };
}

function parseProngs(p: Parser): readonly SwitchProng[] {
  const prongs: SwitchProng[] = [];
  for (;;) {
    const prong = parseProng(p);
    if (prong === undefined) return prongs;
    prongs.push(prong);
    switch (peek(p)) {
      case Tok[',']:
        advance(p);
        break;
      case Tok[':']:
      case Tok[')']:
      case Tok['}']:
      case Tok[']']:
        return prongs;
      default:
        warn(p, "',' after the switch prong");
    }
  }
}

function parseProng(p: Parser): SwitchProng | undefined {
  const start = here(p);
  const isInline = eat(p, Tok.inline);
  const isElse = eat(p, Tok.else);
  const items = isElse ? [] : parseItems(p);
  if (!isElse && items.length === 0) {
    if (isInline) p.token--;
    return undefined;
  }
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
