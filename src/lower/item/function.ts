/**
 * Functions. The body is lowered several times, all but the last as a rehearsal (see `context.ts`). What cannot be ported makes the body a marked
 * `todo!`, so that the crate compiles; an internal error is caught here too, and the other declarations go on.
 */
import { diagnostic } from '../../diagnostics.js';
import * as rust from '../../emit/build.js';
import type {
  Attribute,
  Block,
  Comment,
  FunctionItem,
  Parameter,
  Type as RustType,
  Statement,
  Trivia,
  Visibility,
} from '../../emit/rust-ast.js';
import type * as ir from '../../parse/ir/ir.js';
import type { FnInstance } from '../../parse/ir/program.js';
import type * as ast from '../../parse/syntax/ast.js';
import { lowerBlock } from '../block.js';
import { boundaryResult, boundaryType, fromBoundary, isConverted, isForeign } from '../boundary.js';
import { isRustParam } from '../call.js';
import { takeTrivia, triviaOf } from '../comments.js';
import { type Body, type BodyFacts, type Crate, newFacts, type Scope, spanOf, Unported } from '../context.js';
import { functionKey, originOf } from '../function-key.js';
import { callableType, fnGenerics, isKeptFunction } from '../generics/parameters.js';
import { bindingOf, isUsed } from '../local.js';
import { areSameFacts, confirmedFacts } from '../local-uses.js';
import { LocalNames } from '../names/local-names.js';
import type { Module } from '../names/modules.js';
import { receiverMode } from '../receiver.js';
import type { Tail } from '../tail.js';
import { tidyBody } from '../tidy.js';
import { resultType, rustType } from '../type.js';
import { wrapUnsafe } from '../unsafety.js';
import { exportAttribute, exportedSymbols } from './export.js';
import { withTestLock } from './test-lock.js';
import type { ItemTrivia } from './trivia.js';

/** What the item is besides its body. */
export interface FunctionOptions {
  readonly name: string;
  readonly visibility: Visibility | undefined;
  readonly trivia: ItemTrivia;
}

/** Lowers a function, method or test. */
export function lowerFunction(instance: FnInstance, crate: Crate, options: FunctionOptions): FunctionItem {
  const { module } = crate.names.fn(instance);
  const kind = instance.decl.kind === 'test' ? 'test' : 'fn';
  const lowered = lowerBody(instance, crate, module, kind);
  const scope = lowered.scope;
  const isUnsafe = crate.unsafeParameters(instance).size > 0;
  const abi = instance.callconv === 'c' || instance.isExport ? 'C' : undefined;
  return {
    kind: 'fn',
    name: options.name,
    qualifiers: { unsafe: isUnsafe, ...(abi === undefined ? {} : { abi }) },
    parameters: parametersOf(instance, scope),
    result: kind === 'test' ? undefined : resultOfFunction(instance, scope),
    body: lowered.body,
    generics: fnGenerics(instance, crate, { crate, module }),
    visibility: options.visibility,
    origin: originOf(instance),
    ...options.trivia,
    docs: docs(isUnsafe, options.trivia),
    attributes: attributesOf(instance, kind, crate, options.name),
    leading: [...(options.trivia.leading ?? []), ...instanceNote(instance, crate)],
  };
}

function resultOfFunction(instance: FnInstance, scope: Scope): RustType | undefined {
  if (isForeign(instance)) return boundaryResult(instance.returnType, scope);
  return resultType(instance.returnType, scope.crate.representation.result(instance), scope);
}

function docs(isUnsafe: boolean, trivia: ItemTrivia): readonly string[] {
  const written = trivia.docs ?? [];
  if (!isUnsafe) return written;
  const safety = [
    ' # Safety',
    '',
    ' The pointers that are passed must be valid for what the Zig function does with them.',
  ];
  return written.length === 0 ? safety : [...written, '', ...safety];
}

function attributesOf(instance: FnInstance, kind: 'fn' | 'test', crate: Crate, name: string): readonly Attribute[] {
  if (kind === 'test') return [rust.attribute('test')];
  const attributes: Attribute[] = instance.isInline ? [rust.attribute('inline')] : [];
  const [symbol] = exportedSymbols(instance);
  if (symbol !== undefined) attributes.push(exportAttribute(symbol, name, crate.edition));
  else if (instance.callconv === 'c' && instance.decl.isPub)
    attributes.push(exportAttribute(name, name, crate.edition));
  return attributes;
}

