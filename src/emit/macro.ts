/**
 * Macro calls. Their arguments are laid out like those of functions, except that braces are not touched inside and
 * that format macros keep their format string on a line of its own.
 */

import { danglingOnly } from './expr/dangling.js';
import { exprElement } from './expr/elements.js';
import { layoutLiteral } from './expr/literal.js';
import { layoutExpr } from './expr.js';
import { layoutItems } from './item.js';
import { layoutAssignment } from './layout/assign.js';
import { blockContext, type Context } from './layout/context.js';
import { layoutDelimited, type OverflowElement } from './layout/overflow.js';
import { advance, nestBlock, type Shape, tabWidth, unlimited, widthLimits } from './layout/shape.js';
import { type Doc, hardline, indent, isMultiline, textOf } from './layout/text.js';
import { writeName } from './names.js';
import { layoutPath } from './path.js';
import { layoutPattern } from './pattern.js';
import { patternAsExpr } from './pattern-expr.js';
import type { FormatPiece, MacroArgument, MacroCall } from './rust-ast.js';
import { layoutType, typeElement } from './type.js';

const delimiters = {
  parentheses: ['(', ')'],
  brackets: ['[', ']'],
  braces: [' {', '}'],
} as const;

export function layoutMacroCall(call: MacroCall, context: Context, shape: Shape): Doc | undefined {
  const path = layoutPath(call.path, 'expr', context, shape);
  if (path === undefined) return undefined;
  const name: Doc = `${textOf(path)}!`;
  const { input } = call;
  switch (input.kind) {
    case 'items':
      return [
        name,
        ' {',
        indent([hardline, layoutItems(input.items, blockContext(context), shape.indent + tabWidth)]),
        hardline,
        '}',
      ];
    case 'repeat':
      return layoutRepeat(call, name, context, shape);
    case 'arguments':
      return layoutMacroArguments(call, name, context, shape);
  }
}

function layoutMacroArguments(call: MacroCall, name: string, context: Context, shape: Shape): Doc | undefined {
  if (call.input.kind !== 'arguments') return undefined;
  const [open, close] = delimiters[call.delimiter];
  const args = call.input.arguments;
  const dangling = call.input.dangling ?? [];
  if (args.length === 0)
    return dangling.length === 0 ? [name, open, close] : danglingOnly([name, open], dangling, close);
  if (args.some(isLeftAlone)) return layoutOnOneLine(name, open, args, close, context, shape);
  const elements = args.map(argumentElement);
  // `vec![…]` is an array for rustfmt unless another macro is around it.
  const isVec = name === 'vec!' && !context.insideMacro;
  const inner = isVec ? context : { ...context, insideMacro: true };
  const maxElementsWidth = call.delimiter === 'parentheses' && !isVec ? widthLimits.call : widthLimits.array;
  return layoutDelimited(inner, { name, open, close, elements, maxElementsWidth, dangling }, shape);
}

/** Whether rustfmt gives up on the whole call for this argument. */
function isLeftAlone(argument: MacroArgument): boolean {
  return argument.kind === 'pattern' && (argument.guard !== undefined || patternAsExpr(argument.pattern) === undefined);
}

function layoutOnOneLine(
  name: string,
  open: string,
  args: readonly MacroArgument[],
  close: string,
  context: Context,
  shape: Shape,
): Doc | undefined {
  const parts: Doc[] = [];
  for (const argument of args) {
    const laidOut = layoutArgument(argument, { ...context, insideMacro: true }, unlimited(shape));
    if (laidOut === undefined) return undefined;
    parts.push(parts.length === 0 ? '' : ', ', laidOut);
  }
  return [name, open, ...parts, close];
}

