/**
 * The borrow check: which pointers of a function cannot be references.
 *
 * For each loan, the points are followed at which it is in force: from the borrow onwards, as long as some live variable may hold it. An
 * access on the way that the loan forbids costs the reference its place: the pointer is demoted (a loop that iterates is indexed
 * instead). A reference that becomes a raw pointer which outlives the function (it escapes, or is returned) is demoted as well: callers
 * would believe the borrow over when it is not. This is rustc's check, with raw pointers as loans of a third kind beside it, so that
 * what rustc accepts here is also sound.
 */
import type { For, Local } from '../../parse/ir/ir.js';
import { type Access, type AccessKind, accessesOf, conflicts, visible } from './access.js';
import type { Reason } from './contract.js';
import { type Environment, type Interpretation, type Loan, takenAt } from './interpret.js';
import { createLiveness, defines, type Liveness } from './liveness.js';
import { derefs, type MirPlace, type Variable } from './mir.js';
import { eachRegion, type Region } from './regions.js';
import { outerPointer, type PointerNode, type Shape } from './shape.js';
import { isTaken } from './take.js';

export type Finding =
  | { readonly kind: 'demote'; readonly node: PointerNode; readonly reason: Reason }
  | { readonly kind: 'index'; readonly loop: For }
  /** The local has to take the value that it was to stand for. */
  | { readonly kind: 'own'; readonly local: Local }
  /** The value is used after it was moved, or cannot be moved out of where it lies. */
  | { readonly kind: 'move'; readonly point: number; readonly place: MirPlace; readonly reason: Reason };
export function check(read: Interpretation, environment: Environment): readonly Finding[] {
  const liveness = createLiveness(read.body);
  const findings: Finding[] = [];
  const accesses = read.body.points.map(({ action }) => accessesOf(action, environment, read.aliasOf));
  const holders = createHolders(read);
  for (const loan of read.loans) checkLoan(read, loan, { environment, liveness, accesses, holders }, findings);
  checkConversions(read, findings);
  checkLentPointers(read, environment, findings);
  checkAliases(read, environment, findings);
  for (const [point, place] of read.moves) checkMove(read, point, place, accesses, environment, findings);
  return findings;
}

interface Facts {
  readonly environment: Environment;
  readonly liveness: Liveness;
  readonly accesses: readonly (readonly Access[])[];
  readonly holders: (loan: Loan) => Holders;
}

export interface Holders {
  /** Held by what outlives the function's body. */
  readonly always: boolean;
  readonly variables: readonly Variable[];
}

/** Who may hold a loan: the variables one of whose regions it reaches. */
export function createHolders(read: Interpretation): (loan: Loan) => Holders {
  const byRegion = new Map<Region, Variable[]>();
  for (const variable of read.body.variables) {
    const add = (region: Region): void => {
      const known = byRegion.get(region);
      if (known === undefined) byRegion.set(region, [variable]);
      else known.push(variable);
    };
    eachRegion(read.treeOf(variable), add);
    const alias = read.aliasOf(variable);
    if (alias !== undefined) add(alias);
  }
  return (loan) => {
    if (loan.holder !== undefined) return { always: false, variables: [loan.holder] };
    if (loan.region === undefined) return { always: false, variables: [] };
    const variables = new Set<Variable>();
    let always = false;
    for (const region of read.regions.reach(loan.region)) {
      always ||= read.universals.has(region);
      for (const variable of byRegion.get(region) ?? []) variables.add(variable);
    }
    return { always, variables: [...variables] };
  };
}

function checkLoan(read: Interpretation, loan: Loan, facts: Facts, findings: Finding[]): void {
  if (visible(loan.place, facts.environment, read.aliasOf).isCut) return;
  const { always, variables } = facts.holders(loan);
  if (!always && variables.length === 0) return;
  const { points } = read.body;
  const pending = [...(points[loan.point]?.successors ?? [])];
  const seen = new Set<number>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const point = at;
    if (!always && !variables.some((variable) => facts.liveness.isLive(variable, point))) continue;
    const met = (facts.accesses[at] ?? []).find((access) => conflicts(loan, access, facts.environment));
    if (met !== undefined && at !== loan.point) {
      findings.push(...findingOf(read, loan, met, at, facts.environment));
      return;
    }
    if (endsLoan(loan, points[at]?.action)) continue;
    pending.push(...(points[at]?.successors ?? []));
  }
}

