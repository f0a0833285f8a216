/**
 * A function body as the borrow checker sees it: a control-flow graph of single actions over variables and places.
 *
 * This is what rustc's MIR is to its borrow checker, reduced to what loans need: which storage is read, written, borrowed, moved or
 * ends, and which values that may hold pointers flow where. Every local is a variable, and so is every intermediate value that
 * holds pointers. Values without pointers are not there at all; their computation leaves only the reads. The graph does not depend on
 * what is `ref` or `raw`: modes are looked up when it is interpreted, so it is built once.
 */
import type { Expr, For, Load, Local } from '../../parse/ir/ir.js';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import type * as ast from '../../parse/syntax/ast.js';
import type { MappedFunction } from './contract.js';
import type { PointerNode, Shape } from './shape.js';

export interface Variable {
  readonly id: number;
  /** Undefined for an intermediate value. */
  readonly local: Local | undefined;
  readonly shape: Shape;
  readonly type: Type;
}

/** An index, and the points that evaluate it. */
export interface IndexOperand extends PointRange {
  readonly expr: Expr;
}

/** Points of a body, half-open. */
export interface PointRange {
  readonly start: number;
  readonly end: number;
}

export type Step =
  | { readonly kind: 'field'; readonly container: Type; readonly index: number }
  /** `ofArray`: the elements are the array's own; else they are what a slice points to. */
  | { readonly kind: 'index'; readonly ofArray: boolean; readonly operand: IndexOperand | undefined }
  | { readonly kind: 'payload' }
  | { readonly kind: 'deref'; readonly node: PointerNode };

export type Root =
  | { readonly kind: 'variable'; readonly variable: Variable }
  | { readonly kind: 'global'; readonly decl: Decl }
  /** A known constant of the body that lies in static memory (`promote.ts`). */
  | { readonly kind: 'static'; readonly local: Local };

export interface MirPlace {
  readonly root: Root;
  readonly steps: readonly Step[];
  /** Of what lies there. */
  readonly shape: Shape;
  readonly type: Type;
}

/** Who is called, as far as the borrow checker cares. */
export type Target =
  | { readonly kind: 'instance'; readonly instance: FnInstance }
  | { readonly kind: 'mapped'; readonly instance: FnInstance; readonly mapped: MappedFunction }
  /** Extern, or through a pointer: keeps what it is given. */
  | { readonly kind: 'unknown' };

/** A loop's input is iterated or indexed; an action that belongs to one style says so. */
export interface LoopStyle {
  readonly loop: For;
  readonly style: 'iterator' | 'index';
}

export type Action =
  | { readonly kind: 'nop' }
  /** Looks at storage. */
  | { readonly kind: 'read'; readonly place: MirPlace }
  /** A loop by value starts: in iterator style `iterator` looks at the whole sequence while it is in use. */
  | { readonly kind: 'iterate'; readonly place: MirPlace; readonly iterator: Variable; readonly loop: For }
  /** Copies a value that holds pointers, or moves it where it is no copy. */
  | { readonly kind: 'load'; readonly place: MirPlace; readonly dest: Variable; readonly expr: Load | undefined }
  /** Overwrites storage. */
  | { readonly kind: 'assign'; readonly place: MirPlace; readonly source: Variable | undefined }
  /** Takes an address: the loan whose kind is the mode of `node`. */
  | {
      readonly kind: 'borrow';
      readonly place: MirPlace;
      readonly dest: Variable;
      readonly node: PointerNode;
      readonly during: LoopStyle | undefined;
    }
  /** Hands a value on into a part of another variable (empty path: the whole). */
  | { readonly kind: 'flow'; readonly from: MirPlace; readonly to: MirPlace }
  | {
      readonly kind: 'call';
      readonly target: Target;
      readonly args: readonly (Variable | undefined)[];
      readonly dest: Variable | undefined;
    }
  | { readonly kind: 'use'; readonly variable: Variable }
  /** The variable's storage ends. */
  | { readonly kind: 'dead'; readonly variable: Variable };

export interface Point {
  readonly action: Action;
  readonly node: ast.Node;
  readonly successors: number[];
}

/** Which points belong to which operand: decides what must be evaluated before the expression that takes them. */
export interface OperandOrder {
  readonly owner: Expr;
  readonly operands: readonly Expr[];
  /** Per operand: its points. */
  readonly ranges: readonly PointRange[];
  /** Operands that are borrows of places and are taken last. */
  readonly late: ReadonlySet<number>;
}

export interface MirBody {
  readonly instance: FnInstance;
  readonly points: readonly Point[];
  readonly variables: readonly Variable[];
  /** By index of the parameter. */
  readonly params: readonly (Variable | undefined)[];
  readonly result: Variable;
  readonly orders: readonly OperandOrder[];
  /** Arguments by value, with the parameter that they become; undefined for one that a mapped function only looks at. */
  readonly byValue: ReadonlyMap<Variable, Local | undefined>;
  /** Locals that are read from a place, and parameters: those that may stand for the place. */
  readonly loaded: ReadonlySet<Local>;
  /** Variables that hold what a call copied out of a container that keeps it, or parts of that. */
  readonly lent: ReadonlySet<Variable>;
  /** Intermediate values that are read from a place, and locals that they end in, which may stand for the place; with those locals. */
  readonly lookedAt: ReadonlyMap<Variable, readonly Local[]>;
  /** Which variable an expression's value went into. */
  readonly values: ReadonlyMap<Expr, Variable>;
}

/** The place that a whole variable is. */
export function wholeVariable(variable: Variable): MirPlace {
  return { root: { kind: 'variable', variable }, steps: [], shape: variable.shape, type: variable.type };
}

/** Whether the place lies in constant memory. */
export function isConstantPlace({ root }: MirPlace): boolean {
  return root.kind === 'static' || (root.kind === 'global' && root.decl.kind === 'const');
}

/** The pointer nodes that a place is reached through, outermost first. */
export function derefs(place: MirPlace): PointerNode[] {
  return place.steps.flatMap((step) => (step.kind === 'deref' ? [step.node] : []));
}
