/**
 * What the code of a function does with its variables, in the order in which it does it: uses and stores, and the ways between them. Built for
 * analyses that ask what happens behind a store.
 */
import type { Block, ElseBranch, Expr, ExprOf, FunctionItem, LifetimeName, Type } from '../rust-ast.js';
import { deepMapper, type Mapper, mapExprParts } from '../traverse.js';
import { boundNames } from './naming.js';
import { indicesOf, rootOf } from './places.js';

export interface Variable {
  readonly name: string;
  /** Holds its parts itself, so that setting one does not read it. */
  readonly isAggregate: boolean;
}

export type Flow =
  | { readonly kind: 'use'; readonly variable: Variable }
  | { readonly kind: 'store'; readonly variable: Variable; readonly isPart: boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Flow[] }
  | { readonly kind: 'branch'; readonly ways: readonly Flow[] }
  /** What is left by a jump to its end, or by coming to it. */
  | { readonly kind: 'block'; readonly target: object; readonly body: Flow }
  /** What is left by a jump only. */
  | { readonly kind: 'loop'; readonly target: object; readonly body: Flow }
  | { readonly kind: 'jump'; readonly target: object; readonly isContinue: boolean }
  | { readonly kind: 'return' };

/** The flow of a function's body. */
export function flowOf(item: FunctionItem): Flow {
  return new Builder().function(item);
}

interface Names {
  readonly name: string;
  readonly variable: Variable;
  readonly outer: Names | undefined;
}

interface Target {
  readonly label: LifetimeName | undefined;
  readonly isLoop: boolean;
  readonly target: object;
}

/** Macros that never come back. */
const DIVERGING: ReadonlySet<string> = new Set(['panic', 'unreachable', 'todo', 'unimplemented']);

class Builder {
  private names: Names | undefined;
  private targets: readonly Target[] = [];
  private out: Flow[] = [];

  private readonly mapper: Mapper = deepMapper(() => ({
    block: (block) => {
      this.block(block);
      return block;
    },
    expr: (expr) => {
      this.expr(expr);
      return expr;
    },
    item: (inner) => inner,
  }));

  function(item: FunctionItem): Flow {
    return this.collect(() => {
      for (const parameter of item.parameters)
        if (parameter.kind !== 'self') for (const name of boundNames(parameter.pattern)) this.declare(name, false);
      if (item.body !== undefined) this.block(item.body);
    });
  }

  private collect(go: () => void): Flow {
    const outer = this.out;
    this.out = [];
    go();
    const parts = this.out;
    this.out = outer;
    return { kind: 'sequence', parts };
  }

  /** What is declared inside ends there. */
  private scoped(go: () => void): void {
    const outer = this.names;
    go();
    this.names = outer;
  }

  private way(go: () => void): Flow {
    return this.collect(() => this.scoped(go));
  }

  private declare(name: string, isAggregate: boolean): Variable {
    const variable: Variable = { name, isAggregate };
    this.names = { name, variable, outer: this.names };
    return variable;
  }

  private find(expr: Expr): Variable | undefined {
    const [name, more] = expr.kind === 'path' ? expr.path.segments : [];
    if (name === undefined || more !== undefined) return undefined;
    for (let names = this.names; names !== undefined; names = names.outer)
      if (names.name === name.name) return names.variable;
    return undefined;
  }

  private block(block: Block): void {
    this.scoped(() => {
      for (const statement of block.statements) {
        if (statement.kind !== 'let') {
          this.mapper.statement(statement);
          continue;
        }
        const { pattern, value, type } = statement;
        if (value !== undefined) this.expr(value);
        const otherwise = statement.else;
        if (otherwise !== undefined) this.out.push(branch([this.way(() => this.block(otherwise)), NOTHING]));
        const isAggregate = isAggregateType(type) || isAggregateValue(value);
        if (pattern.kind !== 'binding') for (const name of boundNames(pattern)) this.declare(name, false);
        else {
          const variable = this.declare(pattern.name, isAggregate);
          if (value !== undefined) this.out.push({ kind: 'store', variable, isPart: false });
        }
      }
      if (block.tail !== undefined) this.expr(block.tail);
    });
  }

  private expr(expr: Expr): void {
    const variable = this.find(expr);
    if (variable !== undefined) this.out.push({ kind: 'use', variable });
    else if (expr.kind === 'assign') this.assign(expr);
    else if (isControl(expr)) this.control(expr);
    else mapExprParts(expr, this.mapper);
    if (expr.kind === 'try') this.out.push(branch([{ kind: 'return' }, NOTHING]));
    if (isDiverging(expr)) this.out.push({ kind: 'return' });
  }

  private assign({ target, operator, value }: ExprOf<'assign'>): void {
    const root = this.find(rootOf(target));
    const isWhole = root !== undefined && target.kind === 'path';
    const isPart = root?.isAggregate === true && !isWhole;
    if (isPart) for (const index of indicesOf(target)) this.expr(index);
    else if (!isWhole) this.expr(target);
    this.expr(value);
    if (root === undefined || !(isWhole || isPart)) return;
    if (operator !== '=') this.out.push({ kind: 'use', variable: root });
    this.out.push({ kind: 'store', variable: root, isPart });
  }

