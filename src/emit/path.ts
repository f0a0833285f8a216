/** Paths with their generic arguments. */

import { layoutBounds } from './bounds.js';
import { layoutExpr } from './expr.js';
import type { Context } from './layout/context.js';
import { layoutDelimited, type OverflowElement } from './layout/overflow.js';
import { advance, narrow, type Shape } from './layout/shape.js';
import { type Doc, widthBeyond } from './layout/text.js';
import { writeName } from './names.js';
import type { Expr, GenericArgument, Path, PathSegment } from './rust-ast.js';
import { layoutFunctionSignature, layoutType, typeElement } from './type.js';

/** Where the path stands: expressions write `::<`, types `<`. */
export type PathPosition = 'expr' | 'type';

export function layoutPath(path: Path, position: PathPosition, context: Context, shape: Shape): Doc | undefined {
  const start = layoutPathStart(path, context, shape);
  return start === undefined ? undefined : layoutSegments(start, path.segments, position, context, shape);
}

function layoutPathStart(path: Path, context: Context, shape: Shape): Doc | undefined {
  const { qualifiedSelf } = path;
  if (qualifiedSelf === undefined) return path.global === true ? '::' : '';
  const type = layoutType(qualifiedSelf.type, context, shape);
  if (type === undefined) return undefined;
  if (qualifiedSelf.trait === undefined) return ['<', type, '>::'];
  const traitShape = narrow(shape, 3);
  const begun: Doc = ['<', type, ' as ', qualifiedSelf.trait.global === true ? '::' : ''];
  const trait = traitShape && layoutSegments(begun, qualifiedSelf.trait.segments, 'type', context, traitShape);
  return trait === undefined ? undefined : [trait, '>::'];
}

function layoutSegments(
  start: Doc,
  segments: readonly PathSegment[],
  position: PathPosition,
  context: Context,
  shape: Shape,
): Doc | undefined {
  let document = start;
  for (const [index, segment] of segments.entries()) {
    if (index > 0) document = [document, '::'];
    const segmentShape = advance(shape, widthBeyond(document, shape));
    const laidOut = segmentShape && layoutSegment(segment, position, context, segmentShape);
    if (laidOut === undefined) return undefined;
    document = index === 0 && start === '' ? laidOut : [document, laidOut];
  }
  return document;
}

function layoutSegment(segment: PathSegment, position: PathPosition, context: Context, shape: Shape): Doc | undefined {
  const name = writeName(segment.name, context.edition);
  const behind = advance(shape, name.length);
  if (behind === undefined) return undefined;
  if (segment.signature !== undefined) {
    const { parameters, result } = segment.signature;
    const elements = parameters.map((type) => ({ type }));
    const signature = layoutFunctionSignature({ parameters: elements, result, variadic: false }, context, behind);
    return signature === undefined ? undefined : [name, signature];
  }
  if (segment.generics === undefined || segment.generics.length === 0) return name;
  const generics = layoutGenericArguments(segment.generics, context, behind);
  return generics === undefined ? undefined : [name, position === 'expr' ? '::' : '', generics];
}

/** `<A, B>`. */
function layoutGenericArguments(generics: readonly GenericArgument[], context: Context, shape: Shape): Doc | undefined {
  const elements = generics.map(genericElement);
  return layoutDelimited(context, { name: '', open: '<', close: '>', elements, maxElementsWidth: shape.page }, shape);
}

function genericElement(argument: GenericArgument): OverflowElement {
  if (argument.kind === 'type') return typeElement(argument.type);
  return { layout: (context, shape) => layoutGenericArgument(argument, context, shape), opensAsLast: () => false };
}

/** One generic argument. */
export function layoutGenericArgument(argument: GenericArgument, context: Context, shape: Shape): Doc | undefined {
  switch (argument.kind) {
    case 'type':
      return layoutType(argument.type, context, shape);
    case 'lifetime':
      return `'${argument.name}`;
    case 'const':
      return layoutExpr(constArgument(argument.value), context, shape);
    case 'binding': {
      const name = `${writeName(argument.name, context.edition)} = `;
      const rest = narrow(shape, name.length);
      const type = rest && layoutType(argument.type, context, { ...rest, offset: name.length });
      return type === undefined ? undefined : [name, type];
    }
    case 'constraint': {
      const name = `${writeName(argument.name, context.edition)}: `;
      const rest = narrow(shape, name.length);
      const bounds = rest && layoutBounds(argument.bounds, context, { ...rest, offset: name.length });
      return bounds === undefined ? undefined : [name, bounds];
    }
  }
}

/** Const arguments other than literals and names stand in braces. */
function constArgument(value: Expr): Expr {
  const plain =
    value.kind === 'literal' ||
    value.kind === 'meta' ||
    (value.kind === 'block' && value.const !== true) ||
    (value.kind === 'path' && value.path.segments.length === 1 && value.path.qualifiedSelf === undefined) ||
    (value.kind === 'unary' && value.operator === '-' && value.operand.kind === 'literal');
  return plain ? value : { kind: 'block', block: { statements: [], tail: value } };
}
