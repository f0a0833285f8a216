/**
 * Templates with their metavariables replaced. Precedence is the printer's business, so an expression goes in as it
 * is. Names that a template binds (`let`, closures, arms) are renamed where an expression that goes in uses the same
 * name, so that neither captures the other.
 */
import { literalPattern } from '../../../emit/build.js';
import type { Block, Expr, GenericArgument, Item, Path, Pattern, Statement, Type } from '../../../emit/rust-ast.js';
import {
  deepMapper,
  type Mapper,
  mapBlockParts,
  mapExprParts,
  mapGenericArguments,
  mapPathParts,
  mapPatternParts,
  mapTypeParts,
} from '../../../emit/traverse.js';
import { freeNames, renamedBindings } from './hygiene.js';

/** What a metavariable stands for. Lists are for `$name...`. */
export type Binding =
  | { readonly kind: 'expr'; readonly expr: Expr }
  | { readonly kind: 'exprs'; readonly exprs: readonly Expr[] }
  | { readonly kind: 'type'; readonly type: Type }
  | { readonly kind: 'types'; readonly types: readonly Type[] }
  | { readonly kind: 'pattern'; readonly pattern: Pattern }
  | { readonly kind: 'statements'; readonly statements: readonly Statement[] }
  /** A name of a field, method, function or type. */
  | { readonly kind: 'name'; readonly name: string };

export type Bindings = ReadonlyMap<string, Binding>;

/** A template that was given no or the wrong kind of binding: the rule's loader should have refused it. */
export class SubstitutionError extends Error {
  override readonly name = 'SubstitutionError';
}

export function substituteExpr(template: Expr, bindings: Bindings): Expr {
  return substituter(bindings, (mapper) => mapper.expr(template));
}
export function substituteType(template: Type, bindings: Bindings): Type {
  return substituter(bindings, (mapper) => mapper.type(template));
}
export function substitutePattern(template: Pattern, bindings: Bindings): Pattern {
  return substituter(bindings, (mapper) => mapper.pattern(template));
}
export function substituteBlock(template: Block, bindings: Bindings): Block {
  return substituter(bindings, (mapper) => mapper.block(template));
}
export function substituteItem(template: Item, bindings: Bindings): Item {
  return substituter(bindings, (mapper) => mapper.item(template));
}

/** Renames what the template binds, then puts in what is bound to its metavariables. */
function substituter<N>(bindings: Bindings, map: (mapper: Mapper) => N): N {
  const used = new Set([...bindings.values()].flatMap((binding) => [...namesUsedBy(binding)]));
  return map(templateMapper(bindings, used));
}

function namesUsedBy(binding: Binding): ReadonlySet<string> {
  switch (binding.kind) {
    case 'expr':
      return freeNames([binding.expr], []);
    case 'exprs':
      return freeNames(binding.exprs, []);
    case 'statements':
      return freeNames([], binding.statements);
    default:
      return new Set();
  }
}

function lookup(bindings: Bindings, name: string): Binding {
  const binding = bindings.get(name);
  if (binding === undefined) throw new SubstitutionError(`nothing is bound to \`$${name}\``);
  return binding;
}

function wrongKind(name: string, binding: Binding, wanted: string): never {
  throw new SubstitutionError(`\`$${name}\` is bound to ${binding.kind}, not to ${wanted}`);
}

function templateMapper(bindings: Bindings, used: ReadonlySet<string>): Mapper {
  const exprFor = (name: string): Expr => {
    const binding = lookup(bindings, name);
    if (binding.kind === 'expr') return binding.expr;
    if (binding.kind === 'name') return { kind: 'path', path: { segments: [{ name: binding.name }] } };
    if (binding.kind === 'type' && binding.type.kind === 'path') return { kind: 'path', path: binding.type.path };
    return wrongKind(name, binding, 'an expression');
  };
  return deepMapper((mapper) => ({
    expr: (expr) => {
      if (expr.kind === 'meta') return keepComments(exprFor(expr.name), expr);
      return mapExprParts(renamedBindings(expr, used), mapper);
    },
    exprs: (exprs) =>
      exprs.flatMap((expr) =>
        expr.kind === 'meta' && expr.variadic ? exprsFor(bindings, expr.name) : [mapper.expr(expr)],
      ),
    type: (type) => (type.kind === 'meta' ? typeFor(bindings, type.name) : mapTypeParts(type, mapper)),
    types: (types) =>
      types.flatMap((type) =>
        type.kind === 'meta' && type.variadic ? typesFor(bindings, type.name) : [mapper.type(type)],
      ),
    pattern: (pattern) =>
      pattern.kind === 'meta' ? patternFor(bindings, pattern.name) : mapPatternParts(pattern, mapper),
    block: (block) => {
      const renamed = renamedBindings({ kind: 'block', block }, used);
      const inner = renamed.kind === 'block' ? renamed.block : block;
      return mapBlockParts(
        { ...inner, statements: inner.statements.flatMap((statement) => splice(statement, bindings)) },
        mapper,
      );
    },
    path: (path) => substitutePath(path, bindings, mapper),
    generics: (generics) =>
      mapGenericArguments(
        generics.map((argument) => constArgument(argument, bindings)),
        mapper,
      ),
    name: (name) => (name.startsWith('$') ? nameFor(bindings, name.slice(1)) : name),
  }));
}

