/** Captures between bars: `|x|`, `|*x|`, `|value, tag|`, `|a, *b, i|`. */
import type { Capture, Name } from './ast.js';
import type { Parser } from './parser.js';
import { eat, expect, expectName, peek, warn, warnAt } from './parser.js';
import { Tok } from './token-kinds.js';

/** `|name|`. */
export function parsePayload(p: Parser): Name | undefined {
  if (!eat(p, Tok['|'])) return undefined;
  const name = expectName(p);
  expect(p, Tok['|']);
  return name;
}

/** `|*name|`. */
export function parsePointerPayload(p: Parser): Capture | undefined {
  if (!eat(p, Tok['|'])) return undefined;
  const capture = expectCapture(p);
  expect(p, Tok['|']);
  return capture;
}

function expectCapture(p: Parser): Capture {
  const byPointer = eat(p, Tok['*']);
  return { byPointer, name: expectName(p) };
}

export interface SwitchCaptures {
  readonly capture: Capture | undefined;
  readonly tagCapture: Name | undefined;
}

const NO_CAPTURES: SwitchCaptures = { capture: undefined, tagCapture: undefined };

/** `|*value, tag|` of a switch prong. */
export function parseSwitchCaptures(p: Parser): SwitchCaptures {
  if (!eat(p, Tok['|'])) return NO_CAPTURES;
  const capture = expectCapture(p);
  const tagCapture = eat(p, Tok[',']) ? expectName(p) : undefined;
  expect(p, Tok['|']);
  return { capture, tagCapture };
}

/** The captures of a `for`; up to 0.10 one input could have two, the second being the index. */
export function expectLoopCaptures(p: Parser, inputCount: number): readonly Capture[] {
  const captures: Capture[] = [];
  if (!eat(p, Tok['|'])) {
    warn(p, 'loop captures');
    return captures;
  }
  do {
    const token = p.token;
    const capture = expectCapture(p);
    const isOldIndex = inputCount === 1 && captures.length === 1 && !capture.byPointer;
    if (captures.length === inputCount && !isOldIndex) {
      warnAt(p, token, `'${capture.name.text}'`, 'no more captures than loop inputs');
    }
    captures.push(capture);
    if (peek(p) === Tok['|']) break;
    if (!eat(p, Tok[','])) warn(p, "',' after the capture");
  } while (peek(p) !== Tok['|']);
  expect(p, Tok['|']);
  if (captures.length < inputCount) {
    warnAt(p, p.token - 1, "'|'", `a capture for every loop input (${inputCount})`);
  }
  return captures;
}
