/**
 * Operations whose operands rustc may know: where they fail, it refuses the program (`arithmetic_overflow`, `unconditional_panic`), though
 * both languages mean a trap.
 *
 * rustc follows values through the variables of one function: through one that is set once everywhere, through others only up to the next
 * branch or loop. It does not follow them through calls, pointers and iterators. So a value from there is not known here either, one that
 * can be computed here is judged, and every other is taken for one that may fail.
 */
import type { Expr, FunctionItem, Item, Pattern } from '../rust-ast.js';
import { deepMapper, type Mapper, mapBlockParts, mapExprParts, mapItemParts, mapStatementParts } from '../traverse.js';
import { withoutParentheses } from './equal.js';
import { evaluate, isInRange, type KnownInteger, operate } from './integers.js';

type Risk = 'overflow' | 'panic';

/** An operation on values that rustc may know to overflow. */
export function mayOverflow(item: Item): boolean {
  return hasRisk(item, 'overflow');
}

/** An index or divisor that rustc may know to be wrong. */
export function mayPanic(item: Item): boolean {
  return hasRisk(item, 'panic');
}

function hasRisk(item: Item, risk: Risk): boolean {
  if (item.kind === 'impl' || item.kind === 'trait') return item.items.some((one) => hasRisk(one, risk));
  if (item.kind !== 'fn' && item.kind !== 'const' && item.kind !== 'static') return false;
  const variables = new Variables();
  if (item.kind === 'fn') variables.addParameters(item);
  walk(item, variables, (expr, region) => {
    variables.note(expr, region);
    return false;
  });
  variables.settle();
  return walk(item, variables, (expr, region) => isRisky(expr, risk, (name) => variables.at(name, region)));
}

/**
 * Visits the expressions of an item with the region they stand in: a block, or a loop, which a value that changes does not leave or
 * enter. True where a visit gives true.
 */
function walk(item: Item, variables: Variables, visit: (expr: Expr, region: object) => boolean): boolean {
  let region: object = item;
  let found = false;
  const inside = <T>(inner: object, go: () => T): T => {
    const outer = region;
    region = inner;
    const result = go();
    region = outer;
    return result;
  };
  const mapper: Mapper = deepMapper((self) => ({
    block: (block) => inside(block, () => mapBlockParts(block, self)),
    statement: (statement) => {
      const mapped = mapStatementParts(statement, self);
      if (statement.kind === 'let') variables.noteLet(statement.pattern, statement.value, region);
      return mapped;
    },
    expr: (expr) => {
      if (found || visit(expr, region)) {
        found = true;
        return expr;
      }
      const isLoop = expr.kind === 'while' || expr.kind === 'loop' || expr.kind === 'for' || expr.kind === 'closure';
      return isLoop ? inside(expr, () => mapExprParts(expr, self)) : mapExprParts(expr, self);
    },
    // Items inside are asked on their own.
    item: (inner) => inner,
  }));
  mapItemParts(item, mapper);
  return found;
}

// ---------------------------------------------------------------- variables

/** What may be known of a name: nothing, the value itself, or that it may be known. */
type Knowledge = 'unknown' | 'maybe' | KnownInteger;

interface Variable {
  /** Every value that it takes, and where; undefined: one that is not known. */
  readonly values: { readonly value: Expr | undefined; readonly region: object }[];
  isUnknown: boolean;
}

/** The variables of one function. Names are not told apart by scope: those of one name count as one variable. */
class Variables {
  private readonly variables = new Map<string, Variable>();
  private isSettled = false;

  addParameters(item: FunctionItem): void {
    for (const parameter of item.parameters) {
      if (parameter.kind === 'self') this.take('self', undefined, item);
      else this.bind(parameter.pattern, undefined, item);
    }
  }

  noteLet(pattern: Pattern, value: Expr | undefined, region: object): void {
    if (this.isSettled) return;
    if (pattern.kind === 'binding' && value === undefined) this.variable(pattern.name);
    else this.bind(pattern, value, region);
  }

