/** Which storage an action touches, and whether that is compatible with a loan: rustc's table of conflicts, and one for raw loans. */
import type { PointerMode } from './contract.js';
import { type Environment, isInStyle, type Loan } from './interpret.js';
import type { Action, MirPlace, Step, Variable } from './mir.js';
import type { PointerNode } from './shape.js';

export type AccessKind = 'read' | 'write' | 'shared' | 'mut' | 'raw' | 'move' | 'dead';

/** The borrow of what a variable stands for; undefined for one that holds its value. */
type AliasOf = (variable: Variable) => number | undefined;

export interface Access {
  readonly place: MirPlace;
  readonly kind: AccessKind;
  /** The pointer that a borrow makes. */
  readonly node: PointerNode | undefined;
}

/** The accesses of an action to storage that may be on loan. */
export function accessesOf(action: Action, environment: Environment, aliasOf: AliasOf): readonly Access[] {
  const access = (place: MirPlace, kind: AccessKind, node?: PointerNode): readonly Access[] => {
    const seen = visible(place, environment, aliasOf);
    return [seen.isCut ? { place: seen.place, kind: 'read', node: undefined } : { place, kind, node }];
  };
  switch (action.kind) {
    case 'read':
      return access(action.place, 'read');
    case 'iterate':
      return access(action.place, environment.isIndexed(action.loop) ? 'read' : 'shared');
    case 'assign':
      return access(action.place, 'write');
    case 'flow':
      return access(action.to, 'write');
    case 'dead':
      return access(
        {
          root: { kind: 'variable', variable: action.variable },
          steps: [],
          shape: action.variable.shape,
          type: action.variable.type,
        },
        'dead',
      );
    case 'borrow':
      if (action.during !== undefined && !isInStyle(environment, action.during)) return [];
      return access(action.place, borrowKind(environment.graph.mode(action.node)), action.node);
    case 'load':
      return loadAccess(action, environment, aliasOf, access);
    default:
      return [];
  }
}

function borrowKind(mode: PointerMode): AccessKind {
  return mode === 'raw' ? 'raw' : mode === 'refMut' ? 'mut' : 'shared';
}

function loadAccess(
  action: Extract<Action, { kind: 'load' }>,
  environment: Environment,
  aliasOf: AliasOf,
  access: (place: MirPlace, kind: AccessKind, node?: PointerNode) => readonly Access[],
): readonly Access[] {
  const { place, dest } = action;
  if (place.shape.kind !== 'pointer' || dest.shape.kind !== 'pointer') {
    if (!environment.isMoveOnly(place.shape)) return access(place, 'read');
    return access(place, aliasOf(dest) === undefined ? 'move' : 'shared');
  }
  const source = environment.graph.mode(place.shape.node);
  const target = environment.graph.mode(dest.shape.node);
  if (source === 'owned' && target === 'owned') return access(place, 'move');
  if (source !== 'refMut' && source !== 'owned') return access(place, 'read');
  const step: Step = { kind: 'deref', node: place.shape.node };
  const pointee: MirPlace = { ...place, steps: [...place.steps, step], shape: place.shape.node.child };
  return access(pointee, borrowKind(target), dest.shape.node);
}

/** The part of a place that its root's storage decides: what lies behind a shared or raw pointer is held by others. */
export function visible(
  place: MirPlace,
  environment: Environment,
  aliasOf: AliasOf,
): { readonly place: MirPlace; readonly isCut: boolean } {
  if (place.root.kind === 'variable' && aliasOf(place.root.variable) !== undefined)
    return { place: { ...place, steps: [] }, isCut: true };
  const cut = place.steps.findIndex((step) => step.kind === 'deref' && !isExclusive(environment.graph.mode(step.node)));
  if (cut < 0) return { place, isCut: false };
  return { place: { ...place, steps: place.steps.slice(0, cut) }, isCut: true };
}

function isExclusive(mode: PointerMode): boolean {
  return mode === 'refMut' || mode === 'owned';
}

/** Whether an access meets storage that is on loan, in a way that the loan forbids. */
export function conflicts(loan: Loan, access: Access, environment: Environment): boolean {
  if (!isForbidden(loan, access)) return false;
  const relation = relate(loan.place, access.place);
  if (relation === 'disjoint') return false;
  if (relation === 'accessInside' && loan.kind === 'raw' && (access.kind === 'write' || access.kind === 'dead'))
    return false;
  if (loan.kind === 'raw' && access.kind === 'move') return relation === 'loanInside' && liesInBox(loan, access);
  if (relation === 'loanInside' && (access.kind === 'write' || access.kind === 'dead')) {
    // Overwriting or ending a `&mut` leaves what it points to alone; a box takes its content along.
    const inside = loan.place.steps.slice(access.place.steps.length).filter((step) => step.kind === 'deref');
    const isOwned = inside.every((step) => environment.graph.mode(step.node) === 'owned');
    return isOwned && (loan.kind !== 'raw' || inside.length > 0);
  }
  return true;
}

/** Whether what is on loan lies in the box that the access takes. */
function liesInBox(loan: Loan, access: Access): boolean {
  const first = loan.place.steps.slice(access.place.steps.length).find((step) => step.kind === 'deref');
  return first?.kind === 'deref' && first.node.type.size === 'one';
}

function isForbidden(loan: Loan, access: Access): boolean {
  switch (loan.kind) {
    case 'mut':
      return true;
    case 'shared':
      if (access.kind === 'raw') return access.node?.type.isConst !== true;
      return access.kind !== 'read' && access.kind !== 'shared';
    case 'raw':
      // rustc does not know raw loans. A reference promises that nobody else writes (`&`) or touches (`&mut`) what it points to.
      // An owner that ends or is overwritten takes along what a raw pointer into it points to.
      if (access.kind === 'write' || access.kind === 'dead') return true;
      // Rust may assume that nobody else uses what a box that is handed on owns.
      return (
        access.kind === 'mut' ||
        access.kind === 'move' ||
        (access.kind === 'shared' && loan.node?.type.isConst !== true)
      );
  }
}

function relate(loan: MirPlace, access: MirPlace): 'disjoint' | 'loanInside' | 'accessInside' {
  if (!isSameRoot(loan, access)) return 'disjoint';
  const common = Math.min(loan.steps.length, access.steps.length);
  for (let index = 0; index < common; index++) {
    const a = loan.steps[index];
    const b = access.steps[index];
    if (a?.kind === 'field' && b?.kind === 'field' && a.index !== b.index && a.container.kind !== 'union')
      return 'disjoint';
  }
  return loan.steps.length >= access.steps.length ? 'loanInside' : 'accessInside';
}

function isSameRoot(a: MirPlace, b: MirPlace): boolean {
  if (a.root.kind === 'variable') return b.root.kind === 'variable' && a.root.variable === b.root.variable;
  if (a.root.kind === 'static') return b.root.kind === 'static' && a.root.local === b.root.local;
  return b.root.kind === 'global' && a.root.decl === b.root.decl;
}
