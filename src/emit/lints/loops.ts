/** Lints about loops that do not loop. */
import type { Block, ElseBranch, Expr, ExprOf, Statement } from '../rust-ast.js';
import { deepMapper, mapExprParts } from '../traverse.js';
import { withoutParentheses } from './equal.js';

type Loop = ExprOf<'loop'> | ExprOf<'while'> | ExprOf<'for'>;

function isLoop(expr: Expr): expr is Loop {
  return expr.kind === 'loop' || expr.kind === 'while' || expr.kind === 'for';
}

/** A loop that leaves in its first round. */
export function isLeftAtOnce(expr: Expr): boolean {
  return isLoop(expr) && leaves(expr.body) && !jumps('continue', expr.body, expr.label);
}

const PANICS: ReadonlySet<string> = new Set(['panic', 'unreachable', 'todo', 'unimplemented']);

/** Whether the end of a block is never reached. */
function leaves(block: Block): boolean {
  return block.statements.some(isLeaving) || (block.tail !== undefined && isLeavingExpr(block.tail));
}

function isLeaving(statement: Statement): boolean {
  if (statement.kind === 'expr') return isLeavingExpr(statement.expr);
  return statement.kind === 'let' && statement.value !== undefined && isLeavingExpr(statement.value);
}

function isLeavingExpr(expr: Expr): boolean {
  switch (expr.kind) {
    case 'break':
    case 'return':
      return true;
    case 'macro':
      return PANICS.has(expr.call.path.segments.at(-1)?.name ?? '');
    case 'if':
      return expr.else !== undefined && leaves(expr.then) && leavesElse(expr.else);
    case 'match':
      return expr.arms.every(({ body }) => isLeavingExpr(body));
    case 'block':
      // A block with a label may be what a `break` in it leaves: such a loop is taken for one that loops no more.
      return leaves(expr.block);
    case 'unsafe':
      return leaves(expr.block);
    case 'loop':
      return !jumps('break', expr.body, expr.label);
    default:
      return false;
  }
}

function leavesElse(branch: ElseBranch): boolean {
  return branch.kind === 'block' ? leaves(branch.block) : isLeavingExpr(branch);
}

/** Whether a `continue` or `break` in the body means the loop with this label. */
function jumps(kind: 'break' | 'continue', body: Block, label: string | undefined): boolean {
  let found = false;
  const search = (isInner: boolean): { readonly block: (block: Block) => Block } =>
    deepMapper((self) => ({
      expr: (expr) => {
        if (expr.kind === kind) found ||= expr.label === undefined ? !isInner : expr.label === label;
        if (found || expr.kind === 'closure') return expr;
        return mapExprParts(expr, isLoop(expr) && !isInner ? { ...self, block: search(true).block } : self);
      },
    }));
  search(false).block(body);
  return found;
}

/** `while ready { … }` where nothing in the body changes what the condition reads. */
export function hasFixedCondition(expr: Expr): boolean {
  if (expr.kind !== 'while') return false;
  const names = new Set<string>();
  let asksOthers = false;
  const condition = deepMapper((self) => ({
    expr: (part) => {
      asksOthers ||= part.kind === 'call' || part.kind === 'methodCall' || part.kind === 'let' || part.kind === 'macro';
      if (part.kind === 'path' && part.path.segments.length === 1) names.add(part.path.segments[0]?.name ?? '');
      return mapExprParts(part, self);
    },
  }));
  condition.expr(expr.condition);
  return !asksOthers && names.size > 0 && !changesOneOf(expr.body, names);
}

function changesOneOf(body: Block, names: ReadonlySet<string>): boolean {
  let found = false;
  const isOne = (place: Expr): boolean => names.has(rootOf(place) ?? '');
  const mapper = deepMapper((self) => ({
    expr: (expr) => {
      if (expr.kind === 'assign') found ||= targetsOf(expr.target).some(isOne);
      if ((expr.kind === 'ref' || expr.kind === 'rawRef') && expr.mutable) found ||= isOne(expr.operand);
      if (expr.kind === 'methodCall') found ||= isOne(expr.receiver);
      return found ? expr : mapExprParts(expr, self);
    },
  }));
  mapper.block(body);
  return found;
}

/** The places that an assignment writes: several where it takes a tuple apart. */
function targetsOf(target: Expr): readonly Expr[] {
  return target.kind === 'tuple' ? target.elements.flatMap(targetsOf) : [target];
}

/** The variable that a place lies in. */
function rootOf(place: Expr): string | undefined {
  const plain = withoutParentheses(place);
  switch (plain.kind) {
    case 'path':
      return plain.path.segments.length === 1 ? plain.path.segments[0]?.name : undefined;
    case 'field':
    case 'tupleField':
    case 'index':
    case 'deref':
      return rootOf(plain.operand);
    default:
      return undefined;
  }
}