/** That a function is one instance of a generic one, with the numbers it was given, and why it is not generic in Rust. */
function instanceNote(instance: FnInstance, { program, generics }: Crate): readonly Comment[] {
  const isInstance = instance.params.some((param) => param.isAnytype || param.value !== undefined);
  if (!isInstance || generics.fn(instance) !== undefined) return [];
  const numbers = instance.params.flatMap(({ name, value }) =>
    value?.kind === 'int' ? [`${name ?? '_'} = ${value.int}`] : [],
  );
  const given = numbers.length === 0 ? '' : ` with ${numbers.join(', ')}`;
  const reason = program.specialised.find(({ decl }) => decl.node === instance.decl.node)?.reason;
  const why = reason === undefined ? '' : `: ${reason}`;
  return [{ text: ` Instance of \`${instance.decl.name}\`${given}${why}.` }];
}

interface LoweredBody {
  readonly body: Block;
  readonly scope: Scope;
}

function lowerBody(instance: FnInstance, crate: Crate, module: Module, kind: 'fn' | 'test'): LoweredBody {
  try {
    if (instance.failure !== undefined) throw new Unported(failureText(instance), undefined);
    const refusal = crate.refused.get(functionKey(instance));
    if (refusal !== undefined) throw new Unported(refusal, undefined);
    const shared = crate.representation.refusal(instance);
    if (shared !== undefined) throw new Unported(`a copy of a value that owns memory (${shared.message})`, shared.node);
    const source = crate.representation.body(instance);
    if (source === undefined) throw new Unported('its body was not analysed', undefined);
    const rehearse = (known: BodyFacts | undefined): BodyFacts => {
      const scope = scopeOf(instance, crate, module, kind, known, true);
      return confirmedFacts(run(source, scope), scope);
    };
    const scope = scopeOf(instance, crate, module, kind, settled(rehearse));
    const body = tidyBody(run(source, scope));
    return {
      body: wrapUnsafe(
        withTestLock(
          { ...body, statements: [...convertedParameters(instance, scope), ...body.statements] },
          instance,
          scope,
        ),
      ),
      scope,
    };
  } catch (error) {
    return unportedBody(error, instance, crate, module, kind);
  }
}

const MOST_REHEARSALS = 4;

/** Rehearses until nothing new is found: what reads an exit is behind it, and what only a variable that is gone read, goes too. */
function settled(rehearse: (known: BodyFacts | undefined) => BodyFacts): BodyFacts {
  let known = rehearse(undefined);
  // An exit comes one clean-up further out each time.
  for (let count = 1, isGrowing = true; count < MOST_REHEARSALS || isGrowing; count++) {
    const found = rehearse(known);
    if (areSameFacts(known, found)) return found;
    isGrowing = exitsOf(found) > exitsOf(known);
    known = found;
  }
  return known;
}

function exitsOf({ exits }: BodyFacts): number {
  return [...exits.values()].reduce((sum, found) => sum + found.size, 0);
}

/** The parameters that look different in C's signature, as the crate holds them. */
function convertedParameters(instance: FnInstance, scope: Scope): readonly Statement[] {
  if (!isForeign(instance)) return [];
  return instance.params.flatMap(({ local, type }): Statement[] => {
    if (local === undefined || !isConverted(type) || !isUsed(local, scope)) return [];
    const given = rust.path(scope.body.names.of(local));
    return [rust.let_(bindingOf(local, scope), fromBoundary(given, type, scope))];
  });
}

function failureText(instance: FnInstance): string {
  const { failure } = instance;
  const reason =
    failure !== undefined && 'reason' in failure.args ? String(failure.args.reason) : 'it could not be analysed';
  return reason;
}

function run(source: ir.Block, scope: Scope): Block {
  return lowerBlock(source, scope, tailOf(scope));
}

function scopeOf(
  instance: FnInstance,
  crate: Crate,
  module: Module,
  kind: Body['kind'],
  known: BodyFacts | undefined,
  isRehearsal = false,
): Scope {
  const names = new LocalNames(module.values, isRehearsal);
  const body: Body = {
    instance,
    kind,
    names,
    isRehearsal,
    facts: newFacts(),
    known,
    claimed: new Set(),
    inPlace: new Map(),
  };
  const file = instance.container.file;
  const scope: Scope = { crate, module, file, body, frames: undefined, capturedErrors: new Map() };
  const self = receiverLocal(instance, crate);
  if (self !== undefined) names.fix(self, 'self');
  for (const [index, param] of instance.params.entries()) {
    if (param.local !== undefined) names.of(param.local);
    else if (isKeptFunction(instance, index, crate)) names.named(param.name ?? '');
  }
  for (const local of known?.used ?? []) if (local.id >= 0 && known?.read.has(local) === false) names.markUnread(local);
  return scope;
}

function receiverLocal(instance: FnInstance, crate: Crate): ir.Local | undefined {
  return receiverMode(instance, crate) === undefined ? undefined : instance.params[0]?.local;
}

