import type {
  Block,
  Comment,
  ElseBranch,
  Expr,
  Item,
  MatchArm,
  Pattern,
  Statement,
  Trivia,
  Type,
} from '../rust-ast.js';

/** `{ statements; tail }`. */
export function block(statements: readonly Statement[], tail?: Expr): Block {
  return { statements, tail };
}
export const emptyBlock: Block = { statements: [] };

/** `if condition { … } else …`; the else branch is a block or another `if`. */
export function ifElse(condition: Expr, then: Block, otherwise?: Block | Expr): Expr {
  return { kind: 'if', condition, then, else: otherwise === undefined ? undefined : elseBranch(otherwise) };
}
/** `if let pattern = scrutinee { … } else …`. */
export function ifLet(pattern: Pattern, scrutinee: Expr, then: Block, otherwise?: Block | Expr): Expr {
  return ifElse(letCondition(pattern, scrutinee), then, otherwise);
}
/** The condition `let pattern = scrutinee`. */
export function letCondition(pattern: Pattern, scrutinee: Expr): Expr {
  return { kind: 'let', pattern, scrutinee };
}
export function match(scrutinee: Expr, arms: readonly MatchArm[], dangling?: readonly Comment[]): Expr {
  return { kind: 'match', scrutinee, arms, dangling };
}
export function arm(pattern: Pattern, body: Expr, guard?: Expr): MatchArm {
  return { pattern, body, guard };
}
export function loop(body: Block, label?: string): Expr {
  return { kind: 'loop', body, label };
}
export function whileLoop(condition: Expr, body: Block, label?: string): Expr {
  return { kind: 'while', condition, body, label };
}
/** `while let pattern = scrutinee { … }`. */
export function whileLet(pattern: Pattern, scrutinee: Expr, body: Block, label?: string): Expr {
  return whileLoop(letCondition(pattern, scrutinee), body, label);
}
export function forLoop(pattern: Pattern, iterable: Expr, body: Block, label?: string): Expr {
  return { kind: 'for', pattern, iterable, body, label };
}

/** `let pattern: type = value;` */
export function let_(pattern: Pattern | string, value?: Expr, type?: Type): Statement {
  return { kind: 'let', pattern: bindingOf(pattern, false), type, value };
}
/** `let mut name: type = value;` */
export function letMut(name: string, value?: Expr, type?: Type): Statement {
  return { kind: 'let', pattern: bindingOf(name, true), type, value };
}
/** `let pattern = value else { … };` */
export function letElse(pattern: Pattern, value: Expr, otherwise: Block, type?: Type): Statement {
  return { kind: 'let', pattern, type, value, else: otherwise };
}
export function exprStmt(expr: Expr, semicolon?: boolean): Statement {
  return { kind: 'expr', expr, semicolon };
}
export function itemStmt(item: Item): Statement {
  return { kind: 'item', item };
}
/** Comments on lines of their own, for a Zig statement that vanished. */
export function commentStmt(...lines: readonly string[]): Statement {
  return { kind: 'comment', leading: lines.map((text) => ({ text })) };
}

/** The node with trivia added; what it has already stays unless named here. */
export function withTrivia<N extends Trivia>(node: N, trivia: Trivia): N {
  return { ...node, ...trivia };
}

function elseBranch(otherwise: Block | Expr): ElseBranch {
  if ('statements' in otherwise) return { kind: 'block', block: otherwise };
  if (otherwise.kind === 'if') return otherwise;
  if (otherwise.kind === 'block' && otherwise.label === undefined && otherwise.const !== true) {
    return { kind: 'block', block: otherwise.block };
  }
  return { kind: 'block', block: block([], otherwise) };
}

function bindingOf(pattern: Pattern | string, mutable: boolean): Pattern {
  return typeof pattern === 'string' ? { kind: 'binding', byRef: false, mutable, name: pattern } : pattern;
}
