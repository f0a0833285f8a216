/** Functions: the signature on one line, or its parameters one a line; then the body. */

import { layoutAttributes } from '../attribute.js';
import { layoutBlock } from '../expr/block.js';
import { isEmptyBlock } from '../expr/facts.js';
import { layoutGenerics, layoutWhere, wherePredicates } from '../generics.js';
import { type Place, visibilityText } from '../item.js';
import type { Context } from '../layout/context.js';
import { chooseTactic, layoutList } from '../layout/list.js';
import { withFunctionMark } from '../layout/marks.js';
import { advance, lineShape, type Shape, tabWidth } from '../layout/shape.js';
import {
  type Doc,
  firstLineWidth,
  hardline,
  indent,
  isMultiline,
  lastLineWidth,
  textOf,
  totalWidth,
} from '../layout/text.js';
import { writeName } from '../names.js';
import { layoutSinglePattern } from '../pattern.js';
import type { FunctionItem, FunctionQualifiers, Parameter, SelfParameter } from '../rust-ast.js';
import { layoutType } from '../type.js';

/** How the body is attached; `none` is a declaration that ends in `;`. */
type BraceStyle = 'sameLine' | 'nextLine' | 'none';

export function layoutFunction(item: FunctionItem, context: Context, place: Place): Doc | undefined {
  const style = braceStyle(item);
  const signature = layoutSignature(item, style, context, place);
  if (signature === undefined) return undefined;
  if (item.body === undefined) return [signature.document, ';'];
  const { document } = signature;
  const shape = lineShape(place.indent, place.page);
  if (isEmptyBlock(item.body)) {
    if (!isMultiline(document) && place.indent + totalWidth(document) + 3 <= place.page) return [document, ' {}'];
  }
  const nextLine =
    style === 'nextLine' || signature.braceOnNextLine || lastLineWidth(document, place.indent) + 2 > shape.width;
  const body = layoutBlock(item.body, '', context, isEmptyBlock(item.body) ? { ...shape, width: 0 } : shape);
  return body === undefined ? undefined : withFunctionMark(item.origin, [document, nextLine ? hardline : ' ', body]);
}

function braceStyle(item: FunctionItem): BraceStyle {
  if (item.body === undefined) return 'none';
  return wherePredicates(item.generics).length > 0 ? 'nextLine' : 'sameLine';
}

/** `pub const unsafe extern "C" fn `. */
function functionPrefix(item: FunctionItem): string {
  return `${visibilityText(item.visibility)}${qualifierText(item.qualifiers ?? {})}fn `;
}

function qualifierText(qualifiers: FunctionQualifiers): string {
  const words = [
    qualifiers.const === true ? 'const ' : '',
    qualifiers.async === true ? 'async ' : '',
    qualifiers.unsafe === true ? 'unsafe ' : qualifiers.safe === true ? 'safe ' : '',
    qualifiers.abi === undefined ? '' : qualifiers.abi === '' ? 'extern ' : `extern "${qualifiers.abi}" `,
  ];
  return words.join('');
}

interface Signature {
  readonly document: Doc;
  readonly braceOnNextLine: boolean;
}

function layoutSignature(item: FunctionItem, style: BraceStyle, context: Context, place: Place): Signature | undefined {
  const prefix = functionPrefix(item);
  const used = place.indent + prefix.length;
  const shape: Shape = {
    width: Math.max(0, place.page - (used + (style === 'sameLine' ? 4 : 2))),
    indent: place.indent,
    offset: used,
    page: place.page,
  };
  const named = layoutGenerics(writeName(item.name, context.edition), item.generics, context, shape);
  const resultShape = advance(lineShape(place.indent, place.page), 3);
  const result = item.result === undefined ? '' : resultShape && layoutType(item.result, context, resultShape);
  if (named === undefined || result === undefined) return undefined;
  const arrow: Doc = textOf(result) === '' ? '' : ['-> ', result];
  const start: Doc = [prefix, named];
  const parameters = layoutParameters(item, start, arrow, style, context, place);
  if (parameters === undefined) return undefined;
  const withResult = layoutResult(item, parameters, arrow, context, place);
  if (withResult === undefined) return undefined;
  const where = layoutWhere(item.generics, context, lineShape(place.indent, place.page), {
    suppressComma: style === 'none',
    snuggled: parameters.inBlock && item.result === undefined,
  });
  return where === undefined
    ? undefined
    : { document: [withResult.document, where], braceOnNextLine: withResult.braceOnNextLine };
}

interface Parameters {
  readonly document: Doc;
  /** One parameter a line. */
  readonly inBlock: boolean;
  readonly isEmpty: boolean;
  readonly overflows: boolean;
}

