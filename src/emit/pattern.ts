/** Patterns. */

import { isSingle } from './expr/facts.js';
import { layoutLiteral } from './expr/literal.js';
import type { Context } from './layout/context.js';
import { chooseTactic, layoutList, mixed } from './layout/list.js';
import { layoutDelimited, type OverflowElement } from './layout/overflow.js';
import { layoutPair } from './layout/pair.js';
import { advance, fullLine, narrow, nestBlock, nestedLine, type Shape, widthLimits } from './layout/shape.js';
import { type Doc, hardline, indent, isMultiline, newlineCount, textOf, totalWidth } from './layout/text.js';
import { layoutMacroCall } from './macro.js';
import { writeName } from './names.js';
import { layoutPath } from './path.js';
import type {
  BindingPattern,
  FieldPattern,
  LiteralPattern,
  OrPattern,
  Path,
  Pattern,
  PatternKind,
  RangePattern,
  SlicePattern,
  StructPattern,
} from './rust-ast.js';

type PatternOf<K extends PatternKind> = Extract<Pattern, { readonly kind: K }>;
type PatternLayout<K extends PatternKind> = (pattern: PatternOf<K>, context: Context, shape: Shape) => Doc | undefined;

/** A pattern laid out in the given room; `undefined` if it does not fit. */
export function layoutPattern(pattern: Pattern, context: Context, shape: Shape): Doc | undefined {
  // The table's entry for a kind takes the pattern of that kind; TypeScript cannot correlate the two.
  const layout = patternLayouts[pattern.kind] as PatternLayout<PatternKind>;
  return layout(pattern, context, shape);
}

/** A pattern where alternatives stand in parentheses: behind `let`, as a parameter, as a part of other patterns. */
export function layoutSinglePattern(pattern: Pattern, context: Context, shape: Shape): Doc | undefined {
  if (pattern.kind !== 'or') return layoutPattern(pattern, context, shape);
  const behind = advance(shape, 1);
  const inside = behind && narrow(behind, 1);
  const laidOut = inside && layoutPattern(pattern, context, inside);
  return laidOut === undefined ? undefined : ['(', laidOut, ')'];
}

const patternLayouts: { readonly [K in PatternKind]: PatternLayout<K> } = {
  wildcard: () => '_',
  rest: () => '..',
  binding: layoutBinding,
  literal: layoutLiteralPattern,
  path: (pattern, context, shape) => layoutPath(pattern.path, 'expr', context, shape),
  tupleStruct: (pattern, context, shape) => {
    const path = layoutPath(pattern.path, 'expr', context, shape);
    return path === undefined ? undefined : layoutTuple(path, pattern.elements, context, shape);
  },
  struct: layoutStructPattern,
  tuple: (pattern, context, shape) => layoutTuple('', pattern.elements, context, shape),
  slice: layoutSlice,
  reference: (pattern, context, shape) => {
    const prefix = pattern.mutable ? '&mut ' : '&';
    const behind = advance(shape, prefix.length);
    const target = behind && layoutSinglePattern(pattern.target, context, behind);
    return target === undefined ? undefined : [prefix, target];
  },
  range: layoutRange,
  or: layoutOr,
  macro: (pattern, context, shape) => layoutMacroCall(pattern.call, context, shape),
  meta: (pattern) => `$${pattern.name}${pattern.variadic ? '...' : ''}`,
};

function layoutBinding(pattern: BindingPattern, context: Context, shape: Shape): Doc | undefined {
  const name = writeName(pattern.name, context.edition);
  const modifiers = `${pattern.byRef ? 'ref ' : ''}${pattern.mutable ? 'mut ' : ''}`;
  const text = `${modifiers}${name}`;
  // A name alone is never too wide; behind a modifier it goes to the next line, which makes others give up.
  if (pattern.subpattern === undefined) {
    return modifiers === '' || text.length <= shape.width ? text : [modifiers.trimEnd(), hardline, name];
  }
  const room = narrow(shape, text.length + 3);
  const inner = room && layoutSinglePattern(pattern.subpattern, context, { ...room, offset: 0 });
  return inner === undefined ? undefined : [text, ' @ ', inner];
}

function layoutLiteralPattern(pattern: LiteralPattern, context: Context, shape: Shape): Doc | undefined {
  if (!pattern.negative) return layoutLiteral(pattern.literal, context, shape);
  const behind = advance(shape, 1);
  const literal = behind && layoutLiteral(pattern.literal, context, behind);
  return literal === undefined ? undefined : ['-', literal];
}

function layoutRange(pattern: RangePattern, context: Context, shape: Shape): Doc | undefined {
  const { start, end } = pattern;
  const operator = pattern.inclusive ? '..=' : '..';
  if (start !== undefined && end !== undefined) {
    const left = (inner: Shape) => layoutPattern(start, context, inner);
    const right = (inner: Shape) => layoutPattern(end, context, inner);
    return layoutPair({ left, right, infix: operator, infixInFront: true, shape });
  }
  const room = narrow(shape, operator.length);
  const only = start ?? end;
  if (only === undefined || room === undefined) return operator;
  const bound = layoutPattern(only, context, room);
  if (bound === undefined) return undefined;
  return start === undefined ? [operator, bound] : [bound, operator];
}

function layoutTuple(name: Doc, patterns: readonly Pattern[], context: Context, shape: Shape): Doc | undefined {
  if (patterns.length === 0) return [name, '()'];
  const single = name === '' && isSingle(patterns) && patterns[0]?.kind !== 'rest';
  return layoutDelimited(
    context,
    {
      name,
      open: '(',
      close: ')',
      elements: patterns.map((pattern) => patternElement(pattern, true)),
      maxElementsWidth: shape.page,
      trailing: single ? 'always' : undefined,
    },
    shape,
  );
}

