/**
 * Comptime values as the names of types show them, `List(u8,.{ .first = 1 })`: the compiler's own spelling, in which only the outermost
 * aggregate shows its parts.
 */
import type { Type } from '../ir/types.js';
import type { PointerValue, Value } from '../ir/values.js';
import { typeName, valueText } from './print-type.js';

const MAX_ITEMS = 100;
const CUT = '.{ ... }';

/** The text of a value of `type`. */
export function printedValue(type: Type, value: Value): string {
  return printed(type, value, true);
}

function printed(type: Type, value: Value, isOuter: boolean): string {
  switch (value.kind) {
    case 'type':
      return typeName(value.type);
    case 'enum':
      return tagName(type, value.int);
    case 'some':
      return printed(payloadOf(type), value.payload, isOuter);
    case 'fn':
      return `(function '${value.instance.decl.name}')`;
    case 'bytes':
      return value.bytes.length === 0 ? '.{}' : `${quoted(value.bytes)}.*`;
    case 'repeat':
    case 'aggregate':
      return isOuter ? aggregateText(type, partsOf(value)) : CUT;
    case 'union':
      return isOuter ? unionText(type, value.field, value.payload) : CUT;
    case 'pointer':
      return pointerText(type, value, isOuter);
    case 'slice':
      return isOuter ? `${pointerText(type, value.pointer, true)}[0..${value.length}]` : `&${CUT}[0..(...)]`;
    default:
      return valueText(value);
  }
}

function payloadOf(type: Type): Type {
  return type.kind === 'optional' ? type.child : type.kind === 'errorUnion' ? type.payload : type;
}

function tagName(type: Type, int: number | bigint): string {
  const field = type.kind === 'enum' ? type.fields?.find((one) => one.value === BigInt(int)) : undefined;
  return field ? `.${field.name}` : `@enumFromInt(${int})`;
}

function partsOf(value: Extract<Value, { kind: 'aggregate' | 'repeat' }>): readonly Value[] {
  if (value.kind === 'aggregate') return value.elements;
  return Array.from({ length: Math.min(value.count, MAX_ITEMS + 1) }, () => value.element);
}

function aggregateText(type: Type, parts: readonly Value[]): string {
  const texts = parts.slice(0, MAX_ITEMS).map((part, index) => {
    const child = childOf(type, index);
    const text = printed(child.type, part, false);
    return child.name === undefined ? text : `.${child.name} = ${text}`;
  });
  if (parts.length > MAX_ITEMS) texts.push('...');
  if (texts.length === 0) return '.{}';
  return `.{ ${texts.join(', ')} }`;
}

function childOf(type: Type, index: number): { readonly type: Type; readonly name?: string } {
  switch (type.kind) {
    case 'struct': {
      const field = type.fields?.[index];
      return field === undefined ? { type } : { type: field.type, name: field.name };
    }
    case 'tuple':
      return { type: type.elements[index]?.type ?? type };
    case 'array':
    case 'vector':
      return { type: type.child };
    default:
      return { type };
  }
}

function unionText(type: Type, index: number, payload: Value): string {
  const field = type.kind === 'union' ? type.fields?.[index] : undefined;
  return field ? `.{ .${field.name} = ${printed(field.type, payload, false)} }` : CUT;
}

function pointerText(type: Type, { base, path }: PointerValue, isOuter: boolean): string {
  const steps = path.map((step) => (step.kind === 'element' ? `[${step.index}]` : '')).join('');
  switch (base.kind) {
    case 'decl':
      return `&${base.decl.container.name}.${base.decl.name}${steps}`;
    case 'fn':
      return `&${base.instance.container.name}.${base.instance.decl.name}`;
    case 'constant':
      if (!isOuter) return `&${CUT}`;
      if (base.value.kind === 'bytes') return quoted(base.value.bytes);
      return `&${printed(base.type, base.value, true)}`;
    case 'allocation':
      return isOuter ? `&${printed(base.allocation.type, base.allocation.value, true)}` : `&${CUT}`;
    case 'integer':
      return `@as(${typeName(type)}, @ptrFromInt(${base.address}))`;
  }
}

/** A string as Zig writes it. */
function quoted(bytes: Uint8Array): string {
  return `"${[...bytes].map(escaped).join('')}"`;
}

const ESCAPES: Readonly<Record<number, string>> = { 9: '\\t', 10: '\\n', 13: '\\r', 34: '\\"', 92: '\\\\' };

function escaped(byte: number): string {
  const isPrintable = byte >= 0x20 && byte < 0x7f;
  return ESCAPES[byte] ?? (isPrintable ? String.fromCharCode(byte) : `\\x${byte.toString(16).padStart(2, '0')}`);
}
