/**
 * Slots and their pointers.
 *
 * Every slot of the program (local, result, field, global, expression) gets a `Shape`: a tree parallel to its Zig type that has one
 * `PointerNode` per pointer in it. A shape ends at nominal types, whose fields are slots of their own, so shapes are finite. Nodes
 * are numbered; what is decided about them stands in the graph (`graph.ts`).
 */
import type { Expr, Local } from '../../parse/ir/ir.js';
import type { Decl, FnInstance } from '../../parse/ir/program.js';
import type { NominalType, PointerType, StructType, Type, UnionType } from '../../parse/ir/types.js';
import type { Mappings } from './contract.js';

export interface PointerNode {
  readonly id: number;
  readonly type: PointerType;
  readonly child: Shape;
}

export type Shape =
  | { readonly kind: 'plain' }
  | { readonly kind: 'pointer'; readonly node: PointerNode }
  | { readonly kind: 'wrapper'; readonly of: 'optional' | 'array' | 'vector' | 'errorUnion'; readonly child: Shape }
  | { readonly kind: 'tuple'; readonly elements: readonly Shape[] }
  | { readonly kind: 'nominal'; readonly type: NominalType; readonly typeArguments: readonly Shape[] };

export const PLAIN_SHAPE: Shape = { kind: 'plain' };

/** The shapes of all slots, made on first request. */
export interface Slots {
  readonly nodes: readonly PointerNode[];
  local(local: Local): Shape;
  param(instance: FnInstance, index: number): Shape;
  result(instance: FnInstance): Shape;
  field(type: StructType | UnionType, index: number): Shape;
  global(decl: Decl): Shape;
  expr(expr: Expr): Shape;
  /** The shape of an expression that is a part of the program; of one that lowering made nothing is known. */
  knownExpr(expr: Expr): Shape | undefined;
  /** Says what an expression's shape is: a read has the shape of what is read. */
  setExpr(expr: Expr, shape: Shape): void;
  /** What a mapped container holds an operand as. */
  stored(operand: Expr): Shape | undefined;
  setStored(operand: Expr, shape: Shape): void;
  /** A shape of its own for `type`. */
  fresh(type: Type): Shape;
  /** Like `like`, with an outermost pointer of its own: what a read of the slot yields. */
  reread(like: Shape): Shape;
  /** The slots that exist, for walking over the finished solution. */
  readonly fields: ReadonlyMap<number, readonly Shape[]>;
}

/** Called for each new node and slot, for what is known of them by themselves. */
export interface SlotListener {
  readonly node: (node: PointerNode) => void;
  readonly param: (shape: Shape) => void;
  readonly field: (type: StructType | UnionType, index: number, shape: Shape) => void;
  readonly global: (decl: Decl, shape: Shape) => void;
  readonly result: (shape: Shape) => void;
  /** What a mapped type holds. */
  readonly typeArgument: (shape: Shape) => void;
}

