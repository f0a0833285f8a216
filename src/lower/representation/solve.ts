/**
 * The whole-program solution.
 *
 * 1. Collect: every function's graph is built once; building it also relates the pointers of all slots (`graph.ts`).
 * 2. Start with the best that the flow of values allows.
 * 3. Round: read each function under the modes of the moment, callees first, components of recursive functions until their
 *    signatures stand still; check every function; demote what was found.
 * 4. Repeat until a round finds nothing. Demotion is monotone and there are finitely many pointers, so this ends; each round's
 *    findings are independent of the order of functions.
 *
 * A demoted argument makes the callee's parameter raw, that makes what the callee takes out of it raw, and so for every caller: the
 * constraint of the design document is nothing but the forward edges of the graph.
 */
import type { For, Local } from '../../parse/ir/ir.js';
import type { Decl, FnInstance, Program } from '../../parse/ir/program.js';
import type { Type } from '../../parse/ir/types.js';
import { buildBody } from './build/body.js';
import type { Whole } from './build/context.js';
import { check, type Finding } from './check.js';
import { components } from './components.js';
import { relateGlobalValue } from './comptime-values.js';
import type { Mappings, Reason } from './contract.js';
import { createGraph, type PointerGraph, uniteShapes } from './graph.js';
import { type Environment, type Interpretation, interpret, type Signature } from './interpret.js';
import type { MirBody } from './mir.js';
import { createMoveOnly } from './move-only.js';
import { createNominals, type Nominals } from './nominals.js';
import { createSlots, eachNode, PLAIN_SHAPE, type Shape, type Slots } from './shape.js';
import { isSameSignature, signatureOf } from './signature.js';
import { openSignatures, startFacts } from './start.js';
import { createIsTracked } from './tracked.js';

export interface Solution {
  readonly slots: Slots;
  readonly graph: PointerGraph;
  readonly nominals: Nominals;
  readonly bodies: ReadonlyMap<FnInstance, MirBody>;
  readonly reads: ReadonlyMap<FnInstance, Interpretation>;
  readonly signatures: ReadonlyMap<FnInstance, Signature>;
  readonly environment: Environment;
  readonly indexed: ReadonlySet<For>;
  /** Locals of move-only types that hold their value themselves. */
  readonly owners: ReadonlySet<Local>;
  readonly failedMoves: readonly Extract<Finding, { kind: 'move' }>[];
  readonly rounds: number;
}

export interface SolveInput {
  readonly program: Program;
  readonly mappings: Mappings;
  readonly narrow: (type: Type) => Type;
  readonly bodyOf: Whole['bodyOf'];
  readonly isGone: Whole['isGone'];
  readonly isGoneFunction: Whole['isGoneFunction'];
  readonly promoted: Whole['promoted'];
  readonly leaked: Whole['leaked'];
  readonly isErased: Whole['isErased'];
  readonly erasedParams: Whole['erasedParams'];
}

export function solve(input: SolveInput): Solution {
  const { program, mappings, narrow, bodyOf, isGone, isGoneFunction, promoted, leaked, isErased, erasedParams } = input;
  const graph = createGraph();
  const slots = createSlots(mappings, narrow, startFacts(graph, mappings));
  const open = openSignatures(program, mappings);
  const isTracked = createIsTracked(mappings, narrow);
  const whole: Whole = {
    slots,
    graph,
    mappings,
    bodyOf,
    narrow,
    isGone,
    isGoneFunction,
    isTracked,
    promoted,
    leaked,
    isErased,
    erasedParams,
  };
  const bodies = collect(program, whole, open);
  for (const instance of uncalled(program)) markOpenResult(whole, instance);
  const order = callOrder(bodies);
  const indexed = new Set<For>();
  const owners = new Set<Local>();

  for (let rounds = 1; ; rounds++) {
    graph.propagate();
    while (shortenStatics(whole)) graph.propagate();
    const round = readAll(whole, bodies, order, { indexed, owners, open });
    const findings = [...round.reads.values()].flatMap((read) => check(read, round.environment));
    if (!apply(findings, whole, { indexed, owners })) {
      const failedMoves = findings.filter((finding) => finding.kind === 'move');
      return { ...round, slots, graph, bodies, indexed, owners, failedMoves, rounds };
    }
  }
}

/**
 * What points to something that holds borrows lives no longer than they do (`&'a Node<'a>`): memory that nobody frees may hold a text that
 * somebody else does. Returns whether that was news.
 */
