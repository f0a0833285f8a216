/** Generic parameters and where clauses. */

import { forLifetimes, layoutBounds, lifetimeWithBounds } from './bounds.js';
import { layoutExpr } from './expr.js';
import { layoutAssignment } from './layout/assign.js';
import type { Context } from './layout/context.js';
import { layoutList, vertical } from './layout/list.js';
import { layoutDelimited } from './layout/overflow.js';
import { fullLine, narrow, nestBlock, type Shape } from './layout/shape.js';
import { type Doc, hardline, indent, isMultiline, lastLineWidth, totalWidth } from './layout/text.js';
import { writeName } from './names.js';
import type { GenericParameter, Generics, WherePredicate } from './rust-ast.js';
import { layoutType } from './type.js';

/** `name<A, B>`, or the name alone. */
export function layoutGenerics(
  name: Doc,
  generics: Generics | undefined,
  context: Context,
  shape: Shape,
): Doc | undefined {
  if (generics === undefined || generics.parameters.length === 0) return name;
  const elements = generics.parameters.map((parameter) => ({
    layout: (inner: Context, room: Shape) => layoutParameter(parameter, inner, room),
    opensAsLast: () => false,
    leading: parameter.leading,
    trailing: parameter.trailing,
  }));
  return layoutDelimited(context, { name, open: '<', close: '>', elements, maxElementsWidth: shape.page }, shape);
}

function layoutParameter(parameter: GenericParameter, context: Context, shape: Shape): Doc | undefined {
  switch (parameter.kind) {
    case 'lifetime':
      return lifetimeWithBounds(parameter.name, parameter.bounds);
    case 'const': {
      const type = layoutType(parameter.type, context, shape);
      if (type === undefined) return undefined;
      const declared: Doc = [`const ${writeName(parameter.name, context.edition)}: `, type];
      return withDefault(
        declared,
        shape,
        (room) => parameter.default && layoutExpr(parameter.default, context, room),
        parameter.default,
      );
    }
    case 'type': {
      const bounds = layoutBounds(parameter.bounds, context, shape);
      if (bounds === undefined) return undefined;
      const declared: Doc = [
        writeName(parameter.name, context.edition),
        parameter.bounds.length === 0 ? '' : ': ',
        bounds,
      ];
      return withDefault(
        declared,
        shape,
        (room) => parameter.default && layoutType(parameter.default, context, room),
        parameter.default,
      );
    }
  }
}

function withDefault(
  declared: Doc,
  shape: Shape,
  layout: (shape: Shape) => Doc | undefined,
  value: unknown,
): Doc | undefined {
  if (value === undefined) return declared;
  const room = narrow(shape, totalWidth(declared) + 3);
  const laidOut = room && layout(room);
  return laidOut === undefined ? undefined : [declared, ' = ', laidOut];
}

export interface WhereOptions {
  /** No comma behind the last predicate. */
  readonly suppressComma?: boolean;
  /** `where` stays on the line instead of beginning one. */
  readonly snuggled?: boolean;
  /** The whole clause may stand on one line. */
  readonly maySingleLine?: boolean;
}

/** Whether `where` follows on the line: behind a `>` that is alone on its line. */
export function isSnuggled(before: Doc, indentColumns: number): boolean {
  return lastLineWidth(before, indentColumns) === 1;
}

export function wherePredicates(generics: Generics | undefined): readonly WherePredicate[] {
  return generics?.where ?? [];
}

/** ` where …` with what separates it from what stands before; `''` without predicates. */
export function layoutWhere(
  generics: Generics | undefined,
  context: Context,
  shape: Shape,
  options: WhereOptions,
): Doc | undefined {
  const predicates = wherePredicates(generics);
  if (predicates.length === 0) return '';
  const inner = narrow(fullLine(shape), 4);
  const clauseShape = inner && narrow(nestBlock(inner), 1);
  if (clauseShape === undefined) return undefined;
  const elements = predicates.map((predicate) => ({ document: layoutPredicate(predicate, context, clauseShape) }));
  const trailing = options.suppressComma === true ? 'never' : 'vertical';
  const list = layoutList(elements, { tactic: vertical, trailing, shape: clauseShape });
  if (list === undefined) return undefined;
  const keyword: Doc = [options.snuggled === true ? ' ' : hardline, 'where'];
  if (options.maySingleLine === true && !isMultiline(list) && 6 + totalWidth(list) <= shape.width)
    return [keyword, ' ', list];
  return [keyword, indent([hardline, list])];
}

function layoutPredicate(predicate: WherePredicate, context: Context, shape: Shape): Doc | undefined {
  if (predicate.kind === 'lifetime') return lifetimeWithBounds(predicate.name, predicate.bounds);
  const type = layoutType(predicate.type, context, shape);
  if (type === undefined) return undefined;
  const left: Doc = [forLifetimes(predicate.lifetimes), type, ':'];
  return layoutAssignment(left, (room) => layoutBounds(predicate.bounds, context, room), shape);
}
