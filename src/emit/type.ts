/** Types. */

import { forLifetimes, layoutBounds } from './bounds.js';
import { isSingle } from './expr/facts.js';
import { layoutExpr } from './expr.js';
import type { Context } from './layout/context.js';
import { chooseTactic, layoutList } from './layout/list.js';
import { layoutDelimited, type OverflowElement } from './layout/overflow.js';
import { layoutPair } from './layout/pair.js';
import { advance, fullLine, narrow, nestBlock, nestedLine, type Shape, widthLimits } from './layout/shape.js';
import {
  type Doc,
  firstLineWidth,
  hardline,
  indent,
  isMultiline,
  lastLineWidth,
  textOf,
  totalWidth,
} from './layout/text.js';
import { layoutMacroCall } from './macro.js';
import { writeName } from './names.js';
import { layoutPath } from './path.js';
import type { FunctionPointerParameter, FunctionPointerType, Type, TypeKind } from './rust-ast.js';

type TypeOf<K extends TypeKind> = Extract<Type, { readonly kind: K }>;
type TypeLayout<K extends TypeKind> = (type: TypeOf<K>, context: Context, shape: Shape) => Doc | undefined;

/** A type laid out in the given room; `undefined` if it does not fit. */
export function layoutType(type: Type, context: Context, shape: Shape): Doc | undefined {
  // The table's entry for a kind takes the type of that kind; TypeScript cannot correlate the two.
  const layout = typeLayouts[type.kind] as TypeLayout<TypeKind>;
  return layout(type, context, shape);
}

/** A type as an element of a delimited list. */
export function typeElement(type: Type): OverflowElement {
  return {
    layout: (context, shape) => layoutType(type, context, shape),
    opensAsLast: (count) => typeOpensAsLast(type, count),
    leading: type.leading,
    trailing: type.trailing,
  };
}

function typeOpensAsLast(type: Type, count: number): boolean {
  if (type.kind === 'tuple') return count === 1;
  return (type.kind === 'reference' || type.kind === 'rawPointer') && typeOpensAsLast(type.target, count);
}

const typeLayouts: { readonly [K in TypeKind]: TypeLayout<K> } = {
  path: (type, context, shape) => layoutPath(type.path, 'type', context, shape),
  reference: (type, context, shape) => {
    const lifetime = type.lifetime === undefined ? '' : `'${type.lifetime} `;
    return prefixedType(`&${lifetime}${type.mutable ? 'mut ' : ''}`, type.target, context, shape);
  },
  rawPointer: (type, context, shape) => prefixedType(type.mutable ? '*mut ' : '*const ', type.target, context, shape),
  slice: (type, context, shape) => {
    const inner = narrow(shape, 4);
    const element = inner && layoutType(type.element, context, { ...inner, offset: 1 });
    return element === undefined ? undefined : ['[', element, ']'];
  },
  array: (type, context, shape) =>
    layoutPair({
      left: (inner) => layoutType(type.element, context, inner),
      right: (inner) => layoutExpr(type.length, context, inner),
      prefix: '[',
      infix: '; ',
      suffix: ']',
      infixInFront: false,
      shape,
    }),
  tuple: (type, context, shape) =>
    layoutDelimited(
      context,
      {
        name: '',
        open: '(',
        close: ')',
        elements: type.elements.map(typeElement),
        maxElementsWidth: widthLimits.call,
        trailing: isSingle(type.elements) ? 'always' : undefined,
      },
      shape,
    ),
  functionPointer: layoutFunctionPointer,
  never: () => '!',
  inferred: () => '_',
  implTrait: (type, context, shape) => {
    const bounds = layoutBounds(type.bounds, context, shape, context.edition === '2021');
    return bounds === undefined ? undefined : ['impl ', bounds];
  },
  dynTrait: (type, context, shape) => {
    const behind = advance(shape, 4);
    const bounds = behind && layoutBounds(type.bounds, context, behind);
    return bounds === undefined ? undefined : ['dyn ', bounds];
  },
  macro: (type, context, shape) => layoutMacroCall(type.call, context, shape),
  meta: (type) => `$${type.name}${type.variadic ? '...' : ''}`,
};