  note(expr: Expr, region: object): void {
    switch (expr.kind) {
      case 'for':
        this.bind(expr.pattern, undefined, region);
        break;
      case 'let':
        this.bind(expr.pattern, expr.scrutinee, region);
        break;
      case 'match':
        for (const { pattern } of expr.arms) this.bind(pattern, expr.scrutinee, region);
        break;
      case 'closure':
        for (const { pattern } of expr.parameters) this.bind(pattern, undefined, region);
        break;
      case 'assign':
        if (expr.target.kind === 'path' && expr.target.path.segments.length === 1) {
          this.take(expr.target.path.segments[0]?.name ?? '', expr.operator === '=' ? expr.value : undefined, region);
        }
        break;
      default:
    }
  }

  private variable(name: string): Variable {
    const known = this.variables.get(name) ?? { values: [], isUnknown: false };
    this.variables.set(name, known);
    return known;
  }

  private take(name: string, value: Expr | undefined, region: object): void {
    this.variable(name).values.push({ value, region });
  }

  private bind(pattern: Pattern, value: Expr | undefined, region: object): void {
    for (const name of boundNames(pattern)) this.take(name, value, region);
  }

  /** Finds the variables that take nothing but unknown values. */
  settle(): void {
    this.isSettled = true;
    let changed: boolean;
    do {
      changed = false;
      for (const variable of this.variables.values()) {
        if (variable.isUnknown || !variable.values.every(({ value }) => this.isUnknownValue(value))) continue;
        variable.isUnknown = true;
        changed = true;
      }
    } while (changed);
  }

  private isUnknownValue(value: Expr | undefined): boolean {
    return value === undefined || knowledgeOf(value, (name) => this.anywhere(name)) === 'unknown';
  }

  private anywhere(name: string): Knowledge {
    return this.variables.get(name)?.isUnknown === true ? 'unknown' : 'maybe';
  }

  /** What is known of a name in a region. */
  at(name: string, region: object): Knowledge {
    const variable = this.variables.get(name);
    if (variable === undefined) return 'maybe';
    if (variable.isUnknown) return 'unknown';
    const [only] = variable.values;
    if (variable.values.length > 1) {
      const here = variable.values.some((one) => one.region === region && !this.isUnknownValue(one.value));
      return here ? 'maybe' : 'unknown';
    }
    return (only?.value && evaluate(only.value)) ?? 'maybe';
  }
}

function boundNames(pattern: Pattern): readonly string[] {
  switch (pattern.kind) {
    case 'binding':
      return [pattern.name, ...(pattern.subpattern === undefined ? [] : boundNames(pattern.subpattern))];
    case 'tuple':
    case 'tupleStruct':
    case 'slice':
      return pattern.elements.flatMap(boundNames);
    case 'struct':
      return pattern.fields.flatMap((field) => boundNames(field.pattern));
    case 'reference':
      return boundNames(pattern.target);
    case 'or':
      return pattern.alternatives.flatMap(boundNames);
    default:
      return [];
  }
}

// ---------------------------------------------------------------- operations

type Lookup = (name: string) => Knowledge;

function knowledgeOf(expr: Expr, lookup: Lookup): Knowledge {
  const value = evaluate(expr);
  if (value !== undefined) return value;
  if (isFloat(expr)) return 'unknown';
  switch (expr.kind) {
    case 'call':
    case 'methodCall':
    case 'macro':
    case 'deref':
    case 'try':
      return 'unknown';
    case 'path':
      return expr.path.segments.length > 1 ? 'maybe' : lookup(expr.path.segments[0]?.name ?? '');
    case 'paren':
      return knowledgeOf(expr.operand, lookup);
    case 'unary':
    case 'cast':
    case 'field':
    case 'tupleField':
    case 'index':
      return knowledgeOf(expr.operand, lookup) === 'unknown' ? 'unknown' : 'maybe';
    case 'binary':
      return knowledgeOfBinary(knowledgeOf(expr.left, lookup), expr.operator, knowledgeOf(expr.right, lookup));
    default:
      return 'maybe';
  }
}

function knowledgeOfBinary(left: Knowledge, operator: string, right: Knowledge): Knowledge {
  const isAbsorbed = ['*', '&', '|'].includes(operator) && (isInteger(left) || isInteger(right));
  if (!isAbsorbed && (left === 'unknown' || right === 'unknown')) return 'unknown';
  return (isInteger(left) && isInteger(right) ? operate(left, operator, right) : undefined) ?? 'maybe';
}

