/**
 * Chains: fields, method calls and `?` behind a root. A chain stands on one line, or with its last call opened up on
 * that line, or with one link a line. rustfmt's choice compares the number of lines of the last two.
 */

import { layoutExpr } from '../expr.js';
import type { Context } from '../layout/context.js';
import {
  advance,
  fullLine,
  narrow,
  nestBlock,
  rightOverhead,
  type Shape,
  tabWidth,
  widthLimits,
} from '../layout/shape.js';
import {
  type Doc,
  firstLineWidth,
  hardline,
  ifFits,
  indent,
  isMultiline,
  lastLineIsExtendable,
  lastLineWidth,
  newlineCount,
  textOf,
  totalWidth,
} from '../layout/text.js';
import { writeName } from '../names.js';
import { layoutGenericArgument } from '../path.js';
import type { Expr, FieldExpr, MethodCallExpr, TryExpr, TupleFieldExpr } from '../rust-ast.js';
import { layoutArguments } from './call.js';
import { endsLikeBlock } from './facts.js';

type ChainExpr = FieldExpr | TupleFieldExpr | MethodCallExpr | TryExpr;

interface Link {
  readonly expr: FieldExpr | TupleFieldExpr | MethodCallExpr;
  /** How many `?` follow. */
  readonly tries: number;
}

interface Chain {
  readonly root: Expr;
  readonly rootTries: number;
  readonly links: readonly Link[];
}

export function layoutChain(expr: ChainExpr, context: Context, shape: Shape): Doc | undefined {
  const chain = collect(expr);
  const rootShape = narrow(shape, chain.rootTries);
  const root = rootShape && layoutExpr(chain.root, context, rootShape);
  if (root === undefined) return undefined;
  const tries = '?'.repeat(chain.rootTries);
  const start = absorbShortRoot(chain, tries === '' ? root : [root, tries], context, shape);
  if (start === undefined) return undefined;
  if (start.links.length === 0) return ifFits(start.root, shape);
  return ifFits(layoutLinks(start, context, shape), shape);
}

function collect(expr: ChainExpr): Chain {
  const links: Link[] = [];
  let tries = 0;
  let node: Expr = expr;
  for (;;) {
    if (node.kind === 'try') {
      tries += 1;
      node = node.operand;
    } else if (node.kind === 'methodCall') {
      links.unshift({ expr: node, tries });
      tries = 0;
      node = node.receiver;
    } else if (node.kind === 'field' || node.kind === 'tupleField') {
      links.unshift({ expr: node, tries });
      tries = 0;
      node = node.operand;
    } else {
      return { root: node, rootTries: tries, links };
    }
  }
}

interface ChainStart {
  readonly root: Doc;
  /** Whether the links continue at the indentation of the root's last line. */
  readonly endsWithBlock: boolean;
  readonly links: readonly Link[];
  /** How many links there were before the root took some. */
  readonly linkCount: number;
}

/** A root no wider than an indentation takes links onto its line until it is wider. */
function absorbShortRoot(chain: Chain, root: Doc, context: Context, shape: Shape): ChainStart | undefined {
  const limit = Math.max(0, tabWidth - shape.offset);
  const linkCount = chain.links.length;
  let start: ChainStart = { root, endsWithBlock: endsLikeBlock(chain.root, root), links: chain.links, linkCount };
  while (start.links.length > 0 && textOf(start.root).length <= limit && !isMultiline(start.root)) {
    const [link, ...rest] = start.links;
    const behind = advance(shape, textOf(start.root).length);
    if (link === undefined || behind === undefined) return undefined;
    const laidOut = layoutLink(link, context, behind);
    if (laidOut === undefined) break;
    const joined: Doc = [start.root, laidOut];
    start = { root: joined, endsWithBlock: lastLineIsExtendable(joined), links: rest, linkCount };
  }
  return start;
}

function layoutLink(link: Link, context: Context, shape: Shape): Doc | undefined {
  const room = narrow(shape, link.tries);
  const laidOut = room && layoutLinkItself(link.expr, context, room);
  return laidOut === undefined || link.tries === 0 ? laidOut : [laidOut, '?'.repeat(link.tries)];
}

