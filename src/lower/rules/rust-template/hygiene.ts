/** Names that templates bind against names that the expressions put into them use. */

import { singleName } from '../../../emit/build.js';
import type { Block, ClosureExpr, Expr, Pattern, Statement } from '../../../emit/rust-ast.js';
import { deepMapper, type Mapper, mapExprParts, mapPathParts, mapPatternParts } from '../../../emit/traverse.js';

/** All plain names that the expressions and statements mention; more than the free ones, which does no harm. */
export function freeNames(exprs: readonly Expr[], statements: readonly Statement[]): ReadonlySet<string> {
  const names = new Set<string>();
  const collector = deepMapper((mapper) => ({
    expr: (expr) => {
      if (expr.kind === 'path') {
        const name = singleName(expr.path);
        if (name !== undefined) names.add(name);
      }
      if (expr.kind === 'macro') collectFormatNames(expr, names);
      return mapExprParts(expr, mapper);
    },
  }));
  exprs.forEach(collector.expr);
  statements.forEach(collector.statement);
  return names;
}

/** Format strings name variables too. */
function collectFormatNames(expr: Extract<Expr, { readonly kind: 'macro' }>, names: Set<string>): void {
  if (expr.call.input.kind !== 'arguments') return;
  for (const argument of expr.call.input.arguments) {
    if (argument.kind !== 'format') continue;
    for (const piece of argument.pieces) {
      if (piece.kind === 'argument' && typeof piece.argument === 'string') names.add(piece.argument);
    }
  }
}

/** The node with the names that it binds itself renamed where they are among `used`. */
export function renamedBindings(expr: Expr, used: ReadonlySet<string>): Expr {
  if (used.size === 0) return expr;
  const bound = boundNames(expr);
  const renames = new Map<string, string>();
  for (const name of bound) {
    if (used.has(name)) renames.set(name, freshName(name, new Set([...used, ...bound, ...renames.values()])));
  }
  return renames.size === 0 ? expr : renamer(renames).expr(expr);
}

function freshName(name: string, taken: ReadonlySet<string>): string {
  let fresh = name;
  for (let count = 2; taken.has(fresh); count += 1) fresh = `${name}_${count}`;
  return fresh;
}

/** Names bound by the node's own patterns: `let` of a block, parameters, arms, `if let`, `for`. */
function boundNames(expr: Expr): readonly string[] {
  switch (expr.kind) {
    case 'block':
    case 'unsafe':
      return blockNames(expr.block);
    case 'closure':
      return closureNames(expr);
    case 'match':
      return expr.arms.flatMap((arm) => patternNames(arm.pattern));
    case 'for':
      return patternNames(expr.pattern);
    case 'if':
    case 'while':
      return expr.condition.kind === 'let' ? patternNames(expr.condition.pattern) : [];
    default:
      return [];
  }
}

function blockNames(block: Block): readonly string[] {
  return block.statements.flatMap((statement) => (statement.kind === 'let' ? patternNames(statement.pattern) : []));
}

function closureNames(expr: ClosureExpr): readonly string[] {
  return expr.parameters.flatMap((parameter) => patternNames(parameter.pattern));
}

function patternNames(pattern: Pattern): readonly string[] {
  const names: string[] = [];
  const collector = deepMapper((mapper) => ({
    pattern: (inner) => {
      if (inner.kind === 'binding' && !inner.name.startsWith('$')) names.push(inner.name);
      return mapPatternParts(inner, mapper);
    },
  }));
  collector.pattern(pattern);
  return names;
}

function renamer(renames: ReadonlyMap<string, string>): Mapper {
  const rename = (name: string) => renames.get(name) ?? name;
  return deepMapper((mapper) => ({
    pattern: (pattern) => {
      const mapped = mapPatternParts(pattern, mapper);
      return mapped.kind === 'binding' ? { ...mapped, name: rename(mapped.name) } : mapped;
    },
    path: (path) => {
      const name = singleName(path);
      return name !== undefined && renames.has(name)
        ? { segments: [{ name: rename(name) }] }
        : mapPathParts(path, mapper);
    },
  }));
}
