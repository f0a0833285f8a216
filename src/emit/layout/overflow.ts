/**
 * Delimited lists behind a name: calls, tuples, arrays, generics, macro calls. In order of preference: everything on
 * one line; all but the last element on one line and the last one opened up (`foo(a, |x| {`); one element a line.
 */
import type { Comment, Expr } from '../rust-ast.js';
import type { Context } from './context.js';
import {
  chooseTactic,
  horizontal,
  type ListElement,
  type ListTactic,
  layoutList,
  mixed,
  type TrailingSeparator,
  vertical,
} from './list.js';
import { advance, fullLine, narrow, narrowOrZero, nestBlock, type Shape, tabWidth, widthLimits } from './shape.js';
import {
  type Doc,
  firstLine,
  firstLineWidth,
  hardline,
  indent,
  isMultiline,
  lastLineWidth,
  newlineCount,
  textOf,
  totalWidth,
  widthBeyond,
} from './text.js';

/** An element of a delimited list and what the choice of a layout needs to know of it. */
export interface OverflowElement {
  readonly layout: (context: Context, shape: Shape) => Doc | undefined;
  /** The layout as a last element that is opened up; by default the same. */
  readonly layoutLast?: ((context: Context, shape: Shape) => Doc | undefined) | undefined;
  /** Whether it may be opened up as the last of `count` elements. */
  readonly opensAsLast: (count: number) => boolean;
  /** The expression, if it is one. */
  readonly expr?: Expr | undefined;
  readonly isMethodCall?: boolean | undefined;
  readonly isNestedCall?: boolean | undefined;
  /** Literals, names and what is built of them by unary operators. */
  readonly isSimple?: boolean | undefined;
  readonly isMacroArgument?: boolean | undefined;
  readonly hasAttributes?: boolean | undefined;
  readonly leading?: readonly Comment[] | undefined;
  readonly trailing?: string | undefined;
}

export interface DelimitedList {
  readonly name: Doc;
  readonly open: string;
  readonly close: string;
  readonly elements: readonly OverflowElement[];
  /** Beyond this width of all elements the list is not put on one line. */
  readonly maxElementsWidth: number;
  readonly trailing?: TrailingSeparator | undefined;
  /** Comments before the closing delimiter. */
  readonly dangling?: readonly Comment[] | undefined;
}

interface Frame {
  readonly context: Context;
  readonly list: DelimitedList;
  readonly oneLineShape: Shape;
  readonly nestedShape: Shape;
  readonly oneLineWidth: number;
  /** Width of the name's text, for the shortest names arguments always stay with the callee. */
  readonly nameWidth: number;
}

/** The list with its name and delimiters. */
export function layoutDelimited(context: Context, list: DelimitedList, shape: Shape): Doc | undefined {
  const used = widthBeyond(list.name, shape);
  const behindName = advance(shape, lastLineWidth(list.name, shape.indent) + 1);
  const frame: Frame = {
    context,
    list,
    oneLineShape: (behindName && narrow(behindName, 1)) ?? { ...shape, width: 0 },
    nestedShape: narrowOrZero(fullLine(nestBlock(shape)), 1),
    oneLineWidth: Math.max(0, shape.width - (used + 2)),
    nameWidth: textOf(list.name).length,
  };
  const laidOut = layoutElements(frame);
  return laidOut === undefined ? undefined : wrap(frame, laidOut.document, laidOut.tactic, shape);
}

function layoutElements(frame: Frame): { readonly document: Doc; readonly tactic: ListTactic } | undefined {
  const { list, nestedShape, context } = frame;
  const elements = list.elements.map((element) => toListElement(element, element.layout(context, nestedShape)));
  const { tactic, last } = chooseLast(frame, elements);
  const chosen = last === undefined ? elements : [...elements.slice(0, -1), last];
  const document = layoutList(chosen, {
    tactic,
    // Inside a macro rustfmt adds no comma behind the last element.
    trailing: list.trailing ?? (context.insideMacro ? 'never' : 'vertical'),
    endsWithNewline: tactic.kind === 'vertical' || tactic.kind === 'mixed',
    dangling: list.dangling,
    shape: nestedShape,
  });
  return document === undefined ? undefined : { document, tactic };
}

function toListElement(element: OverflowElement, document: Doc | undefined): ListElement {
  return { document, leading: element.leading, trailing: element.trailing };
}

/** The tactic, and the last element if it is to be laid out otherwise. */
function chooseLast(
  frame: Frame,
  elements: readonly ListElement[],
): { readonly tactic: ListTactic; readonly last?: ListElement } {
  const { list, context } = frame;
  const lastSource = list.elements.at(-1);
  const lastElement = elements.at(-1);
  if (lastSource === undefined || lastElement === undefined) return { tactic: chooseTactic(elements, 0) };
  if ((list.dangling ?? []).length > 0) return { tactic: brokenTactic(frame, elements) };
  const only = list.elements.length === 1;
  const staysWithName =
    only && lastSource.expr !== undefined && lastSource.hasAttributes !== true && frame.nameWidth < tabWidth;
  const mayOpen = staysWithName || lastSource.opensAsLast(list.elements.length);
  const opened = mayOpen ? openLast(frame, elements, staysWithName) : undefined;
  const limit = Math.min(frame.oneLineWidth, list.maxElementsWidth);
  if (opened !== undefined) {
    const asFirstLine = [...elements.slice(0, -1), { ...lastElement, document: firstLine(opened) }];
    if (chooseTactic(asFirstLine, limit).kind === 'horizontal') {
      const better = only && newlineCount(opened) === 1 ? lastSource.layout(context, frame.nestedShape) : undefined;
      const document = better !== undefined && !isMultiline(better) ? better : opened;
      return { tactic: horizontal, last: { ...lastElement, document } };
    }
  }
  return { tactic: tacticWithoutOpening(frame, elements, limit) };
}

