import type { Expr } from './expr.js';
import type { Item } from './item.js';
import type { Path } from './path.js';
import type { Pattern } from './pattern.js';
import type { Name, Trivia } from './trivia.js';
import type { Type } from './type.js';

export type MacroDelimiter = 'parentheses' | 'brackets' | 'braces';

/** `name!(…)`. The arguments are Rust AST, never text. */
export interface MacroCall {
  readonly path: Path;
  readonly delimiter: MacroDelimiter;
  readonly input: MacroInput;
}

export type MacroInput =
  /** `println!("…", a, b)`, `vec![a, b]`, `matches!(x, Some(_) if y)`. */
  | { readonly kind: 'arguments'; readonly arguments: readonly MacroArgument[]; readonly dangling?: Trivia['leading'] }
  /** `vec![value; length]`. */
  | { readonly kind: 'repeat'; readonly value: Expr; readonly length: Expr }
  /** `thread_local! { static X: Cell<u32> = const { Cell::new(0) }; }`. */
  | { readonly kind: 'items'; readonly items: readonly Item[] };

export type MacroArgument =
  | ({ readonly kind: 'expr'; readonly expr: Expr } & Trivia)
  /** The format string of `format!` and its like, in pieces, so that nobody escapes braces by hand. */
  | ({ readonly kind: 'format'; readonly pieces: readonly FormatPiece[] } & Trivia)
  /** `name = expr` in a format macro, `options = …`. */
  | ({ readonly kind: 'named'; readonly name: Name; readonly expr: Expr } & Trivia)
  | ({ readonly kind: 'type'; readonly type: Type } & Trivia)
  /** `matches!(…, pattern if guard)`. */
  | ({ readonly kind: 'pattern'; readonly pattern: Pattern; readonly guard?: Expr | undefined } & Trivia)
  /** `in(reg) x`, `lateout("rax") y` of `asm!`. */
  | ({
      readonly kind: 'asmOperand';
      readonly name?: Name | undefined;
      readonly direction: 'in' | 'out' | 'lateout' | 'inout' | 'inlateout' | 'const' | 'sym';
      /** A register class (`reg`) or, with `explicit`, a register in quotes. Absent for `const` and `sym`. */
      readonly register?: string | undefined;
      readonly explicit?: boolean | undefined;
      readonly expr: Expr;
      /** `inout(reg) a => b`. */
      readonly output?: Expr | undefined;
    } & Trivia);

export type FormatPiece =
  /** Text that is printed as it is; braces are escaped by the printer. */
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'argument';
      /** Position or name; absent means the next positional argument. */
      readonly argument?: number | Name | undefined;
      /** What follows the colon: `?`, `>8`, `#x`, `.3`, `width$`. */
      readonly specification?: string | undefined;
    };
