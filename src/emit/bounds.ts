/** Trait and lifetime bounds: `A + B + 'a`, on one line or one bound a line with the `+` in front. */

import type { Context } from './layout/context.js';
import { layoutDelimited } from './layout/overflow.js';
import { advance, fullLine, nestBlock, type Shape } from './layout/shape.js';
import { type Doc, hardline, indent, isMultiline, lastLineIsExtendable, totalWidth } from './layout/text.js';
import { layoutPath } from './path.js';
import type { Bound } from './rust-ast.js';

/** The bounds joined by `+`. With `nested` broken bounds are indented one level further. */
export function layoutBounds(bounds: readonly Bound[], context: Context, shape: Shape, nested = true): Doc | undefined {
  if (bounds.length === 0) return '';
  const oneLine = joinBounds(bounds, context, shape, ' ');
  if (oneLine === undefined || !shouldBreak(bounds, oneLine, context, shape)) return oneLine;
  const brokenShape = nested ? fullLine(nestBlock(shape)) : shape;
  const broken = joinBounds(bounds, context, brokenShape, hardline);
  if (broken === undefined) return undefined;
  return nested ? indent(broken) : broken;
}

function shouldBreak(bounds: readonly Bound[], oneLine: Doc, context: Context, shape: Shape): boolean {
  if (!isMultiline(oneLine) && totalWidth(oneLine) <= shape.width) return false;
  return bounds.length > 1 || (context.edition === '2024' && hasSeveralParts(bounds[0]));
}

/** Whether a single bound is a path of several segments or has several arguments. */
function hasSeveralParts(bound: Bound | undefined): boolean {
  if (bound === undefined || bound.kind === 'lifetime') return false;
  if (bound.kind === 'use') return bound.names.length > 1;
  const [first, second] = bound.path.segments;
  return second !== undefined || (first?.generics?.length ?? 0) > 1;
}

function joinBounds(bounds: readonly Bound[], context: Context, shape: Shape, separator: Doc): Doc | undefined {
  const inOrder = boundsInOrder(bounds);
  let document: Doc = '';
  let extendable = false;
  for (const [index, bound] of bounds.entries()) {
    const laidOut = layoutBound(bound, context, shape);
    if (laidOut === undefined) return undefined;
    const between = separator !== ' ' && extendable && inOrder ? ' ' : separator;
    document = index === 0 ? laidOut : [document, between, '+ ', laidOut];
    extendable = bound.kind === 'lifetime' || lastLineIsExtendable(laidOut);
  }
  return document;
}

/** Traits before lifetimes. */
function boundsInOrder(bounds: readonly Bound[]): boolean {
  const firstLifetime = bounds.findIndex((bound) => bound.kind === 'lifetime');
  return firstLifetime < 0 || bounds.slice(firstLifetime).every((bound) => bound.kind === 'lifetime');
}

/** One bound. */
function layoutBound(bound: Bound, context: Context, shape: Shape): Doc | undefined {
  switch (bound.kind) {
    case 'lifetime':
      return `'${bound.name}`;
    case 'use': {
      const elements = bound.names.map((name) => ({ layout: () => name, opensAsLast: () => false }));
      return layoutDelimited(
        context,
        { name: 'use', open: '<', close: '>', elements, maxElementsWidth: shape.page },
        shape,
      );
    }
    case 'trait': {
      const prefix = `${forLifetimes(bound.lifetimes)}${bound.maybe === true ? '?' : ''}`;
      const behind = advance(shape, prefix.length);
      const path = behind && layoutPath(bound.path, 'type', context, behind);
      return path === undefined ? undefined : prefix === '' ? path : [prefix, path];
    }
  }
}

/** `for<'a, 'b> `, or nothing. */
export function forLifetimes(lifetimes: readonly string[] | undefined): string {
  if (lifetimes === undefined || lifetimes.length === 0) return '';
  return `for<${lifetimes.map((name) => `'${name}`).join(', ')}> `;
}

/** `'a: 'b + 'c`. */
export function lifetimeWithBounds(name: string, bounds: readonly string[]): string {
  return bounds.length === 0 ? `'${name}` : `'${name}: ${bounds.map((bound) => `'${bound}`).join(' + ')}`;
}
