/** An expression with every association spelt out in parentheses. */
import type { Expression, PointerType, SourceFile } from '../../src/parse/syntax/ast.js';
import { parseSource } from '../../src/parse/syntax/parse.js';

/** Parses `text` as the value of a constant and shows how it associates. Faults are part of the answer. */
export function shapeOf(text: string): string {
  const file = parseSource('shape.zig', `const x = ${text};`);
  const member = file.root.members[0];
  const faults = file.faults.map(({ found, expected }) => ` [found ${found}, expected ${expected}]`).join('');
  if (member?.kind !== 'varDecl' || member.value === undefined) return `no value${faults}`;
  return shape(file, member.value) + faults;
}

function shape(file: SourceFile, node: Expression): string {
  const of = (child: Expression | undefined): string => (child === undefined ? '' : shape(file, child));
  switch (node.kind) {
    case 'binary':
      return `(${of(node.left)} ${node.operator} ${of(node.right)})`;
    case 'unary':
      return `(${node.operator} ${of(node.operand)})`;
    case 'catch':
      return `(${of(node.operand)} catch ${node.capture === undefined ? '' : `|${node.capture.text}| `}${of(node.handler)})`;
    case 'fieldAccess':
      return `(${of(node.object)}).${node.name.text}`;
    case 'deref':
      return `(${of(node.operand)}).*`;
    case 'unwrapOptional':
      return `(${of(node.operand)}).?`;
    case 'call':
      return `(${of(node.callee)})(${node.args.map(of).join(', ')})`;
    case 'arrayAccess':
      return `(${of(node.object)})[${of(node.index)}]`;
    case 'slice':
      return `(${of(node.object)})[${of(node.low)} .. ${of(node.high)}${node.sentinel ? ` : ${of(node.sentinel)}` : ''}]`;
    case 'pointerType':
      return `(${pointerHead(node)} ${of(node.child)})`;
    case 'arrayType':
      return `([${node.length === undefined ? '_' : of(node.length)}${node.sentinel ? `:${of(node.sentinel)}` : ''}] ${of(node.child)})`;
    case 'structInit':
      return `(${of(node.type) || '.'}{ ${node.fields.map((field) => `.${field.name.text} = ${of(field.value)}`).join(', ')} })`;
    case 'arrayInit':
      return `(${of(node.type) || '.'}{ ${node.elements.map(of).join(', ')} })`;
    case 'if':
      return `(if ${of(node.condition)} then ${of(node.then)}${node.else ? ` else ${of(node.else)}` : ''})`;
    case 'return':
      return `(return ${of(node.value)})`;
    case 'comptime':
      return `(comptime ${of(node.child)})`;
    case 'await':
      return `(await ${of(node.child)})`;
    case 'async':
      return `(async ${of(node.child)})`;
    case 'error':
      return 'unreadable';
    case 'fnProto':
      return `(fn ${node.inferredErrors ? '!' : ''}${of(node.returnType)})`;
    default:
      return file.text.slice(node.start, node.end);
  }
}

function pointerHead(node: PointerType): string {
  const head = { one: '*', many: '[*]', slice: '[]', c: '[*c]' }[node.size];
  return `${head}${node.isConst ? 'const' : ''}`;
}
