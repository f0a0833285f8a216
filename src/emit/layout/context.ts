import type { Expr } from '../rust-ast.js';
import { pageWidth, type Shape } from './shape.js';
import type { Doc } from './text.js';

export type Edition = '2021' | '2024';

/** What a layout knows besides its shape. Blocks reset everything but the edition. */
export interface Context {
  /** rustfmt's style follows the edition. */
  readonly edition: Edition;
  /** Inside a macro call blocks are neither added nor removed. */
  readonly insideMacro: boolean;
  /** A chain may not break, so that the arguments around it do. */
  readonly oneLineChains: boolean;
  readonly memo: LayoutMemo;
}

type LayoutMemo = WeakMap<Expr, Map<number, Doc | undefined>>;

export function newContext(edition: Edition): Context {
  return { edition, insideMacro: false, oneLineChains: false, memo: new WeakMap() };
}

/** The context inside a block, whatever is around it. */
export function blockContext(context: Context): Context {
  return context.insideMacro || context.oneLineChains
    ? { ...context, insideMacro: false, oneLineChains: false }
    : context;
}

/** Layouts are tried under several shapes; nested trials would be exponential without memory. */
export function memoised(
  context: Context,
  expr: Expr,
  shape: Shape,
  asStatement: boolean,
  layout: () => Doc | undefined,
) {
  const flags =
    (asStatement ? 1 : 0) +
    (context.insideMacro ? 2 : 0) +
    (context.oneLineChains ? 4 : 0) +
    (shape.page === pageWidth ? 0 : 8);
  const key = ((shape.width * 16384 + shape.indent) * 16384 + shape.offset) * 16 + flags;
  let shapes = context.memo.get(expr);
  if (shapes === undefined) {
    shapes = new Map();
    context.memo.set(expr, shapes);
  }
  if (shapes.has(key)) return shapes.get(key);
  const document = layout();
  shapes.set(key, document);
  return document;
}
