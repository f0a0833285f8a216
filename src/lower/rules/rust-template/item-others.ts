/** `impl`, `trait`, constants, aliases, `use`, modules and `extern`. */
import type {
  ConstItem,
  ImplItem,
  Item,
  ModuleItem,
  StaticItem,
  TraitItem,
  Type,
  TypeAliasItem,
  UseItem,
  UseTree,
} from '../../../emit/rust-ast.js';
import type { Cursor } from './cursor.js';
import { parseExpr } from './expr.js';
import { type ItemHead, parseItemList, parseModuleContent } from './item.js';
import { generics, parseGenericParameters, parseWhere } from './item-function.js';
import { parseAbi, parseBounds, parseType } from './type.js';

export function parseImpl(cursor: Cursor, head: ItemHead): ImplItem {
  const isUnsafe = cursor.acceptKeyword('unsafe');
  cursor.expectKeyword('impl');
  const parameters = parseGenericParameters(cursor);
  const negative = cursor.acceptPunctuation('!');
  const first = parseType(cursor);
  const type = cursor.acceptKeyword('for') ? parseType(cursor) : undefined;
  const where = parseWhere(cursor);
  const body = parseItemBlock(cursor);
  return {
    kind: 'impl',
    ...head,
    ...(isUnsafe ? { unsafe: true } : {}),
    ...(negative ? { negative } : {}),
    ...(type === undefined ? { type: first } : { trait: traitPath(first, cursor), type }),
    ...generics(parameters, where),
    ...body,
  };
}

function traitPath(type: Type, cursor: Cursor): NonNullable<ImplItem['trait']> {
  if (type.kind === 'path') return type.path;
  if (type.kind === 'meta') return { segments: [{ name: `$${type.name}` }] };
  return cursor.fail('expected a trait before `for`');
}

function parseItemBlock(cursor: Cursor): Pick<ImplItem, 'items' | 'dangling'> {
  cursor.expectPunctuation('{');
  const list = parseItemList(cursor, '}');
  cursor.expectPunctuation('}');
  return list;
}

export function parseTrait(cursor: Cursor, head: ItemHead): TraitItem {
  const isUnsafe = cursor.acceptKeyword('unsafe');
  cursor.expectKeyword('trait');
  const name = cursor.expectName();
  const parameters = parseGenericParameters(cursor);
  const supertraits = cursor.acceptPunctuation(':') ? parseBounds(cursor) : [];
  const where = parseWhere(cursor);
  return {
    kind: 'trait',
    ...head,
    ...(isUnsafe ? { unsafe: true } : {}),
    name,
    supertraits,
    ...generics(parameters, where),
    ...parseItemBlock(cursor),
  };
}

export function parseConst(cursor: Cursor, head: ItemHead): ConstItem {
  cursor.expectKeyword('const');
  const name = cursor.peek().text === '_' ? cursor.next().text : cursor.expectName();
  return { kind: 'const', ...head, name, ...parseTypedValue(cursor) };
}

export function parseStatic(cursor: Cursor, head: ItemHead): StaticItem {
  const safety = cursor.acceptKeyword('unsafe') ? 'unsafe' : undefined;
  cursor.expectKeyword('static');
  const mutable = cursor.acceptKeyword('mut');
  const name = cursor.expectName();
  return {
    kind: 'static',
    ...head,
    ...(safety === undefined ? {} : { safety }),
    mutable,
    name,
    ...parseTypedValue(cursor),
  };
}

function parseTypedValue(cursor: Cursor): Pick<ConstItem, 'type' | 'value'> {
  cursor.expectPunctuation(':');
  const type = parseType(cursor);
  const value = cursor.acceptPunctuation('=') ? parseExpr(cursor) : undefined;
  if (!cursor.isPunctuation('}')) cursor.expectPunctuation(';');
  return value === undefined ? { type } : { type, value };
}

export function parseTypeAlias(cursor: Cursor, head: ItemHead): TypeAliasItem {
  cursor.expectKeyword('type');
  const name = cursor.expectName();
  const parameters = parseGenericParameters(cursor);
  const bounds = cursor.acceptPunctuation(':') ? parseBounds(cursor) : undefined;
  const where = parseWhere(cursor);
  const type = cursor.acceptPunctuation('=') ? parseType(cursor) : undefined;
  cursor.expectPunctuation(';');
  return {
    kind: 'typeAlias',
    ...head,
    name,
    ...generics(parameters, where),
    ...(bounds === undefined ? {} : { bounds }),
    ...(type === undefined ? {} : { type }),
  };
}

export function parseUse(cursor: Cursor, head: ItemHead): UseItem {
  cursor.expectKeyword('use');
  const tree = parseUseTree(cursor);
  cursor.expectPunctuation(';');
  return { kind: 'use', ...head, tree };
}

function parseUseTree(cursor: Cursor): UseTree {
  const global = cursor.acceptPunctuation('::') ? { global: true } : {};
  const prefix: string[] = [];
  for (;;) {
    if (cursor.acceptPunctuation('*')) return { ...global, prefix, leaf: { kind: 'glob' } };
    if (cursor.acceptPunctuation('{'))
      return { ...global, prefix, leaf: { kind: 'group', trees: parseUseGroup(cursor) } };
    const token = cursor.peek();
    const name = ['self', 'super', 'crate'].includes(token.text) ? cursor.next().text : cursor.expectName();
    if (cursor.acceptPunctuation('::')) {
      prefix.push(name);
      continue;
    }
    const alias = cursor.acceptKeyword('as') ? parseAlias(cursor) : undefined;
    return { ...global, prefix, leaf: { kind: 'name', name, ...(alias === undefined ? {} : { alias }) } };
  }
}

function parseAlias(cursor: Cursor): string {
  return cursor.peek().text === '_' ? cursor.next().text : cursor.expectName();
}

function parseUseGroup(cursor: Cursor): readonly UseTree[] {
  const trees: UseTree[] = [];
  while (!cursor.acceptPunctuation('}')) {
    trees.push(parseUseTree(cursor));
    if (!cursor.isPunctuation('}')) cursor.expectPunctuation(',');
  }
  return trees;
}

export function parseModule(cursor: Cursor, head: ItemHead): ModuleItem {
  cursor.expectKeyword('mod');
  const name = cursor.expectName();
  if (cursor.acceptPunctuation(';')) return { kind: 'mod', ...head, name };
  cursor.expectPunctuation('{');
  const content = parseModuleContent(cursor, '}');
  cursor.expectPunctuation('}');
  return { kind: 'mod', ...head, name, content };
}

export function parseExtern(cursor: Cursor, head: ItemHead): Item {
  const isUnsafe = cursor.acceptKeyword('unsafe');
  if (cursor.isKeyword('extern') && cursor.isKeyword('crate', 1)) {
    cursor.next();
    cursor.next();
    const name = cursor.expectName();
    const alias = cursor.acceptKeyword('as') ? parseAlias(cursor) : undefined;
    cursor.expectPunctuation(';');
    return { kind: 'externCrate', ...head, name, ...(alias === undefined ? {} : { alias }) };
  }
  const abi = parseAbi(cursor) ?? cursor.fail('expected `extern`');
  return {
    kind: 'externBlock',
    ...head,
    ...(isUnsafe ? { unsafe: true } : {}),
    abi: abi === '' ? 'C' : abi,
    ...parseItemBlock(cursor),
  };
}
