/**
 * The state of building one function's graph: points, variables, scopes.
 *
 * Points are appended and linked to the current one; after a jump there is no current point, and what follows is unreachable until a
 * join. Scopes carry what happens on the way out: deferred bodies, then the end of the variables' storage. Each exit replays the scopes
 * that it leaves, as Zig does, so one deferred body may appear at several places of the graph.
 */
import type { Block, Expr, Label, Local, Statement } from '../../../parse/ir/ir.js';
import type { FnInstance } from '../../../parse/ir/program.js';
import type { Type } from '../../../parse/ir/types.js';
import type * as ast from '../../../parse/syntax/ast.js';
import type { Mappings, Reason } from '../contract.js';
import { flow as flowShapes, type PointerGraph } from '../graph.js';
import {
  type Action,
  derefs,
  type MirBody,
  type MirPlace,
  type OperandOrder,
  type Point,
  type Target,
  type Variable,
  wholeVariable,
} from '../mir.js';
import { eachNode, type PointerNode, type Shape, type Slots } from '../shape.js';
import { lookedAt, withReceivers } from './lent.js';

/** What all functions of a program share. */
export interface Whole {
  readonly slots: Slots;
  readonly graph: PointerGraph;
  readonly mappings: Mappings;
  readonly bodyOf: (instance: FnInstance) => Block | undefined;
  /** The statement has no Rust: it is looked through for the flow of pointers, but it touches nothing. */
  readonly isGone: (statement: Statement) => boolean;
  /** Likewise the whole function. */
  readonly isGoneFunction: (instance: FnInstance) => boolean;
  readonly narrow: (type: Type) => Type;
  /** Whether values of the type hold pointers anywhere, or own something: only such values are variables of the graph. */
  readonly isTracked: (type: Type) => boolean;
  /** Known constants of bodies that lie in static memory. */
  readonly promoted: ReadonlySet<Local>;
  /** Values of the type do not exist in the Rust: nothing reads them. */
  readonly isErased: (type: Type) => boolean;
  /** Parameters that do not exist in the Rust (`erased-receivers.ts`). */
  readonly erasedParams: ReadonlySet<Local>;
  /** Fresh memory, and elements of lists, that nobody frees (`leak.ts`). */
  readonly leaked: ReadonlySet<Expr>;
}

type Exit =
  | { readonly kind: 'dead'; readonly variable: Variable }
  | { readonly kind: 'defer'; readonly emit: () => void; readonly onErrorOnly: boolean };

export interface JumpTarget {
  /** Number of exits pending outside the labelled construct. */
  readonly depth: number;
  readonly breakTo: number;
  readonly continueTo: number | undefined;
  readonly result: Variable | undefined;
}

export interface Context {
  readonly whole: Whole;
  readonly instance: FnInstance;
  readonly result: Variable;
  readonly labels: Map<Label, JumpTarget>;
  readonly values: Map<Expr, Variable>;
  readonly orders: OperandOrder[];
  readonly byValue: Map<Variable, Local | undefined>;
  /** Results of calls that copy an element which its container keeps. */
  readonly lent: Set<Variable>;
  /** Intermediate values that are read from places. */
  readonly copied: Set<Variable>;
  /** Appends a point behind the current one; returns its index. */
  emit(action: Action, node: ast.Node): number;
  /** A point that others may jump to, not linked to the current one. */
  detached(node: ast.Node): number;
  link(from: number | undefined, to: number): void;
  current(): number | undefined;
  moveTo(point: number | undefined): void;
  pointCount(): number;
  local(local: Local): Variable;
  temporary(shape: Shape, type: Type): Variable;
  /** Makes a variable end with the innermost scope. */
  ends(variable: Variable): void;
  /** Makes an intermediate value end with the statement. */
  endsWithStatement(variable: Variable): void;
  endTemporaries(node: ast.Node): void;
  defer(emit: () => void, onErrorOnly: boolean): void;
  scopeDepth(): number;
  /** Ends the innermost scopes down to `depth` on the fall-through path. */
  leaveScopes(depth: number, node: ast.Node): void;
  /** Emits what happens on a jump out of the scopes down to `depth`, which stay open for the code behind the jump. */
  unwind(depth: number, onError: 'always' | 'maybe' | 'never', node: ast.Node): void;
  reason(message: string, node: ast.Node): Reason;
  finish(params: readonly (Variable | undefined)[]): MirBody;
}

