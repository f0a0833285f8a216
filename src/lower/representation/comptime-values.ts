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

type Known = Pick<Whole, 'graph' | 'slots'>;

/** Relates a global's initial value: a constant of the program cannot make the copy that an owner would need. */
export function relateGlobalValue(whole: Known, value: Value, shape: Shape, because: Because): void {
  relateValue(whole, value, shape, because, true);
}

/**
 * Relates a value of an expression. What it points to is written where it stands and may own copies of constants; what a part of it
 * points to is constant memory again.
 */
export function relateValue(
  whole: Known,
  value: Value,
  shape: Shape,
  because: Because,
  isGlobal = false,
  isPart = false,
): void {
  const again = (inner: Value, at: Shape): void => {
    relateValue(whole, inner, at, because, isGlobal, isPart || shape.kind !== 'wrapper');
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
      relatePointer(whole, value, shape, because, isGlobal, isPart);
      return;
    case 'nominal':
      relateFields(value, shape, whole.slots, again);
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
  { graph, slots }: Known,
  value: Value,
  { node }: Extract<Shape, { kind: 'pointer' }>,
  because: Because,
  isGlobal: boolean,
  isPart: boolean,
): void {
  if (value.kind === 'undefined') {
    if (node.type.size !== 'slice') graph.demote(node, because('is undefined at first'));
    return;
  }
  const pointer = value.kind === 'slice' ? value.pointer : value;
  if (pointer.kind !== 'pointer') return;
  const isEmpty = value.kind === 'slice' && value.length === 0;
  if (isGlobal && !isEmpty) graph.markUnownable(node, because('is a constant of the program'));
  const isCast = pointer.path.some((step) => step.kind === 'reinterpret');
  if (isCast) graph.demote(node, because('is a cast pointer'));
  else if (isVariable(pointer.base)) graph.demote(node, because('points to a variable'));
  else if (pointer.base.kind === 'constant')
    relateValue({ graph, slots }, pointer.base.value, node.child, because, isGlobal || isPart);
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
  value: Value,
  { type }: Extract<Shape, { kind: 'nominal' }>,
  slots: Whole['slots'],
  relate: (inner: Value, at: Shape) => void,
): void {
  if (type.kind === 'union') {
    if (value.kind === 'union') relate(value.payload, slots.field(type, value.field));
    return;
  }
  if (type.kind !== 'struct') return;
  type.fields?.forEach((_, index) => {
    const inner = value.kind === 'undefined' ? value : value.kind === 'aggregate' ? value.elements[index] : undefined;
    if (inner !== undefined) relate(inner, slots.field(type, index));
  });
}
