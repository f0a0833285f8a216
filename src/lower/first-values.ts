/**
 * `var x: T = undefined;` whose first mention behind it, in the same block, is `x = value;`: the Rust declares the variable there. Any other
 * initial value would be one that nobody reads.
 */
import type * as ir from '../parse/ir/ir.js';
import { walkExpr, walkStatement } from '../parse/ir/walk.js';
import type { Scope } from './context.js';

type Let = Extract<ir.Statement, { kind: 'let' }>;
type Assign = Extract<ir.Statement, { kind: 'assign' }>;

/** The statements of a block, in which such an assignment is the declaration. */
export function withFirstValues(statements: readonly ir.Statement[], scope: Scope): readonly ir.Statement[] {
  const replaced = new Map<ir.Statement, ir.Statement>();
  statements.forEach((statement, index) => {
    if (!isUndefinedLet(statement) || scope.crate.representation.vanishes(statement)) return;
    const first = statements.slice(index + 1).find((later) => mentions(later, statement.local));
    if (first?.kind !== 'assign' || !isFirstValue(first, statement.local)) return;
    if (scope.crate.representation.vanishes(first)) return;
    // Its comments stay where they are.
    replaced.set(statement, { kind: 'comptime', node: statement.node });
    replaced.set(first, { kind: 'let', local: statement.local, init: first.value, node: first.node });
  });
  return replaced.size === 0 ? statements : statements.map((statement) => replaced.get(statement) ?? statement);
}

function isUndefinedLet(statement: ir.Statement): statement is Let {
  return statement.kind === 'let' && statement.init.kind === 'coerce' && statement.init.coercion === 'undefined';
}

/** The whole variable gets a value in which it does not occur. */
function isFirstValue({ place, operator, value }: Assign, local: ir.Local): boolean {
  if (operator !== undefined || place.kind !== 'local' || isUndefined(value)) return false;
  let occurs = false;
  walkExpr(value, (node) => {
    occurs ||= node.sort === 'place' && node.place.kind === 'local' && node.place.local === local;
    return !occurs;
  });
  return !occurs;
}

function isUndefined(value: ir.Expr): boolean {
  return value.kind === 'coerce' && value.coercion === 'undefined';
}

/** Whether the statement has to do with the variable. */
function mentions(statement: ir.Statement, local: ir.Local): boolean {
  let found = false;
  walkStatement(statement, (node) => {
    found ||= node.sort === 'place' && node.place.kind === 'local' && node.place.local === local;
    return !found;
  });
  return found;
}