function shortenStatics({ slots, graph, mappings }: Whole): boolean {
  const nominals = createNominals(slots, graph, mappings);
  const holdsBorrow = (shape: Shape): boolean => {
    switch (shape.kind) {
      case 'plain':
        return false;
      case 'pointer': {
        const mode = graph.mode(shape.node);
        return mode === 'ref' || mode === 'refMut' || (mode !== 'static' && holdsBorrow(shape.node.child));
      }
      case 'wrapper':
        return holdsBorrow(shape.child);
      case 'tuple':
        return shape.elements.some(holdsBorrow);
      case 'nominal':
        return nominals.lifetimes(shape.type).length > 0 || shape.typeArguments.some(holdsBorrow);
    }
  };
  let changed = false;
  for (const node of slots.nodes) {
    if (graph.mode(node) !== 'static' || graph.isStaticOnly(node) || !holdsBorrow(node.child)) continue;
    graph.markBorrowed(node);
    changed = true;
  }
  return changed;
}

/** Functions that no code of the program calls, in any instance: what a library offers. */
function uncalled(program: Program): readonly FnInstance[] {
  const called = new Set<unknown>();
  for (const instance of program.functions) for (const reference of instance.references) called.add(reference.node);
  return program.functions.filter((instance) => !called.has(instance.node));
}

/** A pointer that unknown callers get may be written through wherever its Zig type lets them. */
function markOpenResult({ slots, graph }: Whole, instance: FnInstance): void {
  eachNode(slots.result(instance), (node) => {
    if (!node.type.isConst) graph.markWritten(node);
  });
}

/** Builds all graphs; relates the instances of one declaration, which may become one generic item. */
function collect(program: Program, whole: Whole, open: ReadonlySet<FnInstance>): ReadonlyMap<FnInstance, MirBody> {
  const bodies = new Map<FnInstance, MirBody>();
  const firstOf = new Map<unknown, FnInstance>();
  const { mappings } = whole;
  for (const instance of program.functions) {
    const body = buildBody(whole, instance);
    if (body !== undefined) bodies.set(instance, body);
    if (open.has(instance) || (body === undefined && mappings.fn(instance) === undefined))
      openUp(whole, instance, becauseOpen(instance));
    const first = firstOf.get(instance.node);
    if (first === undefined) firstOf.set(instance.node, instance);
    else relateInstances(whole, first, instance);
  }
  relateContainers(program, whole);
  for (const decl of program.globals) relateGlobal(whole, decl);
  return bodies;
}

function relateGlobal(whole: Whole, decl: Decl): void {
  const shape = whole.slots.global(decl);
  const because = (message: string): Reason => ({ message, node: undefined, instance: undefined });
  // What sema could not evaluate may be anything.
  relateGlobalValue(whole, decl.value ?? { kind: 'undefined' }, shape, because);
}

function openUp(whole: Whole, instance: FnInstance, reason: Reason): void {
  const shapes = [
    whole.slots.result(instance),
    ...instance.params.map((_, index) => whole.slots.param(instance, index)),
  ];
  for (const shape of shapes) {
    eachNode(shape, (node) => {
      whole.graph.demote(node, reason);
    });
  }
}

function becauseOpen(instance: FnInstance): Reason {
  return {
    message: `not all that calls '${instance.decl.name}', or what it does, is known`,
    node: undefined,
    instance,
  };
}

function relateInstances(whole: Whole, a: FnInstance, b: FnInstance): void {
  relateSlots(whole, whole.slots.result(a), whole.slots.result(b));
  a.params.forEach((_, index) => {
    relateSlots(whole, whole.slots.param(a, index), whole.slots.param(b, index));
  });
}

/** A pointer that may be written through in one instance and not in the other is no one type of a generic item. */
function relateSlots(whole: Whole, a: Shape, b: Shape): void {
  const isSameUse = a.kind !== 'pointer' || b.kind !== 'pointer' || a.node.type.isConst === b.node.type.isConst;
  if (isSameUse) uniteShapes(whole.graph, a, b);
}

function relateContainers(program: Program, whole: Whole): void {
  const firstOf = new Map<unknown, Program['types'][0]>();
  for (const type of program.types) {
    const { node } = type.container;
    if (node === undefined || (type.kind !== 'struct' && type.kind !== 'union')) continue;
    const first = firstOf.get(node);
    if (first === undefined) firstOf.set(node, type);
    else if (first.kind === 'struct' || first.kind === 'union') {
      const fields = Math.min(first.fields?.length ?? 0, type.fields?.length ?? 0);
      for (let index = 0; index < fields; index++) {
        uniteShapes(whole.graph, whole.slots.field(first, index), whole.slots.field(type, index));
      }
    }
  }
}

function callOrder(bodies: ReadonlyMap<FnInstance, MirBody>): readonly (readonly FnInstance[])[] {
  const callees = (instance: FnInstance): FnInstance[] => {
    const found = new Set<FnInstance>();
    for (const { action } of bodies.get(instance)?.points ?? []) {
      if (action.kind === 'call' && action.target.kind === 'instance') found.add(action.target.instance);
    }
    return [...found];
  };
  return components([...bodies.keys()], callees);
}

