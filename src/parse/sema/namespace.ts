/**
 * Containers and their declarations: what `struct {…}` evaluates to, which names it holds, and the staged, lazy analysis of a
 * declaration (its type before its value, so that a cycle is reported only where there is one).
 *
 * A container instance is identified by its syntax node, the instance around it, and the comptime values of the names it captures.
 */

import type { Capture } from '../ir/program.js';
import type { EnumType, NominalType, OpaqueType, StructType, Type, UnionType } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { namesUsedIn } from './captures.js';
import { coerce } from './coerce.js';
import type { Compilation } from './compilation.js';
import { isTuple } from './container-decl.js';
import { type Binding, type Env, fail, forType, type Mode } from './env.js';
import { expr, typeExpr } from './expr.js';
import { functionTemplate } from './function.js';
import { anonymousName, within, withTypeName } from './naming.js';
import { known, type Operand, typeValue } from './operand.js';
import { freshTypeId, primitiveType, T } from './pool.js';
import { ContainerRecord, DeclRecord, type FileRecord, type FnRecord } from './records.js';

/** The environment in which the members of a container are analysed. */
export function containerEnv(cx: Compilation, container: ContainerRecord, mode: Mode = 'comptime'): Env {
  return { cx, file: container.file, container, scope: container.scope, frame: undefined, mode, isTypeOf: false };
}

/** Makes the struct that a file is. */
export function createFileContainer(cx: Compilation, file: FileRecord): void {
  const name = file.qualifiedName.replace(/^std\./, '');
  const container = new ContainerRecord(
    cx.freshId(),
    file,
    file.source.root,
    undefined,
    undefined,
    name,
    file.qualifiedName,
    [],
  );
  file.container = container;
  container.scope = { kind: 'container', container, parent: undefined };
  container.type = {
    kind: 'struct',
    id: freshTypeId(),
    container,
    layout: 'auto',
    fields: undefined,
    backingInt: undefined,
  };
  cx.containers.push(container);
  scanMembers(cx, container, file.source.root.members);
}

/** Evaluates a container declaration: the instance for these captured values. `name` is a hint for `@typeName`. */
export function instantiateContainer(env: Env, node: ast.ContainerDecl, name: string | undefined): NominalType {
  const cx = env.cx;
  const captures = capturesOf(env, node);
  const keys: number[] = [cx.pool.objectId(node), env.container.id];
  for (const capture of captures) keys.push(capture.type.id, cx.pool.valueId(capture.value));
  const slot = cx.containerMemo.at(keys);
  if (slot.value) {
    if (name !== undefined && name !== slot.value.name) slot.value.isShared = true;
    return slot.value.type;
  }
  const parent = env.container as ContainerRecord;
  const enclosing = env.frame?.instance as FnRecord | undefined;
  const typeHint = name ?? anonymousName(cx, node.keyword);
  const qualified = enclosing
    ? `${enclosing.decl.qualifiedName}`
    : `${parent.qualifiedName}.${name ?? `${node.keyword}_${node.start}`}`;
  const container = new ContainerRecord(
    cx.freshId(),
    env.file as FileRecord,
    node,
    parent,
    enclosing,
    typeHint,
    qualified,
    captures,
  );
  container.scope = { kind: 'container', container, parent: env.scope };
  container.type = nominalType(container, node);
  slot.value = container;
  cx.containers.push(container);
  scanMembers(cx, container, node.members);
  return container.type;
}

function nominalType(container: ContainerRecord, node: ast.ContainerDecl): NominalType {
  const id = freshTypeId();
  switch (node.keyword) {
    case 'struct':
      return {
        kind: 'struct',
        id,
        container,
        layout: node.layout,
        fields: undefined,
        backingInt: undefined,
      } satisfies StructType;
    case 'enum':
      return {
        kind: 'enum',
        id,
        container,
        fields: undefined,
        tagType: undefined,
        isNonExhaustive: false,
        generatedFor: undefined,
      } satisfies EnumType;
    case 'union':
      return {
        kind: 'union',
        id,
        container,
        layout: node.layout,
        fields: undefined,
        tag: undefined,
      } satisfies UnionType;
    case 'opaque':
      return { kind: 'opaque', id, container } satisfies OpaqueType;
  }
}

