/** `@extern(*T, .{ .name = "symbol" })`: the address of what others define under a symbol, declared where it is asked for. */
import * as rust from '../../emit/build.js';
import type { Item } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { FnType, PointerType } from '../../parse/ir/types.js';
import { boundaryResult, boundaryType } from '../boundary.js';
import { type Scope, unported } from '../context.js';
import { type Lowered, pure } from '../lowered.js';
import { argument, textOf } from './arguments.js';

export function lowerExternSymbol(expr: ir.BuiltinExpr, scope: Scope): Lowered {
  const { type } = expr;
  const symbol = textOf(argument(expr, 0));
  if (type.kind !== 'pointer' || !/^[a-z_]\w*$/i.test(symbol)) return unported('@extern of this', expr.node);
  const item =
    type.child.kind === 'fn' ? foreignFunction(symbol, type.child, scope) : foreignVariable(symbol, type, scope);
  const block: Item = { kind: 'externBlock', unsafe: scope.crate.edition === '2024', abi: 'C', items: [item] };
  const name = rust.path(symbol);
  const address = type.child.kind === 'fn' ? name : type.isConst ? rust.rawRefConst(name) : rust.rawRefMut(name);
  return pure(rust.blockExpr(rust.block([rust.itemStmt(block)], address)));
}

function foreignFunction(symbol: string, type: FnType, scope: Scope): Item {
  const parameters = type.params.flatMap((param, index) =>
    param.type === undefined ? [] : [rust.param(`a${index}`, boundaryType(param.type, scope))],
  );
  const result = type.returnType === undefined ? undefined : boundaryResult(type.returnType, scope);
  return rust.fn(symbol, parameters, result, undefined);
}

function foreignVariable(symbol: string, { child, isConst }: PointerType, scope: Scope): Item {
  return { kind: 'static', name: symbol, type: boundaryType(child, scope), mutable: !isConst };
}