function prefixedType(prefix: string, target: Type, context: Context, shape: Shape): Doc | undefined {
  if (needsParentheses(target)) {
    const behind = advance(shape, prefix.length);
    const inner = behind && layoutParenthesised(target, context, behind);
    return inner === undefined ? undefined : [prefix, inner];
  }
  const rest = narrow(shape, prefix.length);
  const type = rest && layoutType(target, context, { ...rest, offset: prefix.length });
  return type === undefined ? undefined : [prefix, type];
}

/** `&(dyn A + B)`: several bounds behind a prefix. */
function needsParentheses(type: Type): boolean {
  return (type.kind === 'dynTrait' || type.kind === 'implTrait') && type.bounds.length > 1;
}

function layoutParenthesised(type: Type, context: Context, shape: Shape): Doc | undefined {
  const inside = narrow(shape, 2);
  const oneLine = inside && layoutType(type, context, inside);
  if (oneLine !== undefined && (context.edition === '2021' || !isMultiline(oneLine))) return ['(', oneLine, ')'];
  const nested = layoutType(type, context, fullLine(nestBlock(shape)));
  return nested === undefined ? undefined : ['(', indent([hardline, nested]), hardline, ')'];
}

function layoutFunctionPointer(type: FunctionPointerType, context: Context, shape: Shape): Doc | undefined {
  const abi = type.abi === undefined ? '' : type.abi === '' ? 'extern ' : `extern "${type.abi}" `;
  const prefix = `${forLifetimes(type.lifetimes)}${type.unsafe === true ? 'unsafe ' : ''}${abi}fn`;
  const behind = advance(shape, prefix.length);
  const { parameters, result, variadic = false } = type;
  const signature = behind && layoutFunctionSignature({ parameters, result, variadic }, context, behind);
  return signature === undefined ? undefined : [prefix, signature];
}

interface FunctionSignature {
  readonly parameters: readonly FunctionPointerParameter[];
  readonly variadic: boolean;
  readonly result?: Type | undefined;
}

/** `(A, B) -> C` of function pointers and `Fn` bounds. */
export function layoutFunctionSignature(signature: FunctionSignature, context: Context, shape: Shape): Doc | undefined {
  const resultShape = advance(shape, 4);
  if (resultShape === undefined) return undefined;
  const result = signature.result === undefined ? '' : layoutType(signature.result, context, resultShape);
  if (result === undefined) return undefined;
  const arrow: Doc = result === '' ? '' : [' -> ', result];
  const listShape = nestedLine(shape);
  const parameters = signature.parameters.map((parameter) => ({
    document: layoutPointerParameter(parameter, context, listShape),
    leading: parameter.leading,
    trailing: parameter.trailing,
  }));
  const elements = signature.variadic ? [...parameters, { document: '...' }] : parameters;
  const width = isMultiline(arrow) ? -1 : Math.max(0, shape.width - (2 + totalWidth(arrow)));
  const tactic = chooseTactic(elements, width);
  const list = layoutList(elements, { tactic, trailing: signature.variadic ? 'never' : 'vertical', shape: listShape });
  if (list === undefined) return undefined;
  const flat = tactic.kind === 'horizontal' || elements.length === 0;
  const args: Doc = flat ? ['(', list, ')'] : ['(', indent([hardline, list]), hardline, ')'];
  if (textOf(arrow) === '' || lastLineWidth(args, shape.indent) + firstLineWidth(arrow) <= shape.width)
    return [args, arrow];
  return [args, indent([hardline, '-> ', result])];
}

function layoutPointerParameter(parameter: FunctionPointerParameter, context: Context, shape: Shape): Doc | undefined {
  const type = layoutType(parameter.type, context, shape);
  if (type === undefined || parameter.name === undefined) return type;
  return [`${writeName(parameter.name, context.edition)}: `, type];
}
