/** Typed IR by hand, for tests of the representation pass that want one exact shape of it. */
import type * as ir from '../../src/parse/ir/ir.js';
import type { ContainerInstance, Decl, FnInstance, Program, ProgramFile } from '../../src/parse/ir/program.js';
import type { NominalType, StructType, Type } from '../../src/parse/ir/types.js';
import { freshTypeId, Pool, T } from '../../src/parse/sema/pool.js';
import { parseSource } from '../../src/parse/syntax/parse.js';

export const pool = new Pool();
const source = parseSource('hand.zig', 'fn made() void {}');
const node: ir.Constant['node'] = source.root;

let nextId = 1;

const root: ContainerInstance = {
  id: 0,
  get file(): ProgramFile {
    return file;
  },
  node: source.root,
  literal: undefined,
  parent: undefined,
  enclosingFn: undefined,
  name: 'hand',
  captures: [],
  decls: new Map(),
  unnamed: [],
  mixins: [],
  get type(): NominalType {
    return rootType;
  },
};
const file: ProgramFile = {
  id: 0,
  path: 'hand.zig',
  qualifiedName: 'root',
  origin: 'user',
  source,
  container: root,
  isUnknownC: false,
};
const rootType: StructType = {
  kind: 'struct',
  id: freshTypeId(),
  container: root,
  layout: 'auto',
  fields: [],
  backingInt: undefined,
};

/** A struct type; its fields may mention it. */
export function struct(name: string, fields: (self: StructType) => Readonly<Record<string, Type>>): StructType {
  const container: ContainerInstance = {
    ...root,
    id: nextId++,
    file,
    name,
    node: undefined,
    get type(): NominalType {
      return type;
    },
  };
  const type: StructType = {
    kind: 'struct',
    id: freshTypeId(),
    container,
    layout: 'auto',
    fields: undefined,
    backingInt: undefined,
  };
  type.fields = Object.entries(fields(type)).map(([fieldName, fieldType], index) => ({
    name: fieldName,
    type: fieldType,
    isComptime: false,
    defaultValue: undefined,
    align: 0,
    index,
  }));
  return type;
}

export function local(name: string, type: Type, role: ir.Local['role'] = 'var'): ir.Local {
  return { id: nextId++, name, type, isMutable: role === 'var', role, node: undefined, align: 0 };
}

export interface FunctionOptions {
  readonly params?: readonly ir.Local[];
  readonly returns?: Type;
  readonly in?: StructType;
}

/** A function; `body` may refer to it, for recursion. */
export function fn(
  name: string,
  options: FunctionOptions,
  body: (self: FnInstance) => readonly ir.Statement[],
): FnInstance {
  const container = options.in?.container ?? root;
  const declNode = source.root.members.find((member) => member.kind === 'fnDecl');
  if (declNode === undefined) throw new Error('the text of hand-made functions has no function');
  const decl: Decl = {
    id: nextId++,
    kind: 'fn',
    name,
    container,
    node: declNode,
    isPub: true,
    qualifiedName: `root.${name}`,
    type: undefined,
    value: undefined,
    init: undefined,
    instances: [],
    isAddressTaken: false,
    isInvoked: true,
    isReferenced: true,
    exportNames: [],
    align: 0,
  };
  const instance: FnInstance = {
    id: nextId++,
    decl,
    // Each hand-made function is a declaration of its own.
    node: { ...declNode },
    container,
    params: (options.params ?? []).map((param) => ({
      name: param.name,
      node: undefined,
      type: param.type,
      isComptime: false,
      isAnytype: false,
      value: undefined,
      local: param,
    })),
    type: undefined,
    returnType: options.returns ?? T.void,
    inferredErrors: undefined,
    body: undefined,
    failure: undefined,
    locals: [],
    references: new Set(),
    isExtern: false,
    isExport: false,
    isInline: false,
    callconv: 'auto',
    comptimeAssertions: 0,
  };
  instance.body = block(body(instance));
  return instance;
}

