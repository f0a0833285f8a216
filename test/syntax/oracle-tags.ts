/** How our nodes are called in `std.zig.Ast`: one total table from our kinds, one from its tags, to names that both share. */
import type { ArithmeticOperator, BinaryOperator, Node, NodeKind, UnaryOperator } from '../../src/parse/syntax/ast.js';

/** Tags of `std.zig.Ast` that differ only in how the node is stored share a name; the others are their own. */
const SHARED: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^(simple|aligned|local|global)_var_decl$/, 'var_decl'],
  [/^fn_proto/, 'fn_proto'],
  [/^slice/, 'slice'],
  [/^array_type/, 'array_type'],
  [/^ptr_type/, 'ptr_type'],
  [/^array_init/, 'array_init'],
  [/^struct_init/, 'struct_init'],
  [/^call/, 'call'],
  [/^builtin_call/, 'builtin_call'],
  [/^switch(_comma)?$/, 'switch'],
  [/^switch_case/, 'switch_case'],
  [/^while/, 'while'],
  [/^for(_simple)?$/, 'for'],
  [/^if/, 'if'],
  [/^(container_decl|tagged_union)/, 'container_decl'],
  [/^container_field/, 'container_field'],
  [/^block/, 'block'],
  [/^asm(_simple)?$/, 'asm'],
  [/^asm_(in|out)put$/, 'asm_operand'],
];

/** The shared name of a tag of `std.zig.Ast`. */
export function sharedName(tag: string): string {
  return SHARED.find(([pattern]) => pattern.test(tag))?.[1] ?? tag;
}

const ARITHMETIC: { readonly [Operator in ArithmeticOperator]: string } = {
  '+': 'add',
  '-': 'sub',
  '*': 'mul',
  '/': 'div',
  '%': 'mod',
  '+%': 'add_wrap',
  '-%': 'sub_wrap',
  '*%': 'mul_wrap',
  '+|': 'add_sat',
  '-|': 'sub_sat',
  '*|': 'mul_sat',
  '<<': 'shl',
  '>>': 'shr',
  '<<|': 'shl_sat',
  '&': 'bit_and',
  '|': 'bit_or',
  '^': 'bit_xor',
};

const BINARY: { readonly [Operator in BinaryOperator]: string } = {
  ...ARITHMETIC,
  '==': 'equal_equal',
  '!=': 'bang_equal',
  '<': 'less_than',
  '>': 'greater_than',
  '<=': 'less_or_equal',
  '>=': 'greater_or_equal',
  '++': 'array_cat',
  '**': 'array_mult',
  '||': 'merge_error_sets',
  and: 'bool_and',
  or: 'bool_or',
  orelse: 'orelse',
  '!': 'error_union',
};

const UNARY: { readonly [Operator in UnaryOperator]: string } = {
  '!': 'bool_not',
  '-': 'negation',
  '-%': 'negation_wrap',
  '~': 'bit_not',
  '&': 'address_of',
  try: 'try',
  '?': 'optional_type',
};

type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;

/** The shared name, or undefined where Zig has no node of its own for ours. */
const TAG_OF: { readonly [K in NodeKind]: string | ((node: NodeOf<K>) => string | undefined) } = {
  root: 'root',
  containerField: 'container_field',
  varDecl: 'var_decl',
  fnDecl: (node) => (node.body === undefined ? undefined : 'fn_decl'),
  fnProto: 'fn_proto',
  testDecl: 'test_decl',
  comptimeDecl: 'comptime',
  usingNamespace: 'removed from the language',
  error: 'none in a valid file',
  assignDestructure: 'assign_destructure',
  defer: 'defer',
  errdefer: 'errdefer',
  identifier: 'identifier',
  numberLiteral: 'number_literal',
  charLiteral: 'char_literal',
  stringLiteral: (node) => (node.multiline ? 'multiline_string_literal' : 'string_literal'),
  enumLiteral: 'enum_literal',
  errorValue: 'error_value',
  unreachable: 'unreachable_literal',
  anyFrameType: (node) => (node.child === undefined ? 'anyframe_literal' : 'anyframe_type'),
  grouped: 'grouped_expression',
  binary: (node) => BINARY[node.operator],
  unary: (node) => UNARY[node.operator],
  assign: (node) => (node.operator === undefined ? 'assign' : `assign_${ARITHMETIC[node.operator]}`),
  catch: 'catch',
  deref: 'deref',
  unwrapOptional: 'unwrap_optional',
  fieldAccess: 'field_access',
  arrayAccess: 'array_access',
  slice: 'slice',
  call: 'call',
  builtinCall: 'builtin_call',
  arrayInit: 'array_init',
  structInit: 'struct_init',
  arrayType: 'array_type',
  pointerType: 'ptr_type',
  errorSetDecl: 'error_set_decl',
  containerDecl: 'container_decl',
  if: 'if',
  while: 'while',
  for: 'for',
  switch: 'switch',
  block: 'block',
  break: 'break',
  continue: 'continue',
  return: 'return',
  comptime: 'comptime',
  nosuspend: 'nosuspend',
  suspend: 'suspend',
  resume: 'resume',
  async: 'removed from the language',
  await: 'removed from the language',
  asm: 'asm',
  switchProng: 'switch_case',
  switchRange: 'switch_range',
  range: 'for_range',
  asmOperand: 'asm_operand',
};

/** The shared name of one of our nodes; undefined where Zig's tree has none. */
export function tagOf(node: Node): string | undefined {
  const tag = TAG_OF[node.kind] as string | ((node: Node) => string | undefined);
  return typeof tag === 'string' ? tag : tag(node);
}
