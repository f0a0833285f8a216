/** The fields of structs, enums and unions, resolved on first use; defaults are a stage of their own, evaluated when asked for. */

import type {
  EnumField,
  EnumType,
  IntType,
  StructField,
  StructType,
  Type,
  UnionField,
  UnionType,
} from '../ir/types.js';
import type { Value } from '../ir/values.js';
import type * as ast from '../syntax/ast.js';
import { coerce } from './coerce.js';
import { type Env, fail, forType } from './env.js';
import { comptimeExprAs, expr, typeExpr } from './expr.js';
import * as int from './int.js';
import { alignOf, bitSizeOf } from './layout.js';
import { containerEnv } from './namespace.js';
import { within } from './naming.js';
import { freshTypeId, intType, T } from './pool.js';
import type { ContainerRecord } from './records.js';
import { instantiateSyntheticContainer } from './reify-container.js';

type Fielded = StructType | EnumType | UnionType;
type FieldOf<K extends Fielded> = K extends StructType ? StructField : K extends EnumType ? EnumField : UnionField;

/** The fields of a container type; a cycle through them is a failure. */
export function ensureFields<K extends Fielded>(env: Env, type: K, node: ast.Node): readonly FieldOf<K>[] {
  if (type.fields) return type.fields as readonly FieldOf<K>[];
  const container = type.container as ContainerRecord;
  if (container.fieldsStage === 'running') fail(env, node, `the fields of \`${container.name}\` depend on themselves`);
  container.fieldsStage = 'running';
  try {
    const inner = containerEnv(env.cx, container);
    within(env.cx, container.name, () => {
      if (type.kind === 'struct') resolveStruct(inner, type);
      else if (type.kind === 'enum') resolveEnum(inner, type);
      else resolveUnion(inner, type);
    });
    container.fieldsStage = 'done';
  } finally {
    if (container.fieldsStage === 'running') container.fieldsStage = 'none';
  }
  return (type as Fielded).fields as readonly FieldOf<K>[];
}

function fieldNodes(type: Fielded): ast.ContainerField[] {
  const node = (type.container as ContainerRecord).node;
  return (node?.members ?? []).filter((member) => member.kind === 'containerField');
}

/** A struct field whose default is evaluated when it is first wanted. */
class LazyStructField implements StructField {
  private defaulted: Value | undefined;
  private isEvaluated = false;
  constructor(
    private readonly env: Env,
    private readonly syntax: ast.ContainerField,
    readonly name: string,
    readonly type: Type,
    readonly index: number,
    readonly align: number,
  ) {}
  get isComptime(): boolean {
    return this.syntax.isComptime;
  }
  get defaultNode(): ast.Expression | undefined {
    return this.syntax.value;
  }
  get defaultValue(): Value | undefined {
    if (!this.isEvaluated && this.syntax.value) {
      this.defaulted = comptimeExprAs(this.env, this.syntax.value, this.type).value;
      this.isEvaluated = true;
    }
    return this.defaulted;
  }
}

function resolveStruct(env: Env, type: StructType): void {
  const fields: StructField[] = [];
  for (const syntax of fieldNodes(type)) {
    const index = fields.length;
    const fieldType = syntax.type ? typeExpr(env, syntax.type) : T.unknown;
    const align = syntax.align ? Number((comptimeExprAs(env, syntax.align, T.u29).value as { int: number }).int) : 0;
    fields.push(new LazyStructField(env, syntax, syntax.name?.text ?? String(index), fieldType, index, align));
  }
  type.fields = fields;
  if (type.layout !== 'packed') return;
  const argument = argumentOf(type);
  type.backingInt = argument
    ? (typeExpr(env, argument) as IntType)
    : intType(
        false,
        fields.reduce((sum, field) => sum + bitSizeOf(env, field.type, type.container.node!), 0),
      );
}

function argumentOf(type: Fielded): ast.Expression | undefined {
  const node = (type.container as ContainerRecord).node;
  return node?.kind === 'containerDecl' ? node.argument : undefined;
}