function argumentElement(argument: MacroArgument): OverflowElement {
  const { leading, trailing } = argument;
  const common = { leading, trailing, isMacroArgument: true };
  if (argument.kind === 'expr')
    return { ...exprElement(argument.expr), ...withoutUndefined(argument), isMacroArgument: true };
  const asExpr = argument.kind === 'pattern' ? patternAsExpr(argument.pattern) : undefined;
  if (asExpr !== undefined) return { ...exprElement(asExpr), ...common };
  if (argument.kind === 'type') return { ...typeElement(argument.type), ...common };
  return {
    layout: (context, shape) => layoutArgument(argument, context, shape),
    opensAsLast: () => false,
    isSimple: argument.kind === 'format',
    ...common,
  };
}

/** Comments of the argument, where it has any; else those of the expression stay. */
function withoutUndefined(argument: MacroArgument): Pick<OverflowElement, 'leading' | 'trailing'> {
  return {
    ...(argument.leading === undefined ? {} : { leading: argument.leading }),
    ...(argument.trailing === undefined ? {} : { trailing: argument.trailing }),
  };
}

function layoutArgument(argument: MacroArgument, context: Context, shape: Shape): Doc | undefined {
  switch (argument.kind) {
    case 'expr':
      return layoutExpr(argument.expr, context, shape);
    case 'type':
      return layoutType(argument.type, context, shape);
    case 'format':
      return layoutLiteral({ kind: 'str', value: argument.pieces.map(formatPieceText).join('') }, context, shape);
    case 'named':
      return layoutAssignment(
        `${writeName(argument.name, context.edition)} =`,
        (inner) => layoutExpr(argument.expr, context, inner),
        shape,
      );
    case 'pattern':
      return layoutPatternArgument(argument, context, shape);
    case 'asmOperand':
      return layoutAsmOperand(argument, context, shape);
  }
}

type PatternArgument = Extract<MacroArgument, { readonly kind: 'pattern' }>;

/** A pattern that is no expression for rustfmt, or one with a guard, is left alone: it stands on one line. */
function layoutPatternArgument(argument: PatternArgument, context: Context, shape: Shape): Doc | undefined {
  const wide = unlimited(shape);
  const pattern = layoutPattern(argument.pattern, context, wide);
  const guard = argument.guard && layoutExpr(argument.guard, context, wide);
  if (pattern === undefined) return undefined;
  return argument.guard === undefined ? pattern : guard && [pattern, ' if ', guard];
}

function formatPieceText(piece: FormatPiece): string {
  if (piece.kind === 'text') return piece.text.replace(/[{}]/g, '$&$&');
  return `{${piece.argument ?? ''}${piece.specification === undefined ? '' : `:${piece.specification}`}}`;
}

type AsmOperand = Extract<MacroArgument, { readonly kind: 'asmOperand' }>;

function layoutAsmOperand(operand: AsmOperand, context: Context, shape: Shape): Doc | undefined {
  const name = operand.name === undefined ? '' : `${operand.name} = `;
  const register = operand.explicit === true ? `"${operand.register}"` : operand.register;
  const place = register === undefined ? '' : `(${register})`;
  const value = layoutExpr(operand.expr, context, shape);
  const output = operand.output === undefined ? '' : layoutExpr(operand.output, context, shape);
  if (value === undefined || output === undefined) return undefined;
  return [`${name}${operand.direction}${place} `, value, output === '' ? '' : ' => ', output];
}

function layoutRepeat(call: MacroCall, name: string, context: Context, shape: Shape): Doc | undefined {
  if (call.input.kind !== 'repeat') return undefined;
  const [open, close] = delimiters[call.delimiter];
  const behind = advance(shape, name.length);
  if (behind === undefined) return undefined;
  const inner: Context = { ...context, insideMacro: true };
  const value = layoutExpr(call.input.value, inner, nestBlock(behind));
  const length = layoutExpr(call.input.length, inner, nestBlock(behind));
  if (value === undefined || length === undefined) return undefined;
  const flat = !isMultiline(value) && !isMultiline(length);
  if (flat && textOf(value).length + textOf(length).length + 8 <= shape.width)
    return [name, open, value, '; ', length, close];
  return [name, open, indent([hardline, value, ';', hardline, length]), hardline, close];
}
