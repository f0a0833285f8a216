/**
 * `@cImport`: the declarations of C headers. Where the headers can be read they arrive as a Zig file of `extern` declarations.
 * Where they cannot, names are taken as they are used: one that stands for a type is an opaque type, one that is called is an extern
 * function with the types of this call; a diagnostic says so once, and the crate still compiles.
 */

import type { FnParam } from '../ir/program.js';
import type { Type } from '../ir/types.js';
import type * as ast from '../syntax/ast.js';
import { coerce } from './coerce.js';
import { type Env, fail, type ResultLocation, wantedType } from './env.js';
import { known, type Operand, typeOperand, typeValue } from './operand.js';
import { freshTypeId, primitiveType, T } from './pool.js';
import { ContainerRecord, DeclRecord, type FileRecord, FnRecord } from './records.js';

/** What a `@cImport` asks for. */
export interface CImport {
  /** The lines of C that its block stands for: `#include`, `#define`, `#undef`. */
  readonly lines: readonly string[];
  readonly headers: readonly string[];
  readonly importedBy: string;
}
export type CTranslation = { readonly text: string } | { readonly reason: string };

/** `@cImport(block)`: the container of the headers' declarations. */
export function analyseCImport(env: Env, node: ast.BuiltinCall): Operand {
  const request = cImportOf(env, node);
  const name = moduleName(request.headers[0] ?? 'c');
  const path = `${request.lines.join(';')} in ${request.importedBy}`;
  const translation: CTranslation = env.cx.options.translateC?.(request) ?? { reason: 'C headers are not read here' };
  if ('text' in translation) return typeOperand(env.cx.file(path, 'c', translation.text, name)!.container.type, node);
  const file = env.cx.file(path, 'c', '', name)!;
  if (!file.isUnknownC)
    env.cx.report('c-header-unread', env.file as FileRecord, node, {
      headers: request.headers,
      reason: translation.reason,
    });
  file.isUnknownC = true;
  return typeOperand(file.container.type, node);
}

