/** What TypeScript rules share: reaching arguments by name, results without more to say. */
import type * as rust from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Type } from '../../parse/ir/types.js';
import type { Applied, CodeRuleCall, Refusal } from './define.js';
import type { ParameterMode } from './rule.js';

export const MISSING: Refusal = { refused: 'an argument is missing' };

export function applied(statements: readonly rust.Statement[], expr: rust.Expr, unsafe?: string): Applied {
  return { statements, expr, needs: { unsafe } };
}

/** An expression as what a method is called on: Rust borrows it by itself, and a `Vec` is a slice there. */
export function receiverOf(expr: rust.Expr): rust.Expr {
  const place = expr.kind === 'ref' ? expr.operand : expr;
  const isWhole = place.kind === 'index' && place.index.kind === 'range' && !place.index.start && !place.index.end;
  return isWhole ? place.operand : place;
}

/** The argument for a parameter of the signature. */
export function argument({ call, match }: CodeRuleCall, name: string): ir.Expr | undefined {
  return call.args[match.signature.params.findIndex((param) => param.name === name)];
}

/** The comptime type bound to a parameter. */
export function typeArgument(call: CodeRuleCall, name: string): Type | undefined {
  const value = argument(call, name)?.value;
  return value?.kind === 'type' ? value.type : undefined;
}

/** Lowers arguments by name, in order; undefined where one is missing. */
export function lowerNamed(
  call: CodeRuleCall,
  names: readonly (readonly [string, ParameterMode])[],
): { readonly statements: readonly rust.Statement[]; readonly exprs: readonly rust.Expr[] } | undefined {
  const requests = names.flatMap(([name, mode]) => {
    const expr = argument(call, name);
    return expr === undefined ? [] : [{ expr, mode }];
  });
  if (requests.length !== names.length) return undefined;
  const { statements, exprs } = call.host.lowerArguments(requests);
  const given = exprs.filter((expr) => expr !== undefined);
  return given.length === names.length ? { statements, exprs: given } : undefined;
}
