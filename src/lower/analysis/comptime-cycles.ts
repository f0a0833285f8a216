/** Comptime memory that points to itself: it cannot be written as one Rust value. */
import type { Allocation, Value } from '../../parse/ir/values.js';

/** Whether a pointer into the allocation leads, through any values, back to it. */
export function leadsToItself(allocation: Allocation): boolean {
  const seen = new Set<Value>();
  const pending: Value[] = [allocation.value];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (seen.has(value)) continue;
    seen.add(value);
    const base = value.kind === 'pointer' ? value.base : value.kind === 'slice' ? value.pointer.base : undefined;
    if (base?.kind === 'allocation') {
      if (base.allocation === allocation) return true;
      pending.push(base.allocation.value);
    } else if (base?.kind === 'constant') {
      pending.push(base.value);
    }
    pending.push(...partsOf(value));
  }
  return false;
}

function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'aggregate':
      return value.elements;
    case 'some':
    case 'union':
      return [value.payload];
    case 'repeat':
      return [value.element];
    default:
      return [];
  }
}
