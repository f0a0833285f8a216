/** The arguments of a builtin. */
import type { Expr } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Value } from '../../parse/ir/values.js';
import { type Scope, unported } from '../context.js';
import type { Lowered } from '../lowered.js';
import { lowerOperands } from '../operands.js';

/** Argument `index`, which must be there. */
export function argument(expr: ir.BuiltinExpr, index: number): ir.Expr {
  return expr.args[index] ?? unported(`@${expr.name} with ${expr.args.length} arguments`, expr.node);
}

/** Lowers all arguments and joins them. */
export function withArguments(expr: ir.BuiltinExpr, scope: Scope, join: (...args: Expr[]) => Expr): Lowered {
  const { pre, exprs } = lowerOperands(
    expr.args.map((arg) => ({ expr: arg })),
    scope,
  );
  return { pre, expr: join(...exprs) };
}

/** Text that is known: the name of a field or symbol. */
export function textOf(arg: ir.Expr): string {
  return knownText(arg.value) ?? unported('a name that is not known', arg.node);
}

/** The text of a known string. */
export function knownText(value: Value | undefined): string | undefined {
  const pointer = value?.kind === 'slice' ? value.pointer : value;
  const bytes = pointer?.kind === 'pointer' && pointer.base.kind === 'constant' ? pointer.base.value : value;
  return bytes?.kind === 'bytes' ? new TextDecoder().decode(bytes.bytes) : undefined;
}
