/** What stands in the body of a function is private to it. */
import type { Fields, Item } from '../rust-ast.js';

/** The item without `pub`, and its fields and functions, too. */
export function withoutVisibility(item: Item): Item {
  const own = { ...item, visibility: undefined };
  switch (own.kind) {
    case 'impl':
      return { ...own, items: own.items.map(withoutVisibility) };
    case 'struct':
      return { ...own, fields: privateFields(own.fields) };
    case 'union':
      return { ...own, fields: own.fields.map((field) => ({ ...field, visibility: undefined })) };
    default:
      return own;
  }
}

function privateFields(fields: Fields): Fields {
  switch (fields.kind) {
    case 'unit':
      return fields;
    case 'tuple':
      return { ...fields, fields: fields.fields.map((field) => ({ ...field, visibility: undefined })) };
    case 'named':
      return { ...fields, fields: fields.fields.map((field) => ({ ...field, visibility: undefined })) };
  }
}
