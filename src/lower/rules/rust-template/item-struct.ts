/** Structs, unions and enums. */
import type {
  EnumItem,
  Fields,
  NamedField,
  StructItem,
  Trivia,
  TupleField,
  UnionItem,
  Variant,
} from '../../../emit/rust-ast.js';
import type { Cursor } from './cursor.js';
import { parseExpr } from './expr.js';
import { type ItemHead, parseItemHead } from './item.js';
import { generics, parseGenericParameters, parseWhere } from './item-function.js';
import { parseType } from './type.js';

export function parseStruct(cursor: Cursor, head: ItemHead): StructItem {
  cursor.expectKeyword('struct');
  const name = cursor.expectName();
  const parameters = parseGenericParameters(cursor);
  const before = parseWhere(cursor);
  const fields = parseFields(cursor);
  const where = before.length > 0 ? before : parseWhere(cursor);
  if (fields.kind !== 'named') cursor.expectPunctuation(';');
  return { kind: 'struct', ...head, name, fields, ...generics(parameters, where) };
}

export function parseUnion(cursor: Cursor, head: ItemHead): UnionItem {
  cursor.next();
  const name = cursor.expectName();
  const parameters = parseGenericParameters(cursor);
  const where = parseWhere(cursor);
  const fields = parseFields(cursor);
  if (fields.kind !== 'named') cursor.fail('expected `{`');
  return { kind: 'union', ...head, name, fields: fields.fields, ...generics(parameters, where) };
}

export function parseEnum(cursor: Cursor, head: ItemHead): EnumItem {
  cursor.expectKeyword('enum');
  const name = cursor.expectName();
  const parameters = parseGenericParameters(cursor);
  const where = parseWhere(cursor);
  cursor.expectPunctuation('{');
  const { parts, dangling } = parseParts(cursor, '}', parseVariant);
  return {
    kind: 'enum',
    ...head,
    name,
    variants: parts,
    ...generics(parameters, where),
    ...(dangling.length > 0 ? { dangling } : {}),
  };
}

function parseFields(cursor: Cursor): Fields {
  if (cursor.acceptPunctuation('{')) {
    const { parts, dangling } = parseParts(cursor, '}', parseNamedField);
    return { kind: 'named', fields: parts, ...(dangling.length > 0 ? { dangling } : {}) };
  }
  if (cursor.acceptPunctuation('(')) return { kind: 'tuple', fields: parseParts(cursor, ')', parseTupleField).parts };
  return { kind: 'unit' };
}

interface Parts<N> {
  readonly parts: readonly N[];
  readonly dangling: NonNullable<EnumItem['dangling']>;
}

/** Parts with commas and their comments, up to the closing delimiter. */
function parseParts<N extends Trivia>(cursor: Cursor, close: string, parse: (cursor: Cursor) => N): Parts<N> {
  const parts: N[] = [];
  for (;;) {
    const { leading, blankLineBefore } = cursor.leading();
    if (cursor.acceptPunctuation(close)) return { parts, dangling: leading };
    const part = parse(cursor);
    if (!cursor.isPunctuation(close)) cursor.expectPunctuation(',');
    const trailing = cursor.trailing();
    parts.push({
      ...part,
      ...(leading.length > 0 ? { leading } : {}),
      ...(blankLineBefore && parts.length > 0 ? { blankLineBefore } : {}),
      ...(trailing === undefined ? {} : { trailing }),
    });
  }
}

function parseNamedField(cursor: Cursor): NamedField {
  const head = parseItemHead(cursor);
  const name = cursor.expectName();
  cursor.expectPunctuation(':');
  return { ...head, name, type: parseType(cursor) };
}

function parseTupleField(cursor: Cursor): TupleField {
  return { ...parseItemHead(cursor), type: parseType(cursor) };
}

function parseVariant(cursor: Cursor): Variant {
  const head = parseItemHead(cursor);
  const name = cursor.expectName();
  const fields = parseFields(cursor);
  return cursor.acceptPunctuation('=')
    ? { ...head, name, fields, discriminant: parseExpr(cursor) }
    : { ...head, name, fields };
}
