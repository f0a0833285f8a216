/** Suffixes in arguments: of functions, methods, struct literals and macros. */
import type { CallExpr, Expr, MacroArgument, MacroCall, MethodCallExpr, StructExpr, Type } from '../rust-ast.js';
import {
  elideCompared,
  elideElements,
  elideExpr,
  elideGenerics,
  elidePattern,
  elideType,
  independentFact,
  type Place,
} from './elide.js';
import { type Inference, signatureOfCall, signatureOfMethod } from './facts.js';
import { takesOffset, takesParameter, takesSelf, takesU32, takesUsize, usizeArguments } from './methods.js';
import {
  behindReferences,
  type Fact,
  primitiveName,
  primitiveType,
  typeArguments,
  typeName,
  u32,
  usize,
} from './types.js';

function inference(place: Place): Inference {
  return { environment: place.environment, scope: place.scope, literals: false };
}

export function elideArguments(expr: CallExpr | MethodCallExpr | StructExpr, expected: Fact, place: Place): Expr {
  switch (expr.kind) {
    case 'call':
      return elideCall(expr, expected, place);
    case 'methodCall':
      return elideMethodCall(expr, place);
    case 'struct':
      return elideStruct(expr, place);
  }
}

function elideCall(expr: CallExpr, expected: Fact, place: Place): Expr {
  const parameters =
    expr.parameterTypes ??
    signatureOfCall(expr, inference(place))?.parameters ??
    stdFunction(expr) ??
    wrapped(expr, expected);
  const callee = elideExpr(expr.callee, undefined, place);
  return {
    ...expr,
    callee,
    arguments: expr.arguments.map((argument, index) => elideExpr(argument, parameters[index], place)),
  };
}

/** Functions of std and of the runtime with a parameter of primitive type. */
function stdFunction(expr: CallExpr): readonly (Type | undefined)[] | undefined {
  if (expr.callee.kind !== 'path') return undefined;
  const [owner, name] = expr.callee.path.segments.slice(-2).map((segment) => segment.name);
  if (owner === 'process' && name === 'exit') return [primitiveType('i32')];
  if (owner === 'parse' && (name === 'int' || name === 'unsigned')) return [undefined, primitiveType('u8')];
  const positions = usizeArguments.get(`${owner}::${name}`);
  return positions && expr.arguments.map((_, index) => (positions.includes(index) ? usize : undefined));
}

/** `Some(x)` where an `Option<T>` is expected, `Ok(x)` and `Err(e)` where a `Result<T, E>` is, `Cell::new(x)` where a `Cell<T>` is. */
function wrapped(expr: CallExpr, expected: Fact): readonly Fact[] {
  if (typeof expected !== 'object' || expr.callee.kind !== 'path') return [];
  const names = expr.callee.path.segments.map((segment) => segment.name);
  const last = names.at(-1);
  const [first, second] = typeArguments(expected);
  switch (typeName(expected)) {
    case 'Option':
      return last === 'Some' ? [first] : [];
    case 'Result':
      return last === 'Ok' ? [first] : last === 'Err' ? [second] : [];
    case last === 'new' ? names.at(-2) : last:
      return first === undefined ? [] : held(typeName(expected) ?? '', first);
    default:
      return [];
  }
}

/** What a wrapper is made of. */
function held(wrapper: string, inner: Type): readonly Fact[] {
  if (wrapper === 'Vector') return [{ kind: 'slice', element: inner }];
  return HOLDERS.has(wrapper) || /^Align\d+$/.test(wrapper) ? [inner] : [];
}

/** Types whose `new` takes a value of their parameter. */
const HOLDERS: ReadonlySet<string> = new Set(['Box', 'Cell', 'RefCell', 'UnsafeCell', 'Mutex', 'RwLock', 'Wrapping']);

function elideMethodCall(expr: MethodCallExpr, place: Place): Expr {
  const receiver = elideExpr(expr.receiver, undefined, place);
  const fact = independentFact(expr.receiver, place);
  const signature = signatureOfMethod(expr.method, fact, inference(place));
  const expectations = expr.parameterTypes ?? signature?.parameters;
  const args = expr.arguments.map((argument, index) => {
    const expected = expectations === undefined ? stdParameter(expr.method, fact) : expectations[index];
    return elideExpr(argument, expected, place);
  });
  return { ...expr, receiver, generics: expr.generics && elideGenerics(expr.generics, place), arguments: args };
}