/** `<openssl/ssl.h>` is module `ssl`. */
function moduleName(header: string): string {
  return header
    .replace(/^.*\//, '')
    .replace(/\.[^.]*$/, '')
    .replace(/[^A-Za-z0-9_]/g, '_');
}

function cImportOf(env: Env, node: ast.BuiltinCall): CImport {
  const [body] = node.args;
  const statements = body?.kind === 'block' ? body.statements : body ? [body] : [];
  const lines: string[] = [];
  const headers: string[] = [];
  for (const statement of statements) {
    const [first, second] = statement.kind === 'builtinCall' ? statement.args : [];
    if (statement.kind !== 'builtinCall' || first?.kind !== 'stringLiteral')
      return fail(env, statement, 'only @cInclude, @cDefine and @cUndef of literals are read here');
    if (statement.name === 'cInclude') {
      headers.push(first.text);
      lines.push(`#include <${first.text}>`);
    } else if (statement.name === 'cDefine')
      lines.push(`#define ${first.text} ${second?.kind === 'stringLiteral' ? second.text : ''}`);
    else if (statement.name === 'cUndef') lines.push(`#undef ${first.text}`);
    else return fail(env, statement, `\`@${statement.name}\` inside of @cImport`);
  }
  return { lines, headers, importedBy: env.file.path };
}

// ---------------------------------------------------------------- headers that could not be read

/** Whether a type is the container of headers that could not be read. */
export function isUnknownC(type: Type): type is Extract<Type, { kind: 'struct' }> {
  return type.kind === 'struct' && (type.container.file as FileRecord).isUnknownC;
}

/** A name of unread headers where a type is wanted: an opaque type of that name. */
export function unknownCType(
  env: Env,
  owner: Extract<Type, { kind: 'struct' }>,
  name: string,
  node: ast.Node,
  location: ResultLocation,
): Operand {
  if (wantedType(location)?.kind !== 'type')
    return fail(env, node, `the value of \`${name}\` is not known: its header was not read`);
  const found = primitiveType(name);
  if (found) return typeOperand(found, node);
  const file = owner.container.file as FileRecord;
  let decl = file.container.decls.get(name);
  if (!decl) {
    const container = new ContainerRecord(
      env.cx.freshId(),
      file,
      undefined,
      file.container,
      undefined,
      `${file.container.name}.${name}`,
      `${file.container.qualifiedName}.${name}`,
      [],
    );
    container.scope = { kind: 'container', container, parent: file.container.scope };
    container.type = { kind: 'opaque', id: freshTypeId(), container };
    decl = new DeclRecord(env.cx.freshId(), 'const', name, file.container, syntheticConst(name, node), true);
    decl.type = T.type;
    decl.value = typeValue(container.type);
    decl.valueStage = 'done';
    file.container.decls.set(name, decl);
  }
  return known(T.type, decl.value!, node);
}

/** A name of unread headers that is called: an extern function with the types of this call. */
export function unknownCFunction(
  env: Env,
  owner: Extract<Type, { kind: 'struct' }>,
  name: string,
  args: readonly Operand[],
  location: ResultLocation,
  node: ast.Node,
): FnRecord {
  const file = owner.container.file as FileRecord;
  const found = file.container.decls.get(name)?.template;
  if (found) return found;
  const syntax = syntheticFunction(name, node);
  const decl = new DeclRecord(env.cx.freshId(), 'fn', name, file.container, syntax, true);
  const fn = new FnRecord(env.cx.freshId(), decl, syntax, file.container);
  fn.isExtern = true;
  fn.callconv = 'c';
  fn.params = args.map(
    (arg): FnParam => ({
      name: undefined,
      node: undefined,
      type: argumentType(env, arg),
      isComptime: false,
      isAnytype: false,
      value: undefined,
      local: undefined,
    }),
  );
  fn.returnType = wantedType(location) ?? T.void;
  fn.type = env.cx.pool.fn(
    fn.params.map((param) => ({ type: param.type, isComptime: false, isNoalias: false })),
    fn.returnType,
    'c',
    false,
  );
  fn.signatureStage = 'done';
  fn.bodyStage = 'done';
  decl.template = fn;
  decl.instances.push(fn);
  decl.type = fn.type;
  file.container.decls.set(name, decl);
  return fn;
}

/** What C takes for an argument whose parameter is not known. */
function argumentType(env: Env, arg: Operand): Type {
  switch (arg.type.kind) {
    case 'null':
      return env.cx.pool.optional(env.cx.pool.pointer(T.anyopaque));
    case 'comptime_int':
      return primitiveType('c_int')!;
    case 'comptime_float':
      return T.f64;
    case 'pointer':
      return arg.type.size === 'one' && arg.type.child.kind === 'array'
        ? env.cx.pool.pointer(arg.type.child.child, { size: 'many', isConst: arg.type.isConst })
        : arg.type;
    default:
      return arg.type;
  }
}
/** The arguments as the parameters take them. */
export function coerceArguments(env: Env, fn: FnRecord, args: readonly Operand[]): Operand[] {
  return args.map((arg, index) => coerce(env, arg, fn.params[index]?.type ?? arg.type, arg.node));
}

function syntheticConst(text: string, at: ast.Node): ast.VarDecl {
  return {
    kind: 'varDecl',
    start: at.start,
    end: at.end,
    main: at.main,
    mutable: false,
    isPub: true,
    isExport: false,
    isExtern: false,
    lib: undefined,
    isThreadlocal: false,
    isComptime: false,
    name: { text, token: at.main, start: at.start, end: at.end, quoted: false },
    type: undefined,
    align: undefined,
    addrspace: undefined,
    section: undefined,
    value: undefined,
  };
}
function syntheticFunction(text: string, at: ast.Node): ast.FnDecl {
  const name = { text, token: at.main, start: at.start, end: at.end, quoted: false };
  const proto: ast.FnProto = {
    kind: 'fnProto',
    start: at.start,
    end: at.end,
    main: at.main,
    name,
    params: [],
    varargs: false,
    align: undefined,
    addrspace: undefined,
    section: undefined,
    callconv: undefined,
    inferredErrors: false,
    returnType: undefined,
  };
  return {
    kind: 'fnDecl',
    start: at.start,
    end: at.end,
    main: at.main,
    isPub: true,
    isExport: false,
    isExtern: true,
    lib: undefined,
    inline: undefined,
    proto,
    body: undefined,
  };
}
