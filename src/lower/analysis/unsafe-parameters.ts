/**
 * Which functions are `unsafe fn`: those that dereference a raw pointer or slice that a *parameter* holds, themselves or through a
 * callee that they hand it to. The caller must then promise that it points to something. (A pointer that is loaded from a field is the
 * business of the type's invariant; the function that loads it stays safe.)
 *
 * A fixed point over the call graph, from below: a function's set of such parameters only grows.
 */
import type * as ir from '../../parse/ir/ir.js';
import type { FnInstance, Program } from '../../parse/ir/program.js';
import type { Representation } from '../representation/contract.js';
import { outermostPointer } from '../representation/type-repr.js';
import { isPlace, walkBlock } from './walk.js';

export type UnsafeParameters = (instance: FnInstance) => ReadonlySet<ir.Local>;

/** Builtins that hand on their last argument's address. */
const ADDRESS_BUILTINS: ReadonlySet<string> = new Set([
  'ptrCast',
  'alignCast',
  'constCast',
  'volatileCast',
  'addrSpaceCast',
  'fieldParentPtr',
]);
const DEREFERENCING_BUILTINS: ReadonlySet<string> = new Set([
  'memcpy',
  'memset',
  'memmove',
  'atomicLoad',
  'atomicStore',
  'atomicRmw',
  'cmpxchgStrong',
  'cmpxchgWeak',
]);

/** Whether a pointer-typed expression is held raw. */
export function isRawPointer(expr: ir.Expr, representation: Representation): boolean {
  return outermostPointer(representation.expr(expr))?.mode === 'raw';
}

/** Functions with a C signature stay safe to declare: their callers are outside the program. */
function isExempt(instance: FnInstance): boolean {
  return instance.isExport || instance.callconv === 'c' || instance.decl.kind === 'test';
}

class BodyPointers {
  /** Locals that hold what a parameter holds. */
  private readonly aliases = new Map<ir.Local, ir.Local>();
  readonly dereferenced = new Set<ir.Local>();
  readonly handedOn: { readonly to: FnInstance; readonly index: number; readonly parameter: ir.Local }[] = [];

  constructor(
    body: ir.Block,
    private readonly representation: Representation,
  ) {
    walkBlock(body, (node) => {
      if (node.sort === 'statement') this.statement(node.statement);
      else if (node.sort === 'place') this.place(node.place);
      else this.expr(node.expr);
      return true;
    });
  }

  private statement(statement: ir.Statement): void {
    if (statement.kind === 'let') this.alias(statement.local, statement.init);
    if (statement.kind === 'assign' && statement.place.kind === 'local')
      this.alias(statement.place.local, statement.value);
  }

  private alias(local: ir.Local | undefined, source: ir.Expr | ir.Place): void {
    const parameter = isPlace(source) ? undefined : this.parameterOf(source);
    if (local !== undefined && parameter !== undefined) this.aliases.set(local, parameter);
  }

  private place(place: ir.Place): void {
    if (place.kind === 'deref') this.dereference(place.pointer);
    if (place.kind === 'index' && place.base.kind === 'pointer') this.dereference(place.base.pointer);
  }

  private expr(expr: ir.Expr): void {
    if (expr.kind === 'if' || expr.kind === 'while') {
      if (expr.condition.kind !== 'bool') this.alias(expr.condition.capture, expr.condition.operand);
    }
    if (expr.kind === 'for') {
      for (const input of expr.inputs) if (input.kind === 'sequence') this.dereference(input.operand);
    }
    if (expr.kind === 'builtin' && DEREFERENCING_BUILTINS.has(expr.name))
      for (const arg of expr.args) this.dereference(arg);
    // The sentinel is looked for behind the part.
    if (expr.kind === 'slice' && expr.sentinel !== undefined) this.dereference(expr.base);
    if (expr.kind === 'call') this.call(expr);
  }

  private call(call: ir.CallExpr): void {
    const { callee } = call;
    for (const [index, arg] of call.args.entries()) {
      const parameter = this.parameterOf(arg);
      if (parameter === undefined) continue;
      if (callee.kind === 'instance') this.handedOn.push({ to: callee.instance, index, parameter });
      else if (isRawPointer(arg, this.representation)) this.dereferenced.add(parameter);
    }
  }

