/**
 * The tokens of a file as its tree alone tells them: one total table over the kinds. If the result is the file's own token stream, the
 * tree owns every token and nothing was dropped. What the tree leaves open by design is marked: commas that may close a list, and
 * the order of pointer modifiers.
 */
import type {
  Capture,
  Expression,
  FnDecl,
  Member,
  Name,
  Node,
  NodeKind,
  Param,
  PointerType,
  SourceFile,
  Statement,
  VarDecl,
} from '../../src/parse/syntax/ast.js';

/** A token; one that may be there; or token groups in any order. */
export type Expected = string | { readonly optional: string } | { readonly anyOrder: readonly (readonly Expected[])[] };

type NodeOf<K extends NodeKind> = Extract<Node, { kind: K }>;
type Piece = Expected | Node | Name | Capture | undefined | false | readonly Piece[];

const COMMA = { optional: ',' };

/** The expected tokens of the whole file. */
export function unparse(file: SourceFile): readonly Expected[] {
  const out: Expected[] = [];
  add(file, out, membersOf(file.root.members));
  return out;
}

function add(file: SourceFile, out: Expected[], piece: Piece): void {
  if (piece === undefined || piece === false) return;
  if (typeof piece === 'string') out.push(piece);
  else if (isList(piece)) for (const part of piece) add(file, out, part);
  else if ('kind' in piece) add(file, out, (PIECES[piece.kind] as (node: Node) => Piece)(piece));
  else if ('quoted' in piece) out.push(piece.quoted ? file.text.slice(piece.start, piece.end) : piece.text);
  else if ('byPointer' in piece) add(file, out, [piece.byPointer && '*', piece.name]);
  else if ('anyOrder' in piece) out.push({ anyOrder: piece.anyOrder.map((group) => flatten(file, group)) });
  else out.push(piece);
}

function isList(piece: Piece): piece is readonly Piece[] {
  return Array.isArray(piece);
}

function flatten(file: SourceFile, piece: Piece): readonly Expected[] {
  const out: Expected[] = [];
  add(file, out, piece);
  return out;
}

function separated(items: readonly Piece[]): Piece {
  return items.map((item, index) => (index === items.length - 1 ? [item, COMMA] : [item, ',']));
}

function argument(keyword: string, value: Expression | undefined): Piece {
  return value && [keyword, '(', value, ')'];
}

function label(name: Name | undefined): Piece {
  return name && [name, ':'];
}

function payload(names: readonly (Name | Capture | undefined)[]): Piece {
  const given = names.filter((name) => name !== undefined);
  return given.length > 0 && ['|', separated(given), '|'];
}

// ---------------------------------------------------------------- members and statements

function membersOf(members: readonly Member[]): Piece {
  return members.map((member, index) => {
    if (member.kind !== 'containerField') return [member, endsWithSemicolon(member) && ';'];
    return [member, index === members.length - 1 ? COMMA : ','];
  });
}

function endsWithSemicolon(member: Member): boolean {
  return member.kind === 'varDecl' || member.kind === 'usingNamespace' || (member.kind === 'fnDecl' && !member.body);
}

function prefixOf(node: VarDecl | FnDecl): Piece {
  return [node.isPub && 'pub', node.isExport && 'export', node.isExtern && ['extern', node.lib]];
}

function statement(node: Statement): Piece {
  return [node, needsSemicolon(node) && ';'];
}

function needsSemicolon(node: Statement): boolean {
  switch (node.kind) {
    case 'block':
    case 'switch':
      return false;
    case 'if':
      return node.else === undefined ? node.then.kind !== 'block' : needsSemicolon(node.else);
    case 'while':
    case 'for':
      return node.else === undefined ? node.body.kind !== 'block' : needsSemicolon(node.else);
    case 'defer':
    case 'errdefer':
      return node.body.kind !== 'block';
    case 'comptime':
    case 'nosuspend':
    case 'suspend':
      return node.child?.kind !== 'block';
    default:
      return true;
  }
}