/** What the rounds decide besides modes. */
interface Choices {
  /** Loops that walk by index. */
  readonly indexed: Set<For>;
  /** Locals that take the value they are read from, instead of standing for its place. */
  readonly owners: Set<Local>;
}

interface Reading extends Choices {
  /** Functions whose callers are not all known. */
  readonly open: ReadonlySet<FnInstance>;
}

interface Round {
  readonly nominals: Nominals;
  readonly environment: Environment;
  readonly reads: ReadonlyMap<FnInstance, Interpretation>;
  readonly signatures: ReadonlyMap<FnInstance, Signature>;
}

function readAll(
  whole: Whole,
  bodies: ReadonlyMap<FnInstance, MirBody>,
  order: readonly (readonly FnInstance[])[],
  { indexed, owners, open }: Reading,
): Round {
  const { graph, slots, mappings } = whole;
  const nominals = createNominals(slots, graph, mappings);
  const signatures = new Map<FnInstance, Signature>();
  const reads = new Map<FnInstance, Interpretation>();
  const environment: Environment = {
    graph,
    nominals,
    signatureOf: (instance) => signatures.get(instance),
    isIndexed: (loop) => indexed.has(loop),
    isAlias: (local) => local.role !== 'var' && local.role !== 'temporary' && !owners.has(local),
    globalShape: ({ root }) => {
      if (root.kind === 'variable') return PLAIN_SHAPE;
      return root.kind === 'static' ? slots.local(root.local) : slots.global(root.decl);
    },
    isMoveOnly: createMoveOnly(slots, graph, mappings),
    hasEmpty: (shape) => hasEmpty(shape, whole),
  };
  for (const component of order) {
    let isStable = false;
    while (!isStable) {
      isStable = true;
      for (const instance of component) {
        const body = bodies.get(instance);
        if (body === undefined) continue;
        const read = interpret(body, environment);
        const signature = signatureOf(read, open.has(instance));
        if (!isSameSignature(signatures.get(instance), signature)) isStable = false;
        signatures.set(instance, signature);
        reads.set(instance, read);
      }
    }
  }
  return { nominals, environment, reads, signatures };
}

function hasEmpty(shape: Shape, { graph, mappings }: Whole): boolean {
  switch (shape.kind) {
    case 'pointer':
      return shape.node.type.size === 'slice' && graph.mode(shape.node) === 'owned';
    case 'wrapper':
      return shape.of === 'optional';
    case 'nominal':
      return mappings.type(shape.type)?.ownership === 'owner';
    default:
      return false;
  }
}

/** Acts on what a round found; false if nothing changed. */
function apply(
  findings: readonly Finding[],
  { graph, slots }: Pick<Whole, 'graph' | 'slots'>,
  { indexed, owners }: Choices,
): boolean {
  let changed = false;
  for (const finding of findings) {
    if (finding.kind === 'demote') changed = graph.demote(finding.node, finding.reason) || changed;
    else if (finding.kind === 'index') {
      changed ||= !indexed.has(finding.loop);
      indexed.add(finding.loop);
    } else if (finding.kind === 'own') {
      changed ||= !owners.has(finding.local);
      owners.add(finding.local);
    } else if (finding.kind === 'move') changed = demoteMoved(finding, graph, slots) || changed;
  }
  return changed;
}

/** What is copied can hold neither a `&mut` nor an owner: such pointers become raw, also inside the fields of what is copied. */
function demoteMoved(finding: Extract<Finding, { kind: 'move' }>, graph: PointerGraph, slots: Slots): boolean {
  let changed = false;
  const seen = new Set<Shape>();
  const visit = (shape: Shape): void => {
    if (seen.has(shape)) return;
    seen.add(shape);
    eachNode(shape, (node) => {
      const mode = graph.mode(node);
      if (mode === 'refMut' || mode === 'owned') changed = graph.demote(node, finding.reason) || changed;
    });
    for (const { type } of nominalsIn(shape)) {
      if (type.kind !== 'struct' && type.kind !== 'union') continue;
      type.fields?.forEach((_, index) => {
        visit(slots.field(type, index));
      });
    }
  };
  visit(finding.place.shape);
  return changed;
}

/** The nominal types that values of a shape hold themselves, not behind a pointer. */
function nominalsIn(shape: Shape): readonly Extract<Shape, { kind: 'nominal' }>[] {
  switch (shape.kind) {
    case 'nominal':
      return [shape];
    case 'wrapper':
      return nominalsIn(shape.child);
    case 'tuple':
      return shape.elements.flatMap(nominalsIn);
    default:
      return [];
  }
}
