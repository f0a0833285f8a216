/** Items: which one begins here, and the items of a file or block. */
import type { Attribute, Comment, Item, ModuleContent, Visibility } from '../../../emit/rust-ast.js';
import { parseDocs, parseInnerAttributes, parseOuterAttributes } from './attribute.js';
import type { Cursor, Leading } from './cursor.js';
import { parseFunction } from './item-function.js';
import {
  parseConst,
  parseExtern,
  parseImpl,
  parseModule,
  parseStatic,
  parseTrait,
  parseTypeAlias,
  parseUse,
} from './item-others.js';
import { parseEnum, parseStruct, parseUnion } from './item-struct.js';
import { parseMacroCall, startsMacro } from './macro.js';
import { parsePath } from './path.js';

/** What every item may have in front. */
export interface ItemHead {
  readonly docs?: readonly string[];
  readonly attributes?: readonly Attribute[];
  readonly visibility?: Visibility;
  /** Comments between the documentation and the item. */
  readonly leading?: readonly Comment[];
}

const itemKeywords: readonly string[] = [
  'fn',
  'struct',
  'enum',
  'impl',
  'trait',
  'static',
  'type',
  'use',
  'mod',
  'extern',
  'pub',
];

/** Whether an item begins here, attributes and documentation aside. */
export function startsItem(cursor: Cursor): boolean {
  if (itemKeywords.some((word) => cursor.isKeyword(word))) return true;
  if (cursor.isKeyword('const')) return !cursor.isPunctuation('{', 1);
  if (cursor.isKeyword('unsafe')) return !cursor.isPunctuation('{', 1);
  return isUnion(cursor);
}

function isUnion(cursor: Cursor): boolean {
  return (
    cursor.peek().kind === 'name' &&
    cursor.peek().text === 'union' &&
    cursor.isName(1) &&
    (cursor.isPunctuation('{', 2) || cursor.isPunctuation('<', 2))
  );
}

/** The items up to a closing token or the end, with their comments. */
export function parseItems(cursor: Cursor, close: string | undefined): readonly Item[] {
  return parseItemList(cursor, close).items;
}

/** Items and the comments behind the last of them. */
export function parseItemList(cursor: Cursor, close: string | undefined): Pick<ModuleContent, 'items' | 'dangling'> {
  const items: Item[] = [];
  for (;;) {
    const before = cursor.leading();
    if (close === undefined ? cursor.peek().kind === 'end' : cursor.isPunctuation(close)) {
      const [first, ...rest] = before.leading;
      if (first === undefined) return { items };
      return { items, dangling: [before.blankLineBefore ? { ...first, blankLineBefore: true } : first, ...rest] };
    }
    const item = parseItem(cursor);
    items.push(withComments(item, cursor, before, items.length === 0));
  }
}

function withComments(item: Item, cursor: Cursor, before: Leading, isFirst: boolean): Item {
  const trailing = cursor.trailing();
  return {
    ...item,
    ...(before.leading.length > 0 ? { leading: [...before.leading, ...(item.leading ?? [])] } : {}),
    blankLineBefore: before.blankLineBefore && !isFirst,
    ...(before.blankLineAfterLeading ? { blankLineAfterLeading: true } : {}),
    ...(trailing === undefined ? {} : { trailing }),
  };
}

/** A whole file, or what stands between the braces of a module. */
export function parseModuleContent(cursor: Cursor, close?: string): ModuleContent {
  const before = cursor.leading();
  const docs: string[] = [];
  while (cursor.peek().kind === 'innerDocComment') docs.push(cursor.next().text.trimEnd());
  const attributes = parseInnerAttributes(cursor);
  const hasHead = docs.length > 0 || attributes.length > 0;
  const list = parseItemList(cursor, close);
  return {
    ...list,
    ...(docs.length > 0 ? { docs } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(hasHead && before.leading.length > 0 ? { header: before.leading } : {}),
  };
}

export function parseItem(cursor: Cursor): Item {
  const head = parseItemHead(cursor);
  if (startsFunction(cursor)) return parseFunction(cursor, head);
  for (const [keyword, parse] of itemParsers) if (cursor.isKeyword(keyword)) return parse(cursor, head);
  if (cursor.isKeyword('unsafe')) return parseUnsafeItem(cursor, head);
  if (isUnion(cursor)) return parseUnion(cursor, head);
  if (startsMacro(cursor)) {
    const call = parseMacroCall(cursor);
    cursor.acceptPunctuation(';');
    return { kind: 'macro', call, ...head };
  }
  return cursor.fail('expected an item');
}

/** Documentation and attributes in any order, and the visibility. */
export function parseItemHead(cursor: Cursor): ItemHead {
  const docs: string[] = [];
  const attributes: Attribute[] = [];
  while (cursor.peek().kind === 'docComment' || cursor.isPunctuation('#')) {
    docs.push(...parseDocs(cursor));
    attributes.push(...parseOuterAttributes(cursor));
  }
  const { leading } = docs.length > 0 || attributes.length > 0 ? cursor.leading() : { leading: [] };
  const visibility = parseVisibility(cursor);
  return {
    ...(leading.length > 0 ? { leading } : {}),
    ...(docs.length > 0 ? { docs } : {}),
    ...(attributes.length > 0 ? { attributes } : {}),
    ...(visibility === undefined ? {} : { visibility }),
  };
}

const itemParsers: readonly (readonly [string, (cursor: Cursor, head: ItemHead) => Item])[] = [
  ['struct', parseStruct],
  ['enum', parseEnum],
  ['impl', parseImpl],
  ['trait', parseTrait],
  ['const', parseConst],
  ['static', parseStatic],
  ['type', parseTypeAlias],
  ['use', parseUse],
  ['mod', parseModule],
  ['extern', parseExtern],
];

/** `const unsafe extern "C" fn`. */
function startsFunction(cursor: Cursor): boolean {
  let ahead = 0;
  for (;;) {
    if (cursor.isKeyword('fn', ahead)) return true;
    const token = cursor.peek(ahead);
    const isQualifier = ['const', 'unsafe', 'extern', 'async', 'safe'].includes(token.text) && token.kind === 'name';
    if (!isQualifier && !(token.kind === 'str' && ahead > 0)) return false;
    ahead += 1;
  }
}

function parseUnsafeItem(cursor: Cursor, head: ItemHead): Item {
  if (cursor.isKeyword('impl', 1)) return parseImpl(cursor, head);
  if (cursor.isKeyword('trait', 1)) return parseTrait(cursor, head);
  if (cursor.isKeyword('static', 1)) return parseStatic(cursor, head);
  return parseExtern(cursor, head);
}

function parseVisibility(cursor: Cursor): Visibility | undefined {
  if (!cursor.acceptKeyword('pub')) return undefined;
  const restricted =
    cursor.isPunctuation('(') && ['crate', 'super', 'self', 'in'].some((word) => cursor.isKeyword(word, 1));
  if (!restricted) return 'pub';
  cursor.expectPunctuation('(');
  const visibility = parseRestriction(cursor);
  cursor.expectPunctuation(')');
  return visibility;
}

function parseRestriction(cursor: Cursor): Visibility {
  if (cursor.acceptKeyword('crate')) return 'pub(crate)';
  if (cursor.acceptKeyword('super')) return 'pub(super)';
  if (cursor.acceptKeyword('self')) return 'private';
  cursor.expectKeyword('in');
  return { kind: 'in', path: parsePath(cursor, 'module') };
}
