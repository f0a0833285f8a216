/** Functions and generic parameters. */
import type {
  FunctionItem,
  FunctionQualifiers,
  GenericParameter,
  Generics,
  Parameter,
  WherePredicate,
} from '../../../emit/rust-ast.js';
import { parseOuterAttributes } from './attribute.js';
import { parseBlock } from './control-flow.js';
import type { Cursor } from './cursor.js';
import { parseExpr } from './expr.js';
import type { ItemHead } from './item.js';
import { parseAlternative } from './pattern.js';
import { parseAbi, parseBounds, parseForLifetimes, parseType } from './type.js';

export function parseFunction(cursor: Cursor, head: ItemHead): FunctionItem {
  const qualifiers = parseQualifiers(cursor);
  cursor.expectKeyword('fn');
  const name = cursor.expectName();
  const parameters = parseGenericParameters(cursor);
  const { list, variadic } = parseParameters(cursor);
  const result = cursor.acceptPunctuation('->') ? parseType(cursor) : undefined;
  const where = parseWhere(cursor);
  const body = cursor.acceptPunctuation(';') ? undefined : parseBlock(cursor);
  return {
    kind: 'fn',
    ...head,
    name,
    parameters: list,
    ...(Object.keys(qualifiers).length > 0 ? { qualifiers } : {}),
    ...generics(parameters, where),
    ...(variadic ? { variadic } : {}),
    ...(result === undefined ? {} : { result }),
    ...(body === undefined ? {} : { body }),
  };
}

/** The `generics` property, if there are any. */
export function generics(
  parameters: readonly GenericParameter[],
  where: readonly WherePredicate[],
): { readonly generics?: Generics } {
  if (parameters.length === 0 && where.length === 0) return {};
  return { generics: { parameters, ...(where.length > 0 ? { where } : {}) } };
}

function parseQualifiers(cursor: Cursor): FunctionQualifiers {
  const isConst = cursor.acceptKeyword('const');
  const isAsync = cursor.peek().text === 'async' && cursor.next().kind === 'name';
  const isSafe = cursor.peek().text === 'safe' && cursor.next().kind === 'name';
  const isUnsafe = cursor.acceptKeyword('unsafe');
  const abi = parseAbi(cursor);
  return {
    ...(isConst ? { const: true } : {}),
    ...(isAsync ? { async: true } : {}),
    ...(isSafe ? { safe: true } : {}),
    ...(isUnsafe ? { unsafe: true } : {}),
    ...(abi === undefined ? {} : { abi }),
  };
}

/** `<'a, T: Bound, const N: usize = 1>`, if it is there. */
export function parseGenericParameters(cursor: Cursor): readonly GenericParameter[] {
  const parameters: GenericParameter[] = [];
  if (!cursor.isPunctuation('<')) return parameters;
  cursor.expectHalf('<');
  while (!cursor.acceptHalf('>')) {
    parameters.push(parseGenericParameter(cursor));
    if (!cursor.isPunctuation('>') && !cursor.isPunctuation('>>')) cursor.expectPunctuation(',');
  }
  return parameters;
}

function parseGenericParameter(cursor: Cursor): GenericParameter {
  if (cursor.peek().kind === 'lifetime') {
    const name = cursor.expectLifetime();
    return { kind: 'lifetime', name, bounds: cursor.acceptPunctuation(':') ? parseLifetimeBounds(cursor) : [] };
  }
  if (cursor.acceptKeyword('const')) {
    const name = cursor.expectName();
    cursor.expectPunctuation(':');
    const type = parseType(cursor);
    return cursor.acceptPunctuation('=')
      ? { kind: 'const', name, type, default: parseExpr(cursor) }
      : { kind: 'const', name, type };
  }
  const name = cursor.expectName();
  const bounds = cursor.acceptPunctuation(':') ? parseBounds(cursor) : [];
  return cursor.acceptPunctuation('=')
    ? { kind: 'type', name, bounds, default: parseType(cursor) }
    : { kind: 'type', name, bounds };
}

function parseLifetimeBounds(cursor: Cursor): readonly string[] {
  const bounds: string[] = [];
  while (cursor.peek().kind === 'lifetime') {
    bounds.push(cursor.expectLifetime());
    if (!cursor.acceptPunctuation('+')) break;
  }
  return bounds;
}

/** `where …`, if it is there. */
export function parseWhere(cursor: Cursor): readonly WherePredicate[] {
  const predicates: WherePredicate[] = [];
  if (!cursor.acceptKeyword('where')) return predicates;
  while (!['{', ';', '='].some((end) => cursor.isPunctuation(end))) {
    predicates.push(parsePredicate(cursor));
    if (!cursor.acceptPunctuation(',')) break;
  }
  return predicates;
}

function parsePredicate(cursor: Cursor): WherePredicate {
  if (cursor.peek().kind === 'lifetime') {
    const name = cursor.expectLifetime();
    cursor.expectPunctuation(':');
    return { kind: 'lifetime', name, bounds: parseLifetimeBounds(cursor) };
  }
  const lifetimes = parseForLifetimes(cursor);
  const type = parseType(cursor);
  cursor.expectPunctuation(':');
  const bounds = parseBounds(cursor);
  return { kind: 'type', type, bounds, ...(lifetimes.length > 0 ? { lifetimes } : {}) };
}

function parseParameters(cursor: Cursor): { readonly list: readonly Parameter[]; readonly variadic: boolean } {
  cursor.expectPunctuation('(');
  const list: Parameter[] = [];
  let variadic = false;
  for (;;) {
    const { leading } = cursor.leading();
    if (cursor.acceptPunctuation(')')) return { list, variadic };
    if (cursor.acceptPunctuation('...')) {
      variadic = true;
      continue;
    }
    const parameter = parseParameter(cursor);
    if (!cursor.isPunctuation(')')) cursor.expectPunctuation(',');
    const trailing = cursor.trailing();
    list.push({
      ...parameter,
      ...(leading.length > 0 ? { leading } : {}),
      ...(trailing === undefined ? {} : { trailing }),
    });
  }
}

function parseParameter(cursor: Cursor): Parameter {
  const attributes = parseOuterAttributes(cursor);
  const self = parseSelf(cursor);
  if (self !== undefined) return self;
  const pattern = parseAlternative(cursor);
  cursor.expectPunctuation(':');
  const type = parseType(cursor);
  return { kind: 'typed', pattern, type, ...(attributes.length > 0 ? { attributes } : {}) };
}

function parseSelf(cursor: Cursor): Parameter | undefined {
  const place = cursor.save();
  const reference = cursor.acceptPunctuation('&');
  const lifetime = reference && cursor.peek().kind === 'lifetime' ? cursor.expectLifetime() : undefined;
  const mutable = cursor.acceptKeyword('mut');
  if (!cursor.acceptKeyword('self')) {
    cursor.restore(place);
    return undefined;
  }
  const type = cursor.acceptPunctuation(':') ? parseType(cursor) : undefined;
  return {
    kind: 'self',
    reference,
    mutable,
    ...(lifetime === undefined ? {} : { lifetime }),
    ...(type === undefined ? {} : { type }),
  };
}
