/** The finished solution as the answers that lowering asks for. */

import { type Diagnostic, diagnostic } from '../../diagnostics.js';
import type { Load, Local, Place } from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import type * as ast from '../../parse/syntax/ast.js';
import type { LoadUse, Mappings, Reason, Representation, Slot, TypeRepr } from './contract.js';
import { lifetimeNames, type NamedSignature, nameSignature, toRepr } from './lifetimes.js';
import { evaluationOrder } from './order.js';
import { eachRegion, type Region, STATIC_REGION } from './regions.js';
import { eachNode, PLAIN_SHAPE, type PointerNode, payloadShape, pointeeShape, type Shape } from './shape.js';
import type { Solution } from './solve.js';
import { isStandIn } from './stand-in.js';
import { rawRepr } from './type-repr.js';
import { lentAs, lentLocals, loadUses, localBindings } from './uses.js';

export interface AnswerInput {
  readonly program: Program;
  readonly mappings: Mappings;
  readonly solution: Solution;
  readonly narrowing: Pick<
    Representation,
    | 'body'
    | 'init'
    | 'type'
    | 'allocation'
    | 'isErased'
    | 'erasedParams'
    | 'vanishes'
    | 'isReleaseFunction'
    | 'initialValue'
    | 'sentinels'
    | 'promoted'
    | 'leaks'
  >;
}

export function answers({ program, mappings, solution, narrowing }: AnswerInput): Representation {
  const { slots, nominals, environment } = solution;
  const named = new Map<FnInstance, NamedSignature>();
  const namedOf = (instance: FnInstance): NamedSignature | undefined => {
    const signature = solution.signatures.get(instance);
    if (signature === undefined) return undefined;
    let names = named.get(instance);
    if (names === undefined) {
      names = nameSignature(instance, signature, nominals);
      named.set(instance, names);
    }
    return names;
  };
  const evaluation = evaluationOrder(solution.reads.values(), environment, mappings);
  const inferred = (shape: Shape): TypeRepr =>
    toRepr(
      nominals.regioned(shape, () => 0),
      () => undefined,
    );
  const uses = loadUses(solution);
  const bindings = localBindings(solution);
  const lent = lentLocals(solution);
  const useOf = (load: Load): LoadUse => uses.get(load) ?? 'copy';
  const place = (at: Place): Shape => placeShape(solution, at);
  return {
    ...narrowing,
    local: (local) => (isStandIn(local) ? rawRepr(local.type) : inferred(slots.local(local))),
    param: (instance, index) => namedOf(instance)?.params[index] ?? inferred(slots.param(instance, index)),
    result: (instance) => namedOf(instance)?.result ?? inferred(slots.result(instance)),
    field(type, index) {
      const names = lifetimeNames(nominals, type);
      const regions = names.map((_, at): Region => at + 1);
      return toRepr(nominals.field(type, index, regions), (region) =>
        region === STATIC_REGION ? 'static' : names[region - 1],
      );
    },
    global: (decl) => inferred(slots.global(decl)),
    expr: (expr) => {
      const isRead = expr.kind === 'load' && expr.place.kind === 'local' && isStandIn(expr.place.local);
      if (isRead) return rawRepr(expr.type);
      // A read that lowering made is held as what is read.
      const made = expr.kind === 'load' ? place(expr.place) : undefined;
      return inferred(slots.knownExpr(expr) ?? made ?? slots.expr(expr));
    },
    place: (at) => inferred(place(at)),
    nominal(type) {
      const shape: Shape = { kind: 'nominal', type, typeArguments: [] };
      return {
        ownership: mappings.type(type)?.ownership ?? 'plain',
        lifetimes: lifetimeNames(nominals, type),
        isCopy: !environment.isMoveOnly(shape),
      };
    },
    signature: (instance) => ({ lifetimes: namedOf(instance)?.lifetimes ?? [] }),
    lends: (call) => lentAs(call, solution, mappings),
    isLent: (local) => lent.has(local),
    refusal: (instance) => solution.failedMoves.find(({ reason }) => reason.instance === instance)?.reason,
    standsFor: (made, original) => {
      slots.setExpr(made, slots.expr(original));
    },
    borrow: (instance, index) => namedOf(instance)?.borrows[index],
    binding: (local) => bindings.get(local) ?? 'value',
    stored(operand) {
      const shape = slots.stored(operand);
      return shape === undefined ? undefined : inferred(shape);
    },
    use: (load) => useOf(load),
    evaluation: (operand) => evaluation.get(operand) ?? 'inOrder',
    loopStyle: (loop) => (solution.indexed.has(loop) ? 'index' : 'iterator'),
    why: (slot, path = []) => explain(solution, slot, path),
    diagnostics: diagnosticsOf(program, solution),
  };
}

