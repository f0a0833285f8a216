/** A rule file as a YAML document with positions: finds the span of whatever a check complains about. */
import { type Document, isMap, isNode, isPair, isScalar, type Node, parseDocument, type Range } from 'yaml';
import { type Diagnostic, diagnostic, type Span } from '../../diagnostics.js';

export type RulePath = readonly (string | number)[];

export interface RuleDocument {
  readonly value: unknown;
  readonly diagnostics: readonly Diagnostic[];
  /** The span of the value at a path. */
  span(path: RulePath): Span;
  /** The span of a key of the map at a path. */
  keySpan(path: RulePath, key: string): Span;
  /** The span of part of the text at a path: offsets count in the scalar's value. */
  textSpan(path: RulePath, start: number, end: number): Span;
}

export function readDocument(file: string, text: string): RuleDocument {
  const document = parseDocument(text, { uniqueKeys: true });
  const diagnostics = document.errors.map((error) =>
    diagnostic('rule-yaml', { file, start: error.pos[0], end: error.pos[1] }, { message: firstLine(error.message) }),
  );
  const value: unknown = diagnostics.length === 0 ? document.toJS() : undefined;
  const span = (path: RulePath) => spanOf(file, nodeAt(document, path)?.range);
  return {
    value,
    diagnostics,
    span,
    keySpan: (path, key) => spanOf(file, keyOf(nodeAt(document, path), key)?.range),
    textSpan: (path, start, end) => textSpan(file, text, nodeAt(document, path), start, end),
  };
}

function nodeAt(document: Document.Parsed, path: RulePath): Node | undefined {
  for (let length = path.length; length >= 0; length -= 1) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (isNode(node)) return node;
  }
  return undefined;
}

function keyOf(node: Node | undefined, key: string): Node | undefined {
  const pair = isMap(node) ? node.items.find((item) => isScalar(item.key) && item.key.value === key) : undefined;
  return isPair(pair) && isNode(pair.key) ? pair.key : node;
}

function spanOf(file: string, range: Range | null | undefined): Span {
  return { file, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
}

/** Escapes and folded lines make offsets differ; then the whole scalar is the span. */
function textSpan(file: string, text: string, node: Node | undefined, start: number, end: number): Span {
  const whole = spanOf(file, node?.range);
  const value = isScalar(node) ? node.value : undefined;
  if (typeof value !== 'string') return whole;
  const at = text.slice(whole.start, whole.end).indexOf(value);
  return at < 0 ? whole : { file, start: whole.start + at + start, end: whole.start + at + end };
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}
