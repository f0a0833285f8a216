/**
 * Rebuilding IR: a node with its children replaced, and the same object where nothing changed.
 *
 * The tables are total, so that a new kind of node must say what its children are. What each node becomes is up to the caller's
 * `Rewriter`; the walk here only goes down.
 */
import type {
  Block,
  Callee,
  Condition,
  Expr,
  ExprKind,
  FieldInit,
  ForInput,
  Place,
  PlaceKind,
  Prong,
  Statement,
  StatementKind,
} from '../../parse/ir/ir.js';
import { isPlace } from '../analysis/walk.js';

export interface Rewriter {
  readonly expr: (expr: Expr) => Expr;
  readonly place: (place: Place) => Place;
  /** Undefined: the statement is left out. */
  readonly statement: (statement: Statement) => Statement | undefined;
}

type ExprRebuilders = { readonly [K in ExprKind]: (expr: Extract<Expr, { kind: K }>, to: Rewriter) => Expr };

const same = <Node>(node: Node): Node => node;

function optional(expr: Expr | undefined, to: Rewriter): Expr | undefined {
  return expr === undefined ? undefined : to.expr(expr);
}

const EXPRS: ExprRebuilders = {
  constant: same,
  load: (expr, to) => change(expr, { place: to.place(expr.place) }),
  addressOf: (expr, to) => change(expr, { place: to.place(expr.place) }),
  arithmetic: (expr, to) => change(expr, { left: to.expr(expr.left), right: to.expr(expr.right) }),
  compare: (expr, to) => change(expr, { left: to.expr(expr.left), right: to.expr(expr.right) }),
  logical: (expr, to) => change(expr, { left: to.expr(expr.left), right: to.expr(expr.right) }),
  not: (expr, to) => change(expr, { operand: to.expr(expr.operand) }),
  negate: (expr, to) => change(expr, { operand: to.expr(expr.operand) }),
  coerce: (expr, to) => change(expr, { operand: to.expr(expr.operand) }),
  call: (expr, to) => change(expr, { callee: rebuildCallee(expr.callee, to), args: list(expr.args, to.expr) }),
  builtin: (expr, to) => change(expr, { args: list(expr.args, to.expr) }),
  functionRef: same,
  structInit: (expr, to) => change(expr, { fields: list(expr.fields, (field) => rebuildField(field, to)) }),
  unionInit: (expr, to) => change(expr, { payload: to.expr(expr.payload) }),
  sequenceInit: (expr, to) => change(expr, { elements: list(expr.elements, to.expr) }),
  repeatInit: (expr, to) => change(expr, { element: to.expr(expr.element) }),
  slice: (expr, to) =>
    change(expr, { base: to.expr(expr.base), low: to.expr(expr.low), high: optional(expr.high, to) }),
  isNull: (expr, to) => change(expr, { operand: to.expr(expr.operand) }),
  optionalUnwrap: (expr, to) => change(expr, { operand: to.expr(expr.operand) }),
  orelse: (expr, to) => change(expr, { operand: to.expr(expr.operand), fallback: to.expr(expr.fallback) }),
  catch: (expr, to) => change(expr, { operand: to.expr(expr.operand), handler: to.expr(expr.handler) }),
  try: (expr, to) => change(expr, { operand: to.expr(expr.operand) }),
  block: (expr, to) => change(expr, { block: rebuildBlock(expr.block, to) }),
  if: (expr, to) =>
    change(expr, {
      condition: rebuildCondition(expr.condition, to),
      then: optional(expr.then, to),
      else: optional(expr.else, to),
    }),
  while: (expr, to) =>
    change(expr, {
      condition: rebuildCondition(expr.condition, to),
      body: to.expr(expr.body),
      continueExpression: expr.continueExpression === undefined ? undefined : rebuildBlock(expr.continueExpression, to),
      else: optional(expr.else, to),
    }),
  for: (expr, to) =>
    change(expr, {
      inputs: list(expr.inputs, (input) => rebuildInput(input, to)),
      body: to.expr(expr.body),
      else: optional(expr.else, to),
    }),
  unrolled: (expr, to) =>
    change(expr, {
      iterations: list(expr.iterations, (block) => rebuildBlock(block, to)),
      else: optional(expr.else, to),
    }),
  switch: (expr, to) =>
    change(expr, {
      operand: rebuildOperand(expr.operand, to),
      prongs: list(expr.prongs, (prong) => rebuildProng(prong, to)),
    }),
  break: (expr, to) => change(expr, { operand: optional(expr.operand, to) }),
  continue: (expr, to) => change(expr, { operand: optional(expr.operand, to) }),
  return: (expr, to) => change(expr, { operand: optional(expr.operand, to) }),
  unreachable: same,
  asm: same,
  todo: same,
};

