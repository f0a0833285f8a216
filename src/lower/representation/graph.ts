/**
 * What is decided about pointers, as monotone facts over classes of nodes.
 *
 * Nodes that must be held alike (inner positions of two slots that exchange values) are one class, by union-find. Between outermost
 * positions there are directed edges `from → to`: the value of `from` is converted into one of `to`. Each class has facts that only
 * ever become true, and its mode follows from them:
 *
 *     raw      forward     a raw value makes whoever receives it raw
 *     written  backward    who is written through must have got a writable pointer
 *     borrowed forward     points to something that does not live for ever
 *     owned    both ways   see below
 *     wide     backward    has to reach beyond what its type points to: raw, up to the address of the whole
 *
 *     mode = raw ? raw : owned ? owned : written ? refMut : borrowed ? ref : static
 *
 * The start (nothing is raw) is the best solution that the flow alone allows; the borrow analysis (`check.ts`) then demotes. Why a class
 * became raw is kept as a chain of reasons, each naming the class it came from.
 *
 * Ownership starts at fresh memory (`alloc`, `create`, `dupe`). A value that is handed on makes the slot that receives it an owner; a slot
 * that is an owner needs every value it receives to be one (a literal can be copied into fresh memory). Between the two stand reads: a
 * read of an owner is a borrow, unless the reader hands it on to an owner, or reads a whole local variable and keeps it (returns it,
 * stores it), which is a move. A call's argument is a borrow unless the callee's parameter is an owner. What has to be an owner and
 * cannot (the address of a variable, a part of another owner) is raw.
 */
import type { Type } from '../../parse/ir/types.js';
import type { PointerMode, Reason } from './contract.js';
import type { PointerNode, Shape } from './shape.js';

/** How the value of one position gets into another. */
export type EdgeKind =
  /** Handed on as it is. */
  | 'move'
  /** Handed to a parameter. */
  | 'argument'
  /** Put into a container; a slice of constants or borrowed bytes can be copied for one that owns its elements. */
  | 'store'
  /** Read from storage, which keeps it unless it is moved out. */
  | 'load'
  /** The address of something that the first one points to. */
  | 'address';

/** Why a fact holds: by itself, or since it holds for the node `from`. */
export interface Cause {
  readonly reason: Reason;
  readonly from: PointerNode | undefined;
}

export interface PointerGraph {
  /** The two nodes are held alike. */
  unite(a: PointerNode, b: PointerNode): void;
  /** A value held as `from` is converted into one held as `to`. */
  edge(from: PointerNode, to: PointerNode, reason: Reason, kind: EdgeKind): void;
  /** Where `trigger` is written through, `outer`, through which `inner` was reached, must be writable (unless `inner` is raw). */
  path(outer: PointerNode, inner: PointerNode, trigger: PointerNode): void;
  /** Demotes; returns whether that was news. */
  demote(node: PointerNode, reason: Reason): boolean;
  /**
   * The pointer is used beyond what its type points to: as the way to the `whole` that its pointee is a part of, or (undefined) to the
   * neighbours of an element. A reference to the part alone must not, so it is raw from where the address was taken.
   */
  widen(node: PointerNode, whole: Type | undefined, reason: Reason): void;
  markWritten(node: PointerNode): void;
  markBorrowed(node: PointerNode): void;
  /** Can only be `static` or raw: storage that outlives every borrow. */
  requireStatic(node: PointerNode, reason: Reason): void;
  isStaticOnly(node: PointerNode): boolean;
  markOwned(node: PointerNode): void;
  /** Cannot be an owner, for the reason given. */
  markUnownable(node: PointerNode, reason: Reason): void;
  /** The slot outlives the function: what is read from a local variable for it is moved. */
  markKeeper(node: PointerNode): void;
  /** The program frees what the pointer points to: where it is raw, nobody else may own that. */
  markFreed(node: PointerNode): void;
  /** The node is the read of a whole local variable. */
  markMovable(node: PointerNode): void;
  mode(node: PointerNode): PointerMode;
  /** Whether the program is known to free what a raw pointer points to. */
  isFreed(node: PointerNode): boolean;
  isSame(a: PointerNode, b: PointerNode): boolean;
  /** The reasons for a class being raw, the first cause last. */
  why(node: PointerNode): readonly Reason[];
  /** Spreads the facts along edges until nothing changes. */
  propagate(): void;
}