/** The end of the body yields `()`, or `Ok(())` where the function may fail. */
function tailOf(scope: Scope): Tail {
  const { instance } = scope.body;
  if (instance === undefined || scope.body.kind === 'test') return { kind: 'return', isUnit: true, end: undefined };
  const type = scope.crate.representation.type(instance.returnType);
  if (type.kind === 'errorUnion' && !scope.crate.errorSets.isEmpty(type.errorSet)) {
    const end = type.payload.kind === 'void' ? rust.call(rust.path('Ok'), [rust.unit]) : undefined;
    return { kind: 'return', isUnit: false, end };
  }
  const isUnit = type.kind === 'void' || (type.kind === 'errorUnion' && type.payload.kind === 'void');
  return { kind: 'return', isUnit, end: undefined };
}

function parametersOf(instance: FnInstance, scope: Scope): readonly Parameter[] {
  const { crate } = scope;
  const mode = receiverMode(instance, crate);
  return instance.params.flatMap((param, index): Parameter[] => {
    if (isKeptFunction(instance, index, crate))
      return [rust.param(scope.body.names.named(param.name ?? ''), callableType(param.type, scope))];
    if (!isRustParam(param, crate.representation)) return [];
    if (index === 0 && mode !== undefined) return [selfParameter(mode, scope, instance)];
    const type = parameterType(instance, index, scope);
    const isNamed = param.local !== undefined && param.name !== '_';
    const pattern = isNamed && param.local !== undefined ? bindingOf(param.local, scope) : rust.wildcard;
    return [{ ...rust.param(pattern, type), ...parameterTrivia(param, scope) }];
  });
}

/** Comments on the lines of a parameter. */
function parameterTrivia({ node }: FnInstance['params'][number], scope: Scope): Trivia {
  if (node === undefined) return {};
  const { blankLineBefore: _blank, ...trivia } = triviaOf(takeTrivia(node, scope), node, scope);
  return trivia;
}

/** A value that cannot be copied, and that the function only looks at, comes by reference. */
function parameterType(instance: FnInstance, index: number, scope: Scope): RustType {
  const { representation } = scope.crate;
  const param = instance.params[index];
  if (param === undefined) throw new RangeError(`no parameter ${index}`);
  if (isForeign(instance)) return boundaryType(param.type, scope);
  const type = rustType(param.type, representation.param(instance, index), scope);
  const isBorrowed = param.local !== undefined && representation.binding(param.local) !== 'value';
  return isBorrowed ? rust.refType(type, representation.borrow(instance, index)) : type;
}

function selfParameter(mode: 'value' | 'ref' | 'refMut', scope: Scope, instance: FnInstance): Parameter {
  const repr = scope.crate.representation.param(instance, 0);
  const lifetime = repr.kind === 'pointer' ? repr.lifetime : scope.crate.representation.borrow(instance, 0);
  return {
    kind: 'self',
    reference: mode !== 'value',
    mutable: mode === 'refMut',
    ...(lifetime === undefined ? {} : { lifetime }),
  };
}

/** The body of what cannot be ported: a marker with the Zig text. */
function unportedBody(
  error: unknown,
  instance: FnInstance,
  crate: Crate,
  module: Module,
  kind: 'fn' | 'test',
): LoweredBody {
  const known = newFacts();
  const scope = scopeOf(instance, crate, module, kind, known);
  const reason = error instanceof Unported ? error.reason : 'zig2rust failed on it';
  const node = error instanceof Unported ? (error.node ?? instance.node) : instance.node;
  const span = spanOf(scope, node);
  crate.markers.push({ span, function: instance.decl.qualifiedName, reason });
  // What sema could not analyse, or rustc rejected, is reported there.
  const isReported = instance.failure !== undefined || crate.refused.has(functionKey(instance));
  if (error instanceof Unported)
    crate.diagnostics.push(...(isReported ? [] : [diagnostic('not-implemented', span, { what: reason })]));
  else crate.diagnostics.push(diagnostic('internal-error', span, { message: messageOf(error) }));
  const leading: Comment[] = [
    { text: ` TODO(port): ${reason}` },
    ...zigText(instance, scope).map((text) => ({ text: ` ${text}` })),
  ];
  const statement: Statement = { ...rust.exprStmt(rust.todoMacro(reason)), leading };
  return { body: { statements: [statement] }, scope };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Long bodies are cut: the Zig file has the rest. */
const MOST_LINES = 40;

function zigText(instance: FnInstance, scope: Scope): readonly string[] {
  const node: ast.Node = instance.node.kind === 'fnDecl' ? (instance.node.body ?? instance.node) : instance.node.body;
  const lines = scope.file.source.text
    .slice(node.start, node.end)
    .split('\n')
    .map((line) => line.replace(/\r$/, ''));
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES), '…'] : lines;
}