export function createContext(whole: Whole, instance: FnInstance): Context {
  const points: Point[] = [];
  const variables: Variable[] = [];
  const locals = new Map<Local, Variable>();
  const exits: Exit[] = [];
  const temporaries: Variable[] = [];
  let current: number | undefined;

  const addVariable = (shape: Shape, type: Type, local: Local | undefined): Variable => {
    const variable: Variable = { id: variables.length, local, shape, type };
    variables.push(variable);
    return variable;
  };
  const add = (action: Action, node: ast.Node): number => {
    points.push({ action, node, successors: [] });
    return points.length - 1;
  };
  const link = (from: number | undefined, to: number): void => {
    if (from !== undefined) points[from]?.successors.push(to);
  };
  const emit = (action: Action, node: ast.Node): number => {
    const point = add(action, node);
    if (current === undefined) return point;
    link(current, point);
    current = point;
    return point;
  };
  const runExit = (exit: Exit, node: ast.Node): void => {
    if (exit.kind === 'dead') emit({ kind: 'dead', variable: exit.variable }, node);
    else exit.emit();
  };
  const optional = (run: () => void, node: ast.Node): void => {
    const before = emit({ kind: 'nop' }, node);
    run();
    link(before, emit({ kind: 'nop' }, node));
  };
  // The entry: every other point is reached from here or not at all.
  current = add({ kind: 'nop' }, instance.node);
  const result = addVariable(whole.slots.result(instance), instance.returnType, undefined);
  const orders: OperandOrder[] = [];
  const byValue = new Map<Variable, Local | undefined>();
  const values = new Map<Expr, Variable>();
  const lent = new Set<Variable>();
  const copied = new Set<Variable>();
  return {
    whole,
    instance,
    result,
    orders,
    byValue,
    lent,
    copied,
    values,
    labels: new Map(),
    emit,
    link,
    detached: (node) => add({ kind: 'nop' }, node),
    current: () => current,
    moveTo: (point) => {
      current = point;
    },
    pointCount: () => points.length,
    temporary: (shape, type) => addVariable(shape, type, undefined),
    local(local) {
      const known = locals.get(local);
      if (known !== undefined) return known;
      const made = addVariable(whole.slots.local(local), local.type, local);
      locals.set(local, made);
      return made;
    },
    ends: (variable) => {
      exits.push({ kind: 'dead', variable });
    },
    endsWithStatement: (variable) => {
      temporaries.push(variable);
    },
    endTemporaries(node) {
      for (const variable of temporaries.splice(0)) emit({ kind: 'dead', variable }, node);
    },
    defer: (run, onErrorOnly) => {
      exits.push({ kind: 'defer', emit: run, onErrorOnly });
    },
    scopeDepth: () => exits.length,
    leaveScopes(depth, node) {
      while (exits.length > depth) {
        const exit = exits.pop();
        if (exit !== undefined && !(exit.kind === 'defer' && exit.onErrorOnly)) runExit(exit, node);
      }
    },
    unwind(depth, onError, node) {
      const left = exits.slice(depth).reverse();
      // A deferred body may itself contain scopes: it runs on top of what lies outside of its own declaration.
      const saved = exits.slice();
      for (const exit of left) {
        exits.length = saved.indexOf(exit);
        if (exit.kind === 'dead' || !exit.onErrorOnly || onError === 'always') runExit(exit, node);
        else if (onError === 'maybe') optional(() => runExit(exit, node), node);
      }
      exits.length = 0;
      exits.push(...saved);
    },
    reason: (message, node) => ({ message, node, instance }),
    finish: (params) => ({
      loaded: loadedLocals(points, params),
      lent: withReceivers(lent, points, result),
      lookedAt: lookedAt(copied, points, result),
      instance,
      points,
      variables,
      params,
      result,
      orders,
      byValue,
      values,
    }),
  };
}