interface Class {
  raw: Cause | undefined;
  written: boolean;
  borrowed: boolean;
  owned: boolean;
  unownable: Reason | undefined;
  keeps: boolean;
  movable: boolean;
  /** A variable that is read to be kept: a parameter that takes what it is given. */
  consumed: boolean;
  /** The program itself frees what it points to. */
  freed: boolean;
  staticOnly: Reason | undefined;
  /** What it has to reach, and why. */
  readonly wide: Map<Type | undefined, Reason>;
  readonly successors: { readonly to: PointerNode; readonly reason: Reason; readonly kind: EdgeKind }[];
  readonly predecessors: { readonly from: PointerNode; readonly kind: EdgeKind }[];
  /** Raw pointers to mutable data may write by ways that nobody sees. */
  mayWrite: boolean;
  readonly outers: { readonly outer: PointerNode; readonly inner: PointerNode }[];
}

export function createGraph(): PointerGraph {
  const parents = new Map<number, PointerNode>();
  const classes = new Map<number, Class>();
  const queue: PointerNode[] = [];

  const find = (node: PointerNode): PointerNode => {
    let root = node;
    for (let up = parents.get(root.id); up !== undefined; up = parents.get(root.id)) root = up;
    if (root !== node) parents.set(node.id, root);
    return root;
  };
  const classOf = (node: PointerNode): Class => {
    const root = find(node);
    let known = classes.get(root.id);
    if (known === undefined) {
      known = newClass(!root.type.isConst);
      classes.set(root.id, known);
    }
    return known;
  };
  const become = (
    node: PointerNode,
    fact: 'written' | 'borrowed' | 'owned' | 'keeps' | 'movable' | 'consumed' | 'freed',
  ): boolean => {
    const own = classOf(node);
    if (own[fact]) return false;
    own[fact] = true;
    queue.push(node);
    return true;
  };
  const becomeRaw = (node: PointerNode, cause: Cause): boolean => {
    const own = classOf(node);
    if (own.raw !== undefined) return false;
    own.raw = cause;
    queue.push(node);
    return true;
  };
  const spreadForward = (node: PointerNode, own: Class): void => {
    const isOwner = own.owned && own.raw === undefined;
    for (const { to, reason, kind } of own.successors) {
      if (own.raw !== undefined) becomeRaw(to, { reason, from: node });
      const isHandedOn = kind === 'move' || kind === 'store';
      if (own.borrowed || (isOwner && !isHandedOn)) become(to, 'borrowed');
      const target = classOf(to);
      const isTaken = kind === 'load' ? target.movable && target.keeps : kind === 'argument' && target.consumed;
      if (isOwner && (isHandedOn || isTaken)) become(to, 'owned');
    }
  };
  const spreadBackward = (own: Class): void => {
    const isOwner = own.owned && own.raw === undefined;
    const isWriter = own.written || (own.raw !== undefined && own.mayWrite);
    for (const { from, kind } of own.predecessors) {
      if (isWriter) become(from, 'written');
      const isHandedOn = kind === 'move' || kind === 'store';
      if (own.keeps && isHandedOn) become(from, 'keeps');
      const isDemanded = kind !== 'address' && !(kind === 'store' && isCopyable(from));
      if (isOwner && isDemanded) become(from, 'owned');
    }
    if (own.raw !== undefined) spreadLoss(own, own.raw);
    if (!isWriter) return;
    for (const { outer, inner } of own.outers) if (classOf(inner).raw === undefined) become(outer, 'written');
  };
  /** An owner that is handed to a raw pointer has nobody to free it: its memory is raw from the start, and so is the variable it lay in. */
  const spreadLoss = (own: Class, cause: Cause): void => {
    for (const { from, kind } of own.predecessors) {
      if (own.freed && kind !== 'address') {
        become(from, 'freed');
        if (classOf(from).owned) becomeRaw(from, cause);
      }
      const isTaken = kind === 'load' && own.owned && own.movable;
      if (classOf(from).owned && (kind === 'move' || kind === 'store' || isTaken)) becomeRaw(from, cause);
    }
  };
  /** A read whose reader turned out to keep it, and a parameter that is read so, have to be looked at again from where they come. */
  const againFromSources = (own: Class): void => {
    if (own.owned || !(own.consumed || (own.keeps && own.movable))) return;
    for (const { from, kind } of own.predecessors) {
      if (kind === 'load') become(from, 'consumed');
      if (classOf(from).owned) queue.push(from);
    }
  };
  const widen = (node: PointerNode, whole: Type | undefined, reason: Reason): void => {
    const { wide } = classOf(node);
    if (wide.has(whole)) return;
    wide.set(whole, reason);
    becomeRaw(node, { reason, from: undefined });
    queue.push(node);
  };
  /** The address of the whole, or of something that it lies in, is where a pointer into it may start. */
  const spreadWide = (own: Class): void => {
    for (const [whole, reason] of own.wide) {
      for (const { from, kind } of own.predecessors) {
        const isStart = kind === 'address' && (whole === undefined || holds(from.type.child, whole));
        if (!isStart) widen(from, whole, reason);
      }
    }
  };
  const spread = (node: PointerNode): void => {
    const own = classOf(node);
    spreadWide(own);
    if (own.borrowed && own.staticOnly !== undefined) becomeRaw(node, { reason: own.staticOnly, from: undefined });
    if (own.owned && own.unownable !== undefined) becomeRaw(node, { reason: own.unownable, from: undefined });
    spreadForward(node, own);
    spreadBackward(own);
    againFromSources(own);
  };
  const set = (node: PointerNode, change: (own: Class) => boolean): boolean => {
    if (!change(classOf(node))) return false;
    queue.push(node);
    return true;
  };

  return {
    isSame: (a, b) => find(a) === find(b),
    unite(a, b) {
      const first = find(a);
      const second = find(b);
      if (first === second) return;
      const merged = merge(classOf(first), classOf(second));
      parents.set(second.id, first);
      classes.set(first.id, merged);
      classes.delete(second.id);
      queue.push(first);
    },
    edge(from, to, reason, kind) {
      if (find(from) === find(to)) return;
      classOf(from).successors.push({ to, reason, kind });
      classOf(to).predecessors.push({ from, kind });
      queue.push(from, to);
    },
    path(outer, inner, trigger) {
      classOf(trigger).outers.push({ outer, inner });
      queue.push(trigger);
    },
    widen,
    demote: (node, reason) => becomeRaw(node, { reason, from: undefined }),
    markWritten: (node) => {
      become(node, 'written');
    },
    markBorrowed: (node) => {
      become(node, 'borrowed');
    },
    markOwned: (node) => {
      become(node, 'owned');
    },
    markKeeper: (node) => {
      become(node, 'keeps');
    },
    markFreed: (node) => {
      become(node, 'freed');
    },
    markMovable: (node) => {
      become(node, 'movable');
    },
    markUnownable: (node, reason) => {
      set(node, (own) => {
        own.unownable ??= reason;
        return true;
      });
    },
    requireStatic: (node, reason) => {
      set(node, (own) => {
        own.staticOnly ??= reason;
        return true;
      });
    },
    isStaticOnly: (node) => classOf(node).staticOnly !== undefined,
    mode(node) {
      const own = classOf(node);
      if (own.raw !== undefined) return 'raw';
      if (own.owned) return 'owned';
      if (own.written) return 'refMut';
      return own.borrowed ? 'ref' : 'static';
    },
    isFreed: (node) => classOf(node).freed,
    why(node) {
      const reasons: Reason[] = [];
      const seen = new Set<Class>();
      for (let at: PointerNode | undefined = node; at !== undefined; ) {
        const own = classOf(at);
        if (own.raw === undefined || seen.has(own)) break;
        seen.add(own);
        reasons.push(own.raw.reason);
        at = own.raw.from;
      }
      return reasons;
    },
    propagate() {
      for (let node = queue.pop(); node !== undefined; node = queue.pop()) spread(node);
    },
  };
}