function parameter(param: Param): Piece {
  return [param.isNoalias && 'noalias', param.isComptime && 'comptime', label(param.name), param.type ?? 'anytype'];
}

// ---------------------------------------------------------------- pointers

const OPENING = { one: '*', many: ['[', '*', ']'], slice: ['[', ']'], c: ['[', '*', 'c', ']'] } as const;

function pointer(node: PointerType): Piece {
  // `**T` is one token and two pointers that begin together.
  const inner = node.child.kind === 'pointerType' && node.child.start === node.start ? node.child : undefined;
  if (inner !== undefined) return ['**', modifiers(inner), inner.child];
  return [opening(node), modifiers(node), node.child];
}

function opening(node: PointerType): Piece {
  if (node.sentinel === undefined) return OPENING[node.size];
  return ['[', node.size === 'many' && '*', ':', node.sentinel, ']'];
}

function modifiers(node: PointerType): Piece {
  const groups: Piece[] = [
    node.isConst && 'const',
    node.isVolatile && 'volatile',
    node.isAllowzero && 'allowzero',
    argument('addrspace', node.addrspace),
    node.align && ['align', '(', node.align, node.bitOffset && [':', node.bitOffset, ':', node.hostSize], ')'],
  ];
  const given = groups.filter((group) => group !== undefined && group !== false);
  return given.length > 0 && { anyOrder: given as unknown as Expected[][] };
}

// ---------------------------------------------------------------- the table

