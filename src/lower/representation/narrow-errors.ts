/**
 * The pass that takes errors out of the IR that no run can produce.
 *
 * It is a mapping of types (`narrow-types.ts`) carried through the nodes: a `try` or `catch` of what cannot fail is its operand, wrapping
 * into an error union that is none is its operand, a branch on such a value is its first arm, a prong of nothing but removed errors
 * is gone. Bodies are rewritten one by one on request and remembered, so nodes keep their identity and nothing is copied that did not
 * change.
 */
import type {
  Block,
  BlockExpr,
  Coerce,
  Condition,
  Expr,
  If,
  Label,
  Place,
  Prong,
  Statement,
  Switch,
  While,
} from '../../parse/ir/ir.js';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import { isErrorSet, type Type } from '../../parse/ir/types.js';
import type { Value } from '../../parse/ir/values.js';
import { T } from '../../parse/sema/pool.js';
import { isPlace } from '../analysis/walk.js';
import { type Rewriter, rebuildBlock, rebuildExpr, rebuildPlace, rebuildStatement } from './rebuild.js';

export interface Narrowing {
  readonly type: (type: Type) => Type;
  readonly body: (instance: FnInstance) => Block | undefined;
  readonly init: (decl: Decl) => Block | undefined;
}

/** `removed`: the names that cannot occur. `prepare`: what is done to a body before. */
export function createNarrowing(
  narrow: (type: Type) => Type,
  removed: ReadonlySet<string>,
  prepare: (block: Block) => Block = (block) => block,
): Narrowing {
  const bodies = new Map<FnInstance | Decl, Block | undefined>();
  const rewritten = (owner: FnInstance | Decl, block: Block | undefined, returns: Type): Block | undefined => {
    if (!bodies.has(owner))
      bodies.set(
        owner,
        block === undefined ? undefined : rebuildBlock(prepare(block), createRewriter(narrow, removed, returns)),
      );
    return bodies.get(owner);
  };
  return {
    type: narrow,
    body: (instance) => rewritten(instance, instance.body, instance.returnType),
    init: (decl) => rewritten(decl, decl.init, decl.type ?? T.void),
  };
}

interface Site {
  readonly narrow: (type: Type) => Type;
  readonly removed: ReadonlySet<string>;
  readonly isFallible: boolean;
  readonly rewriter: Rewriter;
}

function createRewriter(narrow: (type: Type) => Type, removed: ReadonlySet<string>, returns: Type): Rewriter {
  const rewriter: Rewriter = {
    expr: (expr) => narrowExpr(retyped(rebuildExpr(expr, rewriter), narrow), expr, site),
    place: (place) => narrowPlace(retyped(rebuildPlace(place, rewriter), narrow), narrow),
    statement: (statement) => narrowStatement(statement, site),
  };
  const site: Site = { narrow, removed, isFallible: narrow(returns).kind === 'errorUnion', rewriter };
  return rewriter;
}

function retyped<Node extends Expr | Place>(node: Node, narrow: (type: Type) => Type): Node {
  const type = narrow(node.type);
  return type === node.type ? node : { ...node, type };
}

/** `before` has the types that the author's node had: what was an error union then. */
function narrowExpr(expr: Expr, before: Expr, site: Site): Expr {
  switch (expr.kind) {
    case 'constant':
      return wasUnwrapped(before.type, expr.type) ? { ...expr, value: payloadOf(expr.value) } : expr;
    case 'try':
      return expr.operand.type.kind === 'errorUnion' ? expr : expr.operand;
    case 'catch':
      return expr.operand.type.kind === 'errorUnion' ? expr : expr.operand;
    case 'coerce':
      return narrowCoerce(expr);
    case 'if':
      return narrowIf(expr);
    case 'while':
      return narrowWhile(expr);
    case 'switch':
      return narrowSwitch(expr, site);
    default:
      return expr;
  }
}

function wasUnwrapped(before: Type, after: Type): boolean {
  return before.kind === 'errorUnion' && after.kind !== 'errorUnion';
}

function payloadOf(value: Value): Value {
  return value.kind === 'some' ? value.payload : value;
}