  private dereference(pointer: ir.Expr): void {
    const parameter = this.parameterOf(pointer);
    if (parameter !== undefined && isRawPointer(pointer, this.representation)) this.dereferenced.add(parameter);
  }

  /** The parameter whose pointer this expression hands on. */
  private parameterOf(expr: ir.Expr): ir.Local | undefined {
    switch (expr.kind) {
      case 'load':
        if (expr.place.kind === 'temporary') return this.parameterOf(expr.place.init);
        return this.placeParameter(expr.place.kind === 'optionalPayload' ? expr.place.base : expr.place);
      case 'coerce':
      case 'optionalUnwrap':
        return this.parameterOf(expr.operand);
      case 'slice':
        return this.parameterOf(expr.base);
      case 'builtin': {
        const pointer = ADDRESS_BUILTINS.has(expr.name) ? expr.args.at(-1) : undefined;
        return pointer === undefined ? undefined : this.parameterOf(pointer);
      }
      case 'addressOf':
        return this.behind(expr.place);
      case 'call':
        return this.resultParameter(expr);
      default:
        return undefined;
    }
  }

  /** A raw pointer that a call gives for a raw pointer may be that, or what it leads to. */
  private resultParameter(call: ir.CallExpr): ir.Local | undefined {
    if (!isRawPointer(call, this.representation)) return undefined;
    for (const arg of call.args) {
      const parameter = this.parameterOf(arg);
      if (parameter !== undefined && isRawPointer(arg, this.representation)) return parameter;
    }
    return undefined;
  }

  /** The parameter through whose pointer the place is reached. */
  private behind(place: ir.Place): ir.Local | undefined {
    switch (place.kind) {
      case 'deref':
        return this.parameterOf(place.pointer);
      case 'fieldPlace':
      case 'optionalPayload':
      case 'errorPayload':
        return this.behind(place.base);
      case 'index':
        return place.base.kind === 'array' ? this.behind(place.base.place) : this.parameterOf(place.base.pointer);
      default:
        return undefined;
    }
  }

  private placeParameter(place: ir.Place): ir.Local | undefined {
    if (place.kind !== 'local') return undefined;
    return place.local.role === 'param' ? place.local : this.aliases.get(place.local);
  }
}

/** Solves the unsafe parameters of every function of the program. `emitted`: the function that stands for an instance of a generic. */
export function solveUnsafeParameters(
  program: Program,
  representation: Representation,
  emitted: (instance: FnInstance) => FnInstance,
): UnsafeParameters {
  const solved = new Map<FnInstance, Set<ir.Local>>();
  const bodies = new Map<FnInstance, BodyPointers>();
  for (const instance of program.functions) {
    const body = representation.body(instance);
    if (body === undefined || isExempt(instance)) continue;
    const pointers = new BodyPointers(body, representation);
    bodies.set(instance, pointers);
    solved.set(instance, new Set(pointers.dereferenced));
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (const [instance, pointers] of bodies)
      if (propagate(solved, instance, pointers, representation, emitted)) changed = true;
  }
  const none: ReadonlySet<ir.Local> = new Set();
  return (instance) => solved.get(emitted(instance)) ?? none;
}

function propagate(
  solved: ReadonlyMap<FnInstance, Set<ir.Local>>,
  instance: FnInstance,
  pointers: BodyPointers,
  representation: Representation,
  emitted: (instance: FnInstance) => FnInstance,
): boolean {
  const own = solved.get(instance);
  if (own === undefined) return false;
  const before = own.size;
  for (const { to: called, index, parameter } of pointers.handedOn) {
    const to = emitted(called);
    const target = to.params[index]?.local;
    const isHeldRaw = outermostPointer(representation.local(parameter))?.mode === 'raw';
    if (target !== undefined && isHeldRaw && solved.get(to)?.has(target) === true) own.add(parameter);
  }
  return own.size > before;
}
