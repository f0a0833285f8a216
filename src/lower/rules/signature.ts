/**
 * Zig signatures of rules, taken apart with Zig's own parser.
 *
 * A signature is a dotted path, then `(parameters) result` for a function, `: type` for a constant or a field, nothing for a type.
 * A parenthesis behind a name is the argument list of a type function where a dot follows it or the text ends; else it opens the
 * parameters. The path is parsed as an expression, the rest as the prototype of a function, so that every type in it is Zig.
 */
import type * as ast from '../../parse/syntax/ast.js';
import { parseSource } from '../../parse/syntax/parse.js';
import type { ParameterMode, PathStep, Signature, SignatureKind, SignatureParameter } from './rule.js';

/** A fault in a signature: offsets in its text. */
export interface SignatureFault {
  readonly message: string;
  readonly start: number;
  readonly end: number;
}

export type ParsedSignature = { readonly signature: Signature } | { readonly fault: SignatureFault };

/** Takes a signature apart. */
export function parseSignature(text: string): ParsedSignature {
  const split = splitSignature(text);
  if ('fault' in split) return split;
  const path = parsePath(text, split.pathEnd);
  if ('fault' in path) return path;
  const declared = parseDeclared(text, split);
  if ('fault' in declared) return declared;
  const variables = path.steps.flatMap((step) => (step.kind === 'call' ? step.args.flatMap(namesIn) : []));
  const name = path.steps.findLast((step) => step.kind === 'member')?.name ?? path.module;
  const pathVariables = [...new Set(variables)];
  const params = declared.params.map((param, index) => parameter(param, index, pathVariables));
  const type = ungrouped(declared.type);
  return {
    signature: {
      kind: split.kind,
      text,
      module: path.module,
      steps: path.steps,
      name,
      params,
      type,
      isErrorUnion: declared.inferredErrors || (type?.kind === 'binary' && type.operator === '!'),
      pathVariables,
    },
  };
}

/** `(E!T)` is `E!T`. */
export function ungrouped(type: ast.Expression | undefined): ast.Expression | undefined {
  return type?.kind === 'grouped' ? ungrouped(type.child) : type;
}

interface Split {
  readonly kind: SignatureKind;
  /** End of the path, start of what follows it. */
  readonly pathEnd: number;
}

function splitSignature(text: string): Split | { readonly fault: SignatureFault } {
  let at = 0;
  while (at < text.length) {
    const char = text.charAt(at);
    if (char === ':') return { kind: 'value', pathEnd: at };
    if (char !== '(') {
      at += 1;
      continue;
    }
    const close = closingParenthesis(text, at);
    if (close === undefined) return faultAt(text, at, 'this parenthesis is not closed');
    const following = text.slice(close + 1).trimStart();
    if (following !== '' && !/^\.[A-Za-z_@]/.test(following)) return { kind: 'fn', pathEnd: at };
    at = close + 1;
  }
  return { kind: 'type', pathEnd: text.length };
}

function closingParenthesis(text: string, open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < text.length; at += 1) {
    const char = text.charAt(at);
    if (char === '(') depth += 1;
    else if (char === ')' && --depth === 0) return at;
  }
  return undefined;
}

interface ParsedPath {
  readonly module: string;
  readonly steps: readonly PathStep[];
}

const PATH_PREFIX = 'const _ = ';

function parsePath(text: string, end: number): ParsedPath | { readonly fault: SignatureFault } {
  const file = parseSource('signature.zig', `${PATH_PREFIX}${text.slice(0, end)};`, 'tokenizer');
  const fault = file.faults[0];
  if (fault !== undefined) return syntaxFault(text, fault, PATH_PREFIX.length);
  const declaration = file.root.members[0];
  const value = declaration?.kind === 'varDecl' ? declaration.value : undefined;
  const steps: PathStep[] = [];
  let at = value;
  while (at !== undefined && at.kind !== 'identifier') {
    if (at.kind === 'fieldAccess') {
      steps.unshift({ kind: 'member', name: at.name.text });
      at = at.object;
    } else if (at.kind === 'call') {
      steps.unshift({ kind: 'call', args: at.args });
      at = at.callee;
    } else {
      return faultAt(text, 0, 'the path is not made of names and type functions');
    }
  }
  return at === undefined ? faultAt(text, 0, 'there is no path') : { module: at.name.text, steps };
}

