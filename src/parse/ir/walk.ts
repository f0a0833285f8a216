/** Walking the typed IR: the children of every node, in order of evaluation, as total tables. */
import type * as ir from './ir.js';

/** What a node consists of; undefined parts are left out. */
export type IrNode =
  | { readonly sort: 'expr'; readonly expr: ir.Expr }
  | { readonly sort: 'place'; readonly place: ir.Place }
  | { readonly sort: 'statement'; readonly statement: ir.Statement };

export type Child = ir.Expr | ir.Place | ir.Block | undefined;

const PLACE_KINDS: { readonly [K in ir.PlaceKind]: true } = {
  local: true,
  global: true,
  deref: true,
  fieldPlace: true,
  index: true,
  optionalPayload: true,
  errorPayload: true,
  temporary: true,
  todoPlace: true,
};

/** Tells a place from a value. */
export function isPlace(node: ir.Expr | ir.Place): node is ir.Place {
  return node.kind in PLACE_KINDS;
}

const placeChildren: { readonly [K in ir.PlaceKind]: (place: Extract<ir.Place, { kind: K }>) => readonly Child[] } = {
  local: () => [],
  global: () => [],
  deref: (place) => [place.pointer],
  fieldPlace: (place) => [place.base],
  index: (place) => [place.base.kind === 'array' ? place.base.place : place.base.pointer, place.index],
  optionalPayload: (place) => [place.base],
  errorPayload: (place) => [place.base],
  temporary: (place) => [place.init],
  todoPlace: () => [],
};

function conditionChildren(condition: ir.Condition): readonly Child[] {
  return [condition.kind === 'bool' ? condition.value : condition.operand];
}

function forInputChildren(input: ir.ForInput): readonly Child[] {
  return input.kind === 'range' ? [input.low, input.high] : [input.operand];
}

const exprChildren: { readonly [K in ir.ExprKind]: (expr: Extract<ir.Expr, { kind: K }>) => readonly Child[] } = {
  constant: () => [],
  load: (expr) => [expr.place],
  addressOf: (expr) => [expr.place],
  arithmetic: (expr) => [expr.left, expr.right],
  compare: (expr) => [expr.left, expr.right],
  logical: (expr) => [expr.left, expr.right],
  not: (expr) => [expr.operand],
  negate: (expr) => [expr.operand],
  coerce: (expr) => [expr.operand],
  call: (expr) => [expr.callee.kind === 'pointer' ? expr.callee.pointer : undefined, ...expr.args],
  builtin: (expr) => expr.args,
  functionRef: () => [],
  structInit: (expr) => expr.fields.map((field) => field.value),
  unionInit: (expr) => [expr.payload],
  sequenceInit: (expr) => expr.elements,
  repeatInit: (expr) => [expr.element],
  slice: (expr) => [expr.base, expr.low, expr.high],
  isNull: (expr) => [expr.operand],
  optionalUnwrap: (expr) => [expr.operand],
  orelse: (expr) => [expr.operand, expr.fallback],
  catch: (expr) => [expr.operand, expr.handler],
  try: (expr) => [expr.operand],
  block: (expr) => [expr.block],
  if: (expr) => [...(expr.taken === undefined ? conditionChildren(expr.condition) : []), expr.then, expr.else],
  while: (expr) => [...conditionChildren(expr.condition), expr.body, expr.continueExpression, expr.else],
  for: (expr) => [...expr.inputs.flatMap(forInputChildren), expr.body, expr.else],
  unrolled: (expr) => [...expr.iterations, expr.else],
  switch: (expr) => [expr.operand, ...expr.prongs.map((prong) => prong.body)],
  break: (expr) => [expr.operand],
  continue: (expr) => [expr.operand],
  return: (expr) => [expr.operand],
  unreachable: () => [],
  asm: () => [],
  todo: () => [],
};

function isDestructuredPlace(target: ir.Place | ir.Local | undefined): target is ir.Place {
  return target !== undefined && 'kind' in target;
}

const statementChildren: {
  readonly [K in ir.StatementKind]: (statement: Extract<ir.Statement, { kind: K }>) => readonly Child[];
} = {
  let: (statement) => [statement.init],
  comptime: () => [],
  expr: (statement) => [statement.expr],
  discard: (statement) => [statement.expr],
  assign: (statement) => [statement.place, statement.value],
  destructure: (statement) => [...statement.targets.filter(isDestructuredPlace), statement.value],
  defer: (statement) => [statement.body],
  errdefer: (statement) => [statement.body],
};

/** Called at each node before its children; `false` leaves the children out. */
export type Visit = (node: IrNode) => boolean | undefined;

// The tables are total over their kinds; a lookup by the node's own kind cannot be expressed as such in TypeScript.
function childrenOfPlace(place: ir.Place): readonly Child[] {
  return (placeChildren[place.kind] as (place: ir.Place) => readonly Child[])(place);
}
/** The parts of an expression in order of evaluation. */
export function childrenOfExpr(expr: ir.Expr): readonly Child[] {
  return (exprChildren[expr.kind] as (expr: ir.Expr) => readonly Child[])(expr);
}
/** The parts of a statement in order of evaluation. */
export function childrenOfStatement(statement: ir.Statement): readonly Child[] {
  return (statementChildren[statement.kind] as (statement: ir.Statement) => readonly Child[])(statement);
}

function walkChild(child: Child, visit: Visit): void {
  if (child === undefined) return;
  if ('statements' in child) walkBlock(child, visit);
  else if (isPlace(child)) walkPlace(child, visit);
  else walkExpr(child, visit);
}

export function walkExpr(expr: ir.Expr, visit: Visit): void {
  if (visit({ sort: 'expr', expr }) === false) return;
  for (const child of childrenOfExpr(expr)) walkChild(child, visit);
}
export function walkPlace(place: ir.Place, visit: Visit): void {
  if (visit({ sort: 'place', place }) === false) return;
  for (const child of childrenOfPlace(place)) walkChild(child, visit);
}
export function walkStatement(statement: ir.Statement, visit: Visit): void {
  if (visit({ sort: 'statement', statement }) === false) return;
  for (const child of childrenOfStatement(statement)) walkChild(child, visit);
}
export function walkBlock(block: ir.Block, visit: Visit): void {
  for (const statement of block.statements) walkStatement(statement, visit);
}

/** The local at the root of a place that lies in it without a pointer in between. */
export function rootLocal(place: ir.Place): ir.Local | undefined {
  switch (place.kind) {
    case 'local':
      return place.local;
    case 'fieldPlace':
    case 'optionalPayload':
    case 'errorPayload':
      return rootLocal(place.base);
    case 'index':
      return place.base.kind === 'array' ? rootLocal(place.base.place) : undefined;
    default:
      return undefined;
  }
}