/** Creates the slots of one program; `narrow` maps types to those that the Rust has (see `narrow-errors.ts`). */
export function createSlots(mappings: Mappings, narrow: (type: Type) => Type, listener: SlotListener): Slots {
  const nodes: PointerNode[] = [];
  const locals = new Map<Local, Shape>();
  const params = new Map<FnInstance, (Shape | undefined)[]>();
  const results = new Map<FnInstance, Shape>();
  const fields = new Map<number, Shape[]>();
  const globals = new Map<Decl, Shape>();
  const exprs = new Map<Expr, Shape>();
  const stored = new Map<Expr, Shape>();
  const nominals = new Map<number, Shape>();

  const pointer = (type: PointerType, child: Shape): Shape => {
    const node: PointerNode = { id: nodes.length, type, child };
    nodes.push(node);
    listener.node(node);
    return { kind: 'pointer', node };
  };
  /** Type arguments belong to the nominal type: all lists of one element type hold their elements in one way. */
  const nominal = (type: NominalType): Shape => {
    const known = nominals.get(type.id);
    if (known !== undefined) return known;
    const typeArguments: Shape[] = [];
    const shape: Shape = { kind: 'nominal', type, typeArguments };
    nominals.set(type.id, shape);
    for (const argument of mappings.type(type)?.typeArguments ?? []) {
      const held = fresh(argument);
      listener.typeArgument(held);
      typeArguments.push(held);
    }
    return shape;
  };
  /** Inside a mapped type, `known` has the shapes of its type arguments: its fields hold them. */
  const fresh = (unnarrowed: Type, known?: ReadonlyMap<number, Shape>): Shape => {
    const type = narrow(unnarrowed);
    const argument = known?.get(type.id);
    if (argument !== undefined) return argument;
    switch (type.kind) {
      case 'pointer':
        return pointer(type, fresh(type.child, known));
      case 'optional':
      case 'array':
      case 'vector':
        return { kind: 'wrapper', of: type.kind, child: fresh(type.child, known) };
      case 'errorUnion':
        return { kind: 'wrapper', of: type.kind, child: fresh(type.payload, known) };
      case 'tuple':
        return { kind: 'tuple', elements: type.elements.map((element) => fresh(element.type, known)) };
      case 'struct':
      case 'enum':
      case 'union':
      case 'opaque':
        return nominal(type);
      default:
        return PLAIN_SHAPE;
    }
  };
  const local = (of: Local): Shape =>
    memo(locals, of, () => {
      const shape = fresh(of.type);
      if (of.role === 'param') listener.param(shape);
      return shape;
    });
  return {
    nodes,
    fields,
    fresh: (type) => fresh(type),
    local,
    reread: (like) => (like.kind === 'pointer' ? pointer(like.node.type, like.node.child) : like),
    result: (instance) =>
      memo(results, instance, () => {
        const shape = fresh(instance.returnType);
        listener.result(shape);
        return shape;
      }),
    stored: (operand) => stored.get(operand),
    setStored: (operand, shape) => {
      stored.set(operand, shape);
    },
    global: (decl) =>
      memo(globals, decl, () => {
        const shape = decl.type === undefined ? PLAIN_SHAPE : fresh(decl.type);
        listener.global(decl, shape);
        return shape;
      }),
    expr: (expr) => memo(exprs, expr, () => fresh(expr.type)),
    knownExpr: (expr) => exprs.get(expr),
    setExpr: (expr, shape) => {
      exprs.set(expr, shape);
    },
    param(instance, index) {
      const param = instance.params[index];
      if (param === undefined) return PLAIN_SHAPE;
      if (param.local !== undefined) return local(param.local);
      const known = memo(params, instance, () => []);
      known[index] ??= fresh(param.type);
      listener.param(known[index]);
      return known[index];
    },
    field(type, index) {
      const known = memo(fields, type.id, () => {
        const typeArguments = argumentsByType(nominal(type), mappings);
        return (type.fields ?? []).map((field, at) => {
          const shape = fresh(field.type, typeArguments);
          listener.field(type, at, shape);
          return shape;
        });
      });
      return known[index] ?? PLAIN_SHAPE;
    },
  };
}

/** The shapes of a mapped type's arguments by the id of the argument's type; undefined for a type that is not mapped. */
function argumentsByType(shape: Shape, mappings: Mappings): ReadonlyMap<number, Shape> | undefined {
  if (shape.kind !== 'nominal') return undefined;
  const mapped = mappings.type(shape.type);
  if (mapped === undefined) return undefined;
  return new Map(mapped.typeArguments.map((type, index) => [type.id, shape.typeArguments[index] ?? PLAIN_SHAPE]));
}

function memo<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** Calls `visit` for every pointer node of a shape, outermost first. */
export function eachNode(shape: Shape, visit: (node: PointerNode, depth: number) => void, depth = 0): void {
  switch (shape.kind) {
    case 'plain':
      return;
    case 'pointer':
      visit(shape.node, depth);
      eachNode(shape.node.child, visit, depth + 1);
      return;
    case 'wrapper':
      eachNode(shape.child, visit, depth);
      return;
    case 'tuple':
      for (const element of shape.elements) eachNode(element, visit, depth);
      return;
    case 'nominal':
      for (const argument of shape.typeArguments) eachNode(argument, visit, depth + 1);
  }
}

/** Calls `visit` for the pointers that the slot itself holds, not for those of its containers' elements. */
export function eachOwnNode(shape: Shape, visit: (node: PointerNode) => void): void {
  if (shape.kind === 'pointer') visit(shape.node);
  else if (shape.kind === 'wrapper') eachOwnNode(shape.child, visit);
  else if (shape.kind === 'tuple') for (const element of shape.elements) eachOwnNode(element, visit);
}

/** What lies behind an optional, array, vector or error union. */
export function payloadShape(shape: Shape): Shape {
  return shape.kind === 'wrapper' ? shape.child : shape;
}

/** What a pointer points to. */
export function pointeeShape(shape: Shape): Shape {
  return shape.kind === 'pointer' ? shape.node.child : PLAIN_SHAPE;
}

/** The pointer that a value is, also inside an optional or error union. */
export function outerPointer(shape: Shape): PointerNode | undefined {
  if (shape.kind === 'pointer') return shape.node;
  return shape.kind === 'wrapper' ? outerPointer(shape.child) : undefined;
}
