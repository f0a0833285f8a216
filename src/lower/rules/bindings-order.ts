/**
 * Which arguments of a template must be bound to a variable first.
 *
 * Zig evaluates every argument once, from left to right. A template may mention one twice, not at all times (behind `&&`, in an arm,
 * in a closure), or in another order. Arguments for which that could be told apart are bound in front, and so is every argument
 * before one that is bound.
 */
import type * as rust from '../../emit/rust-ast.js';
import { bareName, isRecord } from './metavariables.js';

/** An argument that the template takes as an expression, in the order of the parameters. */
export interface OrderedArgument {
  readonly name: string;
  readonly expr: rust.Expr;
}

interface Occurrence {
  readonly name: string;
  /** It is evaluated whenever the template is, and once. */
  readonly isCertain: boolean;
}

/** The names of the arguments that have to be bound. */
export function argumentsToBind(template: rust.Expr, args: readonly OrderedArgument[]): ReadonlySet<string> {
  const found: Occurrence[] = [];
  visit(template, true, found);
  const effectful = args.filter((arg) => !isRepeatable(arg.expr));
  const mustBind = new Set(effectful.filter((arg) => !occursOnce(arg.name, found)).map((arg) => arg.name));
  if (isReordered(args, effectful, found)) for (const arg of effectful) mustBind.add(arg.name);
  const last = effectful.findLastIndex((arg) => mustBind.has(arg.name));
  return new Set(effectful.slice(0, last + 1).map((arg) => arg.name));
}

function occursOnce(name: string, found: readonly Occurrence[]): boolean {
  const own = found.filter((one) => one.name === name);
  return own.length === 1 && own[0]?.isCertain === true;
}

/** Whether the template reaches some argument with an effect before an earlier argument. */
function isReordered(
  args: readonly OrderedArgument[],
  effectful: readonly OrderedArgument[],
  found: readonly Occurrence[],
): boolean {
  const order = args.filter((arg) => arg.expr.kind !== 'literal').map((arg) => arg.name);
  const reached = [...new Set(found.map((one) => one.name))].filter((name) => order.includes(name));
  const effects = new Set(effectful.map((arg) => arg.name));
  return reached.some(
    (name, at) =>
      effects.has(name) && reached.slice(at + 1).some((later) => order.indexOf(later) < order.indexOf(name)),
  );
}

/** Whether evaluating the expression twice, or not at all, is the same as evaluating it once. */
export function isRepeatable(expr: rust.Expr): boolean {
  switch (expr.kind) {
    case 'path':
    case 'literal':
      return true;
    case 'field':
    case 'tupleField':
    case 'paren':
    case 'deref':
    case 'unary':
    case 'cast':
      return isRepeatable(expr.operand);
    case 'ref':
      return !expr.mutable && isRepeatable(expr.operand);
    case 'index':
      return isRepeatable(expr.operand) && isRepeatable(expr.index);
    case 'range':
      return [expr.start, expr.end].every((bound) => bound === undefined || isRepeatable(bound));
    default:
      return false;
  }
}

/** Keys of nodes that hold what is evaluated only sometimes, or more than once. */
const UNCERTAIN: { readonly [Kind in rust.ExprKind]?: readonly string[] } = {
  if: ['then', 'else'],
  match: ['arms'],
  closure: ['body'],
  loop: ['body'],
  while: ['condition', 'body'],
  for: ['body'],
};

function visit(node: unknown, isCertain: boolean, found: Occurrence[]): void {
  if (Array.isArray(node)) {
    for (const element of node) visit(element, isCertain, found);
    return;
  }
  if (!isRecord(node)) return;
  if (node.kind === 'meta' && typeof node.name === 'string') {
    found.push({ name: bareName(node.name), isCertain });
    return;
  }
  const kind = typeof node.kind === 'string' ? node.kind : '';
  const isShortCircuit = kind === 'binary' && (node.operator === '&&' || node.operator === '||');
  const uncertain = isShortCircuit ? ['right'] : (UNCERTAIN[kind as rust.ExprKind] ?? []);
  for (const [key, value] of Object.entries(node)) visit(value, isCertain && !uncertain.includes(key), found);
}
