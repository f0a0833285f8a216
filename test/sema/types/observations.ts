/** What our analysis says of each expression of a program's own files: the names of the types that it had, one per instance at most. */
import type { InferredErrorSetType, Type } from '../../../src/parse/ir/types.js';
import { analyseProgram } from '../../../src/parse/sema/analyse.js';
import type { Env, ResultLocation } from '../../../src/parse/sema/env.js';
import { errorNames } from '../../../src/parse/sema/error-set.js';
import { containerEnv } from '../../../src/parse/sema/namespace.js';
import type { Operand } from '../../../src/parse/sema/operand.js';
import { typeName } from '../../../src/parse/sema/print-type.js';
import type { Expression, SourceFile } from '../../../src/parse/syntax/ast.js';
import { fileSystemHost } from '../../../src/project/source-host.js';
import { findZigLib } from '../../../src/project/zig-lib.js';

/** All that was seen of one expression. */
export interface Observation {
  readonly types: Set<string>;
  /** A type was asked of it: what `if` or `.{}` is without one says nothing. */
  hasResultType: boolean;
  isUnknown: boolean;
  /** Run at comptime at least once. */
  isComptime: boolean;
}

export interface Observed {
  readonly files: readonly SourceFile[];
  readonly of: ReadonlyMap<Expression, Observation>;
  /** The members of inferred error sets, by the name of the set. */
  readonly errorSets: ReadonlyMap<string, ReadonlySet<string>>;
  /** Names of types that several evaluations share: which of them came first is nothing to compare. */
  readonly shared: ReadonlySet<string>;
}

/** Analyses the root file and everything that it reaches, without rules. */
export function observeTypes(root: string): Observed {
  const of = new Map<Expression, Observation>();
  const inferred = new Map<string, InferredErrorSetType>();
  const observe = (node: Expression, location: ResultLocation, operand: Operand): void => {
    const seen = of.get(node) ?? {
      types: new Set<string>(),
      hasResultType: false,
      isUnknown: false,
      isComptime: false,
    };
    of.set(node, seen);
    const type = valueType(location, operand.type);
    if (type === undefined || type.kind === 'unknown') seen.isUnknown = true;
    else seen.types.add(typeName(type));
    if (type?.kind === 'errorUnion' && type.errorSet.kind === 'inferredErrorSet')
      inferred.set(typeName(type.errorSet), type.errorSet);
    if (operand.ir === undefined && operand.value !== undefined) seen.isComptime = true;
    if (asksForType(location)) seen.hasResultType = true;
  };
  const analysed = analyseProgram(fileSystemHost(), root, { zigLibDir: findZigLib(undefined) ?? '', observe });
  if (analysed === undefined) throw new Error(`${root} was not read`);
  const { program, compilation } = analysed;
  const files = program.files.filter((file) => file.origin === 'user').map((file) => file.source);
  const env = containerEnv(compilation, compilation.root.container);
  const errorSets = new Map([...inferred].map(([name, set]) => [name, membersOf(env, set)]));
  const shared = compilation.containers.filter((one) => one.isShared || one.node === undefined);
  return { files, of, errorSets, shared: new Set(shared.map((one) => one.name)) };
}

/** The errors of a function, of whichever instance: a run at comptime has collected no more than it came across. */
function membersOf(env: Env, set: InferredErrorSetType): ReadonlySet<string> {
  const sets = [set, ...set.owner.decl.instances.map((instance) => instance.inferredErrors)];
  return new Set(
    sets.flatMap((one) => {
      const names = one === undefined ? 'any' : errorNames(env, one);
      return names === 'any' ? [] : [...names];
    }),
  );
}

function asksForType(location: ResultLocation): boolean {
  if (location.kind === 'none') return location.peers !== undefined || location.elements !== undefined;
  return location.kind === 'type';
}

/** Of an expression that was analysed for its address, the type of what lies there. */
function valueType(location: ResultLocation, type: Type): Type | undefined {
  if (location.kind !== 'ref' || type.kind === 'noreturn') return type;
  return type.kind === 'pointer' ? type.child : undefined;
}
