/** A `let` whose value comes out of branches: their type is stated once, not at each number. */
import type { Block, Expr, LetStatement } from '../rust-ast.js';
import { deepMapper, mapExprParts } from '../traverse.js';
import { elideBlock, elideExpr, elideType, type Place } from './elide.js';
import { primitiveType } from './types.js';

const branching: ReadonlySet<Expr['kind']> = new Set(['if', 'match', 'block', 'loop', 'unsafe']);

/** The author of several branches states their type once. */
export function elideLet(statement: LetStatement, place: Place): LetStatement {
  const { value } = statement;
  const stated = statement.type && elideType(statement.type, place);
  const otherwise = statement.else && elideBlock(statement.else, undefined, place);
  const plain = value && elideExpr(value, statement.type, place);
  const elided: LetStatement = { ...statement, type: stated, value: plain, else: otherwise };
  if (value === undefined || stated !== undefined || !branching.has(value.kind)) return elided;
  const suffixes = new Set(plain === undefined ? [] : suffixesOfResult(plain));
  const [suffix] = suffixes;
  if (suffix === undefined || suffixes.size > 1) return elided;
  const type = primitiveType(suffix);
  return { ...elided, type, value: elideExpr(value, type, place) };
}

/** The suffixes of literals that a branching expression may be. */
function suffixesOfResult(expr: Expr): readonly string[] {
  const ofBlock = ({ tail }: Block): readonly string[] => (tail === undefined ? [] : suffixesOfResult(tail));
  switch (expr.kind) {
    case 'literal': {
      const { literal } = expr;
      const isNumber = literal.kind === 'int' || literal.kind === 'float';
      return isNumber && literal.suffix !== undefined && literal.keepSuffix !== true ? [literal.suffix] : [];
    }
    case 'unary':
    case 'paren':
      return suffixesOfResult(expr.operand);
    case 'if': {
      const { else: otherwise } = expr;
      if (otherwise === undefined) return [];
      return [
        ...ofBlock(expr.then),
        ...(otherwise.kind === 'if' ? suffixesOfResult(otherwise) : ofBlock(otherwise.block)),
      ];
    }
    case 'match':
      return expr.arms.flatMap((arm) => suffixesOfResult(arm.body));
    case 'block':
      return [...ofBlock(expr.block), ...(expr.label === undefined ? [] : suffixesOfBreaks(expr.block, expr.label))];
    case 'loop':
      return expr.label === undefined ? [] : suffixesOfBreaks(expr.body, expr.label);
    case 'unsafe':
      return ofBlock(expr.block);
    default:
      return [];
  }
}

function suffixesOfBreaks(block: Block, label: string): readonly string[] {
  const found: string[] = [];
  const mapper = deepMapper((self) => ({
    expr: (expr) => {
      if (expr.kind === 'break' && expr.label === label && expr.value !== undefined)
        found.push(...suffixesOfResult(expr.value));
      return mapExprParts(expr, self);
    },
    item: (item) => item,
  }));
  mapper.block(block);
  return found;
}
