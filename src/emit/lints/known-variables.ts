/**
 * What rustc's `KnownPanicsLint` knows of the variables of a function: nothing of a parameter or of what is borrowed; of one that is set once,
 * its value everywhere; of one that is set several times, its value up to the end of the basic block, which ends at every branch, call and
 * checked operation. Calls, pointers and iterators give nothing that is known.
 */
import type { Block, Expr, ExprOf, Item, MacroCall, MatchArm, Pattern } from '../rust-ast.js';
import { deepMapper, type Mapper, mapExprParts, mapItemParts } from '../traverse.js';
import { withoutParentheses } from './equal.js';
import { evaluate, operate } from './integers.js';
import { type Length, lengthOfType, lengthOfValue } from './known-lengths.js';
import type { Knowledge, Lookup } from './known-values.js';
import type { Globals } from './lint.js';
import { boundNames } from './naming.js';
import { rootOf } from './places.js';

interface Variable {
  /** How often it is set. */
  stores: number;
  /** A parameter, or borrowed: its value is not followed. */
  isOpen: boolean;
  readonly length: Length;
}

/** What is known where an expression stands. */
export interface VariablesAt {
  readonly value: Lookup;
  /** The length of what is indexed. */
  readonly length: (base: Expr) => Length;
}

type Visit = (expr: Expr, variables: VariablesAt) => boolean;
type KnowledgeOf = (expr: Expr, lookup: Lookup) => Knowledge;

/** Whether some expression of the item is what is looked for, with what is known of variables there. */
export function findWithVariables(item: Item, globals: Globals, knowledgeOf: KnowledgeOf, isFound: Visit): boolean {
  const variables: Variable[] = [];
  new Walk(variables, globals, knowledgeOf, undefined).item(item);
  return new Walk(variables, globals, knowledgeOf, isFound).item(item);
}

/** The names in scope. */
interface Scope {
  readonly name: string;
  readonly variable: Variable;
  readonly outer: Scope | undefined;
}

/** One of two walks in the order of evaluation: the first counts what is set, the second knows of it. */
class Walk {
  private scope: Scope | undefined;
  private declared = 0;
  private found = false;
  private readonly known = new Map<Variable, Knowledge>();
  private readonly mapper: Mapper = this.newMapper();

  constructor(
    private readonly variables: Variable[],
    private readonly globals: Globals,
    private readonly knowledgeOf: KnowledgeOf,
    private readonly isFound: Visit | undefined,
  ) {}

  item(item: Item): boolean {
    if (item.kind === 'fn') {
      for (const parameter of item.parameters) {
        if (parameter.kind === 'self') this.declare('self', undefined, undefined);
        else this.bind(parameter.pattern, lengthOfType(parameter.type));
      }
      for (const variable of this.variables.slice(0, this.declared)) variable.isOpen = true;
    }
    mapItemParts(item, this.mapper);
    return this.found;
  }

  private newMapper(): Mapper {
    return deepMapper(() => ({
      block: (block) => this.inside(() => this.block(block)),
      expr: (expr) => {
        if (this.found) return expr;
        if (this.isFound?.(expr, this.at) === true) this.found = true;
        this.expr(expr);
        return expr;
      },
      // Items inside are asked on their own.
      item: (inner) => inner,
    }));
  }

  private block(block: Block): Block {
    for (const statement of block.statements) {
      if (statement.kind === 'let') {
        const { pattern, value, type } = statement;
        if (value !== undefined) this.mapper.expr(value);
        if (statement.else !== undefined) this.mapper.block(statement.else);
        const length = type === undefined ? lengthOfValue(value) : lengthOfType(type);
        const isDirect = pattern.kind === 'binding' && !pattern.byRef && pattern.subpattern === undefined;
        if (isDirect) this.declare(pattern.name, length, value);
        else this.bind(pattern, undefined, value === undefined ? undefined : this.knowledgeOf(value, this.at.value));
      } else this.mapper.statement(statement);
    }
    if (block.tail !== undefined) this.mapper.expr(block.tail);
    return block;
  }

  /** Names that are declared in there end with it. */
  private inside<T>(go: () => T): T {
    const outer = this.scope;
    const result = go();
    this.scope = outer;
    return result;
  }

  private declare(name: string, length: Length, value: Expr | undefined): void {
    const variable = this.variables[this.declared] ?? { stores: 0, isOpen: false, length };
    this.variables[this.declared] = variable;
    this.declared += 1;
    if (value !== undefined) this.set(variable, this.knowledgeOf(value, this.at.value));
    this.scope = { name, variable, outer: this.scope };
  }

  /** Names that a pattern takes from a value; it may be known only where that may. */
  private bind(pattern: Pattern, length: Length, knowledge: Knowledge = 'unknown'): void {
    for (const name of boundNames(pattern)) {
      this.declare(name, length, undefined);
      if (this.scope !== undefined) this.set(this.scope.variable, knowledge === 'unknown' ? 'unknown' : 'maybe');
    }
  }

  private set(variable: Variable, knowledge: Knowledge): void {
    if (this.isFound === undefined) variable.stores += 1;
    this.known.set(variable, variable.isOpen ? 'unknown' : knowledge);
  }

  /** The basic block ends. */
  private endBlock(): void {
    for (const variable of this.known.keys()) if (variable.stores > 1) this.known.delete(variable);
  }

