/** `use` declarations: nested lists are filled, in the order that rustfmt gives them. */

import { type Place, visibilityText } from '../item.js';
import type { Context } from '../layout/context.js';
import { chooseTactic, mixed } from '../layout/list.js';
import { advance, fullLine, lineShape, narrow, nestBlock, type Shape } from '../layout/shape.js';
import { type Doc, hardline, indent, textOf, totalWidth } from '../layout/text.js';
import type { UseItem } from '../rust-ast.js';
import { normalisedUsePath, segmentText, type UsePath, type UseSegment } from './use-order.js';

export function layoutUse(item: UseItem, context: Context, place: Place): Doc | undefined {
  const visibility = visibilityText(item.visibility);
  const behind = advance(lineShape(place.indent, place.page), 4 + visibility.length);
  const room = behind && narrow(behind, 1);
  const path = room && layoutUsePath(normalisedUsePath(item.tree, context.edition), context, room);
  return path === undefined ? undefined : [`${visibility}use `, path, ';'];
}

function layoutUsePath(path: UsePath, context: Context, shape: Shape): Doc | undefined {
  let document: Doc = '';
  let room: Shape | undefined = shape;
  for (const [index, segment] of path.entries()) {
    if (room === undefined) return undefined;
    const laidOut = layoutSegment(segment, context, room);
    if (laidOut === undefined) return undefined;
    const last = index === path.length - 1;
    document = index === 0 ? [laidOut, last ? '' : '::'] : [document, laidOut, last ? '' : '::'];
    if (!last) room = advance(room, 2 + totalWidth(laidOut));
  }
  return document;
}

function layoutSegment(segment: UseSegment, context: Context, shape: Shape): Doc | undefined {
  if (segment.kind !== 'list') return segmentText(segment, context.edition);
  const behind = advance(shape, 1);
  const room = behind && narrow(behind, 1);
  return room && layoutGroup(segment.paths, context, room);
}

function layoutGroup(paths: readonly UsePath[], context: Context, shape: Shape): Doc | undefined {
  const nested = narrow(fullLine(nestBlock(shape)), 1);
  if (nested === undefined) return undefined;
  const documents: Doc[] = [];
  for (const path of paths) {
    const laidOut = layoutUsePath(path, context, nested);
    if (laidOut === undefined) return undefined;
    documents.push(laidOut);
  }
  const hasNestedList = paths.some((path) => path.at(-1)?.kind === 'list');
  const width = hasNestedList ? 0 : Math.max(0, shape.width - 2);
  const elements = documents.map((document) => ({ document }));
  const tactic = chooseTactic(elements, width, 2, mixed);
  if (tactic.kind === 'horizontal') {
    const list = documents.map((document, index): Doc => [index === 0 ? '' : ', ', document]);
    if (totalWidth(list) <= width) return ['{', list, '}'];
  }
  return ['{', indent([hardline, fill(documents, hasNestedList, nested)]), hardline, '}'];
}

/** As many names on a line as fit; what is nested stands alone. */
function fill(documents: readonly Doc[], hasNestedList: boolean, shape: Shape): Doc {
  const parts: Doc[] = [];
  let column = 0;
  let previousIsNested = false;
  let hasBroken = false;
  for (const [index, document] of documents.entries()) {
    const isNested = textOf(document).includes('::');
    // Only once a line was broken is the comma behind the last name known to come.
    const comma = index < documents.length - 1 || hasBroken ? 1 : 0;
    const width = textOf(document).length + comma;
    const alone = hasNestedList && (previousIsNested || (index > 0 && isNested));
    if (index > 0 && (alone || column + 1 + width > shape.width)) {
      parts.push(hardline);
      column = 0;
      hasBroken = true;
    } else if (index > 0) {
      parts.push(' ');
      column += 1;
    }
    column += width;
    parts.push(document, ',');
    previousIsNested = isNested;
  }
  return parts;
}
