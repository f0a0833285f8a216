/** Lints about functions that call themselves. */
import type { Block, ElseBranch, Expr, Item, Statement } from '../rust-ast.js';
import { deepMapper, mapExprParts } from '../traverse.js';
import { withoutParentheses } from './equal.js';
import { parameterNames } from './signatures.js';

/** Whether an expression calls the function: by its name, of `Self`, or on `self`. */
function isCallOf(name: string, expr: Expr): boolean {
  if (expr.kind === 'methodCall') return expr.method === name && isPathTo('self', expr.receiver);
  if (expr.kind !== 'call' || expr.callee.kind !== 'path') return false;
  const { segments } = expr.callee.path;
  const isNear = segments.length === 1 || (segments.length === 2 && segments[0]?.name === 'Self');
  return isNear && segments.at(-1)?.name === name;
}

function isPathTo(name: string, expr: Expr): boolean {
  return expr.kind === 'path' && expr.path.segments.length === 1 && expr.path.segments[0]?.name === name;
}

// ---------------------------------------------------------------- recursion without an end

/** A function that calls itself whatever happens in it. */
export function recursesAlways(item: Item): boolean {
  return item.kind === 'fn' && item.body !== undefined && new Certain(item.name).block(item.body) === 'calls';
}

/** What happens for certain in a piece of code, first of all: the call, a jump that may leave before it, or neither. */
type Outcome = 'calls' | 'mayLeave' | undefined;

class Certain {
  constructor(private readonly name: string) {}

  block({ statements, tail }: Block): Outcome {
    for (const statement of statements) {
      const outcome = this.statement(statement);
      if (outcome !== undefined) return outcome;
    }
    return tail && this.expr(tail);
  }

  private statement(statement: Statement): Outcome {
    if (statement.kind === 'expr') return this.expr(statement.expr);
    if (statement.kind !== 'let' || statement.value === undefined) return undefined;
    return this.expr(statement.value) ?? (statement.else === undefined ? undefined : 'mayLeave');
  }

  private expr(expr: Expr): Outcome {
    switch (expr.kind) {
      case 'closure':
        return undefined;
      case 'return':
      case 'break':
        return (expr.value && this.expr(expr.value)) ?? 'mayLeave';
      case 'continue':
        return 'mayLeave';
      case 'try':
        return this.expr(expr.operand) ?? 'mayLeave';
      case 'binary':
        return this.expr(expr.left) ?? (isLazy(expr.operator) ? undefined : this.expr(expr.right));
      case 'if':
        return this.expr(expr.condition) ?? this.ways([this.block(expr.then), this.else(expr.else)]);
      case 'match':
        return this.expr(expr.scrutinee) ?? this.ways(expr.arms.map(({ body }) => this.expr(body)));
      case 'while':
        return this.expr(expr.condition) ?? this.ways([this.block(expr.body), undefined]);
      case 'for':
        return this.expr(expr.iterable) ?? this.ways([this.block(expr.body), undefined]);
      case 'block':
      case 'unsafe':
      case 'loop':
        return this.block(expr.kind === 'loop' ? expr.body : expr.block);
      default:
        return this.parts(expr) ?? (isCallOf(this.name, expr) ? 'calls' : undefined);
    }
  }

  private else(branch: ElseBranch | undefined): Outcome {
    if (branch === undefined) return undefined;
    return branch.kind === 'block' ? this.block(branch.block) : this.expr(branch);
  }

  private ways(outcomes: readonly Outcome[]): Outcome {
    if (outcomes.includes('mayLeave')) return 'mayLeave';
    return outcomes.length > 0 && outcomes.every((one) => one === 'calls') ? 'calls' : undefined;
  }

  private parts(expr: Expr): Outcome {
    let first: Outcome;
    mapExprParts(
      expr,
      deepMapper(() => ({
        expr: (part) => {
          first ??= this.expr(part);
          return part;
        },
      })),
    );
    return first;
  }
}

function isLazy(operator: string): boolean {
  return operator === '&&' || operator === '||';
}

// ---------------------------------------------------------------- parameters that are only handed on

/** A parameter that serves no other purpose than to be the next call's. */
export function onlyHandsOn(item: Item): boolean {
  if (item.kind !== 'fn' || item.body === undefined) return false;
  const { body, name } = item;
  const names = item.parameters.map((parameter) => parameterNames([parameter])[0]);
  return names.some((parameter, index) => {
    if (parameter === undefined) return false;
    const uses = new Uses(name, parameter, index);
    uses.mapper.block(body);
    return uses.handedOn > 0 && uses.handedOn === uses.all;
  });
}

/** Counts how often a variable is named, and how often only to be an argument of the function's own call. */
class Uses {
  all = 0;
  handedOn = 0;

  constructor(
    private readonly fn: string,
    private readonly variable: string,
    private readonly index: number,
  ) {}

  readonly mapper = deepMapper((self) => ({
    expr: (expr) => {
      if (this.isVariable(expr)) this.all++;
      if (isCallOf(this.fn, expr)) {
        const given = expr.kind === 'methodCall' ? [expr.receiver, ...expr.arguments] : argumentsOf(expr);
        const argument = given[this.index];
        if (argument !== undefined) this.handedOn += this.named(argument);
      }
      return mapExprParts(expr, self);
    },
  }));

  private isVariable(expr: Expr): boolean {
    return isPathTo(this.variable, expr);
  }

  /** How often arithmetic over the variable names it. */
  private named(expr: Expr): number {
    const inner = withoutParentheses(expr);
    if (this.isVariable(inner)) return 1;
    switch (inner.kind) {
      case 'binary':
        return this.named(inner.left) + this.named(inner.right);
      case 'unary':
      case 'cast':
      case 'ref':
      case 'deref':
      case 'field':
        return this.named(inner.operand);
      default:
        return 0;
    }
  }
}

function argumentsOf(expr: Expr): readonly Expr[] {
  return expr.kind === 'call' ? expr.arguments : [];
}