function placeShape(solution: Solution, place: Place): Shape {
  const { slots } = solution;
  switch (place.kind) {
    case 'local':
      return slots.local(place.local);
    case 'global':
      return slots.global(place.decl);
    case 'deref':
      return pointeeShape(slots.expr(place.pointer));
    case 'fieldPlace': {
      const { container, index } = place;
      if (container.kind === 'struct' || container.kind === 'union') return slots.field(container, index);
      const base = placeShape(solution, place.base);
      return base.kind === 'tuple' ? (base.elements[index] ?? PLAIN_SHAPE) : PLAIN_SHAPE;
    }
    case 'index':
      return place.base.kind === 'array'
        ? payloadShape(placeShape(solution, place.base.place))
        : elementShape(slots.expr(place.base.pointer));
    case 'optionalPayload':
    case 'errorPayload':
      return payloadShape(placeShape(solution, place.base));
    case 'temporary':
      return slots.expr(place.init);
    case 'todoPlace':
      return PLAIN_SHAPE;
  }
}

function elementShape(pointer: Shape): Shape {
  if (pointer.kind !== 'pointer') return PLAIN_SHAPE;
  return pointer.node.type.size === 'one' ? payloadShape(pointer.node.child) : pointer.node.child;
}

function slotShape(solution: Solution, slot: Slot): Shape {
  const { slots } = solution;
  switch (slot.kind) {
    case 'local':
      return slots.local(slot.local);
    case 'param':
      return slots.param(slot.instance, slot.index);
    case 'result':
      return slots.result(slot.instance);
    case 'field':
      return slots.field(slot.type, slot.index);
    case 'global':
      return slots.global(slot.decl);
    case 'expr':
      return slots.expr(slot.expr);
  }
}

/** The reasons for the pointer that `path` leads to: its number among the pointers of each level. */
function explain(solution: Solution, slot: Slot, path: readonly number[]): readonly Reason[] {
  const nodes: PointerNode[] = [];
  eachNode(slotShape(solution, slot), (node, depth) => {
    if (depth === path.length) nodes.push(node);
  });
  const node = nodes[path.at(-1) ?? 0];
  return node === undefined ? [] : [...solution.graph.why(node)].reverse();
}

/** Addresses of locals that leave their function by a detour; `return &x` itself has been reported by sema. */
function diagnosticsOf(program: Program, solution: Solution): readonly Diagnostic[] {
  return [...solution.reads].flatMap(([instance, read]) => {
    const result = new Set<Region>();
    eachRegion(read.treeOf(read.body.result), (region) => result.add(region));
    return read.loans.flatMap((loan): Diagnostic[] => {
      const { root, steps } = loan.place;
      // What a local stands for lies elsewhere.
      const isStorage = root.kind === 'variable' && read.aliasOf(root.variable) === undefined;
      const local = isStorage ? root.variable.local : undefined;
      if (local === undefined || loan.region === undefined || steps.some((step) => step.kind === 'deref')) return [];
      const isReturned = [...read.regions.reach(loan.region)].some((region) => result.has(region));
      return isReturned ? danglingDiagnostic(program, instance, local, read.body.points[loan.point]?.node) : [];
    });
  });
}

function danglingDiagnostic(
  program: Program,
  instance: FnInstance,
  local: Local,
  node: ast.Node | undefined,
): Diagnostic[] {
  if (node === undefined) return [];
  const file = instance.container.file.path;
  const span = { file, start: node.start, end: node.end };
  const isKnown = program.diagnostics.some(
    (one) =>
      one.name === 'local-address-returned' &&
      one.span.file === file &&
      one.span.start <= span.end &&
      span.start <= one.span.end,
  );
  if (isKnown) return [];
  const declared = local.node;
  const related =
    declared === undefined
      ? []
      : [{ span: { file, start: declared.start, end: declared.end }, message: `\`${local.name}\` is declared here` }];
  return [diagnostic('local-address-returned', span, { name: local.name }, related)];
}