function layoutLinkItself(expr: Link['expr'], context: Context, shape: Shape): Doc | undefined {
  switch (expr.kind) {
    case 'field':
      return `.${writeName(expr.name, context.edition)}`;
    case 'tupleField':
      return `${expr.operand.kind === 'tupleField' && context.edition === '2021' ? ' ' : ''}.${expr.index}`;
    case 'methodCall': {
      const generics: Doc[] = [];
      for (const argument of expr.generics ?? []) {
        const laidOut = layoutGenericArgument(argument, context, shape);
        if (laidOut === undefined) return undefined;
        generics.push(generics.length === 0 ? '' : ', ', laidOut);
      }
      const turbofish: Doc = generics.length === 0 ? '' : ['::<', ...generics, '>'];
      const name: Doc = [`.${writeName(expr.method, context.edition)}`, turbofish];
      return layoutArguments(name, expr.arguments, expr.dangling, context, shape);
    }
  }
}

function layoutLinks(start: ChainStart, context: Context, shape: Shape): Doc | undefined {
  const nested = !start.endsWithBlock;
  const linkShape = fullLine(nested ? nestBlock(shape) : nestBlock(shape, 0));
  const documents: Doc[] = [];
  for (const link of start.links.slice(0, -1)) {
    const laidOut = layoutLink(link, context, linkShape);
    if (laidOut === undefined) return undefined;
    documents.push(laidOut);
  }
  const last = chooseLast(start, documents, linkShape, context, shape);
  if (last === undefined) return undefined;
  const links = [...documents, last.document];
  if (last.onOneLine) return [start.root, ...links];
  if (context.oneLineChains) return undefined;
  const lines = links.map((link): Doc => [hardline, link]);
  return [start.root, nested ? indent(lines) : lines];
}

interface LastLink {
  readonly document: Doc;
  readonly onOneLine: boolean;
}

function chooseLast(
  start: ChainStart,
  before: readonly Doc[],
  linkShape: Shape,
  context: Context,
  shape: Shape,
): LastLink | undefined {
  const last = start.links.at(-1);
  if (last === undefined) return undefined;
  const extendable = lastLineIsExtendable(start.root);
  const onLine = extendable
    ? lastLineWidth(start.root, shape.indent)
    : [start.root, ...before].reduce<number>((sum, document) => sum + totalWidth(document), 0);
  const used = onLine + last.tries;
  const limit = start.linkCount === 1 ? shape.width : Math.min(shape.width, widthLimits.chain);
  const lineBudget = Math.max(0, limit - used);
  const allOnLine = lineBudget > 0 && ![start.root, ...before].some(isMultiline);
  const ownLineShape = narrow(linkShape, rightOverhead(shape) + last.tries);
  const base = allOnLine ? narrow(shape, last.tries) : extendable ? narrow(linkShape, last.tries) : ownLineShape;
  if (base === undefined) return undefined;
  if (allOnLine || extendable) {
    const oneLineShape = advance(base, used);
    const opened = oneLineShape && layoutLink(last, context, oneLineShape);
    if (opened !== undefined) {
      if (ownLineShape === undefined) return undefined;
      return preferOpened(
        opened,
        layoutOnOwnLine(last, context, ownLineShape, opened, lineBudget),
        lineBudget,
        allOnLine,
      );
    }
  }
  const document = layoutLink(last, context, base);
  return document === undefined ? undefined : { document, onOneLine: false };
}

/** The link on a line of its own, unless the opened form is good enough without comparison. */
function layoutOnOwnLine(last: Link, context: Context, shape: Shape, opened: Doc, lineBudget: number): Doc | undefined {
  const longEnough = newlineCount(opened) + 1 >= 5 && firstLineWidth(opened) <= lineBudget;
  return longEnough ? undefined : layoutLink(last, context, shape);
}

function preferOpened(opened: Doc, own: Doc | undefined, lineBudget: number, allOnLine: boolean): LastLink {
  const fitsLine = firstLineWidth(opened) <= lineBudget;
  if (own !== undefined && !fitsLine) return { document: own, onOneLine: false };
  if (own === undefined || newlineCount(own) >= newlineCount(opened)) {
    return { document: opened, onOneLine: fitsLine && allOnLine };
  }
  return { document: own, onOneLine: false };
}
