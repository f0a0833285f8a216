/** `const a, var b, c.d = value;` */
import * as rust from '../emit/build.js';
import type { Pattern, Statement } from '../emit/rust-ast.js';
import type * as ir from '../parse/ir/ir.js';
import type { Type } from '../parse/ir/types.js';
import type { Scope } from './context.js';
import { unported } from './context.js';
import { lowerExpr } from './expr.js';
import { bindingOf, isComptimeOnly } from './local.js';
import { lowerPlace } from './place.js';

type Target = ir.Place | ir.Local | undefined;

function isPlaceTarget(target: Target): target is ir.Place {
  return target !== undefined && 'kind' in target;
}

/** New variables are bound by a pattern; places are assigned from the pattern's variables, in order. */
export function lowerDestructure(statement: Extract<ir.Statement, { kind: 'destructure' }>, scope: Scope): readonly Statement[] {
  const { targets, value } = statement;
  const stores: Statement[] = [];
  const patterns = targets.map((target, index): Pattern | undefined => {
    if (elementIsComptime(value.type, index)) return undefined;
    if (target === undefined) return rust.wildcard;
    if (!isPlaceTarget(target)) return isComptimeOnly(target.type) ? undefined : bindingOf(target, scope);
    const name = scope.body.names.temporary('value');
    const place = lowerPlace(target, 'write', scope);
    stores.push(...place.pre, rust.exprStmt(rust.assign(place.expr, rust.path(name))));
    return rust.bind(name);
  });
  const lowered = lowerExpr(value, scope);
  const bound = patterns.filter((pattern) => pattern !== undefined);
  const pattern = value.type.kind === 'array' ? rust.slicePattern(...bound) : rust.tuplePattern(...bound);
  if (value.type.kind === 'vector') return unported('destructuring a vector', statement.node);
  return [...lowered.pre, rust.let_(pattern, lowered.expr), ...stores];
}

function elementIsComptime(type: Type, index: number): boolean {
  return type.kind === 'tuple' && type.elements[index]?.value !== undefined;
}
