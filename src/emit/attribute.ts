/** Attributes and documentation comments. */

import { literalText } from './expr/literal.js';
import type { Context } from './layout/context.js';
import { chooseTactic, layoutList } from './layout/list.js';
import { layoutDelimited, type OverflowElement } from './layout/overflow.js';
import { advance, fullLine, narrow, nestBlock, type Shape, widthLimits } from './layout/shape.js';
import { commentDoc, type Doc, hardline, ifFits, indent, isMultiline, textOf } from './layout/text.js';
import { layoutPath } from './path.js';
import type { Attribute, AttributeContent, Path } from './rust-ast.js';

/** Outer attributes, each on its own line. Neighbouring derives become one. */
export function layoutAttributes(attributes: readonly Attribute[], context: Context, shape: Shape): Doc | undefined {
  return joinAttributes(attributes, '#', context, shape);
}

/** `#![…]`. */
export function layoutInnerAttributes(
  attributes: readonly Attribute[],
  context: Context,
  shape: Shape,
): Doc | undefined {
  return joinAttributes(attributes, '#!', context, shape);
}

function joinAttributes(
  attributes: readonly Attribute[],
  prefix: string,
  context: Context,
  shape: Shape,
): Doc | undefined {
  const documents: Doc[] = [];
  for (const attribute of mergeDerives(attributes)) {
    const laidOut = layoutAttribute(attribute, prefix, context, shape);
    if (laidOut === undefined) return undefined;
    documents.push(documents.length === 0 ? '' : hardline, laidOut);
  }
  return documents;
}

function isDerive(attribute: Attribute): boolean {
  return (
    attribute.kind === 'list' && attribute.path.segments.length === 1 && attribute.path.segments[0]?.name === 'derive'
  );
}

function mergeDerives(attributes: readonly Attribute[]): readonly Attribute[] {
  const merged: Attribute[] = [];
  for (const attribute of attributes) {
    const last = merged.at(-1);
    if (last?.kind === 'list' && attribute.kind === 'list' && isDerive(last) && isDerive(attribute)) {
      merged[merged.length - 1] = { ...last, elements: [...last.elements, ...attribute.elements] };
    } else {
      merged.push(attribute);
    }
  }
  return merged;
}

function layoutAttribute(attribute: Attribute, prefix: string, context: Context, shape: Shape): Doc | undefined {
  if (attribute.kind === 'list' && isDerive(attribute)) return layoutDerive(attribute.elements, prefix, context, shape);
  const behind = advance(shape, prefix.length + 1);
  const content = behind && layoutContent(attribute, context, behind);
  return content === undefined ? undefined : [`${prefix}[`, content, ']'];
}

function layoutContent(content: AttributeContent, context: Context, shape: Shape): Doc | undefined {
  switch (content.kind) {
    case 'literal':
      return ifFits(literalText(content.literal), shape);
    case 'word':
      return layoutPath(content.path, 'type', context, shape);
    case 'value': {
      const path = layoutPath(content.path, 'type', context, shape);
      return path === undefined ? undefined : [path, ' = ', literalText(content.value)];
    }
    case 'list': {
      const name = isUnsafe(content.path) ? 'unsafe' : layoutPath(content.path, 'type', context, shape);
      const room = narrow(shape, 1);
      if (name === undefined || room === undefined) return undefined;
      const elements = content.elements.map(contentElement);
      const list = {
        name,
        open: '(',
        close: ')',
        elements,
        maxElementsWidth: widthLimits.attribute,
        trailing: 'never',
      } as const;
      return layoutDelimited(context, list, room);
    }
  }
}

/** `unsafe(…)` around an attribute: the keyword itself, not a name that is spelled like it. */
function isUnsafe(path: Path): boolean {
  return path.segments.length === 1 && path.segments[0]?.name === 'unsafe';
}

function contentElement(content: AttributeContent): OverflowElement {
  return {
    layout: (context, shape) => layoutContent(content, context, shape),
    opensAsLast: (count) => count === 1 && content.kind !== 'literal',
    isSimple: content.kind === 'literal' || content.kind === 'word',
  };
}

function layoutDerive(
  traits: readonly AttributeContent[],
  prefix: string,
  context: Context,
  shape: Shape,
): Doc | undefined {
  const nested = fullLine(nestBlock(shape));
  const elements = traits.map((trait) => ({ document: layoutContent(trait, context, nested) }));
  const list = layoutList(elements, {
    tactic: chooseTactic(elements, nested.width),
    trailing: 'always',
    shape: nested,
  });
  if (list === undefined) return undefined;
  const oneLineBudget = shape.width - ('[derive()]'.length + prefix.length + '()]'.length);
  if (isMultiline(list) || textOf(list).length > oneLineBudget) {
    return [`${prefix}[derive(`, indent([hardline, list]), hardline, ')]'];
  }
  return [`${prefix}[derive(`, textOf(list).replace(/,$/, ''), ')]'];
}

/** Documentation lines behind `///` or `//!`. */
export function layoutDocs(docs: readonly string[], marker: '///' | '//!'): Doc {
  return docs.map(
    (line, index): Doc => [index === 0 ? '' : hardline, commentDoc(`${marker.slice(2)}${line}`.trimEnd())],
  );
}
