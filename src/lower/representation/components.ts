/** Strongly connected components of the call graph, callees first (Tarjan). */
export function components<Node>(
  nodes: readonly Node[],
  successors: (node: Node) => readonly Node[],
): readonly (readonly Node[])[] {
  const index = new Map<Node, number>();
  const low = new Map<Node, number>();
  const stack: Node[] = [];
  const onStack = new Set<Node>();
  const result: Node[][] = [];

  interface Frame {
    readonly node: Node;
    readonly rest: Node[];
  }
  const enter = (node: Node): Frame => {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    stack.push(node);
    onStack.add(node);
    return { node, rest: [...successors(node)] };
  };
  const lower = (node: Node, value: number): void => {
    low.set(node, Math.min(low.get(node) ?? value, value));
  };
  const leave = (node: Node): void => {
    if (low.get(node) !== index.get(node)) return;
    const component: Node[] = [];
    for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
      onStack.delete(top);
      component.push(top);
      if (top === node) break;
    }
    result.push(component);
  };
  for (const start of nodes) {
    if (index.has(start)) continue;
    // An explicit stack: call chains are longer than JavaScript's.
    const frames = [enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const next = frame.rest.pop();
      if (next === undefined) {
        leave(frame.node);
        frames.pop();
        const parent = frames.at(-1);
        if (parent !== undefined) lower(parent.node, low.get(frame.node) ?? 0);
      } else if (!index.has(next)) {
        frames.push(enter(next));
      } else if (onStack.has(next)) {
        lower(frame.node, index.get(next) ?? 0);
      }
    }
  }
  return result;
}