type PlaceRebuilders = { readonly [K in PlaceKind]: (place: Extract<Place, { kind: K }>, to: Rewriter) => Place };

const PLACES: PlaceRebuilders = {
  local: same,
  global: same,
  deref: (place, to) => change(place, { pointer: to.expr(place.pointer) }),
  fieldPlace: (place, to) => change(place, { base: to.place(place.base) }),
  index: (place, to) =>
    change(place, {
      base:
        place.base.kind === 'array'
          ? change(place.base, { place: to.place(place.base.place) })
          : change(place.base, { pointer: to.expr(place.base.pointer) }),
      index: to.expr(place.index),
    }),
  optionalPayload: (place, to) => change(place, { base: to.place(place.base) }),
  errorPayload: (place, to) => change(place, { base: to.place(place.base) }),
  temporary: (place, to) => change(place, { init: to.expr(place.init) }),
  todoPlace: same,
};

type StatementRebuilders = {
  readonly [K in StatementKind]: (statement: Extract<Statement, { kind: K }>, to: Rewriter) => Statement;
};

const STATEMENTS: StatementRebuilders = {
  let: (statement, to) => change(statement, { init: to.expr(statement.init) }),
  comptime: same,
  expr: (statement, to) => change(statement, { expr: to.expr(statement.expr) }),
  discard: (statement, to) => change(statement, { expr: to.expr(statement.expr) }),
  assign: (statement, to) => change(statement, { place: to.place(statement.place), value: to.expr(statement.value) }),
  destructure: (statement, to) =>
    change(statement, {
      targets: list(statement.targets, (target) =>
        target !== undefined && 'kind' in target ? to.place(target) : target,
      ),
      value: to.expr(statement.value),
    }),
  defer: (statement, to) => change(statement, { body: to.expr(statement.body) }),
  errdefer: (statement, to) => change(statement, { body: to.expr(statement.body) }),
};

// The tables are total over their kinds; a lookup by the node's own kind cannot be expressed as such in TypeScript.

/** The expression with its children rewritten. */
export function rebuildExpr(expr: Expr, to: Rewriter): Expr {
  return (EXPRS[expr.kind] as (expr: Expr, to: Rewriter) => Expr)(expr, to);
}
/** The place with its children rewritten. */
export function rebuildPlace(place: Place, to: Rewriter): Place {
  return (PLACES[place.kind] as (place: Place, to: Rewriter) => Place)(place, to);
}
/** The statement with its children rewritten. */
export function rebuildStatement(statement: Statement, to: Rewriter): Statement {
  return (STATEMENTS[statement.kind] as (statement: Statement, to: Rewriter) => Statement)(statement, to);
}

export function rebuildBlock(block: Block, to: Rewriter): Block {
  const statements = block.statements.map(to.statement);
  const isSame = statements.every((statement, index) => statement === block.statements[index]);
  return isSame ? block : { ...block, statements: statements.filter((statement) => statement !== undefined) };
}

/** The node with the given parts; the same object if it has them already. */
function change<Node extends object, Parts extends Partial<Node>>(node: Node, parts: Parts): Node {
  const isSame = Object.entries(parts).every(([key, value]) => node[key as keyof Node] === value);
  return isSame ? node : { ...node, ...parts };
}

function list<Item>(items: readonly Item[], map: (item: Item) => Item): readonly Item[] {
  const mapped = items.map(map);
  return mapped.every((item, index) => item === items[index]) ? items : mapped;
}

function rebuildCallee(callee: Callee, to: Rewriter): Callee {
  return callee.kind === 'instance' ? callee : change(callee, { pointer: to.expr(callee.pointer) });
}

function rebuildField(field: FieldInit, to: Rewriter): FieldInit {
  return change(field, { value: to.expr(field.value) });
}

function rebuildOperand(operand: Expr | Place, to: Rewriter): Expr | Place {
  return isPlace(operand) ? to.place(operand) : to.expr(operand);
}

function rebuildCondition(condition: Condition, to: Rewriter): Condition {
  return condition.kind === 'bool'
    ? change(condition, { value: to.expr(condition.value) })
    : change(condition, { operand: rebuildOperand(condition.operand, to) });
}

function rebuildInput(input: ForInput, to: Rewriter): ForInput {
  return input.kind === 'range'
    ? change(input, { low: to.expr(input.low), high: optional(input.high, to) })
    : change(input, { operand: to.expr(input.operand) });
}

function rebuildProng(prong: Prong, to: Rewriter): Prong {
  return change(prong, { body: to.expr(prong.body) });
}
