/** Struct literals. */
import type { Expr, FieldValue, Path } from '../../../emit/rust-ast.js';
import { parseOuterAttributes } from './attribute.js';
import type { Cursor } from './cursor.js';
import { parseExpr } from './expr.js';

/** `{ field: value, ..base }` behind its path. */
export function parseStructFields(cursor: Cursor, path: Path): Expr {
  cursor.expectPunctuation('{');
  const fields: FieldValue[] = [];
  let base: Expr | undefined;
  for (;;) {
    const { leading, blankLineBefore } = cursor.leading();
    if (cursor.acceptPunctuation('}')) {
      const dangling = leading.length > 0 ? { dangling: leading } : {};
      return { kind: 'struct', path, fields, ...(base === undefined ? {} : { base }), ...dangling };
    }
    if (cursor.acceptPunctuation('..')) {
      if (cursor.acceptPunctuation('}')) return { kind: 'struct', path, fields, rest: true };
      const value = parseExpr(cursor);
      base = leading.length > 0 ? { ...value, leading } : value;
    } else {
      fields.push(withComments(parseField(cursor), cursor, leading, blankLineBefore && fields.length > 0));
      continue;
    }
    if (!cursor.isPunctuation('}')) cursor.expectPunctuation(',');
  }
}

function withComments(
  field: FieldValue,
  cursor: Cursor,
  leading: FieldValue['leading'],
  blankLineBefore: boolean,
): FieldValue {
  if (!cursor.isPunctuation('}')) cursor.expectPunctuation(',');
  const trailing = cursor.trailing();
  return {
    ...field,
    ...(leading !== undefined && leading.length > 0 ? { leading } : {}),
    ...(blankLineBefore ? { blankLineBefore } : {}),
    ...(trailing === undefined ? {} : { trailing }),
  };
}

function parseField(cursor: Cursor): FieldValue {
  const attributes = parseOuterAttributes(cursor);
  const common = attributes.length > 0 ? { attributes } : {};
  if (cursor.peek().kind === 'int') {
    const name = Number(cursor.next().text);
    cursor.expectPunctuation(':');
    return { ...common, name, value: parseExpr(cursor) };
  }
  const name = cursor.expectName();
  if (cursor.acceptPunctuation(':')) return { ...common, name, value: parseExpr(cursor) };
  const value: Expr = name.startsWith('$')
    ? { kind: 'meta', name: name.slice(1), variadic: false }
    : { kind: 'path', path: { segments: [{ name }] } };
  return { ...common, name, value };
}
