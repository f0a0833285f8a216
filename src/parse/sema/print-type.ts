/** Zig's own spelling of types, as `@typeName` gives it and as caret tests write it. */
import type { ErrorSetType, PointerType, Type } from '../ir/types.js';
import type { Value } from '../ir/values.js';
import { instanceName } from './naming.js';
import { printedValue } from './print-value.js';

/** The name of a type. Inferred error sets print as `@typeInfo(...)`'s set, as Zig's own messages do. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'int':
    case 'float':
    case 'skolem':
      return type.name;
    case 'pointer':
      return pointerName(type);
    case 'array':
      return `[${type.length}${type.sentinel ? `:${valueText(type.sentinel)}` : ''}]${typeName(type.child)}`;
    case 'vector':
      return `@Vector(${type.length}, ${typeName(type.child)})`;
    case 'optional':
      return `?${typeName(type.child)}`;
    case 'errorUnion':
      return `${errorSetName(type.errorSet)}!${typeName(type.payload)}`;
    case 'errorSet':
    case 'inferredErrorSet':
      return errorSetName(type);
    case 'fn':
      return fnName(type);
    case 'tuple':
      return type.elements.length === 0
        ? '@TypeOf(.{})'
        : `struct { ${type.elements.map((element) => (element.value ? `comptime ${typeName(element.type)} = ${printedValue(element.type, element.value)}` : typeName(element.type))).join(', ')} }`;
    case 'struct':
    case 'enum':
    case 'union':
    case 'opaque':
      return type.container.name;
    case 'undefined':
      return '@TypeOf(undefined)';
    case 'null':
      return '@TypeOf(null)';
    case 'enum_literal':
      return '@EnumLiteral()';
    default:
      return type.kind;
  }
}

function fnName(type: Extract<Type, { kind: 'fn' }>): string {
  const params = type.params.map(
    (param) =>
      `${param.isComptime ? 'comptime ' : ''}${param.isNoalias ? 'noalias ' : ''}${param.type ? typeName(param.type) : 'anytype'}`,
  );
  if (type.varargs) params.push('...');
  const callconv =
    type.callconv === 'auto' ? '' : ` callconv(.${type.callconv === 'inline' ? '@"inline"' : type.callconv})`;
  return `fn (${params.join(', ')})${callconv} ${type.returnType ? typeName(type.returnType) : 'anytype'}`;
}

function errorSetName(set: ErrorSetType): string {
  switch (set.kind) {
    case 'errorSet':
      return `error{${set.names.join(',')}}`;
    case 'inferredErrorSet':
      return `@typeInfo(@typeInfo(@TypeOf(${instanceName(set.owner)})).@"fn".return_type.?).error_union.error_set`;
    default:
      return 'anyerror';
  }
}

function pointerName(type: PointerType): string {
  const sentinel = type.sentinel ? `:${valueText(type.sentinel)}` : '';
  const head = { one: '*', many: `[*${sentinel}]`, slice: `[${sentinel}]`, c: '[*c]' }[type.size];
  const align =
    type.hostSize > 0
      ? `align(${type.align || 1}:${type.bitOffset}:${type.hostSize}) `
      : type.align
        ? `align(${type.align}) `
        : '';
  return `${head}${type.isAllowzero && type.size !== 'c' ? 'allowzero ' : ''}${align}${type.isConst ? 'const ' : ''}${type.isVolatile ? 'volatile ' : ''}${typeName(type.child)}`;
}

/** A short text of a scalar value, for type names and caret tests. */
export function valueText(value: Value): string {
  switch (value.kind) {
    case 'int':
    case 'enum':
      return String(value.int);
    case 'float':
      return String(value.float);
    case 'bool':
      return String(value.bool);
    case 'void':
      return '{}';
    case 'null':
    case 'undefined':
      return value.kind;
    case 'type':
      return typeName(value.type);
    case 'enumLiteral':
      return `.${value.name}`;
    case 'error':
      return `error.${value.name}`;
    case 'some':
      return valueText(value.payload);
    case 'bytes':
      return JSON.stringify(Buffer.from(value.bytes).toString('utf8'));
    case 'aggregate':
      return `.{ ${value.elements.map(valueText).join(', ')} }`;
    case 'repeat':
      return `.{${valueText(value.element)}} ** ${value.count}`;
    case 'union':
      return `.{ #${value.field} = ${valueText(value.payload)} }`;
    case 'fn':
      return `(function '${value.instance.decl.name}')`;
    case 'pointer':
      return value.base.kind === 'constant' && value.path.length === 0
        ? `&${valueText(value.base.value)}`
        : '(pointer)';
    case 'slice':
      return `(slice of ${value.length})`;
    case 'skolem':
      return `(comptime parameter ${value.param})`;
  }
}