function isInteger(knowledge: Knowledge): knowledge is KnownInteger {
  return typeof knowledge === 'object';
}

function isRisky(expr: Expr, risk: Risk, lookup: Lookup): boolean {
  return risk === 'panic' ? mayPanicAt(expr, lookup) : mayOverflowAt(expr, lookup);
}

function mayPanicAt(expr: Expr, lookup: Lookup): boolean {
  if (expr.kind === 'index') {
    // Zig itself refuses a literal that is out of range.
    const index = withoutParentheses(expr.index);
    return index.kind !== 'range' && index.kind !== 'literal' && knowledgeOf(index, lookup) !== 'unknown';
  }
  const divisor = operationOf(expr, ['/', '%'])?.right;
  if (divisor === undefined || isFloat(divisor)) return false;
  const knowledge = knowledgeOf(divisor, lookup);
  return isInteger(knowledge) ? knowledge.value === 0n : knowledge === 'maybe';
}

function mayOverflowAt(expr: Expr, lookup: Lookup): boolean {
  if (expr.kind === 'unary' && expr.operator === '-') return mayOverflowNegated(expr.operand, lookup);
  const operation = operationOf(expr, ['+', '-', '*', '/', '%', '<<', '>>']);
  if (operation === undefined || isFloat(operation.left) || isFloat(operation.right)) return false;
  const { operator } = operation;
  const [left, right] = [knowledgeOf(operation.left, lookup), knowledgeOf(operation.right, lookup)];
  if (operator === '<<' || operator === '>>') {
    const amount = isInteger(right) ? right.value : literalValue(operation.right);
    return right !== 'unknown' && !(amount !== undefined && isShiftFor(amount, typeOf(operation.left, left)));
  }
  if (left === 'unknown' || right === 'unknown') return false;
  return !(isInteger(left) && isInteger(right) && operate(left, operator, right) !== undefined);
}

function literalValue(expr: Expr): bigint | undefined {
  const plain = withoutParentheses(expr);
  return plain.kind === 'literal' && plain.literal.kind === 'int' ? plain.literal.value : undefined;
}

function mayOverflowNegated(operand: Expr, lookup: Lookup): boolean {
  const outright = withoutParentheses(operand);
  if (outright.kind === 'literal' && outright.literal.kind === 'int') {
    return !isInRange(-outright.literal.value, outright.literal.suffix ?? '');
  }
  const knowledge = knowledgeOf(operand, lookup);
  return isInteger(knowledge) ? !isInRange(-knowledge.value, knowledge.type) : knowledge === 'maybe';
}

const NARROWEST = 'u8';

/** The type of the left side of a shift as far as the expression says it; else the narrowest. */
function typeOf(expr: Expr, knowledge: Knowledge): string {
  if (isInteger(knowledge)) return knowledge.type;
  const plain = withoutParentheses(expr);
  const type = plain.kind === 'cast' ? plain.type : plain.knownType;
  return (type?.kind === 'path' ? type.path.segments.at(-1)?.name : undefined) ?? NARROWEST;
}

function isShiftFor(amount: bigint, type: string): boolean {
  const width = /^[iu](\d+)$/.exec(type)?.[1] ?? (/^[iu]size$/.test(type) ? '32' : '8');
  return amount >= 0n && amount < BigInt(width);
}

interface Operation {
  readonly left: Expr;
  readonly operator: string;
  readonly right: Expr;
}

function operationOf(expr: Expr, operators: readonly string[]): Operation | undefined {
  if (expr.kind === 'binary' && operators.includes(expr.operator)) return expr;
  if (expr.kind !== 'assign' || !operators.includes(expr.operator.slice(0, -1))) return undefined;
  return { left: expr.target, operator: expr.operator.slice(0, -1), right: expr.value };
}

function isFloat(expr: Expr): boolean {
  const plain = withoutParentheses(expr);
  if (plain.kind === 'unary' || plain.kind === 'binary') {
    return isFloat(plain.kind === 'unary' ? plain.operand : plain.left);
  }
  if (plain.kind !== 'literal') return false;
  return plain.literal.kind === 'float' || (plain.literal.kind === 'int' && /^f/.test(plain.literal.suffix ?? ''));
}