function resolveEnum(env: Env, type: EnumType): void {
  const argument = argumentOf(type);
  const nodes = fieldNodes(type);
  const written = argument && (typeExpr(env, argument) as IntType);
  const fields: EnumField[] = [];
  let next = 0n;
  for (const syntax of nodes) {
    const name = fieldName(syntax);
    if (name === '_') {
      type.isNonExhaustive = true;
      continue;
    }
    if (syntax.value)
      next = BigInt(intOf(env, comptimeExprAs(env, syntax.value, written ?? T.comptimeInt).value, syntax));
    fields.push({ name, value: next, index: fields.length });
    next += 1n;
  }
  type.tagType = written ?? intType(false, tagBits(fields));
  type.fields = fields;
}

/** Enum fields and union fields without a type are parsed as types by the grammar: their name is the type's text. */
function fieldName(syntax: ast.ContainerField): string {
  if (syntax.name) return syntax.name.text;
  return syntax.type?.kind === 'identifier' ? syntax.type.name.text : '';
}

function intOf(env: Env, value: Value | undefined, node: ast.Node): int.IntLike {
  return value?.kind === 'int' ? value.int : fail(env, node, 'expected an integer');
}

/** Bits of the smallest unsigned integer that holds the values. */
export function tagBits(fields: readonly EnumField[]): number {
  let largest = 0n;
  for (const field of fields) if (field.value > largest) largest = field.value;
  return fields.length <= 1 && largest === 0n ? 0 : int.bitLength(largest);
}

function resolveUnion(env: Env, type: UnionType): void {
  const container = type.container as ContainerRecord;
  const syntax = container.node as ast.ContainerDecl;
  const nodes = fieldNodes(type);
  const fields: UnionField[] = nodes.map((field, index) => ({
    name: fieldName(field),
    type: field.type && field.name ? typeExpr(env, field.type) : T.void,
    align: field.align ? Number((comptimeExprAs(env, field.align, T.u29).value as { int: number }).int) : 0,
    index,
  }));
  if (syntax.taggedByEnum || (syntax.argument && syntax.layout === 'auto'))
    type.tag = unionTag(env, type, syntax, nodes, fields);
  type.fields = fields;
}

function unionTag(
  env: Env,
  type: UnionType,
  syntax: ast.ContainerDecl,
  nodes: readonly ast.ContainerField[],
  fields: readonly UnionField[],
): EnumType {
  const argument = syntax.argument && typeExpr(env, syntax.argument);
  if (argument?.kind === 'enum') return argument;
  let next = 0n;
  const tags: EnumField[] = fields.map((field, index) => {
    const value = nodes[index]!.value;
    if (value) {
      const operand = coerce(env, expr(env, value, forType(T.comptimeInt)), T.comptimeInt, value);
      next = BigInt(intOf(env, operand.value, value));
    }
    return { name: field.name, value: next++, index };
  });
  return generatedTag(env, type, tags, argument?.kind === 'int' ? argument : intType(false, tagBits(tags)));
}

/** The enum that `union(enum)` makes for itself. */
export function generatedTag(env: Env, union: UnionType, fields: readonly EnumField[], tagType: IntType): EnumType {
  const container = instantiateSyntheticContainer(
    env,
    union.container as ContainerRecord,
    `@typeInfo(${union.container.name}).@"union".tag_type.?`,
  );
  const type: EnumType = {
    kind: 'enum',
    id: freshTypeId(),
    container,
    fields,
    tagType,
    isNonExhaustive: false,
    generatedFor: union,
  };
  container.type = type;
  return type;
}

/** The index of a field by name, or -1. */
export function fieldIndex(env: Env, type: Fielded, name: string, node: ast.Node): number {
  return ensureFields(env, type, node).findIndex((field) => field.name === name);
}

/** The field of a tagged union that a tag value selects, or -1. */
export function unionFieldOfTag(env: Env, type: UnionType, tag: int.IntLike, node: ast.Node): number {
  ensureFields(env, type, node);
  const name = type.tag && ensureFields(env, type.tag, node).find((field) => field.value === BigInt(tag))?.name;
  return name === undefined ? -1 : fieldIndex(env, type, name, node);
}
/** The integer of the tag of union field `index`. */
export function tagOfUnionField(env: Env, type: UnionType, index: number, node: ast.Node): bigint {
  const field = ensureFields(env, type, node)[index];
  const tag = type.tag && ensureFields(env, type.tag, node).find((one) => one.name === field?.name);
  return tag?.value ?? BigInt(index);
}
export { alignOf };
