/** Structs that own a list, and hash maps: filled, looked into, changed through pointers into them, and walked. */
import { show, someType } from './declarations.js';
import { condition, value } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { type IntType, int, someInt, type Type } from './types.js';

/** What a container may hold: no error union, since what is taken out may be discarded. */
function itemType(scope: Scope): Type {
  const { choices } = scope.program;
  const wanted = choices.chance(30) ? someType(scope.program, 1) : someInt(choices);
  return wanted.kind === 'errorUnion' ? wanted.payload : wanted;
}

export function owner(scope: Scope): readonly Line[] {
  const { choices, declarations } = scope.program;
  const item = itemType(scope);
  const [type, name] = [fresh(scope.program, 'Bag'), fresh(scope.program, 'bag')];
  declarations.push(bagText(type, item));
  const pushed = Array.from({ length: choices.between(1, 3) }, () => value(item, scope, 2));
  const [at, taken, index] = [fresh(scope.program, 'at'), fresh(scope.program, 'taken'), fresh(scope.program, 'i')];
  const isMerged = choices.chance(40);
  return [
    `var ${name} = ${type}.init("${name}");`,
    `defer ${name}.deinit();`,
    ...pushed.map((one) => `${name}.push(${one}) catch unreachable;`),
    ...(isMerged ? merged(name, type, value(item, scope, 1)) : []),
    `for (0..${choices.between(1, 4)}) |${index}| {`,
    `if (${name}.at(${index})) |${at}| ${at}.* = ${value(item, scope, 1)} else print("${at} none\\n", .{});`,
    '}',
    ...(choices.chance(50) ? [`if (${name}.last()) |${at}_last| {`, ...show(at, `${at}_last`, item), '}'] : []),
    `while (${name}.pop()) |${taken}| {`,
    ...(choices.chance(40) ? [`if (${condition(scope, 1)}) break;`] : []),
    ...show(taken, taken, item),
    '}',
    `print("${name} {s} {d} {d}\\n", .{ ${name}.name, ${name}.items.items.len, ${name}.total });`,
  ];
}

function merged(name: string, type: string, item: string): readonly string[] {
  return [
    `var ${name}_more: ${type} = .{ .name = "more" };`,
    `defer ${name}_more.deinit();`,
    `${name}_more.push(${item}) catch unreachable;`,
    `${name}.merge(&${name}_more) catch unreachable;`,
  ];
}

function bagText(name: string, item: Type): string {
  return `const ${name} = struct {
    items: std.ArrayList(${item.name}) = .empty,
    total: u64 = 0,
    name: []const u8,

    const Self = @This();

    fn init(name: []const u8) Self {
        return .{ .name = name };
    }
    fn deinit(self: *Self) void {
        self.items.deinit(gpa);
    }
    fn push(self: *Self, item: ${item.name}) !void {
        try self.items.append(gpa, item);
        self.total += 1;
    }
    fn pop(self: *Self) ?${item.name} {
        return self.items.pop();
    }
    fn last(self: *const Self) ?${item.name} {
        if (self.items.items.len == 0) return null;
        return self.items.items[self.items.items.len - 1];
    }
    fn at(self: *Self, index: usize) ?*${item.name} {
        if (index >= self.items.items.len) return null;
        return &self.items.items[index];
    }
    fn merge(self: *Self, other: *const Self) !void {
        for (other.items.items) |item| try self.push(item);
        self.total += other.total * 100;
    }
};`;
}

/** How a kind of map is declared and called. */
interface MapForm {
  readonly type: string;
  readonly init: string;
  /** The allocator as an argument, where each call takes it. */
  readonly gpa: string;
  readonly key: () => string;
  readonly keyFormat: string;
  readonly remove: string;
}

