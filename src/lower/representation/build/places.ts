/** Places of the IR as places of the graph; their operands are evaluated on the way. */
import type { Expr, Place, PlaceKind } from '../../../parse/ir/ir.js';
import type { Type } from '../../../parse/ir/types.js';
import { type IndexOperand, type MirPlace, type Step, wholeVariable } from '../mir.js';
import { PLAIN_SHAPE, payloadShape, type Shape } from '../shape.js';
import { type Context, flowInto } from './context.js';
import { evaluate, readValue } from './values.js';

type PlaceBuilder<K extends PlaceKind> = (context: Context, place: Extract<Place, { kind: K }>) => MirPlace;

const BUILDERS: { readonly [K in PlaceKind]: PlaceBuilder<K> } = {
  local: (context, { local }) =>
    context.whole.promoted.has(local)
      ? { root: { kind: 'static', local }, steps: [], shape: context.whole.slots.local(local), type: local.type }
      : wholeVariable(context.local(local)),
  global: (context, { decl, type }) => ({
    root: { kind: 'global', decl },
    steps: [],
    shape: context.whole.slots.global(decl),
    type,
  }),
  deref: (context, place) => derefOf(context, place.pointer, place.type),
  fieldPlace: (context, place) => fieldOf(context, placeOf(context, place.base), place.index, place.type),
  index(context, place) {
    if (place.base.kind === 'pointer') {
      const elements = elementsOf(context, place.base.pointer);
      const operand = indexOperand(context, place.index);
      const ofArray = pointerSize(context, place.base.pointer) === 'one';
      return extend(elements, { kind: 'index', ofArray, operand }, elements.shape, place.type);
    }
    const array = placeOf(context, place.base.place);
    const operand = indexOperand(context, place.index);
    return extend(array, { kind: 'index', ofArray: true, operand }, payloadShape(array.shape), place.type);
  },
  optionalPayload: (context, place) => payloadOf(placeOf(context, place.base), place.type),
  errorPayload: (context, place) => payloadOf(placeOf(context, place.base), place.type),
  temporary(context, place) {
    const dest = context.temporary(context.whole.slots.expr(place.init), place.type);
    const value = evaluate(context, place.init);
    if (value !== undefined)
      flowInto(context, wholeVariable(value), wholeVariable(dest), 'is put into a temporary', place.node);
    context.ends(dest);
    return wholeVariable(dest);
  },
  todoPlace: (context, place) => wholeVariable(context.temporary(PLAIN_SHAPE, place.type)),
};

export function placeOf(context: Context, place: Place): MirPlace {
  // The table is total over the kinds; a lookup by the node's own kind cannot be expressed as such in TypeScript.
  return (BUILDERS[place.kind] as PlaceBuilder<PlaceKind>)(context, place);
}

function indexOperand(context: Context, expr: Expr): IndexOperand {
  const start = context.pointCount();
  readValue(context, expr);
  return { expr, start, end: context.pointCount() };
}

function extend(place: MirPlace, step: Step, shape: Shape, type: Type): MirPlace {
  return { root: place.root, steps: [...place.steps, step], shape, type };
}

export function payloadOf(place: MirPlace, type: Type): MirPlace {
  return extend(place, { kind: 'payload' }, payloadShape(place.shape), type);
}

/** A field of a container; of a slice (`len`, `ptr`) it is the slice itself that is looked at. */
export function fieldOf(context: Context, base: MirPlace, index: number, type: Type): MirPlace {
  const container = context.whole.narrow(base.type);
  if (container.kind === 'struct' || container.kind === 'union') {
    return extend(base, { kind: 'field', container, index }, context.whole.slots.field(container, index), type);
  }
  if (container.kind === 'tuple') {
    const shape = base.shape.kind === 'tuple' ? base.shape.elements[index] : undefined;
    return extend(base, { kind: 'field', container, index }, shape ?? PLAIN_SHAPE, type);
  }
  return { ...base, shape: PLAIN_SHAPE, type };
}

/** What a pointer expression points to; a pointer that lies in storage is gone through where it lies. */
export function derefOf(context: Context, pointer: Expr, type: Type): MirPlace {
  const at = pointerPlace(context, pointer);
  if (at.shape.kind !== 'pointer') return { ...at, shape: PLAIN_SHAPE, type };
  return extend(at, { kind: 'deref', node: at.shape.node }, at.shape.node.child, type);
}

/** The sequence behind a slice, a many-item pointer or a pointer to an array, with the shape of one element. */
export function elementsOf(context: Context, pointer: Expr): MirPlace {
  const type = context.whole.narrow(pointer.type);
  if (type.kind !== 'pointer') return derefOf(context, pointer, type);
  const pointee = derefOf(context, pointer, type.child);
  return type.size === 'one' ? { ...pointee, shape: payloadShape(pointee.shape) } : pointee;
}

export function pointerSize(context: Context, pointer: Expr): string | undefined {
  const type = context.whole.narrow(pointer.type);
  return type.kind === 'pointer' ? type.size : undefined;
}

/** Where a pointer value lies: its own place where it is read from one, else a temporary. */
export function pointerPlace(context: Context, pointer: Expr): MirPlace {
  if (pointer.kind === 'load') {
    const place = placeOf(context, pointer.place);
    context.whole.slots.setExpr(pointer, place.shape);
    return place;
  }
  const value = evaluate(context, pointer);
  return wholeVariable(value ?? context.temporary(context.whole.slots.expr(pointer), pointer.type));
}

/** The place of a value that is matched or iterated: where it lies if it lies somewhere, else a temporary that it is put into. */
export function operandPlace(context: Context, operand: Expr | Place): MirPlace {
  if (isPlaceNode(operand)) return placeOf(context, operand);
  if (operand.kind === 'load') {
    const place = placeOf(context, operand.place);
    context.whole.slots.setExpr(operand, place.shape);
    return place;
  }
  const value = evaluate(context, operand);
  return wholeVariable(value ?? context.temporary(PLAIN_SHAPE, operand.type));
}

const PLACE_KINDS: ReadonlySet<string> = new Set(Object.keys(BUILDERS));

export function isPlaceNode(node: Expr | Place): node is Place {
  return PLACE_KINDS.has(node.kind);
}