function layoutParameters(
  item: FunctionItem,
  start: Doc,
  arrow: Doc,
  style: BraceStyle,
  context: Context,
  place: Place,
): Parameters | undefined {
  const arrowWidth = isMultiline(arrow) ? 0 : totalWidth(arrow);
  const braces = style === 'none' ? 1 : style === 'sameLine' ? 2 : 0;
  const fixed = place.indent + textOf(start).length + arrowWidth + (arrowWidth === 0 ? 2 : 3) + braces;
  const oneLineBudget = isMultiline(start) || isMultiline(arrow) ? 0 : Math.max(0, place.page - fixed);
  const nested = lineShape(place.indent + tabWidth, place.page);
  const shape: Shape = { ...nested, width: Math.max(0, nested.width - 1) };
  const elements = item.parameters.map((parameter) => ({
    document: layoutParameter(parameter, context, shape),
    leading: parameter.leading,
    trailing: parameter.trailing,
  }));
  const all = item.variadic === true ? [...elements, { document: '...' }] : elements;
  const tactic = chooseTactic(all, oneLineBudget);
  const list = layoutList(all, { tactic, trailing: item.variadic === true ? 'never' : 'vertical', shape });
  if (list === undefined) return undefined;
  const inBlock =
    all.length > 0 && (tactic.kind === 'vertical' || isMultiline(list) || totalWidth(list) > oneLineBudget);
  if (inBlock) {
    return {
      document: [start, '(', indent([hardline, list]), hardline, ')'],
      inBlock,
      isEmpty: false,
      overflows: false,
    };
  }
  const document: Doc = [start, '(', list];
  const width = lastLineUsed(document, place.indent) + firstLineWidth(arrow);
  return {
    document: [document, ')'],
    inBlock,
    isEmpty: all.length === 0,
    overflows: all.length === 0 && width + 1 > place.page,
  };
}

function lastLineUsed(document: Doc, indentColumns: number): number {
  return isMultiline(document) ? lastLineWidth(document, indentColumns) : indentColumns + totalWidth(document);
}

function layoutResult(
  item: FunctionItem,
  parameters: Parameters,
  arrow: Doc,
  context: Context,
  place: Place,
): Signature | undefined {
  const { document } = parameters;
  if (item.result === undefined || textOf(arrow) === '') return { document, braceOnNextLine: false };
  if (!resultIsOnNextLine(item, parameters, arrow, place)) {
    if (!isMultiline(arrow))
      return { document: [document, parameters.overflows ? [hardline, arrow] : [' ', arrow]], braceOnNextLine: false };
    const behind = advance(lineShape(place.indent, place.page), lastLineWidth([document, ' '], place.indent) + 3);
    const result = behind && layoutType(item.result, context, behind);
    return { document: [document, ' -> ', result ?? arrow], braceOnNextLine: false };
  }
  const nested = context.edition === '2021' && parameters.isEmpty;
  const shape = lineShape(place.indent + (nested ? tabWidth : 0), place.page);
  const behind = advance(shape, 3);
  const result = behind && layoutType(item.result, context, behind);
  if (result === undefined) return undefined;
  const below: Doc = [hardline, '-> ', result];
  return { document: [document, nested ? indent(below) : below], braceOnNextLine: parameters.isEmpty };
}

function resultIsOnNextLine(item: FunctionItem, parameters: Parameters, arrow: Doc, place: Place): boolean {
  if (parameters.inBlock || parameters.isEmpty) return false;
  if (isMultiline(parameters.document) || isMultiline(arrow)) return true;
  const brace = wherePredicates(item.generics).length === 0 ? 2 : 0;
  return totalWidth(parameters.document) + place.indent + totalWidth(arrow) + 1 + brace > place.page;
}

function layoutParameter(parameter: Parameter, context: Context, shape: Shape): Doc | undefined {
  if (parameter.kind === 'self') return layoutSelf(parameter, context, shape);
  const attributes = parameter.attributes ?? [];
  const laidOut = attributes.length === 0 ? '' : layoutAttributes(attributes, context, shape);
  const pattern = layoutSinglePattern(parameter.pattern, context, shape);
  if (pattern === undefined || laidOut === undefined) return undefined;
  const behind = advance(shape, lastLineWidth(pattern, shape.indent) + 2);
  const type = (behind && layoutType(parameter.type, context, behind)) ?? layoutType(parameter.type, context, shape);
  return type === undefined ? undefined : [laidOut, laidOut === '' ? '' : ' ', pattern, ': ', type];
}

function layoutSelf(parameter: SelfParameter, context: Context, shape: Shape): Doc | undefined {
  const lifetime = parameter.lifetime === undefined ? '' : `'${parameter.lifetime} `;
  const text = `${parameter.reference ? `&${lifetime}` : ''}${parameter.mutable ? 'mut ' : ''}self`;
  if (parameter.type === undefined) return text;
  const type = layoutType(parameter.type, context, shape);
  return type === undefined ? undefined : [`${text}: `, type];
}