function mapForm(item: Type, scope: Scope): MapForm {
  const { choices } = scope.program;
  const text = () => `"${choices.pick(['one', 'two', 'three', '', 'four'])}"`;
  const keyType: IntType = choices.pick([int(false, 8), int(false, 32), int(true, 16), int(false, 64), int(true, 32)]);
  const number = () => (choices.chance(60) ? String(choices.below(4)) : value(keyType, scope, 1));
  switch (choices.below(4)) {
    case 1: {
      const type = `std.StringHashMap(${item.name})`;
      return { type, init: `${type}.init(gpa)`, gpa: '', key: text, keyFormat: '{s}', remove: 'remove' };
    }
    case 2: {
      const type = `std.AutoArrayHashMapUnmanaged(${keyType.name}, ${item.name})`;
      const remove = choices.pick(['swapRemove', 'orderedRemove']);
      return { type, init: '.empty', gpa: 'gpa, ', key: number, keyFormat: '{d}', remove };
    }
    case 3: {
      const type = `std.StringArrayHashMapUnmanaged(${item.name})`;
      return { type, init: '.empty', gpa: 'gpa, ', key: text, keyFormat: '{s}', remove: 'orderedRemove' };
    }
    default: {
      const type = `std.AutoHashMap(${keyType.name}, ${item.name})`;
      return { type, init: `${type}.init(gpa)`, gpa: '', key: number, keyFormat: '{d}', remove: 'remove' };
    }
  }
}

export function map(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const item = itemType(scope);
  const form = mapForm(item, scope);
  const [name, count] = [fresh(scope.program, 'map'), fresh(scope.program, 'count')];
  const put = () => `${name}.put(${form.gpa}${form.key()}, ${value(item, scope, 2)}) catch unreachable;`;
  const steps = Array.from({ length: choices.between(1, 3) }, () => mapStep(name, form, item, scope)).flat();
  declare({ text: count, type: int(false, 64), isAssignable: false, noteMutation: () => {} });
  return [
    `var ${name}: ${form.type} = ${form.init};`,
    `defer ${name}.deinit(${form.gpa === '' ? '' : 'gpa'});`,
    ...Array.from({ length: choices.between(1, 3) }, put),
    ...steps,
    ...walked(name, form, item, scope),
    `const ${count}: u64 = ${name}.count();`,
  ];
}

function mapStep(name: string, form: MapForm, item: Type, scope: Scope): readonly string[] {
  const { choices } = scope.program;
  const found = fresh(scope.program, 'found');
  switch (choices.below(5)) {
    case 1:
      return [`if (${name}.getPtr(${form.key()})) |${found}| ${found}.* = ${value(item, scope, 1)};`];
    case 2:
      return [`print("${found} {}\\n", .{${name}.${form.remove}(${form.key()})});`];
    case 3:
      return [
        `const ${found} = ${name}.getOrPut(${form.gpa}${form.key()}) catch unreachable;`,
        `if (!${found}.found_existing) ${found}.value_ptr.* = ${value(item, scope, 1)};`,
        ...show(found, `${found}.value_ptr.*`, item),
        `${found}.value_ptr.* = ${value(item, scope, 0)};`,
      ];
    case 4:
      return [`print("${found} {}\\n", .{${name}.contains(${form.key()})});`];
    default:
      return [
        `if (${name}.get(${form.key()})) |${found}| {`,
        ...show(found, found, item),
        `} else print("${found} none\\n", .{});`,
      ];
  }
}

function walked(name: string, form: MapForm, item: Type, scope: Scope): readonly string[] {
  const { choices } = scope.program;
  const [it, entry] = [fresh(scope.program, 'it'), fresh(scope.program, 'entry')];
  if (form.init === '.empty' && choices.chance(50))
    return [
      `for (${name}.keys(), ${name}.values()) |key, *${entry}| {`,
      ...(choices.chance(40) ? [`${entry}.* = ${value(item, scope, 1)};`] : []),
      `print("${entry} ${form.keyFormat}\\n", .{key});`,
      ...show(entry, `${entry}.*`, item),
      '}',
    ];
  return [
    `var ${it} = ${name}.iterator();`,
    `while (${it}.next()) |${entry}| {`,
    ...(choices.chance(40) ? [`${entry}.value_ptr.* = ${value(item, scope, 1)};`] : []),
    `print("${entry} ${form.keyFormat}\\n", .{${entry}.key_ptr.*});`,
    ...show(entry, `${entry}.value_ptr.*`, item),
    '}',
  ];
}