export function program(functions: readonly FnInstance[], types: readonly NominalType[] = []): Program {
  return {
    files: [file],
    root: file,
    functions,
    types,
    globals: [],
    generics: [],
    specialised: [],
    main: undefined,
    panicHandler: undefined,
    library: { major: 0, minor: 16 },
    errorNumbers: new Map(),
    diagnostics: [],
    counts: { expressions: 0, unknownExpressions: 0 },
  };
}

export function block(statements: readonly ir.Statement[]): ir.Block {
  return { label: undefined, statements, node, type: T.void };
}

// ---------------------------------------------------------------- places and values

export const place = (of: ir.Local): ir.LocalPlace => ({ kind: 'local', local: of, type: of.type, node });
export const load = (of: ir.Place): ir.Load => ({ kind: 'load', place: of, type: of.type, node });
export const read = (of: ir.Local): ir.Load => load(place(of));
export const int = (value: number, type: Type = T.usize): ir.Constant => ({
  kind: 'constant',
  value: { kind: 'int', int: value },
  type,
  node,
});

export function deref(pointer: ir.Expr): ir.DerefPlace {
  if (pointer.type.kind !== 'pointer') throw new TypeError('deref of what is no pointer');
  return { kind: 'deref', pointer, implicit: true, type: pointer.type.child, node };
}
export function field(base: ir.Place, name: string): ir.FieldPlace {
  if (base.type.kind !== 'struct') throw new TypeError('field of what is no struct');
  const found = base.type.fields?.find((one) => one.name === name);
  if (found === undefined) throw new RangeError(`no field ${name}`);
  return { kind: 'fieldPlace', base, container: base.type, name, index: found.index, type: found.type, node };
}
export function at(base: ir.Place, index: ir.Expr): ir.IndexPlace {
  if (base.type.kind !== 'array') throw new TypeError('index of what is no array');
  return { kind: 'index', base: { kind: 'array', place: base }, index, checked: true, type: base.type.child, node };
}
/** `&place` as `*T`, or `*const T`. */
export function address(of: ir.Place, isConst = false): ir.AddressOf {
  return { kind: 'addressOf', place: of, implicit: false, type: pool.pointer(of.type, { isConst }), node };
}
export function call(callee: FnInstance, args: readonly ir.Expr[]): ir.CallExpr {
  return {
    kind: 'call',
    callee: { kind: 'instance', instance: callee },
    args,
    isMethodCall: true,
    modifier: 'auto',
    type: callee.returnType,
    node,
  };
}
/** A string literal: `*const [n:0]u8`, coerced to a slice. */
export function text(value: string): ir.Coerce {
  const bytes = new TextEncoder().encode(value);
  const array = pool.array(T.u8, bytes.length, { kind: 'int', int: 0 });
  const base = { kind: 'constant', value: { kind: 'bytes', bytes }, type: array } as const;
  const literal: ir.Constant = {
    kind: 'constant',
    value: { kind: 'pointer', base, path: [] },
    type: pool.pointer(array, { isConst: true }),
    node,
  };
  return { kind: 'coerce', coercion: 'arrayPointerToSlice', operand: literal, type: pool.slice(T.u8, true), node };
}
export function make(type: StructType, values: Readonly<Record<string, ir.Expr>>): ir.StructInit {
  const fields = Object.entries(values).map(([name, value]) => ({
    index: type.fields?.find((one) => one.name === name)?.index ?? -1,
    value,
    isDefault: false,
  }));
  return { kind: 'structInit', type, fields, isInPlace: false, node };
}

// ---------------------------------------------------------------- statements

export const letIn = (of: ir.Local, init: ir.Expr): ir.Statement => ({ kind: 'let', local: of, init, node });
export const expr = (of: ir.Expr): ir.Statement => ({ kind: 'expr', expr: of, node });
export const assign = (to: ir.Place, value: ir.Expr): ir.Statement => ({
  kind: 'assign',
  place: to,
  operator: undefined,
  value,
  node,
});
export const ret = (operand?: ir.Expr): ir.Statement => expr({ kind: 'return', operand, type: T.noreturn, node });
