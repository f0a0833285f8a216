/**
 * What semantic analysis says about the expression at an offset: the adapter between caret comments and the typed IR. The shortest
 * stretch of syntax around the offset wins; of several IR nodes for one stretch the innermost does, which is the expression as
 * written, before the coercions and dereferences that analysis wrapped around it. A function analysed several times, once per
 * set of comptime arguments, gives several answers: they are shown with ` | ` between them.
 */
import type { Expr, Local, Place } from '../../src/parse/ir/ir.js';
import type { Decl, FnInstance, Program } from '../../src/parse/ir/program.js';
import type { Type } from '../../src/parse/ir/types.js';
import type { Value } from '../../src/parse/ir/values.js';
import { typeName, valueText } from '../../src/parse/sema/print-type.js';

export interface QueriedType {
  readonly type: string;
  readonly value: string | undefined;
  /** The stretch of syntax that the answer is about. */
  readonly start: number;
  readonly end: number;
}

interface Answer {
  readonly start: number;
  readonly end: number;
  readonly type: Type;
  readonly value: Value | undefined;
  readonly instance: number;
}

/** Answers for the root file of a program. */
export function typeQuery(program: Program): (offset: number) => QueriedType | undefined {
  const answers = [
    ...[...program.root.container.decls.values()].flatMap(answersOfDecl),
    ...program.functions.filter((one) => one.decl.container.file === program.root).flatMap(answersOfFunction),
  ];
  return (offset) => {
    const around = answers.filter((one) => one.start <= offset && offset < one.end);
    const shortest = Math.min(...around.map((one) => one.end - one.start));
    const best = around.filter((one) => one.end - one.start === shortest);
    // The walk is from outside in: per instance the last is the innermost.
    const innermost = [...new Map(best.map((one) => [one.instance, one])).values()];
    const [first] = innermost;
    if (first === undefined) return undefined;
    const types = [...new Set(innermost.map((one) => typeName(one.type)))];
    const values = [...new Set(innermost.flatMap((one) => (one.value === undefined ? [] : [valueText(one.value)])))];
    const value = values.length === 0 ? undefined : values.join(' | ');
    return { type: types.join(' | '), value, start: first.start, end: first.end };
  };
}

function answersOfDecl(decl: Decl): readonly Answer[] {
  const own =
    decl.type === undefined || decl.node.kind !== 'varDecl'
      ? []
      : [
          {
            start: decl.node.name.start,
            end: decl.node.name.end,
            type: decl.type,
            value: decl.value,
            instance: -decl.id,
          },
        ];
  return [...own, ...answersBelow(decl.init, -decl.id)];
}

function answersOfFunction(instance: FnInstance): readonly Answer[] {
  const locals = instance.locals.flatMap((local) => answerOfLocal(local, instance.id));
  return [...locals, ...answersBelow(instance.body, instance.id)];
}

function answerOfLocal(local: Local, instance: number): readonly Answer[] {
  const { node, type } = local;
  if (node === undefined) return [];
  const name = 'name' in node && typeof node.name === 'object' && 'start' in node.name ? node.name : node;
  return [{ start: name.start, end: name.end, type, value: undefined, instance }];
}

/** Keys that lead out of the tree of a body: to types, syntax, comptime values, declarations, locals and other functions. */
const LEAVES_TREE: ReadonlySet<string> = new Set([
  ...['type', 'node', 'value', 'decl', 'local', 'instance', 'label', 'target', 'container', 'returns', 'sentinel'],
  ...['capture', 'captures', 'errorCapture', 'tagCapture', 'items', 'remaining'],
]);

/** Walks a body by its shape: whatever has a type and the syntax it came from is an answer. */
function answersBelow(node: unknown, instance: number): readonly Answer[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap((one) => answersBelow(one, instance));
  const own = isTyped(node)
    ? [{ start: node.node.start, end: node.node.end, type: node.type, value: comptimeValueOf(node), instance }]
    : [];
  const below = Object.entries(node).flatMap(([key, child]) => {
    // `value` is a comptime value on an expression, but an expression on a statement, a condition or a field.
    if (LEAVES_TREE.has(key) && !(key === 'value' && isTyped(child))) return [];
    return answersBelow(child, instance);
  });
  return [...own, ...below];
}

type TypedNode = Pick<Expr | Place, 'type' | 'node'>;

function isTyped(node: unknown): node is TypedNode {
  return typeof node === 'object' && node !== null && 'kind' in node && 'type' in node && 'node' in node;
}

function comptimeValueOf(node: TypedNode): Value | undefined {
  return 'value' in node ? (node as Expr).value : undefined;
}
