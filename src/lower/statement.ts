/** Statements: one function per kind, in a total table. */
import * as rust from '../emit/build.js';
import type { Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import { effectsOf } from './analysis/effects.js';
import { isReadOnly } from './analysis/read-only.js';
import { lowerAssign } from './assign.js';
import { takeTrivia, triviaOf, withStatementTrivia } from './comments.js';
import { type Scope, unported } from './context.js';
import { lowerDestructure } from './destructure.js';
import { lowerExpr } from './expr.js';
import { isOpen, lowerLet } from './let.js';
import { isVoid } from './local.js';
import { isPlainBlock, isUnit, type Lowered, spliced } from './lowered.js';
import { rustType } from './type.js';

type StatementOf<K extends ir.StatementKind> = Extract<ir.Statement, { readonly kind: K }>;

const lowerings: {
  readonly [K in ir.StatementKind]: (statement: StatementOf<K>, scope: Scope) => readonly Statement[];
} = {
  let: lowerLet,
  comptime: lowerComptime,
  expr: lowerExprStatement,
  discard: lowerDiscard,
  assign: lowerAssign,
  destructure: lowerDestructure,
  // The block that holds a `defer` lowers it, together with the statements behind it.
  defer: (statement) => unported('a defer outside a block', statement.node),
  errdefer: (statement) => unported('an errdefer outside a block', statement.node),
};

/** What Zig runs at compile time was run while porting. What it declares is known where it is used; what it checks is said to have held. */
function lowerComptime({ node }: StatementOf<'comptime'>, scope: Scope): readonly Statement[] {
  const run = node.kind === 'unary' && node.operator === 'try' ? node.operand : node;
  if (run.kind !== 'comptime') return [];
  if (run.child.kind === 'block') return [rust.commentStmt(' A `comptime` block, which was run while porting.')];
  const text = scope.file.source.text.slice(node.start, node.end);
  const isShort = text.length <= LONGEST_NOTE && !text.includes('\n');
  return [
    rust.commentStmt(isShort ? ` Run while porting: \`${text}\`.` : ' A `comptime` call, which was run while porting.'),
  ];
}

/** Longer texts of Zig are not repeated in a comment. */
const LONGEST_NOTE = 80;

/** Lowers one statement, with its comments. */
export function lowerStatement(statement: ir.Statement, scope: Scope): readonly Statement[] {
  const taken = takeTrivia(statement.node, scope);
  const lower = lowerings[statement.kind] as (statement: ir.Statement, scope: Scope) => readonly Statement[];
  const statements = scope.crate.representation.vanishes(statement) ? [] : lower(statement, scope);
  return withStatementTrivia(statements, triviaOf(taken, statement.node, scope));
}

function lowerExprStatement({ expr }: StatementOf<'expr'>, scope: Scope): readonly Statement[] {
  const lowered = lowerExpr(expr, scope);
  return expr.kind === 'if' && expr.taken !== undefined ? spliced(lowered) : asStatements(lowered);
}

/** An expression as statements. */
export function asStatements(lowered: Lowered): readonly Statement[] {
  if (isUnit(lowered.expr)) return lowered.pre;
  if (isPlainBlock(lowered.expr)) {
    const { block } = lowered.expr;
    // An empty block says nothing, except where it holds comments.
    if (block.statements.length === 0 && block.tail === undefined && block.dangling === undefined) return lowered.pre;
  }
  return [...lowered.pre, rust.exprStmt(lowered.expr)];
}

/** `_ = x;`: nothing where the evaluation does nothing. */
function lowerDiscard(statement: StatementOf<'discard'>, scope: Scope): readonly Statement[] {
  const { expr } = statement;
  const effects = effectsOf(expr);
  if (!effects.writes && !effects.leaves && isReadOnly(expr)) return [];
  const lowered = lowerExpr(expr, scope);
  if (isVoid(expr.type)) return asStatements(lowered);
  if (expr.kind !== 'load' && isOpen(expr, expr.type)) {
    const type = rustType(expr.type, scope.crate.representation.expr(expr), scope);
    return [...lowered.pre, rust.let_('_', lowered.expr, type)];
  }
  return [...lowered.pre, rust.exprStmt(rust.assign(rust.underscore, lowered.expr))];
}