function openLast(frame: Frame, elements: readonly ListElement[], staysWithName: boolean): Doc | undefined {
  const { list, context } = frame;
  const source = list.elements.at(-1);
  const shape = lastElementShape(frame, elements);
  if (source === undefined || shape === undefined) return undefined;
  const oneLineChain =
    !staysWithName && source.isMethodCall === true && (source.isMacroArgument !== true || context.edition === '2024');
  const inner = oneLineChain ? { ...context, oneLineChains: true } : context;
  return (source.layoutLast ?? source.layout)(inner, shape);
}

function lastElementShape(frame: Frame, elements: readonly ListElement[]): Shape | undefined {
  const { list, oneLineShape } = frame;
  if (elements.length === 1 && list.elements[0]?.isNestedCall !== true) return oneLineShape;
  const before = elements
    .slice(0, -1)
    .reduce((sum, { document }) => sum + 2 + (document === undefined ? 0 : textOf(document).length), 0);
  return advance({ ...oneLineShape, width: Math.min(list.maxElementsWidth, oneLineShape.width) }, before);
}

function tacticWithoutOpening(frame: Frame, elements: readonly ListElement[], limit: number): ListTactic {
  const { oneLineWidth } = frame;
  const [first] = elements;
  if (elements.length === 1 && first?.document !== undefined && oneLineWidth !== 0) {
    const commented = first.trailing !== undefined || (first.leading?.length ?? 0) > 0;
    if (!commented && !isMultiline(first.document) && totalWidth(first.document) <= oneLineWidth) return horizontal;
  }
  const tactic = chooseTactic(elements, limit);
  return tactic.kind === 'vertical' ? brokenTactic(frame, elements) : tactic;
}

/** What does not fit on one line: one element a line, unless format macros or short elements allow more. */
function brokenTactic(frame: Frame, elements: readonly ListElement[]): ListTactic {
  const { list, context } = frame;
  const isMacro = list.elements[0]?.isMacroArgument === true;
  const before = isMacro ? formatStringPosition(textOf(list.name), context) : undefined;
  if (before !== undefined) return formatMacroTactic(frame, elements, before);
  const short = elements.every(({ document = '' }) => textOf(document).length <= widthLimits.shortArrayElement);
  return short && list.elements.every((element) => element.isSimple === true) ? mixed : vertical;
}

/** Macros whose format string gets a line of its own, with the number of arguments before it. */
const formatMacros: ReadonlyMap<string, number> = new Map([
  ...['eprint!', 'eprintln!', 'format!', 'format_args!', 'print!', 'println!', 'panic!', 'unreachable!'].map(
    (name) => [name, 0] as const,
  ),
  ...['debug!', 'error!', 'info!', 'warn!'].map((name) => [name, 0] as const),
  ...['assert!', 'debug_assert!', 'write!', 'writeln!'].map((name) => [name, 1] as const),
  ...['assert_eq!', 'assert_ne!', 'debug_assert_eq!', 'debug_assert_ne!'].map((name) => [name, 2] as const),
]);

function formatStringPosition(name: string, context: Context): number | undefined {
  return formatMacros.get(name) ?? (name === 'trace!' && context.edition === '2024' ? 0 : undefined);
}

function formatMacroTactic(frame: Frame, elements: readonly ListElement[], before: number): ListTactic {
  const { elements: sources } = frame.list;
  const simple =
    sources.length > before &&
    [...sources.slice(0, before), ...sources.slice(before + 1)].every((element) => element.isSimple === true);
  const width = frame.nestedShape.width;
  const oneLine =
    simple &&
    chooseTactic(elements.slice(0, before), width).kind === 'horizontal' &&
    chooseTactic(elements.slice(before + 1), width).kind === 'horizontal';
  return oneLine ? { kind: 'formatMacro', before } : vertical;
}

function wrap(frame: Frame, elements: Doc, tactic: ListTactic, shape: Shape): Doc {
  const { list, context } = frame;
  const text = textOf(elements);
  const width = Math.max(0, shape.width - lastLineWidth(list.name, shape.indent));
  const firstWidth = text === '' ? 2 : firstLineWidth(elements) + 1;
  const fitsMacro =
    context.edition === '2021' && context.insideMacro && !isMultiline(elements) && text.length + 2 <= width;
  if ((tactic.kind === 'horizontal' && firstWidth <= width) || fitsMacro)
    return [list.name, list.open, elements, list.close];
  const nested = text === '' ? '' : indent([hardline, elements]);
  return [list.name, list.open, nested, hardline, list.close];
}
