/**
 * Chooses the expressions that the compiler is asked about. Asking is `@TypeOf(e)`, written before the statement that holds `e`, so `e` must
 * mean the same there: it has a type without a result location, and declares nothing.
 */

import { denotesStorage } from '../../../src/parse/sema/expr.js';
import type * as ast from '../../../src/parse/syntax/ast.js';
import { children, visit } from '../../../src/parse/syntax/children.js';
import { type Anchor, anchorOf, type Parents, parentsOf } from './anchors.js';
import type { Observation, Observed } from './observations.js';

/** One expression to ask about. */
export interface Question {
  readonly node: ast.Expression;
  readonly anchor: Anchor;
  readonly expected: ReadonlySet<string>;
}

/** Casts, whose type is that of their result location. */
const CASTS: ReadonlySet<string> = new Set([
  ...['addrSpaceCast', 'alignCast', 'bitCast', 'enumFromInt', 'errorCast', 'floatCast', 'floatFromInt', 'intCast'],
  ...['intFromFloat', 'ptrCast', 'ptrFromInt', 'splat', 'truncate', 'round', 'floor', 'ceil', 'trunc', 'import'],
  ...['compileLog', 'compileError', 'src', 'returnAddress', 'frameAddress', 'setEvalBranchQuota', 'cImport'],
]);

/** Their type depends on what is known of their arguments, which is more where everything runs at comptime. */
const BOUNDED: ReadonlySet<string> = new Set(['min', 'max']);

type Kind = ast.Expression['kind'];

/** Their type is known from within, where it is from their parts. */
const DIRECT: ReadonlySet<Kind> = new Set<Kind>([
  ...([
    'identifier',
    'binary',
    'unary',
    'deref',
    'unwrapOptional',
    'fieldAccess',
    'arrayAccess',
    'slice',
    'call',
  ] as const),
  ...(['builtinCall', 'arrayInit', 'structInit', 'grouped', 'errorValue', 'comptime', 'catch'] as const),
]);
/** Branches take a type from their result location; without one they bring their own together. */
const BRANCHES: ReadonlySet<Kind> = new Set<Kind>(['if', 'switch', 'for', 'while', 'block']);

/** What leads elsewhere, or makes a new type each time that it is analysed. */
const FORBIDDEN: ReadonlySet<ast.NodeKind> = new Set<ast.NodeKind>([
  ...(['break', 'continue', 'return', 'containerDecl', 'errorSetDecl', 'asm', 'defer', 'errdefer', 'varDecl'] as const),
  ...(['suspend', 'resume', 'await', 'async', 'anyFrameType', 'assign', 'assignDestructure'] as const),
]);

/** All questions that can be asked about the files of a program. */
export function questionsOf({
  files,
  of,
}: Pick<Observed, 'files' | 'of'>): ReadonlyMap<ast.SourceFile, readonly Question[]> {
  return new Map(files.map((file) => [file, questionsOfFile(file, of)]));
}

function questionsOfFile(file: ast.SourceFile, of: Observed['of']): readonly Question[] {
  const parents = parentsOf(file.root);
  const discarded = discardedNames(file.root);
  const questions: Question[] = [];
  visit(file.root, (node) => {
    const seen = of.get(node as ast.Expression);
    if (seen === undefined || !isAskable(node as ast.Expression, seen, parents, discarded)) return;
    const anchor = anchorOf(node, parents);
    if (anchor !== undefined) questions.push({ node: node as ast.Expression, anchor, expected: seen.types });
  });
  return questions;
}

function isAskable(node: ast.Expression, seen: Observation, parents: Parents, discarded: ReadonlySet<string>): boolean {
  // What is a type itself says little, and is most of what stands in declarations.
  if (seen.isUnknown || [...seen.types].every((name) => name === 'type') || !standsAlone(node, seen)) return false;
  const parent = parents.get(node);
  if (parent?.kind === 'call' && parent.callee === node) return false;
  if (parent?.kind === 'assign' && parent.target === node) return false;
  return !mentions(node, discarded);
}

/** Whether the type is the expression's own, whatever it stands in. */
function standsAlone(node: ast.Expression, seen: Observation): boolean {
  // At comptime one branch is taken and gives the type; a question is about both.
  if (seen.isComptime && children(node).some((child) => hasBranches(child))) return false;
  if (seen.isComptime && hasBranches(node)) return false;
  if (BRANCHES.has(node.kind)) return !seen.hasResultType && !(node.kind === 'block' && node.label === undefined);
  if (!DIRECT.has(node.kind)) return false;
  switch (node.kind) {
    case 'identifier':
      return node.name.text !== '_';
    case 'grouped':
    case 'comptime':
      return standsAlone(node.child, seen);
    case 'unary':
      return node.operator !== '?' && !isTypedAddress(node, seen) && standsAloneOrLiteral(node.operand, seen);
    case 'binary':
      return node.operator !== '!' && (node.operator !== 'orelse' || !seen.hasResultType);
    case 'catch':
      return !seen.hasResultType;
    case 'builtinCall':
      return !CASTS.has(node.name) && !(BOUNDED.has(node.name) && seen.isComptime);
    case 'call':
      return node.callee.kind !== 'enumLiteral';
    case 'arrayInit':
    case 'structInit':
      return node.type !== undefined;
    default:
      return true;
  }
}

function hasBranches(node: ast.Node): boolean {
  if (node.kind === 'grouped') return hasBranches(node.child);
  return (
    BRANCHES.has(node.kind as Kind) || node.kind === 'catch' || (node.kind === 'binary' && node.operator === 'orelse')
  );
}

/** `&e` for a result type is of a temporary of that type, unless `e` is storage. */
function isTypedAddress({ operator, operand }: ast.Unary, seen: Observation): boolean {
  return operator === '&' && seen.hasResultType && !denotesStorage(operand);
}

function standsAloneOrLiteral(node: ast.Expression, seen: Observation): boolean {
  return node.kind === 'numberLiteral' || node.kind === 'stringLiteral' || standsAlone(node, seen);
}

/** Names that a function discards (`_ = x;`): Zig accepts no other use of them. */
function discardedNames(root: ast.Root): ReadonlySet<string> {
  const names = new Set<string>();
  visit(root, (node) => {
    if (node.kind !== 'assign' || node.target.kind !== 'identifier' || node.target.name.text !== '_') return;
    if (node.value.kind === 'identifier') names.add(node.value.name.text);
  });
  return names;
}

/** Whether something in it forbids to write it twice. */
function mentions(node: ast.Node, discarded: ReadonlySet<string>): boolean {
  if (FORBIDDEN.has(node.kind)) return true;
  if (node.kind === 'identifier' && discarded.has(node.name.text)) return true;
  return children(node).some((child) => mentions(child, discarded));
}
