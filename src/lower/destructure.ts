/**
 * `const a, var b, c.d = value;` A literal `.{ x, y }` is no value: each element is written to its target before the next one is
 * evaluated (`a, b = .{ b, a }` does not exchange), with the operands of all targets evaluated before.
 */
import * as rust from '../emit/build.js';
import type { Pattern, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type } from '../parse/ir/types.js';
import type { Value } from '../parse/ir/values.js';
import { type Destructure, elementsInOrder, isPlaceTarget, type Target } from './analysis/destructured.js';
import { lowerAssign } from './assign.js';
import { constant } from './constant.js';
import type { Scope } from './context.js';
import { lowerExpr } from './expr.js';
import { lowerLet } from './let.js';
import { bindingOf, isComptimeOnly } from './local.js';
import { lowerPlace } from './place.js';
import { stabilise } from './stable-place.js';
import { asStatements } from './statement.js';
import { rawType } from './type.js';

/** New variables are bound by a pattern; places are assigned from the pattern's variables, in order. */
export function lowerDestructure(statement: Destructure, scope: Scope): readonly Statement[] {
  const elements = elementsInOrder(statement);
  return elements === undefined ? takenApart(statement, scope) : oneByOne(statement, elements, scope);
}

function oneByOne({ targets, node }: Destructure, elements: readonly ir.Expr[], scope: Scope): readonly Statement[] {
  const places = targets.map((target) => (isPlaceTarget(target) ? stabilise(target, scope) : undefined));
  const stores = elements.flatMap((value, index): readonly Statement[] => {
    const target = targets[index];
    const place = places[index]?.stable;
    if (place !== undefined) {
      return lowerAssign({ kind: 'assign', place, operator: undefined, value, node }, scope);
    }
    if (target === undefined || isPlaceTarget(target))
      return isComptimeOnly(value.type) ? [] : asStatements(lowerExpr(value, scope));
    return lowerLet({ kind: 'let', local: target, init: value, node: declarationOf(target, node) }, scope);
  });
  return [...places.flatMap((place) => place?.pre ?? []), ...stores];
}

/** The declaration that carries the author's type. */
function declarationOf(local: ir.Local, otherwise: ir.Expr['node']): ir.Expr['node'] {
  return local.node !== undefined && 'kind' in local.node && local.node.kind === 'varDecl' ? local.node : otherwise;
}

function takenApart(statement: Destructure, scope: Scope): readonly Statement[] {
  const { targets, value } = statement;
  const stores: Statement[] = [];
  const patterns = targets.map((target, index): Pattern | undefined => {
    const known = comptimeElement(value.type, index);
    if (known !== undefined) {
      stores.push(...storeKnown(target, known, scope));
      return undefined;
    }
    if (target === undefined) return rust.wildcard;
    if (!isPlaceTarget(target)) return isComptimeOnly(target.type) ? undefined : bindingOf(target, scope);
    const name = scope.body.names.temporary('value');
    const place = lowerPlace(target, 'write', scope);
    stores.push(...place.pre, rust.exprStmt(rust.assign(place.expr, rust.path(name))));
    return rust.bind(name);
  });
  const lowered = lowerExpr(value, scope);
  const bound = patterns.filter((pattern) => pattern !== undefined);
  if (value.type.kind === 'vector') {
    const lanes = rust.method(lowered.expr, 'to_array');
    return [...lowered.pre, rust.let_(rust.slicePattern(...bound), lanes), ...stores];
  }
  const pattern = value.type.kind === 'array' ? rust.slicePattern(...bound) : rust.tuplePattern(...bound);
  return [...lowered.pre, rust.let_(pattern, lowered.expr), ...stores];
}

/** An element without storage: its value is written where it goes. */
function comptimeElement(type: Type, index: number): { readonly type: Type; readonly value: Value } | undefined {
  const element = type.kind === 'tuple' ? type.elements[index] : undefined;
  return element?.value === undefined ? undefined : { type: element.type, value: element.value };
}

function storeKnown(
  target: Target,
  known: { readonly type: Type; readonly value: Value },
  scope: Scope,
): readonly Statement[] {
  if (target === undefined) return [];
  if (!isPlaceTarget(target)) {
    if (isComptimeOnly(target.type)) return [];
    return [
      rust.let_(bindingOf(target, scope), constant(known.value, target.type, scope), rawType(target.type, scope)),
    ];
  }
  const place = lowerPlace(target, 'write', scope);
  return [...place.pre, rust.exprStmt(rust.assign(place.expr, constant(known.value, target.type, scope)))];
}