/** Whether a copy in memory of its own is as good as the slice itself: nobody can change either. */
function isCopyable({ type, child }: PointerNode): boolean {
  return type.size === 'slice' && type.isConst && child.kind === 'plain';
}

/** Whether values of the type have one of `part` in their memory, or are one. */
function holds(type: Type, part: Type): boolean {
  if (type === part) return true;
  switch (type.kind) {
    case 'array':
    case 'optional':
      return holds(type.child, part);
    case 'errorUnion':
      return holds(type.payload, part);
    case 'tuple':
      return type.elements.some((element) => holds(element.type, part));
    case 'struct':
    case 'union':
      return (type.fields ?? []).some((field) => holds(field.type, part));
    default:
      return false;
  }
}

function newClass(mayWrite: boolean): Class {
  return {
    mayWrite,
    raw: undefined,
    written: false,
    borrowed: false,
    owned: false,
    unownable: undefined,
    keeps: false,
    movable: false,
    consumed: false,
    freed: false,
    staticOnly: undefined,
    wide: new Map(),
    successors: [],
    predecessors: [],
    outers: [],
  };
}

function merge(a: Class, b: Class): Class {
  return {
    mayWrite: a.mayWrite || b.mayWrite,
    raw: a.raw ?? b.raw,
    written: a.written || b.written,
    borrowed: a.borrowed || b.borrowed,
    owned: a.owned || b.owned,
    unownable: a.unownable ?? b.unownable,
    keeps: a.keeps || b.keeps,
    movable: a.movable && b.movable,
    consumed: a.consumed || b.consumed,
    freed: a.freed || b.freed,
    staticOnly: a.staticOnly ?? b.staticOnly,
    wide: new Map([...a.wide, ...b.wide]),
    successors: [...a.successors, ...b.successors],
    predecessors: [...a.predecessors, ...b.predecessors],
    outers: [...a.outers, ...b.outers],
  };
}

