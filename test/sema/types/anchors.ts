/**
 * Where a question about an expression can be written: before the statement that holds it; in a branch that is no block, which then
 * becomes one; or at the end of the container. The names that the expression uses must exist there, so the nearest of these is
 * taken: whatever introduces names has a body that is one of them.
 */

import { isTuple } from '../../../src/parse/sema/container-decl.js';
import type * as ast from '../../../src/parse/syntax/ast.js';
import { children } from '../../../src/parse/syntax/children.js';

export type Anchor =
  | { readonly kind: 'statement'; readonly node: ast.Node }
  /** `gives`: its value, which the block must break with; nothing; or it is all of a statement. */
  | { readonly kind: 'branch'; readonly node: ast.Node; readonly gives: 'value' | 'nothing' | 'statement' }
  /** At the end of a container. */
  | { readonly kind: 'member'; readonly node: ast.ContainerDecl | ast.Root };

export type Parents = ReadonlyMap<ast.Node, ast.Node>;

export function parentsOf(root: ast.Node): Parents {
  const parents = new Map<ast.Node, ast.Node>();
  const pending: ast.Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    for (const child of children(node)) {
      parents.set(child, node);
      pending.push(child);
    }
  }
  return parents;
}

/** The nearest place for a question; undefined where there is none. */
export function anchorOf(node: ast.Node, parents: Parents): Anchor | undefined {
  let at = node;
  for (let parent = parents.get(at); parent !== undefined; at = parent, parent = parents.get(at)) {
    if (parent.kind === 'block') return { kind: 'statement', node: at };
    if (parent.kind === 'root' || parent.kind === 'containerDecl') return memberAnchor(at, parent);
    if (parent.kind === 'while' && at === parent.continueExpression) return undefined;
    if (parent.kind === 'fnProto' || parent.kind === 'asm' || parent.kind === 'asmOperand') return undefined;
    if (isBranch(at, parent) && at.kind !== 'block') {
      const gives = isStatement(at, parents) ? 'statement' : JUMPS.has(at.kind) ? 'nothing' : 'value';
      return { kind: 'branch', node: at, gives };
    }
  }
  return undefined;
}

const JUMPS: ReadonlySet<ast.NodeKind> = new Set<ast.NodeKind>([
  'return',
  'break',
  'continue',
  'unreachable',
  'assign',
]);

function memberAnchor(at: ast.Node, parent: ast.ContainerDecl | ast.Root): Anchor | undefined {
  if (parent.kind === 'containerDecl' && (at === parent.argument || isTuple(parent))) return undefined;
  return at.kind === 'varDecl' || at.kind === 'containerField' ? { kind: 'member', node: parent } : undefined;
}

/** A part that may run or not, or that has names of its own. */
function isBranch(node: ast.Node, parent: ast.Node): boolean {
  switch (parent.kind) {
    case 'if':
      return node !== parent.condition;
    case 'while':
      return node === parent.body || node === parent.else;
    case 'for':
      return node === parent.body || node === parent.else;
    case 'switchProng':
    case 'errdefer':
    case 'defer':
      return 'body' in parent && node === parent.body;
    case 'catch':
      return node === parent.handler;
    case 'binary':
      return (
        node === parent.right && (parent.operator === 'and' || parent.operator === 'or' || parent.operator === 'orelse')
      );
    default:
      return false;
  }
}

/** Whether a branch stands where a statement does, so that its value is void. */
function isStatement(node: ast.Node, parents: Parents): boolean {
  const parent = parents.get(node);
  switch (parent?.kind) {
    case 'block':
    case 'defer':
    case 'errdefer':
      return true;
    case 'for':
    case 'while':
      return node === parent.body || isStatement(parent, parents);
    case 'if':
      return isStatement(parent, parents);
    case 'switchProng':
      return isStatement(parents.get(parent) ?? parent, parents);
    default:
      return false;
  }
}

/** Whether a statement ends with a block, so that no semicolon follows it. */
export function endsWithBlock(node: ast.Node): boolean {
  switch (node.kind) {
    case 'block':
    case 'switch':
      return true;
    case 'if':
      return endsWithBlock(node.else ?? node.then);
    case 'for':
    case 'while':
      return endsWithBlock(node.else ?? node.body);
    default:
      return false;
  }
}
