/**
 * `comptime { assert(…); if (…) @compileError(…); }` of a container. It has been checked while porting; where Rust can evaluate the condition in a constant, the crate
 * checks it again whenever it is compiled: `const _: () = assert!(…);`.
 */
import * as rust from '../../emit/build.js';
import type { BinaryOperator, Expr, Item } from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { Decl } from '../../parse/ir/program.js';
import type { IntType } from '../../parse/ir/types.js';
import { T } from '../../parse/sema/pool.js';
import { isComptimeNumber } from '../analysis/number-types.js';
import { walkExpr } from '../analysis/walk.js';
import { knownText } from '../builtin/misc.js';
import { lowerComptimeNumber } from '../comptime-number.js';
import type { Crate, Scope } from '../context.js';
import { fits, nativeInt } from '../integer.js';
import { globalPath } from '../names/paths.js';
import { isWide } from '../wide.js';
import { globalScope } from './global-value.js';
import type { ItemTrivia } from './trivia.js';

/** The items of a `comptime` block: one for each assertion. */
export function comptimeItems(decl: Decl, crate: Crate, trivia: ItemTrivia): readonly Item[] {
  const scope = globalScope(decl, crate);
  const checks = (decl.init?.statements ?? []).flatMap((statement) =>
    statement.kind === 'expr' ? check(statement.expr, scope) : [],
  );
  return checks.map((assertion, index) => rust.constItem('_', rust.tupleType(), assertion, index === 0 ? trivia : {}));
}

/** The assertion, where what it asks has a name in the Rust. */
function check(expr: ir.Expr, scope: Scope): readonly Expr[] {
  if (expr.kind !== 'call' && expr.kind !== 'builtin') return [];
  const [condition, message] = expr.args;
  if (condition === undefined || (expr.kind === 'call' && !isAssertion(expr, scope)) || !asksNamed(condition))
    return [];
  const test = lowerCondition(condition, scope);
  if (test === undefined) return [];
  const text = message === undefined ? undefined : knownText(message);
  return [
    text === undefined ? rust.macroCall('assert', [test]) : rust.formatMacro('assert', [rust.text(text)], [], [test]),
  ];
}

/** Whether a rule says that the call may stand in a constant. */
function isAssertion({ callee }: ir.CallExpr, scope: Scope): boolean {
  const rule = callee.kind === 'instance' ? scope.crate.rules?.cutAtSignature(callee.instance)?.rule : undefined;
  return rule !== undefined && 'isConst' in rule && rule.isConst;
}

/** The condition as Rust evaluates it in a constant; undefined where it does not. */
function lowerCondition(expr: ir.Expr, scope: Scope): Expr | undefined {
  switch (expr.kind) {
    case 'compare':
      return comparison(expr, scope);
    case 'logical': {
      const [left, right] = [lowerCondition(expr.left, scope), lowerCondition(expr.right, scope)];
      const operator = expr.operator === 'and' ? '&&' : '||';
      return left === undefined || right === undefined ? undefined : rust.binary(operator, left, right);
    }
    case 'not': {
      const { operand } = expr;
      if (operand.kind === 'compare') return comparison({ ...operand, operator: OPPOSITE[operand.operator] }, scope);
      const lowered = lowerCondition(operand, scope);
      return lowered && rust.not(lowered);
    }
    case 'load':
      return named(expr, scope);
    default:
      return undefined;
  }
}

/** Of numbers without a nan. */
const OPPOSITE = { '==': '!=', '!=': '==', '<': '>=', '>=': '<', '>': '<=', '<=': '>' } as const;

function comparison({ left, right, operator }: ir.Compare, scope: Scope): Expr | undefined {
  const type = commonType([left, right], scope);
  const [a, b] = type === undefined ? [] : [left, right].map((side) => number(side, type, scope));
  return a === undefined || b === undefined ? undefined : rust.binary(operator satisfies BinaryOperator, a, b);
}

/** The type to compare at: that of an operand, else of a number with a name in one, else `usize`. */
function commonType(sides: readonly ir.Expr[], scope: Scope): IntType | undefined {
  const written = sides.map((side) => side.type).filter((type) => type.kind === 'int');
  if (written.length > 0) return written.find((type) => nativeInt(type)?.isExact === true);
  const holdsAll = (type: IntType): boolean =>
    sides.every(({ value }) => value?.kind === 'int' && fits(value.int, type));
  return [...sides.flatMap((side) => namedTypes(side, scope)), T.usize].find(holdsAll);
}

function namedTypes(side: ir.Expr, scope: Scope): readonly IntType[] {
  const types: IntType[] = [];
  walkExpr(side, (node) => {
    const place = node.sort === 'expr' && node.expr.kind === 'load' ? node.expr.place : undefined;
    const type = place?.kind === 'global' ? scope.crate.numberTypes.of(place.decl) : undefined;
    if (type?.kind === 'int' && !isWide(type)) types.push(type);
    return true;
  });
  return types;
}

function number(expr: ir.Expr, type: IntType, scope: Scope): Expr | undefined {
  if (isComptimeNumber(expr.type)) return lowerComptimeNumber(expr, type, scope);
  if (expr.type !== type) return undefined;
  if (expr.kind === 'load') return named(expr, scope);
  return expr.kind === 'coerce' && isComptimeNumber(expr.operand.type)
    ? lowerComptimeNumber(expr.operand, type, scope)
    : undefined;
}

function named({ place }: ir.Load, scope: Scope): Expr | undefined {
  if (place.kind !== 'global' || place.decl.kind !== 'const' || scope.crate.globalStorage(place.decl) !== 'const')
    return undefined;
  return rust.exprOfPath(globalPath(place.decl, scope));
}

/** Whether the condition asks something that the Rust has under a name: `8 == 8` says nothing. */
function asksNamed(expr: ir.Expr): boolean {
  switch (expr.kind) {
    case 'compare':
    case 'logical':
    case 'arithmetic':
      return asksNamed(expr.left) || asksNamed(expr.right);
    case 'not':
    case 'coerce':
      return asksNamed(expr.operand);
    default:
      return expr.kind === 'load' || expr.kind === 'builtin';
  }
}