/** Overwriting the pointer that a loan goes through ends it: the old pointee is out of reach. */
function endsLoan(loan: Loan, action: Interpretation['body']['points'][0]['action'] | undefined): boolean {
  if (action === undefined || loan.place.root.kind !== 'variable') return false;
  const hasDeref = loan.place.steps.some((step) => step.kind === 'deref');
  return hasDeref && defines(action) === loan.place.root.variable;
}

const VERBS: { readonly [Kind in AccessKind]: string } = {
  read: 'is read',
  write: 'is written',
  shared: 'is borrowed again',
  mut: 'is borrowed for writing',
  raw: 'is pointed to by a raw pointer',
  move: 'is moved',
  dead: 'ends',
};

/** The innermost owner that a place lies in. */
function ownerOf(place: MirPlace, environment: Environment): PointerNode | undefined {
  return derefs(place).findLast((node) => environment.graph.mode(node) === 'owned');
}

function findingOf(
  read: Interpretation,
  loan: Loan,
  access: Access,
  point: number,
  environment: Environment,
): readonly Finding[] {
  const { instance } = read.body;
  const node = read.body.points[point]?.node;
  if (loan.kind === 'raw') {
    const taken = access.node ?? ownerOf(loan.place, environment);
    if (taken === undefined) return [];
    const message = `a raw pointer to '${describe(loan.place)}' is in use while this reference would exist`;
    return [{ kind: 'demote', node: taken, reason: { message, node, instance } }];
  }
  if (loan.loop !== undefined) return [{ kind: 'index', loop: loan.loop }];
  if (loan.alias !== undefined) return [{ kind: 'own', local: loan.alias }];
  if (loan.node === undefined) return [];
  const message = `'${describe(access.place)}' ${VERBS[access.kind]} while a reference into it is in use`;
  return [{ kind: 'demote', node: loan.node, reason: { message, node, instance } }];
}

function describe(place: MirPlace): string {
  const { root } = place;
  if (root.kind === 'global') return root.decl.name;
  if (root.kind === 'static') return root.local.name;
  return root.variable.local?.name ?? 'a temporary value';
}

/** References that live on as raw pointers beyond the function. */
function checkConversions(read: Interpretation, findings: Finding[]): void {
  for (const { node, region } of read.regions.conversions) {
    const escapes = [...read.regions.reach(region)].some((reached) => read.universals.has(reached));
    if (!escapes) continue;
    const reason: Reason = {
      message: 'a raw pointer made from it outlives the function',
      node: undefined,
      instance: read.body.instance,
    };
    findings.push({ kind: 'demote', node, reason });
  }
}

/** A container lends what it owns for reading: who writes through a copy of such a pointer, or holds it raw, needs it raw there, too. */
function checkLentPointers(read: Interpretation, environment: Environment, findings: Finding[]): void {
  const { graph } = environment;
  for (const { action, node } of read.body.points) {
    if (action.kind !== 'call' || action.dest === undefined || action.target.kind !== 'mapped') continue;
    const { result } = action.target.mapped;
    if (result.kind !== 'element' || result.isTaken) continue;
    const container = action.args[result.argument]?.shape;
    const held = container === undefined ? undefined : heldPointer(container, result.typeArgument);
    const copy = outerPointer(action.dest.shape);
    if (held === undefined || copy === undefined || graph.mode(held) !== 'owned') continue;
    const mode = graph.mode(copy);
    if (mode !== 'refMut' && mode !== 'raw') continue;
    const message = 'is changed, or kept, through a copy of what its container holds';
    findings.push({ kind: 'demote', node: held, reason: { message, node, instance: read.body.instance } });
  }
}

function heldPointer(container: Shape, typeArgument: number): PointerNode | undefined {
  const shape = container.kind === 'pointer' ? container.node.child : container;
  const held = shape.kind === 'nominal' ? shape.typeArguments[typeArgument] : undefined;
  return held?.kind === 'pointer' ? held.node : undefined;
}

