import type { Expr, FormatPiece, MacroArgument, MacroCall, MacroDelimiter, Pattern } from '../rust-ast.js';
import { pathOf } from './paths.js';

type Argument = Expr | MacroArgument;

/** `name!(args)` as a macro call that is not yet an expression. */
export function macro(name: string, args: readonly Argument[], delimiter: MacroDelimiter = 'parentheses'): MacroCall {
  return { path: pathOf(name), delimiter, input: { kind: 'arguments', arguments: args.map(macroArgument) } };
}
/** `name!(args)` as an expression. Arguments are expressions, or macro arguments for anything else. */
export function macroCall(name: string, args: readonly Argument[], delimiter: MacroDelimiter = 'parentheses'): Expr {
  return { kind: 'macro', call: macro(name, args, delimiter) };
}
/** `println!("text {}", a)`: `formatMacro('println', [text('text '), hole()], [a])`. Leading arguments for `write!`. */
export function formatMacro(
  name: string,
  pieces: readonly FormatPiece[],
  args: readonly Argument[] = [],
  before: readonly Argument[] = [],
): Expr {
  return macroCall(name, [...before, { kind: 'format', pieces }, ...args]);
}
/** Literal text of a format string; braces need no care. */
export function text(value: string): FormatPiece {
  return { kind: 'text', text: value };
}
/** `{}`, `{:?}`, `{0}`, `{name:>8}`. */
export function hole(specification?: string, argument?: number | string): FormatPiece {
  return { kind: 'argument', argument, specification };
}
/** `name = expr` inside a format macro. */
export function namedArgument(name: string, expr: Expr): MacroArgument {
  return { kind: 'named', name, expr };
}
/** `vec![a, b]`. */
export function vecLit(elements: readonly Expr[]): Expr {
  return macroCall('vec', elements, 'brackets');
}
/** `vec![value; length]`. */
export function vecRepeat(value: Expr, length: Expr): Expr {
  return {
    kind: 'macro',
    call: { path: pathOf('vec'), delimiter: 'brackets', input: { kind: 'repeat', value, length } },
  };
}
/** `matches!(scrutinee, pattern if guard)`. */
export function matchesMacro(scrutinee: Expr, pattern: Pattern, guard?: Expr): Expr {
  return macroCall('matches', [scrutinee, { kind: 'pattern', pattern, guard }]);
}
/** `todo!("port: why")`. */
export function todoMacro(why: string): Expr {
  return formatMacro('todo', [text(`port: ${why}`)]);
}
/** `unreachable!()`. */
export const unreachableMacro: Expr = macroCall('unreachable', []);
/** `unreachable!("why")`. */
export function unreachableBecause(why: string): Expr {
  return formatMacro('unreachable', [text(why)]);
}
/** `panic!("message")`. */
export function panicMacro(message: string): Expr {
  return formatMacro('panic', [text(message)]);
}

function macroArgument(argument: Argument): MacroArgument {
  return isMacroArgument(argument) ? argument : { kind: 'expr', expr: argument };
}
const macroArgumentKinds: ReadonlySet<string> = new Set(['expr', 'format', 'named', 'type', 'pattern', 'asmOperand']);
function isMacroArgument(argument: Argument): argument is MacroArgument {
  return macroArgumentKinds.has(argument.kind);
}