/** What a method of std expects of its arguments. */
function stdParameter(method: string, receiver: Fact): Fact {
  const type = typeof receiver === 'object' ? behindReferences(receiver) : undefined;
  const isInteger = type !== undefined && primitiveName(type) !== undefined;
  if (takesOffset.has(method) && typeof receiver === 'object' && receiver.kind === 'rawPointer') return usize;
  if (takesSelf.has(method)) return isInteger ? type : undefined;
  if (takesU32.has(method) && (isInteger || !takesUsize.has(method))) return u32;
  if (takesUsize.has(method)) return usize;
  if (method === 'unwrap_or' && receiver === 'fixed') return 'fixed';
  if (!takesParameter.has(method) || type === undefined) return undefined;
  if (type.kind === 'array' || type.kind === 'slice') return type.element;
  const [only, second] = typeArguments(type);
  if (method === 'unwrap_or' && typeName(type) === 'Result') return only;
  return second === undefined ? only : undefined;
}

function elideStruct(expr: StructExpr, place: Place): Expr {
  const names = expr.path.segments.map((segment) => segment.name);
  const last = names.at(-1);
  const self = place.scope.self === undefined ? undefined : typeName(place.scope.self);
  const owners = [last === 'Self' ? self : last, `${names.at(-2) === 'Self' ? self : names.at(-2)}::${last}`];
  const fieldFact = (name: string | number): Fact => {
    for (const owner of owners) {
      const fact = place.environment.fields.get(`${owner}.${name}`);
      if (fact !== undefined) return fact === 'fixed' ? undefined : fact;
    }
    return undefined;
  };
  const fields = expr.fields.map((field) => ({
    ...field,
    value: elideExpr(field.value, fieldFact(field.name), place),
  }));
  return { ...expr, fields, base: expr.base && elideExpr(expr.base, undefined, place) };
}

const comparing: ReadonlySet<string> = new Set(['assert_eq', 'assert_ne', 'debug_assert_eq', 'debug_assert_ne']);

export function elideMacro(call: MacroCall, expected: Fact, place: Place): MacroCall {
  const name = call.path.segments.at(-1)?.name ?? '';
  const { input } = call;
  const element = typeof expected === 'object' && typeName(expected) === 'Vec' ? typeArguments(expected)[0] : undefined;
  switch (input.kind) {
    case 'items':
      return call;
    case 'repeat':
      return {
        ...call,
        input: {
          ...input,
          value: elideExpr(input.value, element, place),
          length: elideExpr(input.length, usize, place),
        },
      };
    case 'arguments':
      return { ...call, input: { ...input, arguments: elideMacroArguments(name, input.arguments, element, place) } };
  }
}

function elideMacroArguments(
  name: string,
  args: readonly MacroArgument[],
  element: Fact,
  place: Place,
): readonly MacroArgument[] {
  if (name === 'vec') {
    const elements = elideElements(
      args.flatMap((argument) => (argument.kind === 'expr' ? [argument.expr] : [])),
      element,
      place,
    );
    return args.map((argument, index) =>
      argument.kind === 'expr' ? { ...argument, expr: elements[index] ?? argument.expr } : argument,
    );
  }
  const [first, second, ...rest] = args;
  if (comparing.has(name) && first?.kind === 'expr' && second?.kind === 'expr') {
    const [left, right] = elideCompared(first.expr, second.expr, place);
    return [
      { ...first, expr: left },
      { ...second, expr: right },
      ...rest.map((argument) => elideMacroArgument(argument, undefined, place)),
    ];
  }
  const matched = name === 'matches' && first?.kind === 'expr' ? independentFact(first.expr, place) : undefined;
  return args.map((argument) => elideMacroArgument(argument, matched, place));
}

function elideMacroArgument(argument: MacroArgument, matched: Fact, place: Place): MacroArgument {
  switch (argument.kind) {
    case 'expr':
    case 'named':
    case 'asmOperand':
      return { ...argument, expr: elideExpr(argument.expr, undefined, place) };
    case 'type':
      return { ...argument, type: elideType(argument.type, place) };
    case 'pattern':
      return { ...argument, pattern: elidePattern(argument.pattern, matched) };
    case 'format':
      return argument;
  }
}