/** What is written through a pointer that lies in a value is not written through a shared reference to that value. */
function checkAliases(read: Interpretation, environment: Environment, findings: Finding[]): void {
  for (const { action } of read.body.points) {
    for (const { place, kind, node } of accessesOf(action, environment, () => undefined)) {
      const { root } = place;
      if (root.kind !== 'variable' || root.variable.local === undefined) continue;
      if (read.aliasOf(root.variable) === undefined || derefs(place).length === 0) continue;
      const isWritten = kind === 'write' || kind === 'mut' || (kind === 'raw' && node?.type.isConst !== true);
      if (isWritten) findings.push({ kind: 'own', local: root.variable.local });
    }
  }
}

function checkMove(
  read: Interpretation,
  point: number,
  place: MirPlace,
  accesses: Facts['accesses'],
  environment: Environment,
  findings: Finding[],
): void {
  const { points, instance } = read.body;
  const fail = (message: string, at: number): void => {
    findings.push({ kind: 'move', point, place, reason: { message, node: points[at]?.node, instance } });
  };
  const alias =
    place.root.kind === 'variable' && read.aliasOf(place.root.variable) !== undefined
      ? place.root.variable.local
      : undefined;
  if (alias !== undefined) {
    findings.push({ kind: 'own', local: alias });
    return;
  }
  const isLent = place.root.kind === 'variable' && read.aliasOf(place.root.variable) !== undefined;
  if (isLent || isFixedPlace(place, environment)) {
    if (!isLent && isTaken(read, point, place, accesses, environment)) return;
    fail(`'${describe(place)}' is copied from where it cannot be moved out`, point);
    return;
  }
  const moved = takenAt(point, place);
  const pending = [...(points[point]?.successors ?? [])];
  const seen = new Set<number>();
  for (let at = pending.pop(); at !== undefined; at = pending.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const action = points[at]?.action;
    if (action !== undefined && revives(action, place)) continue;
    const used = (accesses[at] ?? []).find((access) => isUse(access, place) && conflicts(moved, access, environment));
    if (used !== undefined) {
      fail(`'${describe(place)}' is copied and both copies are used`, at);
      return;
    }
    pending.push(...(points[at]?.successors ?? []));
  }
}

/** Whether a value cannot be moved out of a place. */
function isFixedPlace({ root, steps }: MirPlace, environment: Environment): boolean {
  return root.kind !== 'variable' || steps.some((step) => isFixed(step, environment));
}

/** Whether the read at `point` takes what it reads, and leaves something empty behind. */
export function takesValue(read: Interpretation, point: number, environment: Environment): boolean {
  const place = read.moves.get(point);
  return place !== undefined && isFixedPlace(place, environment);
}

function isFixed(step: MirPlace['steps'][0], environment: Environment): boolean {
  return step.kind === 'index' || (step.kind === 'deref' && environment.graph.mode(step.node) !== 'owned');
}

/** What is overwritten as a whole is not used; a part of it is. */
function isUse(access: Access, moved: MirPlace): boolean {
  return access.kind === 'write' ? access.place.steps.length > moved.steps.length : access.kind !== 'dead';
}

/** The place gets a new value as a whole. */
function revives(action: Interpretation['body']['points'][0]['action'], place: MirPlace): boolean {
  const defined = defines(action);
  if (place.root.kind === 'variable' && defined === place.root.variable) return true;
  if (action.kind === 'dead') return place.root.kind === 'variable' && action.variable === place.root.variable;
  if (action.kind !== 'assign') return false;
  const { root, steps } = action.place;
  const isSameRoot =
    root.kind === 'variable' && place.root.kind === 'variable' && root.variable === place.root.variable;
  return (
    isSameRoot &&
    steps.length <= place.steps.length &&
    steps.every((step, index) => isSameStep(step, place.steps[index]))
  );
}

function isSameStep(a: MirPlace['steps'][0], b: MirPlace['steps'][0] | undefined): boolean {
  return a.kind === b?.kind && (a.kind !== 'field' || b?.kind !== 'field' || a.index === b.index);
}