const PIECES: { readonly [K in NodeKind]: (node: NodeOf<K>) => Piece } = {
  root: (node) => membersOf(node.members),
  containerField: (node) => [
    node.isComptime && 'comptime',
    label(node.name),
    node.type,
    argument('align', node.align),
    node.value && ['=', node.value],
  ],
  varDecl: (node) => [
    prefixOf(node),
    node.isThreadlocal && 'threadlocal',
    node.isComptime && 'comptime',
    node.mutable ? 'var' : 'const',
    node.name,
    node.type && [':', node.type],
    argument('align', node.align),
    argument('addrspace', node.addrspace),
    argument('linksection', node.section),
    node.value && ['=', node.value],
  ],
  fnDecl: (node) => [prefixOf(node), node.inline, node.proto, node.body],
  fnProto: (node) => [
    ['fn', node.name, '('],
    separated([...node.params.map(parameter), ...(node.varargs ? ['...'] : [])]),
    ')',
    argument('align', node.align),
    argument('addrspace', node.addrspace),
    argument('linksection', node.section),
    argument('callconv', node.callconv),
    [node.inferredErrors && '!', node.returnType],
  ],
  testDecl: (node) => ['test', node.label, node.decl, node.body],
  comptimeDecl: (node) => ['comptime', node.body],
  usingNamespace: (node) => [node.isPub && 'pub', 'usingnamespace', node.value],
  error: () => 'an error node has no tokens of its own',
  assignDestructure: (node) => [
    node.isComptime && 'comptime',
    node.targets.map((target, index) => [index > 0 && ',', target]),
    ['=', node.value],
  ],
  defer: (node) => ['defer', node.body],
  errdefer: (node) => ['errdefer', payload([node.capture]), node.body],
  identifier: (node) => node.name,
  numberLiteral: (node) => node.text,
  charLiteral: (node) => `'${node.text}'`,
  stringLiteral: (node) => (node.multiline ? node.text.split('\n').map((line) => `\\\\${line}`) : `"${node.text}"`),
  enumLiteral: (node) => ['.', node.name],
  errorValue: (node) => ['error', '.', node.name],
  unreachable: () => 'unreachable',
  anyFrameType: (node) => ['anyframe', node.child && ['->', node.child]],
  grouped: (node) => ['(', node.child, ')'],
  binary: (node) => [node.left, node.operator, node.right],
  unary: (node) => [node.operator, node.operand],
  assign: (node) => [node.target, `${node.operator ?? ''}=`, node.value],
  catch: (node) => [node.operand, 'catch', payload([node.capture]), node.handler],
  deref: (node) => [node.operand, '.*'],
  unwrapOptional: (node) => [node.operand, '.', '?'],
  fieldAccess: (node) => [node.object, '.', node.name],
  arrayAccess: (node) => [node.object, '[', node.index, ']'],
  slice: (node) => [node.object, '[', node.low, '..', node.high, node.sentinel && [':', node.sentinel], ']'],
  call: (node) => [node.callee, '(', separated(node.args), ')'],
  builtinCall: (node) => [`@${node.name}`, '(', separated(node.args), ')'],
  arrayInit: (node) => [node.type ?? '.', '{', separated(node.elements), '}'],
  structInit: (node) => [
    [node.type ?? '.', '{'],
    separated(node.fields.map((field) => ['.', field.name, '=', field.value])),
    '}',
  ],
  arrayType: (node) => ['[', node.length ?? '_', node.sentinel && [':', node.sentinel], ']', node.child],
  pointerType: pointer,
  errorSetDecl: (node) => ['error', '{', separated(node.names), '}'],
  containerDecl: (node) => [
    node.layout !== 'auto' && node.layout,
    node.keyword,
    node.taggedByEnum
      ? ['(', 'enum', node.argument && ['(', node.argument, ')'], ')']
      : node.argument && ['(', node.argument, ')'],
    ['{', membersOf(node.members), '}'],
  ],
  if: (node) => [
    ['if', '(', node.condition, ')', payload([node.capture]), node.then],
    node.else && ['else', payload([node.elseCapture]), node.else],
  ],
  while: (node) => [
    [label(node.label), node.isInline && 'inline', 'while', '(', node.condition, ')', payload([node.capture])],
    node.continueExpression && [':', '(', node.continueExpression, ')'],
    [node.body, node.else && ['else', payload([node.elseCapture]), node.else]],
  ],
  for: (node) => [
    [label(node.label), node.isInline && 'inline', 'for', '('],
    separated(writtenInputs(node)),
    [')', payload(node.captures), node.body, node.else && ['else', node.else]],
  ],
  switch: (node) => [label(node.label), 'switch', '(', node.operand, ')', '{', separated(node.prongs), '}'],
  block: (node) => [label(node.label), '{', node.statements.map(statement), '}'],
  break: (node) => ['break', node.label && [':', node.label], node.value],
  continue: (node) => ['continue', node.label && [':', node.label], node.value],
  return: (node) => ['return', node.value],
  comptime: (node) => ['comptime', node.child],
  nosuspend: (node) => ['nosuspend', node.child],
  suspend: (node) => ['suspend', node.child],
  resume: (node) => ['resume', node.child],
  async: (node) => ['async', node.child],
  await: (node) => ['await', node.child],
  asm: (node) => [
    ['asm', node.isVolatile && 'volatile', '(', node.template],
    [node.outputs.length > 0 ? ':' : { optional: ':' }, separated(node.outputs)],
    [node.inputs.length > 0 ? ':' : { optional: ':' }, separated(node.inputs)],
    [node.clobbers.length > 0 ? ':' : { optional: ':' }, separated(node.clobbers), ')'],
  ],
  switchProng: (node) => [
    node.isInline && 'inline',
    node.isElse ? 'else' : separated(node.items),
    ['=>', payload([node.capture, node.tagCapture]), node.body],
  ],
  switchRange: (node) => [node.low, '...', node.high],
  range: (node) => [node.low, '..', node.high],
  asmOperand: (node) => ['[', node.name, ']', node.constraint, '(', node.isResult && '->', node.value, ')'],
};

/** The inputs without the `0..` that stands for an index capture of Zig 0.10: it has no tokens. */
function writtenInputs(node: NodeOf<'for'>): readonly Piece[] {
  return node.inputs
    .map((input) => (input.kind === 'value' ? input.value : input))
    .filter((input) => input.kind !== 'range' || input.low.main !== input.main);
}
