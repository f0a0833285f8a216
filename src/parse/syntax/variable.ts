/** `const` and `var`, in containers and in blocks. */
import type { Expression, StringLiteral, VarDecl } from './ast.js';
import { expectExpression } from './expression.js';
import type { Parser } from './parser.js';
import { advance, eat, expectName, peek, previousEnd, startOf, warn, warnAt } from './parser.js';
import { errorNode, parseOr, skipToNextMember } from './recovery.js';
import { Tok } from './token-kinds.js';
import { expectType, parseKeywordArgument } from './type.js';

/** A node under construction. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export interface VariablePrefix {
  readonly first: number;
  readonly isPub: boolean;
  readonly isExport: boolean;
  readonly isExtern: boolean;
  readonly lib: StringLiteral | undefined;
  readonly isThreadlocal: boolean;
  readonly isComptime: boolean;
}

/** The prefix of a variable in a block. */
export function localPrefix(first: number, isComptime: boolean): VariablePrefix {
  return {
    first,
    isPub: false,
    isExport: false,
    isExtern: false,
    lib: undefined,
    isThreadlocal: false,
    isComptime,
  };
}

export function startsVariable(p: Parser): boolean {
  const kind = peek(p);
  return kind === Tok.const || kind === Tok.var;
}

/** From `const` or `var` up to the initial value, which the caller adds with `setValue`. */
export function parseVariableHead(p: Parser, prefix: VariablePrefix): Draft<VarDecl> {
  const mutable = peek(p) === Tok.var;
  const main = advance(p);
  const name = expectName(p);
  const type = eat(p, Tok[':']) ? expectType(p) : undefined;
  const align = parseKeywordArgument(p, Tok.align, expectExpression);
  const addrspace = parseKeywordArgument(p, Tok.addrspace, expectExpression);
  const section = parseKeywordArgument(p, Tok.linksection, expectExpression);
  return {
    kind: 'varDecl',
    start: startOf(p, prefix.first),
    end: previousEnd(p),
    main,
    mutable,
    isPub: prefix.isPub,
    isExport: prefix.isExport,
    isExtern: prefix.isExtern,
    lib: prefix.lib,
    isThreadlocal: prefix.isThreadlocal,
    isComptime: prefix.isComptime,
    name,
    type,
    align,
    addrspace,
    section,
    value: undefined,
  };
}

export function setValue(variable: Draft<VarDecl>, value: Expression): void {
  variable.value = value;
  variable.end = value.end;
}

/** Takes the `=` of an initial value; `==` is noted and taken for it. */
export function eatInitialEqual(p: Parser): boolean {
  if (eat(p, Tok['='])) return true;
  if (peek(p) !== Tok['==']) return false;
  warnAt(p, p.token, "'=='", "'='");
  advance(p);
  return true;
}

/** A variable of a container, with its semicolon. */
export function parseGlobalVariable(p: Parser, prefix: VariablePrefix): VarDecl {
  const variable = parseVariableHead(p, prefix);
  if (eatInitialEqual(p)) setValue(variable, parseOr(p, expectExpression, skipValue));
  // An unreadable value was skipped with its semicolon. The name is declared all the same: its uses are no faults.
  if (variable.value?.kind !== 'error') endDeclaration(p, prefix.first);
  return variable;
}

function skipValue(p: Parser, first: number): Expression {
  skipToNextMember(p, p.construct);
  return errorNode(p, first);
}

/** Takes the semicolon of the declaration that began at `first`; without one, what follows is skipped up to the next member. */
export function endDeclaration(p: Parser, first: number): void {
  if (eat(p, Tok[';'])) return;
  warn(p, "';' after the declaration");
  skipToNextMember(p, first);
}
