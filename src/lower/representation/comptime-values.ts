/**
 * Comptime values that flow into slots of run time: constants of expressions and initial values of globals.
 *
 * A pointer to constant memory is `&'static`. A pointer to a variable, to an address or to a function is raw. Undefined memory cannot hold
 * a reference: a pointer there is raw, a slice is empty, an optional is null.
 */
import type { PointerBase, Value } from '../../parse/ir/values.js';
import type { Whole } from './build/context.js';
import type { Reason } from './contract.js';
import type { Shape } from './shape.js';

type Because = (message: string) => Reason;

export function relateValue(whole: Pick<Whole, 'graph' | 'slots'>, value: Value, shape: Shape, because: Because): void {
  const again = (inner: Value, at: Shape): void => {
    relateValue(whole, inner, at, because);
  };
  switch (shape.kind) {
    case 'plain':
      return;
    case 'wrapper':
      for (const inner of contents(value, shape.of)) again(inner, shape.child);
      return;
    case 'tuple':
      shape.elements.forEach((element, index) => {
        const inner =
          value.kind === 'undefined' ? value : value.kind === 'aggregate' ? value.elements[index] : undefined;
        if (inner !== undefined) again(inner, element);
      });
      return;
    case 'pointer':
      relatePointer(whole, value, shape, because);
      return;
    case 'nominal':
      relateFields(whole, value, shape, because);
  }
}

/** The values inside an array, an optional or an error union; undefined memory of an optional is null. */
function contents(value: Value, of: Extract<Shape, { kind: 'wrapper' }>['of']): readonly Value[] {
  switch (value.kind) {
    case 'undefined':
      return of === 'optional' ? [] : [value];
    case 'aggregate':
      return value.elements;
    case 'repeat':
      return [value.element];
    case 'some':
      return [value.payload];
    default:
      return [];
  }
}

function relatePointer(
  { graph, slots }: Pick<Whole, 'graph' | 'slots'>,
  value: Value,
  { node }: Extract<Shape, { kind: 'pointer' }>,
  because: Because,
): void {
  if (value.kind === 'undefined') {
    if (node.type.size !== 'slice') graph.demote(node, because('is undefined at first'));
    return;
  }
  const pointer = value.kind === 'slice' ? value.pointer : value;
  if (pointer.kind !== 'pointer') return;
  const isCast = pointer.path.some((step) => step.kind === 'reinterpret');
  if (isCast) graph.demote(node, because('is a cast pointer'));
  else if (isVariable(pointer.base)) graph.demote(node, because('points to a variable'));
  else if (pointer.base.kind === 'constant') relateValue({ graph, slots }, pointer.base.value, node.child, because);
}

function isVariable(base: PointerBase): boolean {
  switch (base.kind) {
    case 'decl':
      return base.decl.kind === 'var';
    case 'constant':
      return false;
    case 'allocation':
      return !base.allocation.isConst;
    case 'integer':
    case 'fn':
      return true;
  }
}

function relateFields(
  whole: Pick<Whole, 'graph' | 'slots'>,
  value: Value,
  { type }: Extract<Shape, { kind: 'nominal' }>,
  because: Because,
): void {
  if (type.kind === 'union') {
    if (value.kind === 'union') relateValue(whole, value.payload, whole.slots.field(type, value.field), because);
    return;
  }
  if (type.kind !== 'struct') return;
  type.fields?.forEach((_, index) => {
    const inner = value.kind === 'undefined' ? value : value.kind === 'aggregate' ? value.elements[index] : undefined;
    if (inner !== undefined) relateValue(whole, inner, whole.slots.field(type, index), because);
  });
}
