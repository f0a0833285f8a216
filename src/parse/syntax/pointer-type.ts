/** Pointer types: `*T`, `[*]T`, `[*c]T`, `[*:s]T`, `[]T`, with `align`, `addrspace`, `const`, `volatile`, `allowzero` in any order. */
import type { Expression, PointerSize, PointerType } from './ast.js';
import { expectExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, expect, here, isWord, peek, startOf, warn, warnAt } from './parser.js';
import { Tok } from './token-kinds.js';
import { expectType } from './type.js';

interface PointerModifiers {
  isConst: boolean;
  isVolatile: boolean;
  isAllowzero: boolean;
  align: Expression | undefined;
  bitOffset: Expression | undefined;
  hostSize: Expression | undefined;
  addrspace: Expression | undefined;
}

/** What follows the opening of a pointer type, from its modifiers on. `main` is the opening token. */
export function finishPointerType(
  p: Parser,
  main: number,
  size: PointerSize,
  sentinel: Expression | undefined,
): PointerType {
  const modifiers = parseModifiers(p);
  const child = expectType(p);
  if (size !== 'one' && modifiers.bitOffset !== undefined) {
    warnAt(p, modifiers.bitOffset.main, 'a bit range', 'a bit range on single item pointers only');
  }
  return buildPointer(startOf(p, main), main, size, sentinel, modifiers, child);
}

function buildPointer(
  start: number,
  main: number,
  size: PointerSize,
  sentinel: Expression | undefined,
  modifiers: PointerModifiers,
  child: Expression,
): PointerType {
  return {
    kind: 'pointerType',
    start,
    end: child.end,
    main,
    size,
    isConst: modifiers.isConst,
    isVolatile: modifiers.isVolatile,
    isAllowzero: modifiers.isAllowzero,
    sentinel,
    align: modifiers.align,
    bitOffset: modifiers.bitOffset,
    hostSize: modifiers.hostSize,
    addrspace: modifiers.addrspace,
    child,
  };
}

/** `*T`; `**T` is one token and two pointers, the modifiers are the inner one's. */
export function parsePointerType(p: Parser): PointerType {
  const isDouble = peek(p) === Tok['**'];
  const start = here(p);
  const main = advance(p);
  const inner = finishPointerType(p, main, 'one', undefined);
  return isDouble ? buildPointer(start, main, 'one', undefined, noModifiers(), inner) : inner;
}

/** `[*]T`, `[*c]T`, `[*:s]T`. */
export function parseManyPointerType(p: Parser): PointerType {
  const main = advance(p);
  advance(p);
  const isC = isWord(p, 'c');
  if (isC) advance(p);
  const sentinel = !isC && eat(p, Tok[':']) ? expectExpression(p) : undefined;
  expect(p, Tok[']']);
  return finishPointerType(p, main, isC ? 'c' : 'many', sentinel);
}

function noModifiers(): PointerModifiers {
  return {
    isConst: false,
    isVolatile: false,
    isAllowzero: false,
    align: undefined,
    bitOffset: undefined,
    hostSize: undefined,
    addrspace: undefined,
  };
}

function parseModifiers(p: Parser): PointerModifiers {
  const modifiers = noModifiers();
  for (;;) {
    switch (peek(p)) {
      case Tok.const:
        if (modifiers.isConst) warn(p, "no second 'const'");
        modifiers.isConst = true;
        advance(p);
        break;
      case Tok.volatile:
        if (modifiers.isVolatile) warn(p, "no second 'volatile'");
        modifiers.isVolatile = true;
        advance(p);
        break;
      case Tok.allowzero:
        if (modifiers.isAllowzero) warn(p, "no second 'allowzero'");
        modifiers.isAllowzero = true;
        advance(p);
        break;
      case Tok.align:
        parseAlignModifier(p, modifiers);
        break;
      case Tok.addrspace:
        if (modifiers.addrspace !== undefined) warn(p, "no second 'addrspace'");
        advance(p);
        expect(p, Tok['(']);
        modifiers.addrspace = expectExpression(p);
        expect(p, Tok[')']);
        break;
      default:
        return modifiers;
    }
  }
}

/** `align(a)`, `align(a:bitOffset:hostSize)`. */
function parseAlignModifier(p: Parser, modifiers: PointerModifiers): void {
  if (modifiers.align !== undefined) warn(p, "no second 'align'");
  advance(p);
  expect(p, Tok['(']);
  modifiers.align = expectExpression(p);
  if (eat(p, Tok[':'])) {
    modifiers.bitOffset = expectExpression(p);
    expect(p, Tok[':']);
    modifiers.hostSize = expectExpression(p);
  }
  expect(p, Tok[')']);
}