function patternElement(pattern: Pattern, mayOpen: boolean): OverflowElement {
  return {
    layout: (context, shape) => layoutPattern(pattern, context, shape),
    opensAsLast: (count) => mayOpen && opensAsLast(pattern, count),
    leading: pattern.leading,
    trailing: pattern.trailing,
  };
}

function opensAsLast(pattern: Pattern, count: number): boolean {
  switch (pattern.kind) {
    case 'path':
      return count === 1 && !isSingleName(pattern.path);
    case 'tuple':
    case 'struct':
    case 'tupleStruct':
      return count === 1;
    case 'reference':
      return opensAsLast(pattern.target, count);
    default:
      return false;
  }
}

function isSingleName(path: Path): boolean {
  return path.segments.length === 1 && path.qualifiedSelf === undefined && path.global !== true;
}

function layoutSlice(pattern: SlicePattern, context: Context, shape: Shape): Doc | undefined {
  if (context.edition === '2021') {
    const parts: Doc[] = [];
    for (const element of pattern.elements) {
      const laidOut = layoutPattern(element, context, shape);
      if (laidOut === undefined) return undefined;
      parts.push(parts.length === 0 ? '' : ', ', laidOut);
    }
    return ['[', ...parts, ']'];
  }
  const elements = pattern.elements.map((element) => patternElement(element, false));
  return layoutDelimited(
    context,
    { name: '', open: '[', close: ']', elements, maxElementsWidth: widthLimits.array },
    shape,
  );
}

function layoutOr(pattern: OrPattern, context: Context, shape: Shape): Doc | undefined {
  const elements = pattern.alternatives.map((alternative) => ({
    document: layoutPattern(alternative, context, shape),
  }));
  const short = pattern.alternatives.every((alternative, index) => isShort(alternative, elements[index]?.document));
  const tactic = short ? mixed : chooseTactic(elements, shape.width, 3);
  return layoutList(elements, { tactic, trailing: 'never', separator: ' |', separatorInFront: true, shape });
}

function isShort(pattern: Pattern, document: Doc | undefined): boolean {
  return document !== undefined && !isMultiline(document) && textOf(document).length <= 20 && isShortKind(pattern);
}

function isShortKind(pattern: Pattern): boolean {
  switch (pattern.kind) {
    case 'rest':
    case 'wildcard':
    case 'literal':
      return true;
    case 'binding':
      return pattern.subpattern === undefined;
    case 'path':
      return isSingleName(pattern.path);
    case 'tuple':
      return pattern.elements.length <= 1;
    case 'tupleStruct':
      return pattern.path.segments.length <= 1 && pattern.elements.length <= 1;
    case 'reference':
      return isShortKind(pattern.target);
    case 'or':
      return pattern.alternatives.every(isShortKind);
    default:
      return false;
  }
}

function layoutStructPattern(pattern: StructPattern, context: Context, shape: Shape): Doc | undefined {
  const pathShape = narrow(shape, 2);
  const path = pathShape && layoutPath(pattern.path, 'expr', context, pathShape);
  if (path === undefined) return undefined;
  if (pattern.fields.length === 0) return pattern.rest ? [path, ' { .. }'] : [path, ' {}'];
  const room = shape.width - (totalWidth(path) + 3 + (pattern.rest ? 4 : 0) + 2);
  const oneLineWidth = room < 0 ? 0 : Math.min(room, widthLimits.structLiteral);
  const nested = fullLine(nestBlock(shape));
  const elements = pattern.fields.map((field) => ({
    document: layoutFieldPattern(field, context, nested),
    leading: field.leading,
    trailing: field.trailing,
    blankLineBefore: field.blankLineBefore,
  }));
  const tactic = room < 0 ? { kind: 'vertical' as const } : chooseTactic(elements, oneLineWidth);
  const list = layoutList(elements, { tactic, trailing: 'vertical', keepBlankLines: true, shape: nested });
  if (list === undefined) return undefined;
  const flat = !isMultiline(list) && totalWidth(list) <= oneLineWidth && tactic.kind === 'horizontal';
  const rest: Doc = !pattern.rest ? '' : flat ? ', ..' : [hardline, '..'];
  const fields: Doc = [list, rest];
  if (flat && totalWidth(fields) <= oneLineWidth) return [path, ' { ', fields, ' }'];
  return [path, ' {', indent([hardline, fields]), hardline, '}'];
}

/** Whether the field is written as the binding of its own name. */
function isShorthand(field: FieldPattern): boolean {
  const { pattern, name } = field;
  return pattern.kind === 'binding' && pattern.name === name && pattern.subpattern === undefined;
}

function layoutFieldPattern(field: FieldPattern, context: Context, shape: Shape): Doc | undefined {
  const pattern = layoutPattern(field.pattern, context, shape);
  if (pattern === undefined || isShorthand(field)) return pattern;
  const name = writeName(field.name, context.edition);
  // rustfmt compares the length of the whole text, line breaks and indentation included.
  const length = textOf(pattern).length + newlineCount(pattern) * shape.indent;
  if (name.length + 2 + length <= shape.width) return [`${name}: `, pattern];
  const below = layoutPattern(field.pattern, context, nestedLine(shape));
  return below === undefined ? undefined : [`${name}:`, indent([hardline, below])];
}
