/** Stores that nothing reads, as rustc's `unused_assignments` has it: the variable is set again, or done with, on every way on. */
import type { Item } from '../rust-ast.js';
import { type Flow, flowOf, type Variable } from './flow.js';

/** Whether a function of the item stores what nothing reads. */
export function hasDeadStore(item: Item): boolean {
  if (item.kind === 'impl' || item.kind === 'trait') return item.items.some(hasDeadStore);
  if (item.kind !== 'fn') return false;
  const flow = flowOf(item);
  const found = new DeadStores();
  found.before(flow, NONE);
  return found.isFound;
}

type Live = ReadonlySet<Variable>;
const NONE: Live = new Set();

/** Which variables are still read, backwards. */
class DeadStores {
  isFound = false;
  private readonly ends = new Map<object, Live>();
  private readonly heads = new Map<object, Live>();
  /** In a loop that is not settled yet, less seems to be read than is. */
  private unsettled = 0;

  /** What is read from before the flow on, where `after` is from behind it on. */
  before(flow: Flow, after: Live): Live {
    switch (flow.kind) {
      case 'use':
        return after.has(flow.variable) ? after : new Set([...after, flow.variable]);
      case 'store':
        return this.beforeStore(flow, after);
      case 'sequence':
        return flow.parts.reduceRight<Live>((live, part) => this.before(part, live), after);
      case 'branch':
        return union(flow.ways.map((way) => this.before(way, after)));
      case 'block':
        this.ends.set(flow.target, after);
        return this.before(flow.body, after);
      case 'loop':
        this.ends.set(flow.target, after);
        return this.beforeLoop(flow);
      case 'jump':
        return (flow.isContinue ? this.heads : this.ends).get(flow.target) ?? NONE;
      case 'return':
        return NONE;
    }
  }

  private beforeStore({ variable, isPart }: Extract<Flow, { kind: 'store' }>, after: Live): Live {
    const isIgnored = variable.name.startsWith('_');
    if (!isIgnored && this.unsettled === 0 && !after.has(variable)) this.isFound = true;
    return isPart ? after : new Set([...after].filter((one) => one !== variable));
  }

  private beforeLoop({ target, body }: Extract<Flow, { kind: 'loop' }>): Live {
    let head: Live = NONE;
    this.unsettled += 1;
    for (;;) {
      this.heads.set(target, head);
      const next = union([head, this.before(body, head)]);
      if (next.size === head.size) break;
      head = next;
    }
    this.unsettled -= 1;
    return this.before(body, head);
  }
}

function union(sets: readonly Live[]): Live {
  return new Set(sets.flatMap((set) => [...set]));
}
