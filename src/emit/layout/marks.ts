/** Marks in documents that survive layout: where a line comes from, where unsafe blocks stand, which lines a function takes. */
import { builders } from 'prettier/doc';
import type { Origin } from '../rust-ast.js';
import type { Doc } from './text.js';

export type Mark =
  | { readonly kind: 'origin'; readonly origin: Origin }
  | { readonly kind: 'unsafe'; readonly reason: string | undefined; readonly origin: Origin | undefined }
  | { readonly kind: 'function'; readonly origin: Origin };

/** The document, marked as coming from a place in a Zig file. */
export function withOrigin(origin: Origin | undefined, document: Doc): Doc {
  return origin === undefined ? document : builders.label({ kind: 'origin', origin } satisfies Mark, document);
}

/** The document of an unsafe block. */
export function withUnsafeMark(reason: string | undefined, origin: Origin | undefined, document: Doc): Doc {
  return builders.label({ kind: 'unsafe', reason, origin } satisfies Mark, document);
}

/** The document of a function that was made from one in Zig. */
export function withFunctionMark(origin: Origin | undefined, document: Doc): Doc {
  return origin === undefined ? document : builders.label({ kind: 'function', origin } satisfies Mark, document);
}

export interface PlacedMark {
  readonly mark: Mark;
  /** Zero-based line at which the marked document begins. */
  readonly line: number;
  /** Zero-based line at which it ends. */
  readonly lastLine: number;
}

/** All marks of a decided document, in order, with their lines. */
export function collectMarks(document: Doc): readonly PlacedMark[] {
  const marks: PlacedMark[] = [];
  let line = 0;
  const visit = (part: Doc): void => {
    if (typeof part === 'string') return;
    if (Array.isArray(part)) {
      part.forEach(visit);
      return;
    }
    if (part.type === 'line') line += 1;
    if (part.type === 'label' && isMark(part.label)) {
      const index = marks.push({ mark: part.label, line, lastLine: line }) - 1;
      visit(part.contents);
      marks[index] = { mark: part.label, line: marks[index]?.line ?? line, lastLine: line };
    } else if (part.type === 'label' || part.type === 'indent' || part.type === 'align') visit(part.contents);
  };
  visit(document);
  return marks;
}

function isMark(label: unknown): label is Mark {
  return typeof label === 'object' && label !== null && 'kind' in label;
}