/** The comptime values of enclosing scopes that the node mentions, in a fixed order. */
function capturesOf(env: Env, node: ast.ContainerDecl): Capture[] {
  const captures: Capture[] = [];
  let scope = env.scope;
  const names = namesUsedIn(node);
  const seen = new Set<string>();
  while (scope && scope.kind !== 'container') {
    if (scope.kind === 'name' && names.has(scope.name) && !seen.has(scope.name)) {
      seen.add(scope.name);
      const capture = captureOf(env, scope.name, scope.binding);
      if (capture) captures.push(capture);
    }
    scope = scope.parent;
  }
  return captures;
}

function captureOf(_env: Env, name: string, binding: Binding): Capture | undefined {
  switch (binding.kind) {
    case 'value':
      return { name, type: binding.type, value: binding.value };
    case 'allocation':
      return { name, type: binding.allocation.type, value: binding.allocation.value };
    case 'local':
      return { name, type: T.type, value: typeValue(binding.local.type) };
    case 'unknown':
      return undefined;
  }
}

/** Registers the declarations of a container, unanalysed. */
export function scanMembers(cx: Compilation, container: ContainerRecord, members: readonly ast.Member[]): void {
  for (const member of members) {
    switch (member.kind) {
      case 'varDecl':
        addDecl(
          container,
          new DeclRecord(
            cx.freshId(),
            member.mutable ? 'var' : 'const',
            member.name.text,
            container,
            member,
            member.isPub,
          ),
        );
        break;
      case 'fnDecl':
        if (member.proto.name)
          addDecl(
            container,
            new DeclRecord(cx.freshId(), 'fn', member.proto.name.text, container, member, member.isPub),
          );
        break;
      case 'testDecl':
        container.unnamed.push(
          new DeclRecord(
            cx.freshId(),
            'test',
            member.label?.text ?? member.decl?.text ?? unnamedTest(container),
            container,
            member,
            false,
          ),
        );
        break;
      case 'comptimeDecl':
        container.unnamed.push(new DeclRecord(cx.freshId(), 'comptime', 'comptime', container, member, false));
        break;
      case 'usingNamespace':
        container.mixins.push(
          new DeclRecord(cx.freshId(), 'usingnamespace', 'usingnamespace', container, member, member.isPub),
        );
        break;
      case 'containerField':
      case 'error':
        break;
    }
  }
}

/** Tests without a name are numbered, as in Zig's reports. */
function unnamedTest(container: ContainerRecord): string {
  const isUnnamed = ({ node }: DeclRecord) => node.kind === 'testDecl' && !node.label && !node.decl;
  return `test_${container.unnamed.filter(isUnnamed).length}`;
}

function addDecl(container: ContainerRecord, decl: DeclRecord): void {
  if (!container.decls.has(decl.name)) container.decls.set(decl.name, decl);
}

/** The declaration `name` of a container, looked for in its `usingnamespace`s too. */
export function findDecl(cx: Compilation, container: ContainerRecord, name: string): DeclRecord | undefined {
  const found = container.decls.get(name);
  if (found) return found;
  for (const mixin of container.mixins) {
    if (mixin.valueStage === 'running') continue;
    const type = mixinType(cx, mixin);
    const inner = type && 'container' in type ? findDecl(cx, type.container as ContainerRecord, name) : undefined;
    if (inner?.isPub) return inner;
  }
  return undefined;
}

/** The type whose names a `usingnamespace` brings in. */
export function mixinType(cx: Compilation, mixin: DeclRecord): Type | undefined {
  if (mixin.valueStage === 'none') {
    mixin.valueStage = 'running';
    const type = typeExpr(containerEnv(cx, mixin.container), (mixin.node as ast.UsingNamespace).value);
    mixin.value = typeValue(type);
    mixin.valueStage = 'done';
  }
  return mixin.value?.kind === 'type' ? mixin.value.type : undefined;
}

