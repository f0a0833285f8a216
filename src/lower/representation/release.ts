/**
 * Code that only releases memory: what Rust's `Drop` does by itself.
 *
 * A statement is of this kind when all it does is to call functions that a rule marks as releasing (`deinit`, `free`, `destroy`), or
 * functions of the program whose whole body is of this kind, with the loops and branches that find what is to be released. Whether it
 * may vanish is known once the program is solved: every pointer that it frees must be held by an owner in Rust, none raw.
 */
import type { Block, CallExpr, Condition, Expr, ForInput, Place, Statement, While } from '../../parse/ir/ir.js';
import type { FnInstance } from '../../parse/ir/program.js';
import { isPlace, walkBlock, walkStatement } from '../analysis/walk.js';
import type { Mappings } from './contract.js';
import { outerPointer } from './shape.js';
import type { Solution } from './solve.js';

/** What code does, as far as releasing is concerned: the greater kind wins where both occur. */
type Kind = 'neutral' | 'release' | 'other';

export interface Releases {
  /** The statement does nothing but release. */
  isRelease(statement: Statement): boolean;
  /** The function does nothing but release what it is given. */
  isReleaseFunction(instance: FnInstance): boolean;
  /** The expression does nothing but look: reads, addresses, calls of mapped functions that release nothing. */
  isLookup(expr: Expr): boolean;
  /** The calls of mapped functions by which a statement releases, also inside the functions that it calls. */
  calls(statement: Statement): readonly CallExpr[];
}

export function createReleases(mappings: Mappings, bodyOf: (instance: FnInstance) => Block | undefined): Releases {
  const functions = new Map<FnInstance, Kind>();
  const ofFunction = (instance: FnInstance): Kind => {
    const known = functions.get(instance);
    if (known !== undefined) return known;
    const body = instance.returnType.kind === 'void' ? bodyOf(instance) : undefined;
    // A function that calls itself to release the rest is of the kind that it is without that call.
    functions.set(instance, 'release');
    const kind = body === undefined || instance.decl.kind === 'test' ? 'other' : ofBlock(body);
    functions.set(instance, kind === 'release' ? 'release' : 'other');
    return functions.get(instance) ?? 'other';
  };
  const ofCall = (call: CallExpr): Kind => {
    if (call.callee.kind !== 'instance' || !call.args.every(isLookup)) return 'other';
    const mapped = mappings.fn(call.callee.instance);
    if (mapped !== undefined) return mapped.isRelease ? 'release' : 'other';
    return ofFunction(call.callee.instance);
  };
  const ofArm = (expr: Expr | undefined): Kind => (expr === undefined ? 'neutral' : ofExpr(expr));
  const ofExpr = (expr: Expr): Kind => {
    switch (expr.kind) {
      case 'call':
        return ofCall(expr);
      case 'block':
        return ofBlock(expr.block);
      case 'if':
        return worst([ofCondition(expr.condition), ofArm(expr.then), ofArm(expr.else)]);
      case 'while':
        return worst([ofCondition(expr.condition), ofNext(expr), ofExpr(expr.body), ofArm(expr.else)]);
      case 'for':
        return worst([...expr.inputs.map(ofInput), ofExpr(expr.body), ofArm(expr.else)]);
      case 'switch':
        return worst([ofOperand(expr.operand), ...expr.prongs.map((prong) => ofExpr(prong.body))]);
      case 'constant':
        return expr.type.kind === 'void' ? 'neutral' : 'other';
      default:
        return 'other';
    }
  };
  const ofLookup = (expr: Expr): Kind => (isLookup(expr) ? 'neutral' : 'other');
  const ofOperand = (operand: Expr | Place): Kind =>
    isPlace(operand)
      ? ofLookup({ kind: 'load', place: operand, type: operand.type, node: operand.node })
      : ofLookup(operand);
  const ofCondition = (condition: Condition): Kind =>
    condition.kind === 'bool' ? ofLookup(condition.value) : ofOperand(condition.operand);
  const ofInput = (input: ForInput): Kind => (input.kind === 'range' ? 'neutral' : ofLookup(input.operand));
  /** What happens between two rounds of a loop. */
  const ofNext = ({ continueExpression }: While): Kind =>
    (continueExpression?.statements ?? []).every(isStep) ? 'neutral' : 'other';
  const ofStatement = (statement: Statement): Kind => {
    switch (statement.kind) {
      case 'comptime':
        return 'neutral';
      case 'let':
        return isLookup(statement.init) ? 'neutral' : 'other';
      case 'expr':
      case 'discard':
        return ofExpr(statement.expr);
      case 'assign':
        return statement.operator === undefined && isUndefined(statement.value) ? 'neutral' : 'other';
      case 'defer':
      case 'errdefer':
        return ofExpr(statement.body);
      case 'destructure':
        return 'other';
    }
  };
  const ofBlock = (block: Block): Kind => worst(block.statements.map(ofStatement));
  /** Something that only finds what is to be released: reads, addresses, iterators of mapped containers. */
  const isLookup = (expr: Expr): boolean => {
    let isFine = true;
    const statement: Statement = { kind: 'expr', expr, node: expr.node };
    walkStatement(statement, (node) => {
      if (node.sort !== 'expr' || node.expr.kind !== 'call') return undefined;
      const { callee } = node.expr;
      isFine &&= callee.kind === 'instance' && onlyLooks(callee.instance);
      return undefined;
    });
    return isFine;
  };
  /** A mapped function that changes nothing but the position of an iterator. */
  const onlyLooks = (instance: FnInstance): boolean => {
    const mapped = mappings.fn(instance);
    if (mapped === undefined || mapped.isRelease || mapped.isExchange === true) return false;
    return mapped.args.every(({ kind }, index) => {
      if (kind === 'stored') return false;
      const type = instance.params[index]?.type;
      if (kind !== 'write' || type?.kind !== 'pointer' || type.isConst) return true;
      return 'container' in type.child && mappings.type(type.child)?.borrows === true;
    });
  };
  const collectIn = (statement: Statement, calls: CallExpr[], seen: Set<FnInstance>): void => {
    walkStatement(statement, (node) => {
      if (node.sort === 'expr' && node.expr.kind === 'call') addCall(node.expr, calls, seen);
      return undefined;
    });
  };
  const addCall = (call: CallExpr, calls: CallExpr[], seen: Set<FnInstance>): void => {
    if (call.callee.kind !== 'instance') return;
    const { instance } = call.callee;
    if (mappings.fn(instance)?.isRelease === true) calls.push(call);
    if (seen.has(instance) || mappings.fn(instance) !== undefined) return;
    seen.add(instance);
    for (const statement of bodyOf(instance)?.statements ?? []) collectIn(statement, calls, seen);
  };
  return {
    isRelease: (statement) => ofStatement(statement) === 'release',
    isLookup,
    isReleaseFunction: (instance) => ofFunction(instance) === 'release',
    calls(statement) {
      const calls: CallExpr[] = [];
      collectIn(statement, calls, new Set());
      return calls;
    },
  };
}