function loadedLocals(points: readonly Point[], params: readonly (Variable | undefined)[]): ReadonlySet<Local> {
  const loaded = points.flatMap(({ action }) => (action.kind === 'load' ? [action.dest.local] : []));
  return new Set([...loaded, ...params.map((param) => param?.local)].filter((local) => local !== undefined));
}

// ---------------------------------------------------------------- actions with their effect on the graph of pointers

/** Hands `from` on into `to`, in both the control-flow graph and the graph of pointers. */
export function flowInto(context: Context, from: MirPlace, to: MirPlace, what: string, node: ast.Node): void {
  context.emit({ kind: 'flow', from, to }, node);
  flowShapes(context.whole.graph, from.shape, to.shape, context.reason(what, node));
}

/** The value as a whole variable of a new shape. */
export function intoNew(
  context: Context,
  from: Variable,
  shape: Shape,
  type: Type,
  what: string,
  node: ast.Node,
): Variable {
  const dest = context.temporary(shape, type);
  flowInto(context, wholeVariable(from), wholeVariable(dest), what, node);
  return dest;
}

/** Storage is overwritten: every pointer on the way must be writable. */
export function write(context: Context, place: MirPlace, source: Variable | undefined, node: ast.Node): void {
  const { graph } = context.whole;
  const through = derefs(place);
  const last = through.at(-1);
  if (last !== undefined) graph.markWritten(last);
  linkPath(context, place, last);
  context.emit({ kind: 'assign', place, source }, node);
  if (source !== undefined) flowShapes(graph, source.shape, place.shape, context.reason('is stored', node));
}

/** Writing through `trigger` needs every pointer outside of the place's last one to be writable. */
export function linkPath(context: Context, place: MirPlace, trigger: PointerNode | undefined): void {
  const through = derefs(place);
  const inner = through.at(-1);
  if (inner === undefined || trigger === undefined) return;
  for (let index = through.length - 2; index >= 0; index--) {
    const outer = through[index];
    const next = through[index + 1];
    if (outer !== undefined && next !== undefined)
      context.whole.graph.path(outer, next, index === through.length - 2 ? trigger : next);
  }
}

/** Takes the address of a place into `dest`, whose outermost pointer is `node`. */
export function borrow(
  context: Context,
  place: MirPlace,
  dest: Variable,
  node: PointerNode,
  at: ast.Node,
  during: Extract<Action, { kind: 'borrow' }>['during'] = undefined,
): void {
  const { graph } = context.whole;
  const base = derefs(place).at(-1);
  if (base === undefined) markRootBorrow(context, place, node, at);
  else graph.edge(base, node, context.reason('points into what is reached by a raw pointer', at), 'address');
  graph.markUnownable(node, context.reason('is the address of a part of something else', at));
  linkPath(context, place, node);
  context.emit({ kind: 'borrow', place, dest, node, during }, at);
}

/** The address of a variable's own storage: a global `var` can be reached from everywhere. */
function markRootBorrow(context: Context, place: MirPlace, node: PointerNode, at: ast.Node): void {
  if (place.root.kind === 'variable') context.whole.graph.markBorrowed(node);
  else if (place.root.kind === 'global' && place.root.decl.kind === 'var') {
    context.whole.graph.demote(
      node,
      context.reason(`is the address of the global variable '${place.root.decl.name}'`, at),
    );
  }
}

/** Everything in the shape becomes raw. */
export function demoteShape(context: Context, shape: Shape, message: string, node: ast.Node): void {
  eachNode(shape, (pointer) => {
    context.whole.graph.demote(pointer, context.reason(message, node));
  });
}

export function useVariable(context: Context, variable: Variable | undefined, node: ast.Node): void {
  if (variable !== undefined) context.emit({ kind: 'use', variable }, node);
}

/** The value reaches code that nobody knows: it may be kept for ever. */
export function keepUnknown(context: Context, variable: Variable | undefined, message: string, node: ast.Node): void {
  if (variable === undefined) return;
  demoteShape(context, variable.shape, message, node);
  const target: Target = { kind: 'unknown' };
  context.emit({ kind: 'call', target, args: [variable], dest: undefined }, node);
}
