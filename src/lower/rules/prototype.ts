/**
 * Compares a rule's signature with the prototype that std declares: versions of std give one name different parameters
 * (`append(self, item)`, `append(self, gpa, item)`) or results (`pop() T`, `pop() ?T`). Names of types are not compared, since the
 * same type is written in many ways; the outer shape is.
 */
import type * as ast from '../../parse/syntax/ast.js';
import type { Signature } from './rule.js';
import { ungrouped } from './signature.js';

/** Undefined: they agree. Otherwise how they differ. */
export function prototypeMismatch(signature: Signature, proto: ast.FnProto): string | undefined {
  if (signature.params.length !== proto.params.length) {
    return `it is declared with ${proto.params.length} parameters, the signature has ${signature.params.length}`;
  }
  for (const [index, declared] of proto.params.entries()) {
    const written = signature.params[index];
    if (written === undefined) continue;
    if (written.isComptime !== declared.isComptime) return `parameter ${written.name} is comptime in only one of them`;
    if (shapeOf(written.type) !== shapeOf(declared.type)) return `parameter ${written.name} has another type`;
  }
  return resultMismatch(signature, proto);
}

function resultMismatch(signature: Signature, proto: ast.FnProto): string | undefined {
  const [written, declared] = [payloadOf(signature.type), payloadOf(proto.returnType)];
  const declaredFails = proto.inferredErrors || declared.isErrorUnion;
  if (signature.isErrorUnion !== declaredFails) return 'only one of them returns an error union';
  return shapeOf(written.payload) === shapeOf(declared.payload) ? undefined : 'they return different types';
}

function payloadOf(written: ast.Expression | undefined): {
  payload: ast.Expression | undefined;
  isErrorUnion: boolean;
} {
  const type = computed(ungrouped(written));
  if (type?.kind === 'binary' && type.operator === '!') return { payload: type.right, isErrorUnion: true };
  return { payload: type, isErrorUnion: false };
}

/** The type that a block gives at its end: `t: { …; break :t Error![]T; }`. */
function computed(type: ast.Expression | undefined): ast.Expression | undefined {
  if (type?.kind !== 'block') return type;
  const last = type.statements.at(-1);
  return last?.kind === 'break' ? ungrouped(last.value) : type;
}

/** The outer constructors of a type, down to the first that is a name or needs evaluation. */
function shapeOf(type: ast.Expression | undefined): string {
  switch (type?.kind) {
    case undefined:
      return 'anytype';
    case 'unary':
      return type.operator === '?' ? `?${shapeOf(type.operand)}` : 'name';
    case 'pointerType':
      return `${type.size}${type.isConst ? ' const' : ''}`;
    case 'grouped':
      return shapeOf(type.child);
    default:
      return 'name';
  }
}