function keepComments(expr: Expr, place: Expr): Expr {
  const { leading, trailing, blankLineBefore } = place;
  if (leading === undefined && trailing === undefined && blankLineBefore === undefined) return expr;
  return {
    ...expr,
    leading: [...(leading ?? []), ...(expr.leading ?? [])],
    trailing: expr.trailing ?? trailing,
    blankLineBefore,
  };
}

function exprsFor(bindings: Bindings, name: string): readonly Expr[] {
  const binding = lookup(bindings, name);
  if (binding.kind === 'exprs') return binding.exprs;
  return binding.kind === 'expr' ? [binding.expr] : wrongKind(name, binding, 'expressions');
}

function typeFor(bindings: Bindings, name: string): Type {
  const binding = lookup(bindings, name);
  if (binding.kind === 'type') return binding.type;
  if (binding.kind === 'name') return { kind: 'path', path: { segments: [{ name: binding.name }] } };
  return wrongKind(name, binding, 'a type');
}

function typesFor(bindings: Bindings, name: string): readonly Type[] {
  const binding = lookup(bindings, name);
  if (binding.kind === 'types') return binding.types;
  return binding.kind === 'type' ? [binding.type] : wrongKind(name, binding, 'types');
}

function patternFor(bindings: Bindings, name: string): Pattern {
  const binding = lookup(bindings, name);
  if (binding.kind === 'pattern') return binding.pattern;
  if (binding.kind === 'name') return { kind: 'binding', byRef: false, mutable: false, name: binding.name };
  const literal = binding.kind === 'expr' ? literalPattern(binding.expr) : undefined;
  if (literal !== undefined) return literal;
  if (binding.kind === 'expr' && binding.expr.kind === 'path') return { kind: 'path', path: binding.expr.path };
  return wrongKind(name, binding, 'a pattern');
}

function nameFor(bindings: Bindings, name: string): string {
  const binding = lookup(bindings, name);
  if (binding.kind === 'name') return binding.name;
  const [segment, second] = binding.kind === 'expr' && binding.expr.kind === 'path' ? binding.expr.path.segments : [];
  return segment !== undefined && second === undefined ? segment.name : wrongKind(name, binding, 'a name');
}

/** `$body...;` becomes the statements bound to it. */
function splice(statement: Statement, bindings: Bindings): readonly Statement[] {
  if (statement.kind !== 'meta') return [statement];
  const binding = lookup(bindings, statement.name);
  if (binding.kind === 'statements') return binding.statements;
  return exprsFor(bindings, statement.name).map((expr): Statement => ({ kind: 'expr', expr }));
}

/** A type argument `$N` that an expression is bound to is a const argument. */
function constArgument(argument: GenericArgument, bindings: Bindings): GenericArgument {
  if (argument.kind !== 'type' || argument.type.kind !== 'meta') return argument;
  const binding = bindings.get(argument.type.name);
  return binding?.kind === 'expr' ? { kind: 'const', value: binding.expr } : argument;
}

/** `$T::new`: the path of the type goes on; types that are no paths stand in angle brackets. */
function substitutePath(path: Path, bindings: Bindings, mapper: Mapper): Path {
  const [first, ...rest] = path.segments;
  if (first === undefined || !first.name.startsWith('$') || path.qualifiedSelf !== undefined)
    return mapPathParts(path, mapper);
  const binding = lookup(bindings, first.name.slice(1));
  if (binding.kind !== 'type') return mapPathParts(path, mapper);
  const tail = mapPathParts({ segments: rest }, mapper).segments;
  if (binding.type.kind !== 'path') return { qualifiedSelf: { type: binding.type }, segments: tail };
  const start = binding.type.path;
  const generics = first.generics === undefined ? undefined : mapper.generics(first.generics);
  const last = start.segments.at(-1);
  const head =
    last !== undefined && generics !== undefined
      ? [...start.segments.slice(0, -1), { ...last, generics }]
      : start.segments;
  return { ...start, segments: [...head, ...tail] };
}