/** Unites the pointers of two shapes position by position; where the shapes differ (a cast between types) nothing is said. */
export function uniteShapes(graph: PointerGraph, a: Shape, b: Shape): void {
  if (a === b) return;
  if (a.kind === 'pointer' && b.kind === 'pointer') {
    graph.unite(a.node, b.node);
    uniteShapes(graph, a.node.child, b.node.child);
  } else if (a.kind === 'wrapper' && b.kind === 'wrapper') {
    uniteShapes(graph, a.child, b.child);
  } else if (a.kind === 'wrapper' && b.kind !== 'plain') {
    // A value becomes an optional, or an error union's payload, inside of another wrapper.
    uniteShapes(graph, a.child, b);
  } else if (b.kind === 'wrapper' && a.kind !== 'plain') {
    uniteShapes(graph, a, b.child);
  } else if (a.kind === 'tuple' && b.kind === 'tuple') {
    a.elements.forEach((element, index) => {
      uniteShapes(graph, element, b.elements[index] ?? element);
    });
  } else if (a.kind === 'nominal' && b.kind === 'nominal') {
    a.typeArguments.forEach((argument, index) => {
      uniteShapes(graph, argument, b.typeArguments[index] ?? argument);
    });
  }
}

/**
 * A value of shape `from` flows into a slot of shape `to`: a direct pointer may be converted, everything deeper is held alike. An array
 * behind a pointer that decays to a slice keeps its elements' shape.
 */
export function flow(graph: PointerGraph, from: Shape, to: Shape, reason: Reason, kind: EdgeKind = 'move'): void {
  if (from === to) return;
  if (from.kind === 'pointer' && to.kind === 'pointer') {
    graph.edge(from.node, to.node, reason, kind);
    uniteShapes(graph, elementOf(from.node.child, to), elementOf(to.node.child, from));
    return;
  }
  if (from.kind === 'tuple' && to.kind === 'tuple') {
    from.elements.forEach((element, index) => {
      flow(graph, element, to.elements[index] ?? element, reason, kind);
    });
    return;
  }
  uniteShapes(graph, from, to);
}

/** The pointee's shape as its counterpart sees it: through the array that a slice or many-item pointer points into. */
function elementOf(pointee: Shape, counterpart: Shape): Shape {
  if (counterpart.kind !== 'pointer') return pointee;
  const isSequence = counterpart.node.type.size !== 'one';
  return isSequence && pointee.kind === 'wrapper' && counterpart.node.child.kind !== 'wrapper'
    ? pointee.child
    : pointee;
}
