/**
 * What a rehearsed body does with its variables, read off the Rust that came out: lowering notes a variable where it writes its name, and may
 * throw away what it wrote. In a rehearsal every variable has a name of its own, so that names tell variables apart.
 */
import type { Block, Expr, MacroArgument, Pattern } from '../emit/rust-ast.js';
import { deepMapper, mapExprParts, mapPatternParts, mapStatementParts } from '../emit/traverse.js';
import type * as ir from '../parse/ir/ir.js';
import type { BodyFacts, Scope } from './context.js';

interface NamesUsed {
  readonly mentioned: Set<string>;
  /** Mentioned otherwise than as the target of an assignment. */
  readonly read: Set<string>;
  /** Parts of it are set: for a variable that only points to them, this reads it. */
  readonly partSet: Set<string>;
  /** Where Rust may want it to be `mut`. */
  readonly changed: Set<string>;
  /** What it points to is changed: for a variable that owns that, this changes it. */
  readonly changedBehind: Set<string>;
  /** A method is called on it, which may want it to be `mut`. */
  readonly called: Set<string>;
}

/** The facts of a rehearsal, as far as its Rust bears them out. */
export function confirmedFacts(block: Block, scope: Scope): BodyFacts {
  const names = namesUsed(block);
  const { facts, names: locals } = scope.body;
  const nameOf = (local: ir.Local): string => locals.of(local);
  const modeOf = (local: ir.Local): string | undefined => {
    const repr = scope.crate.representation.local(local);
    return repr.kind === 'pointer' ? repr.mode : undefined;
  };
  const isRead = (local: ir.Local): boolean =>
    names.read.has(nameOf(local)) || (names.partSet.has(nameOf(local)) && modeOf(local) !== undefined);
  const isChanged = (local: ir.Local): boolean =>
    names.changed.has(nameOf(local)) ||
    (names.changedBehind.has(nameOf(local)) && modeOf(local) !== 'raw') ||
    (names.called.has(nameOf(local)) && modeOf(local) !== 'raw');
  const filter = (noted: ReadonlySet<ir.Local>, test: (local: ir.Local) => boolean): Set<ir.Local> =>
    new Set([...noted].filter((local) => local.id < 0 || test(local)));
  return {
    used: filter(facts.used, (local) => names.mentioned.has(nameOf(local))),
    read: filter(facts.read, isRead),
    mutated: filter(facts.mutated, isChanged),
    exits: facts.exits,
  };
}

/** Whether two rehearsals found the same. */
export function areSameFacts(one: BodyFacts, other: BodyFacts): boolean {
  return (
    areSame(one.used, other.used) &&
    areSame(one.read, other.read) &&
    areSame(one.mutated, other.mutated) &&
    areSame(new Set(one.exits.keys()), new Set(other.exits.keys())) &&
    [...one.exits].every(([statement, exits]) =>
      areSame(new Set(exits.keys()), new Set(other.exits.get(statement)?.keys())),
    )
  );
}

function areSame(one: ReadonlySet<unknown>, other: ReadonlySet<unknown>): boolean {
  return one.size === other.size && [...one].every((member) => other.has(member));
}

function namesUsed(block: Block): NamesUsed {
  const found: NamesUsed = {
    mentioned: new Set(),
    read: new Set(),
    partSet: new Set(),
    changed: new Set(),
    changedBehind: new Set(),
    called: new Set(),
  };
  const mapper = deepMapper((own) => ({
    expr: (expr) => {
      for (const place of changedPlaces(expr))
        add(isBehindPointer(place) ? found.changedBehind : found.changed, rootOf(place));
      const called = calledPlace(expr);
      if (called !== undefined) add(found.called, rootOf(called));
      add(found.mentioned, expr);
      const target = expr.kind === 'assign' ? directRoot(expr.target) : undefined;
      if (expr.kind !== 'assign' || target?.kind !== 'path') {
        add(found.read, expr);
        return mapExprParts(expr, own);
      }
      add(found.mentioned, target);
      if (target !== expr.target) add(found.partSet, target);
      own.expr(expr.value);
      return expr;
    },
    statement: (statement) => {
      if (statement.kind === 'let' && statement.value !== undefined && bindsByMutableRef(statement.pattern))
        add(found.changed, rootOf(statement.value));
      return mapStatementParts(statement, own);
    },
  }));
  mapper.block(block);
  return found;
}

/** The places that an expression may change. */
function changedPlaces(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'assign':
      return [expr.target];
    case 'ref':
    case 'rawRef':
      return expr.mutable ? [expr.operand] : [];
    case 'let':
      return bindsByMutableRef(expr.pattern) ? [expr.scrutinee] : [];
    case 'match':
      return expr.arms.some(({ pattern }) => bindsByMutableRef(pattern)) ? [expr.scrutinee] : [];
    case 'macro':
      // What a macro does with its arguments is not known.
      return expr.call.input.kind === 'arguments' ? expr.call.input.arguments.flatMap(argumentPlaces) : [];
    default:
      return [];
  }
}

function argumentPlaces(argument: MacroArgument): readonly Expr[] {
  switch (argument.kind) {
    case 'expr':
    case 'named':
      return [argument.expr];
    case 'asmOperand':
      return [argument.expr, ...(argument.output === undefined ? [] : [argument.output])];
    default:
      return [];
  }
}

/** What a method is called on; what is called, where a variable holds a closure. */
function calledPlace(expr: Expr): Expr | undefined {
  if (expr.kind === 'methodCall') return expr.receiver;
  return expr.kind === 'call' ? expr.callee : undefined;
}

function bindsByMutableRef(pattern: Pattern): boolean {
  let found = false;
  const mapper = deepMapper((own) => ({
    pattern: (inner) => {
      if (inner.kind === 'binding' && inner.byRef && inner.mutable) found = true;
      return mapPatternParts(inner, own);
    },
  }));
  mapper.pattern(pattern);
  return found;
}

function add(names: Set<string>, expr: Expr | undefined): void {
  if (expr?.kind !== 'path' || expr.path.segments.length !== 1) return;
  const [segment] = expr.path.segments;
  if (segment !== undefined) names.add(segment.name);
}

/** The variable of which the place is a part that lies in it. */
function directRoot(place: Expr): Expr {
  return place.kind === 'field' || place.kind === 'tupleField' ? directRoot(place.operand) : place;
}

/** Whether the place is reached through a written dereference. */
function isBehindPointer(place: Expr): boolean {
  switch (place.kind) {
    case 'deref':
      return true;
    case 'field':
    case 'tupleField':
    case 'index':
    case 'paren':
      return isBehindPointer(place.operand);
    case 'unsafe':
      return place.block.tail !== undefined && isBehindPointer(place.block.tail);
    default:
      return false;
  }
}

/** The variable through which the place is reached. */
function rootOf(place: Expr): Expr {
  switch (place.kind) {
    case 'field':
    case 'tupleField':
    case 'index':
    case 'deref':
    case 'paren':
      return rootOf(place.operand);
    // A place that is unsafe to read is marked in itself.
    case 'unsafe':
      return place.block.tail === undefined ? place : rootOf(place.block.tail);
    default:
      return place;
  }
}