function narrowCoerce(expr: Coerce): Expr {
  const isUnion = expr.type.kind === 'errorUnion';
  switch (expr.coercion) {
    case 'wrapErrorPayload':
      return isUnion ? expr : expr.operand;
    case 'wrapError':
      return isUnion ? expr : { kind: 'unreachable', cause: 'implied', type: expr.type, node: expr.node };
    case 'errorSet': {
      if (expr.type === expr.operand.type) return expr.operand;
      if (!isUnion || expr.operand.type.kind === 'errorUnion' || isErrorSet(expr.operand.type)) return expr;
      return { ...expr, coercion: 'wrapErrorPayload' };
    }
    default:
      return expr;
  }
}

/** A branch on a value that is always there: `{ const x = value; … }`. */
function narrowIf(expr: If): Expr {
  const bound = alwaysThere(expr.condition);
  if (bound === undefined || expr.taken !== undefined) return expr;
  return blockWithValue([...bound], expr.then, expr);
}

function narrowWhile(expr: While): Expr {
  const bound = alwaysThere(expr.condition);
  if (bound === undefined) return expr;
  const condition: Condition = {
    kind: 'bool',
    value: { kind: 'constant', value: { kind: 'bool', bool: true }, type: T.bool, node: expr.node },
  };
  return { ...expr, condition, body: blockWithValue([...bound], expr.body, expr.body), else: undefined };
}

/** The statements that bind what an error-union condition captures, where its operand cannot fail. */
function alwaysThere(condition: Condition): readonly Statement[] | undefined {
  if (condition.kind !== 'errorUnion' || condition.operand.type.kind === 'errorUnion') return undefined;
  const { operand, capture, byPointer } = condition;
  const { node } = operand;
  if (capture === undefined) return isPlace(operand) ? [] : [{ kind: 'discard', expr: operand, node }];
  const value: Expr = isPlace(operand)
    ? byPointer
      ? { kind: 'addressOf', place: operand, implicit: true, type: capture.type, node }
      : { kind: 'load', place: operand, type: operand.type, node }
    : operand;
  return [{ kind: 'let', local: capture, init: value, node }];
}

function blockWithValue(statements: Statement[], value: Expr | undefined, like: Expr): BlockExpr {
  const { node, type } = like;
  if (value === undefined || type.kind === 'void' || type.kind === 'noreturn') {
    const all: Statement[] =
      value === undefined ? statements : [...statements, { kind: 'expr', expr: value, node: value.node }];
    return { kind: 'block', type, node, block: { label: undefined, statements: all, node, type } };
  }
  // Labels are told apart by identity; the id only has to differ from those of sema, which count up from one.
  const label: Label = { id: -node.start - 1, name: 'value', isBroken: true, isContinued: false };
  const leave: Expr = { kind: 'break', target: label, operand: value, type: T.noreturn, node };
  const block: Block = { label, statements: [...statements, { kind: 'expr', expr: leave, node }], node, type };
  return { kind: 'block', type, node, block };
}

/** Prongs of removed errors are gone; what an `else` stands for is counted anew. */
function narrowSwitch(expr: Switch, site: Site): Expr {
  if (!isErrorSet(expr.operand.type)) return expr;
  const isPossible = (value: Value): boolean => value.kind !== 'error' || !site.removed.has(value.name);
  const prongs = expr.prongs.flatMap((prong): Prong[] => {
    const items = prong.items.filter(({ low }) => isPossible(low));
    if (items.length === 0 && !prong.isElse) return [];
    return [{ ...prong, items, remaining: prong.remaining?.filter(isPossible) }];
  });
  const isSame =
    prongs.length === expr.prongs.length &&
    prongs.every((prong, at) => prong.items.length === expr.prongs[at]?.items.length);
  return isSame && prongs.every((prong) => prong.remaining === undefined) ? expr : { ...expr, prongs };
}

function narrowPlace(place: Place, narrow: (type: Type) => Type): Place {
  return place.kind === 'errorPayload' && narrow(place.base.type).kind !== 'errorUnion' ? place.base : place;
}

/** `errdefer` in a function that cannot fail never runs. */
function narrowStatement(statement: Statement, site: Site): Statement | undefined {
  if (statement.kind === 'errdefer' && !site.isFallible) return undefined;
  return rebuildStatement(statement, site.rewriter);
}