interface Declared {
  readonly params: readonly ast.Param[];
  readonly type: ast.Expression | undefined;
  readonly inferredErrors: boolean;
}

function parseDeclared(text: string, split: Split): Declared | { readonly fault: SignatureFault } {
  if (split.kind === 'type') return { params: [], type: undefined, inferredErrors: false };
  const isFn = split.kind === 'fn';
  const prefix = isFn ? 'fn f' : 'fn f() ';
  const rest = isFn ? text.slice(split.pathEnd) : text.slice(split.pathEnd + 1);
  const file = parseSource('signature.zig', `${prefix}${rest};`, 'tokenizer');
  const fault = file.faults[0];
  if (fault !== undefined) return syntaxFault(text, fault, prefix.length - (text.length - rest.length));
  const declaration = file.root.members[0];
  const proto = declaration?.kind === 'fnDecl' ? declaration.proto : undefined;
  if (proto === undefined) return faultAt(text, split.pathEnd, 'this is not the head of a Zig function');
  return { params: proto.params, type: proto.returnType, inferredErrors: proto.inferredErrors };
}

function parameter(param: ast.Param, index: number, pathVariables: readonly string[]): SignatureParameter {
  const name = param.name?.text ?? `_${index}`;
  const mode = defaultMode(param, pathVariables);
  return { name, isComptime: param.isComptime, type: param.type, mode };
}

/** The mode that a parameter has if its rule names none; the table in `rule.ts`. */
function defaultMode(param: ast.Param, pathVariables: readonly string[]): ParameterMode {
  const type = param.type;
  if (type === undefined) return 'value';
  if (type.kind === 'identifier' && type.name.text === 'type') return 'type';
  if (param.isComptime) return 'const';
  if (type.kind === 'pointerType') return type.isConst ? 'read' : 'write';
  if (isAllocator(type)) return 'drop';
  if (type.kind === 'identifier' && type.name.text === 'Self') return 'read';
  return type.kind === 'identifier' && pathVariables.includes(type.name.text) ? 'store' : 'value';
}

function isAllocator(type: ast.Expression): boolean {
  if (type.kind === 'identifier') return type.name.text === 'Allocator';
  return type.kind === 'fieldAccess' && type.name.text === 'Allocator';
}

/** Names in the arguments of a type function that are metavariables: those that begin no path and name no primitive type. */
function namesIn(node: ast.Expression): readonly string[] {
  if (node.kind === 'identifier') return isPrimitive(node.name.text) ? [] : [node.name.text];
  if (node.kind === 'pointerType') return namesIn(node.child);
  return node.kind === 'call' ? node.args.flatMap(namesIn) : [];
}

const PRIMITIVE =
  /^(?:[iu]\d+|f(?:16|32|64|80|128)|[iu]size|bool|void|type|anyopaque|anyerror|noreturn|null|undefined|true|false|c_\w+|comptime_\w+)$/;

/** Whether a name is one of Zig's primitive types or values. */
export function isPrimitive(name: string): boolean {
  return PRIMITIVE.test(name);
}

function syntaxFault(text: string, fault: ast.SyntaxFault, shift: number): { readonly fault: SignatureFault } {
  const clamp = (offset: number) => Math.min(Math.max(offset - shift, 0), text.length);
  const message = `expected ${fault.expected}, found ${fault.found}`;
  return { fault: { message, start: clamp(fault.start), end: clamp(fault.end) } };
}

function faultAt(text: string, start: number, message: string): { readonly fault: SignatureFault } {
  return { fault: { message, start, end: text.length } };
}