/** The type of a declaration; does not analyse its value where the type is written. */
export function declType(env: Env, decl: DeclRecord, node: ast.Node): Type {
  if (decl.kind === 'fn')
    return (
      functionTemplate(env.cx, decl).type ?? fail(env, node, `the signature of \`${decl.name}\` could not be analysed`)
    );
  if (decl.type) return decl.type;
  const syntax = decl.node as ast.VarDecl;
  if (!syntax.type) {
    declValue(env, decl, node);
    return decl.type ?? T.unknown;
  }
  if (decl.typeStage === 'running') fail(env, node, `the type of \`${decl.name}\` depends on itself`);
  decl.typeStage = 'running';
  try {
    decl.type = typeExpr(containerEnv(env.cx, decl.container), syntax.type);
    decl.typeStage = 'done';
  } finally {
    if (decl.typeStage === 'running') decl.typeStage = 'none';
  }
  return decl.type;
}

/** The value of a `const`, the initial value of a `var`, a function. Undefined for `extern` ones. */
export function declValue(env: Env, decl: DeclRecord, node: ast.Node): Value | undefined {
  if (decl.kind === 'fn') return { kind: 'fn', instance: functionTemplate(env.cx, decl) };
  if (decl.valueStage === 'done') return decl.value;
  if (decl.valueStage === 'failed') fail(env, node, `\`${decl.name}\` could not be analysed`);
  if (decl.valueStage === 'running') fail(env, node, `the value of \`${decl.name}\` depends on itself`);
  const syntax = decl.node as ast.VarDecl;
  decl.valueStage = 'running';
  try {
    const type = syntax.type ? declType(env, decl, node) : undefined;
    if (syntax.value) evaluateInitialiser(env.cx, decl, syntax, syntax.value, type);
    decl.valueStage = 'done';
  } catch (error) {
    decl.valueStage = 'failed';
    throw error;
  }
  return decl.value;
}

function evaluateInitialiser(
  cx: Compilation,
  decl: DeclRecord,
  syntax: ast.VarDecl,
  initialiser: ast.Expression,
  type: Type | undefined,
): void {
  const env = containerEnv(cx, decl.container, 'constant');
  const name = `${decl.container.name}.${decl.name}`;
  const raw = within(cx, name, () =>
    initialiser.kind === 'containerDecl' && !isTuple(initialiser)
      ? containerNamed(env, initialiser, name, `${decl.container.qualifiedName}.${decl.name}`)
      : initialiser.kind === 'builtinCall'
        ? withTypeName(cx, initialiser, name, () => expr(env, initialiser, forType(type)))
        : expr(env, initialiser, forType(type)),
  );
  const operand = type ? coerce(env, raw, type, initialiser) : raw;
  if (operand.value === undefined && operand.type.kind !== 'unknown' && !isKnownToLinker(operand))
    fail(env, syntax, `the initialiser of \`${decl.name}\` is not known at comptime`);
  decl.type = operand.type;
  decl.value = operand.value;
  decl.initOperand = operand;
}

/** The address of a symbol, which a constant may hold. */
export function isKnownToLinker({ ir }: Operand): boolean {
  return ir?.kind === 'builtin' && ir.name === 'extern';
}

/** A container declared as `const Name = struct {…}` is called after the declaration. */
export function containerNamed(env: Env, node: ast.ContainerDecl, name: string, qualifiedName: string) {
  const type = instantiateContainer(env, node, name);
  (type.container as ContainerRecord).qualifiedName = qualifiedName;
  return known(T.type, typeValue(type), node);
}

/** A name looked up through the scopes, innermost first: a local binding, a declaration, or a primitive type. */
export function lookup(env: Env, name: ast.Name): Binding | DeclRecord | Type | undefined {
  if (!name.quoted) {
    const primitive = primitiveType(name.text);
    if (primitive) return primitive;
  }
  for (let scope = env.scope; scope; scope = scope.parent) {
    if (scope.kind === 'name') {
      if (scope.name === name.text) return scope.binding;
    } else if (scope.kind === 'container') {
      const decl = findDecl(env.cx, scope.container as ContainerRecord, name.text);
      if (decl) return decl;
    }
  }
  return undefined;
}