  private control(expr: Control): void {
    switch (expr.kind) {
      case 'if':
        this.scoped(() => {
          this.expr(expr.condition);
          this.out.push(branch([this.way(() => this.block(expr.then)), this.way(() => this.otherwise(expr.else))]));
        });
        return;
      case 'let':
        this.expr(expr.scrutinee);
        for (const name of boundNames(expr.pattern)) this.declare(name, false);
        return;
      case 'binary':
        this.expr(expr.left);
        this.out.push(branch([this.way(() => this.expr(expr.right)), NOTHING]));
        return;
      case 'match':
        this.expr(expr.scrutinee);
        this.out.push(
          branch(
            expr.arms.map(({ pattern, guard, body }) =>
              this.way(() => {
                for (const name of boundNames(pattern)) this.declare(name, false);
                if (guard !== undefined) this.expr(guard);
                this.expr(body);
              }),
            ),
          ),
        );
        return;
      case 'closure':
        this.out.push(...usesIn(this.way(() => this.closure(expr))));
        return;
      case 'return':
        if (expr.value !== undefined) this.expr(expr.value);
        this.out.push({ kind: 'return' });
        return;
      case 'break':
      case 'continue':
        if (expr.kind === 'break' && expr.value !== undefined) this.expr(expr.value);
        this.jump(expr.label, expr.kind === 'continue');
        return;
      default:
        this.repeated(expr);
    }
  }

  private otherwise(otherwise: ElseBranch | undefined): void {
    if (otherwise?.kind === 'block') this.block(otherwise.block);
    else if (otherwise !== undefined) this.expr(otherwise);
  }

  /** What a closure mentions is used where it is made. */
  private closure({ parameters, body }: ExprOf<'closure'>): void {
    for (const { pattern } of parameters) for (const name of boundNames(pattern)) this.declare(name, false);
    this.expr(body);
  }

  private jump(label: LifetimeName | undefined, isContinue: boolean): void {
    const found = this.targets.find((one) => (label === undefined ? one.isLoop : one.label === label));
    this.out.push(found === undefined ? { kind: 'return' } : { kind: 'jump', target: found.target, isContinue });
  }

  private repeated(expr: Repeated): void {
    if (expr.kind === 'for') this.expr(expr.iterable);
    const outer = this.targets;
    const target = {};
    this.targets = [{ label: expr.label, isLoop: expr.kind !== 'block', target }, ...outer];
    const leave: Flow = { kind: 'jump', target, isContinue: false };
    const body = this.way(() => {
      if (expr.kind === 'block') return this.block(expr.block);
      if (expr.kind === 'while') this.expr(expr.condition);
      if (expr.kind === 'for') for (const name of boundNames(expr.pattern)) this.declare(name, false);
      if (expr.kind !== 'loop') this.out.push(branch([leave, NOTHING]));
      return this.block(expr.body);
    });
    this.targets = outer;
    this.out.push({ kind: expr.kind === 'block' ? 'block' : 'loop', target, body });
  }
}

const NOTHING: Flow = { kind: 'sequence', parts: [] };

/** All that a flow has to do with, as uses. */
function usesIn(flow: Flow): readonly Flow[] {
  switch (flow.kind) {
    case 'use':
      return [flow];
    case 'store':
      return [{ kind: 'use', variable: flow.variable }];
    case 'sequence':
      return flow.parts.flatMap(usesIn);
    case 'branch':
      return flow.ways.flatMap(usesIn);
    case 'block':
    case 'loop':
      return usesIn(flow.body);
    default:
      return [];
  }
}

function branch(ways: readonly Flow[]): Flow {
  return { kind: 'branch', ways };
}

type Repeated = ExprOf<'block' | 'loop' | 'while' | 'for'>;
type Control = Repeated | ExprOf<'if' | 'let' | 'binary' | 'match' | 'closure' | 'return' | 'break' | 'continue'>;

const CONTROL: ReadonlySet<Expr['kind']> = new Set([
  ...(['block', 'loop', 'while', 'for', 'if', 'let', 'match'] as const),
  ...(['closure', 'return', 'break', 'continue'] as const),
]);

function isControl(expr: Expr): expr is Control {
  return CONTROL.has(expr.kind) || (expr.kind === 'binary' && (expr.operator === '&&' || expr.operator === '||'));
}

/** Traps of the runtime and macros that never come back. */
function isDiverging(expr: Expr): boolean {
  if (expr.kind === 'macro') return DIVERGING.has(expr.call.path.segments.at(-1)?.name ?? '');
  return expr.kind === 'call' && expr.callee.kind === 'path' && expr.callee.path.segments.at(-2)?.name === 'trap';
}

const AGGREGATES: ReadonlySet<Expr['kind']> = new Set(['array', 'arrayRepeat', 'struct', 'tuple']);

function isAggregateValue(value: Expr | undefined): boolean {
  return value !== undefined && AGGREGATES.has(value.kind);
}

function isAggregateType(type: Type | undefined): boolean {
  return type?.kind === 'array' || type?.kind === 'tuple';
}
