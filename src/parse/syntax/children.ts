/**
 * The child nodes of a node, in the order of the text: one total table over the kinds, so that a new kind, or a forgotten child, shows at
 * compile time or in the token-ownership test.
 */
import type { Expression, FieldInit, ForInput, Node, NodeKind, Param } from './ast.js';

type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;
type Child = Node | undefined;

const LEAF: readonly Child[] = [];

const CHILDREN: { readonly [K in NodeKind]: (node: NodeOf<K>) => readonly Child[] } = {
  root: (node) => node.members,
  containerField: (node) => [node.type, node.align, node.value],
  varDecl: (node) => [node.lib, node.type, node.align, node.addrspace, node.section, node.value],
  fnDecl: (node) => [node.lib, node.proto, node.body],
  fnProto: (node) => [
    ...node.params.map((param: Param) => param.type),
    node.align,
    node.addrspace,
    node.section,
    node.callconv,
    node.returnType,
  ],
  testDecl: (node) => [node.label, node.body],
  comptimeDecl: (node) => [node.body],
  usingNamespace: (node) => [node.value],
  error: () => LEAF,
  assignDestructure: (node) => [...node.targets, node.value],
  defer: (node) => [node.body],
  errdefer: (node) => [node.body],
  identifier: () => LEAF,
  numberLiteral: () => LEAF,
  charLiteral: () => LEAF,
  stringLiteral: () => LEAF,
  enumLiteral: () => LEAF,
  errorValue: () => LEAF,
  unreachable: () => LEAF,
  anyFrameType: (node) => [node.child],
  grouped: (node) => [node.child],
  binary: (node) => [node.left, node.right],
  unary: (node) => [node.operand],
  assign: (node) => [node.target, node.value],
  catch: (node) => [node.operand, node.handler],
  deref: (node) => [node.operand],
  unwrapOptional: (node) => [node.operand],
  fieldAccess: (node) => [node.object],
  arrayAccess: (node) => [node.object, node.index],
  slice: (node) => [node.object, node.low, node.high, node.sentinel],
  call: (node) => [node.callee, ...node.args],
  builtinCall: (node) => node.args,
  arrayInit: (node) => [node.type, ...node.elements],
  structInit: (node) => [node.type, ...node.fields.map((field: FieldInit) => field.value)],
  arrayType: (node) => [node.length, node.sentinel, node.child],
  pointerType: (node) => [
    node.sentinel,
    ...inOrder([node.align, node.bitOffset, node.hostSize, node.addrspace]),
    node.child,
  ],
  errorSetDecl: () => LEAF,
  containerDecl: (node) => [node.argument, ...node.members],
  if: (node) => [node.condition, node.then, node.else],
  while: (node) => [node.condition, node.continueExpression, node.body, node.else],
  for: (node) => [...node.inputs.map(inputNode), node.body, node.else],
  switch: (node) => [node.operand, ...node.prongs],
  block: (node) => node.statements,
  break: (node) => [node.value],
  continue: (node) => [node.value],
  return: (node) => [node.value],
  comptime: (node) => [node.child],
  nosuspend: (node) => [node.child],
  suspend: (node) => [node.child],
  resume: (node) => [node.child],
  async: (node) => [node.child],
  await: (node) => [node.child],
  asm: (node) => [node.template, ...node.outputs, ...node.inputs, ...node.clobbers],
  switchProng: (node) => [...node.items, node.body],
  switchRange: (node) => [node.low, node.high],
  range: (node) => [node.low, node.high],
  asmOperand: (node) => [node.constraint, node.value],
};

function inputNode(input: ForInput): Node {
  return input.kind === 'value' ? input.value : input;
}

/** Pointer modifiers may be written in any order. */
function inOrder(nodes: readonly (Expression | undefined)[]): readonly Expression[] {
  return nodes.filter((node) => node !== undefined).sort((a, b) => a.start - b.start);
}

/** The child nodes of `node`, in the order of the text. */
export function children(node: Node): readonly Node[] {
  const list = (CHILDREN[node.kind] as (node: Node) => readonly Child[])(node);
  return list.includes(undefined) ? list.filter((child) => child !== undefined) : (list as readonly Node[]);
}

/** Calls `enter` for the node and all nodes below it, parents first, in the order of the text. */
export function visit(node: Node, enter: (node: Node) => void): void {
  // A list of its own instead of recursion: `a ++ b ++ …` nests to the left as deep as it is long.
  const pending = [node];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    enter(next);
    const below = children(next);
    for (let index = below.length - 1; index >= 0; index--) pending.push(below[index] as Node);
  }
}