  private expr(expr: Expr): void {
    switch (expr.kind) {
      case 'assign':
        this.assign(expr);
        return;
      case 'ref':
      case 'rawRef':
        this.borrow(expr.operand);
        break;
      case 'macro':
        for (const one of borrowedArguments(expr.call)) this.borrow(one);
        break;
      case 'let':
        this.mapper.expr(expr.scrutinee);
        this.bind(expr.pattern, undefined, this.knowledgeOf(expr.scrutinee, this.at.value));
        return;
      default:
    }
    if (!isStructure(expr)) {
      mapExprParts(expr, this.mapper);
      if (endsBlock(expr)) this.endBlock();
      return;
    }
    this.inside(() => this.structure(expr));
    this.endBlock();
  }

  private structure(expr: Structure): void {
    switch (expr.kind) {
      case 'if':
        this.mapper.expr(expr.condition);
        this.endBlock();
        this.mapper.block(expr.then);
        this.endBlock();
        if (expr.else?.kind === 'block') this.mapper.block(expr.else.block);
        else if (expr.else !== undefined) this.mapper.expr(expr.else);
        return;
      case 'binary':
        this.mapper.expr(expr.left);
        this.endBlock();
        this.mapper.expr(expr.right);
        return;
      case 'match':
        this.mapper.expr(expr.scrutinee);
        for (const arm of expr.arms) {
          this.endBlock();
          this.inside(() => this.arm(arm, expr.scrutinee));
        }
        return;
      case 'for':
        this.mapper.expr(expr.iterable);
        this.endBlock();
        this.bind(expr.pattern, undefined);
        this.mapper.block(expr.body);
        return;
      case 'closure':
        for (const { pattern } of expr.parameters) this.bind(pattern, undefined);
        this.mapper.expr(expr.body);
        return;
      default:
        this.endBlock();
        mapExprParts(expr, this.mapper);
    }
  }

  private arm({ pattern, guard, body }: MatchArm, scrutinee: Expr): void {
    this.bind(pattern, undefined, this.knowledgeOf(scrutinee, this.at.value));
    if (guard !== undefined) this.mapper.expr(guard);
    this.mapper.expr(body);
  }

  private assign({ target, operator, value }: ExprOf<'assign'>): void {
    if (target.kind !== 'path') this.mapper.expr(target);
    this.mapper.expr(value);
    const root = this.variableOf(rootOf(target));
    const before = target.kind === 'path' && root !== undefined ? (this.known.get(root) ?? 'unknown') : 'maybe';
    const right = this.knowledgeOf(value, this.at.value);
    if (operator !== '=' && CHECKED.has(operator.slice(0, -1))) this.endBlock();
    if (root === undefined) return;
    const result = operator === '=' ? right : combined(before, operator.slice(0, -1), right);
    this.set(root, target.kind === 'path' ? result : 'maybe');
  }

  private borrow(place: Expr): void {
    const variable = this.variableOf(rootOf(place));
    if (variable !== undefined) variable.isOpen = true;
  }

  private variableOf(expr: Expr): Variable | undefined {
    const [name, more] = expr.kind === 'path' ? expr.path.segments : [];
    return name === undefined || more !== undefined ? undefined : this.named(name.name);
  }

  private named(name: string): Variable | undefined {
    for (let scope = this.scope; scope !== undefined; scope = scope.outer)
      if (scope.name === name) return scope.variable;
    return undefined;
  }

  private readonly at: VariablesAt = {
    value: (name) => {
      const variable = this.named(name);
      if (variable !== undefined) return variable.isOpen ? 'unknown' : (this.known.get(variable) ?? 'unknown');
      if (this.globals.statics.has(name) && !this.globals.constants.has(name)) return 'unknown';
      const constant = this.globals.constants.get(name);
      return (constant === undefined ? undefined : evaluate(constant)) ?? 'maybe';
    },
    length: (base) => {
      const place = withoutParentheses(base);
      return place.kind === 'path' ? this.variableOf(place)?.length : lengthOfValue(place);
    },
  };
}

// ---------------------------------------------------------------- control flow

type Structure = ExprOf<'if' | 'match' | 'while' | 'loop' | 'for' | 'closure' | 'binary'>;

/** What has ways on. */
function isStructure(expr: Expr): expr is Structure {
  if (expr.kind === 'binary') return expr.operator === '&&' || expr.operator === '||';
  return ['if', 'match', 'while', 'loop', 'for', 'closure'].includes(expr.kind);
}

/** Operators that may trap. */
const CHECKED: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '<<', '>>']);

/** Behind a call or a check another basic block begins. */
function endsBlock(expr: Expr): boolean {
  switch (expr.kind) {
    case 'binary':
      return CHECKED.has(expr.operator);
    case 'unary':
      return expr.operator === '-' && expr.operand.kind !== 'literal';
    case 'call':
    case 'methodCall':
    case 'macro':
    case 'try':
    case 'index':
      return true;
    default:
      return false;
  }
}

function combined(left: Knowledge, operator: string, right: Knowledge): Knowledge {
  if (left === 'unknown' || right === 'unknown') return 'unknown';
  return (
    (typeof left === 'object' && typeof right === 'object' ? operate(left, operator, right) : undefined) ?? 'maybe'
  );
}

/** Macros that only look whether their argument holds. */
const TESTS: ReadonlySet<string> = new Set(['assert', 'debug_assert', 'matches']);

/** Printing and comparing macros take references to their arguments. */
function borrowedArguments({ path, input }: MacroCall): readonly Expr[] {
  if (input.kind !== 'arguments') return [];
  const args = input.arguments.flatMap((one) => (one.kind === 'expr' || one.kind === 'named' ? [one.expr] : []));
  return TESTS.has(path.segments.at(-1)?.name ?? '') ? args.slice(1) : args;
}