function worst(kinds: readonly Kind[]): Kind {
  if (kinds.includes('other')) return 'other';
  return kinds.includes('release') ? 'release' : 'neutral';
}

/** A variable takes another value, which concerns nobody when the loop is over: `i += 1`, `cur = n.next`. */
function isStep(statement: Statement): boolean {
  return statement.kind === 'assign' && statement.place.kind === 'local';
}

function isUndefined(expr: Expr): boolean {
  return (
    expr.type.kind === 'undefined' ||
    expr.value?.kind === 'undefined' ||
    (expr.kind === 'coerce' && expr.coercion === 'undefined')
  );
}

/** All statements of a body that do nothing but release, also nested ones. */
export function releaseStatements(body: Block | undefined, releases: Releases): readonly Statement[] {
  const found: Statement[] = [];
  if (body === undefined) return found;
  walkBlock(body, (node) => {
    if (node.sort === 'statement' && releases.isRelease(node.statement)) found.push(node.statement);
    return undefined;
  });
  return found;
}

/** Whether a release frees a pointer that is held raw: such memory nobody frees in Rust. */
export function freesRaw(
  statement: Statement,
  releases: Releases,
  { slots, graph }: Pick<Solution, 'slots' | 'graph'>,
  mappings: Mappings,
): boolean {
  return releases.calls(statement).some((call) =>
    call.args.some((arg) => {
      const pointer = outerPointer(slots.expr(arg));
      // Of a container's address only the container counts; what it holds frees itself.
      if (pointer === undefined || graph.mode(pointer) !== 'raw') return false;
      return pointer.child.kind !== 'nominal' || mappings.type(pointer.child.type) === undefined;
    }),
  );
}
