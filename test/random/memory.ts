/** Memory of the heap, and nodes that point to each other: on the stack, in a list, in a tree. */
import { condition, running, value } from './expressions.js';
import { fresh, type Scope } from './scope.js';
import type { Declare, Line } from './statements.js';
import { type IntType, someInt } from './types.js';

/** A slice of the heap: filled, sorted, copied, freed at the end of the block. */
export function heapSlice(scope: Scope, declare: Declare): readonly Line[] {
  const { choices } = scope.program;
  const type = someInt(choices);
  const [name, item, index] = [fresh(scope.program, 'mem'), fresh(scope.program, 'm'), fresh(scope.program, 'i')];
  const length = choices.between(1, 5);
  const isCopied = choices.chance(40);
  declare({ text: `${name}[0]`, type, isAssignable: true, noteMutation: () => {} });
  return [
    `const ${name} = gpa.alloc(${type.name}, ${length}) catch unreachable;`,
    `defer gpa.free(${name});`,
    `@memset(${name}, ${value(type, scope, 1)});`,
    `for (${name}, 0..) |*${item}, ${index}| {`,
    `if (${index} % 2 == ${choices.below(2)}) continue;`,
    `${item}.* = ${value(type, scope, 2)};`,
    '}',
    ...(choices.chance(40) ? [`std.mem.sort(${type.name}, ${name}, {}, std.sort.asc(${type.name}));`] : []),
    ...(choices.chance(30) ? [`std.mem.reverse(${type.name}, ${name}[${choices.below(length)}..]);`] : []),
    ...(choices.chance(30) ? [`std.mem.swap(${type.name}, &${name}[0], &${name}[${name}.len - 1]);`] : []),
    ...(isCopied
      ? [
          `const ${name}_copy = gpa.dupe(${type.name}, ${name}) catch unreachable;`,
          `defer gpa.free(${name}_copy);`,
          `${name}_copy[0] = ${value(type, scope, 1)};`,
          `print("${name} {any} {}\\n", .{ ${name}_copy, std.mem.eql(${type.name}, ${name}, ${name}_copy) });`,
        ]
      : []),
    `print("${name} {any} {d}\\n", .{ ${name}, std.mem.max(${type.name}, ${name}) });`,
  ];
}

/** Memory that its maker frees when it fails. */
export function maker(scope: Scope): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [fn, made] = [fresh(scope.program, 'make'), fresh(scope.program, 'made')];
  declarations.push(`fn ${fn}(allocator: std.mem.Allocator, count: usize, fill: ${type.name}) ![]${type.name} {
    const items = try allocator.alloc(${type.name}, count);
    errdefer allocator.free(items);
    for (items, 0..) |*item, at| {
        if (at == ${choices.between(1, 4)}) return error.Low;
        item.* = fill ${choices.pick(['+%', '^', '-|'])} @as(${type.name}, @truncate(${type.signed ? `@as(i64, @bitCast(at))` : `@as(u64, at)`}));
    }
    return items;
}`);
  // A truncation to a wider type is none.
  if (type.bits >= 64) declarations[declarations.length - 1] = plainMaker(fn, type);
  return [
    `if (${fn}(gpa, ${choices.below(5)}, ${running(type, scope, 1)})) |${made}| {`,
    `defer gpa.free(${made});`,
    `print("${made} {any}\\n", .{${made}});`,
    `} else |e| print("${made} {s}\\n", .{@errorName(e)});`,
  ];
}

function plainMaker(name: string, type: IntType): string {
  return `fn ${name}(allocator: std.mem.Allocator, count: usize, fill: ${type.name}) error{ OutOfMemory, Odd }![]${type.name} {
    if (count == 3) return error.Odd;
    const items = try allocator.alloc(${type.name}, count);
    @memset(items, fill);
    return items;
}`;
}

/** Nodes on the stack that point to the one before. */
export function chain(scope: Scope, declare: Declare): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [node, it, at] = [fresh(scope.program, 'Node'), fresh(scope.program, 'it'), fresh(scope.program, 'n')];
  declarations.push(`const ${node} = struct { value: ${type.name}, next: ?*${node} = null };`);
  const names = Array.from({ length: choices.between(1, 3) }, () => fresh(scope.program, 'node'));
  const lines = names.map((name, index) => {
    const before = names[index - 1];
    return `var ${name}: ${node} = .{ .value = ${value(type, scope, 1)}${before === undefined ? '' : `, .next = &${before}`} };`;
  });
  const [first = ''] = names;
  const last = names.at(-1) ?? '';
  declare({ text: `${first}.value`, type, isAssignable: true, noteMutation: () => {} });
  return [
    ...lines,
    `var ${it}: ?*${node} = &${last};`,
    `while (${it}) |${at}| : (${it} = ${at}.next) {`,
    ...(choices.chance(30) ? [`if (${condition(scope, 1)}) continue;`] : []),
    `${at}.value ${choices.pick(['+%=', '^=', '*%='])} ${value(type, scope, 1)};`,
    ...(choices.chance(50) ? [`if (${at}.next) |next| next.value ^= ${at}.value;`] : []),
    `print("${at} {d}\\n", .{${at}.value});`,
    '}',
  ];
}

/** A list of nodes on the heap. */
export function heapList(scope: Scope): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [stack, name, item] = [fresh(scope.program, 'Stack'), fresh(scope.program, 'stack'), fresh(scope.program, 'n')];
  declarations.push(stackText(stack, type));
  const pushed = Array.from({ length: choices.between(1, 3) }, () => value(type, scope, 2));
  return [
    `var ${name}: ${stack} = .{};`,
    `defer ${name}.deinit();`,
    ...pushed.map((one) => `${name}.push(${one}) catch unreachable;`),
    ...(choices.chance(50) ? [`${name}.reverse();`] : []),
    `print("${name} {?d} {d}\\n", .{ ${name}.pop(), ${name}.count });`,
    ...(choices.chance(50) ? [`${name}.push(${value(type, scope, 1)}) catch unreachable;`] : []),
    `if (${name}.head) |head| head.value ${choices.pick(['+%=', '^='])} ${value(type, scope, 1)};`,
    `while (${name}.pop()) |${item}| print("${item} {d}\\n", .{${item}});`,
  ];
}

function stackText(name: string, type: IntType): string {
  return `const ${name} = struct {
    head: ?*Node = null,
    count: usize = 0,

    const Node = struct { value: ${type.name}, next: ?*Node };

    fn push(self: *${name}, item: ${type.name}) !void {
        const node = try gpa.create(Node);
        node.* = .{ .value = item, .next = self.head };
        self.head = node;
        self.count += 1;
    }
    fn pop(self: *${name}) ?${type.name} {
        const node = self.head orelse return null;
        defer gpa.destroy(node);
        self.head = node.next;
        self.count -= 1;
        return node.value;
    }
    fn reverse(self: *${name}) void {
        var before: ?*Node = null;
        var at = self.head;
        while (at) |node| {
            at = node.next;
            node.next = before;
            before = node;
        }
        self.head = before;
    }
    fn deinit(self: *${name}) void {
        while (self.pop()) |_| {}
    }
};`;
}

/** A sorted tree on the heap. */
export function tree(scope: Scope): readonly Line[] {
  const { choices, declarations } = scope.program;
  const type = someInt(choices);
  const [node, root] = [fresh(scope.program, 'Tree'), fresh(scope.program, 'root')];
  declarations.push(treeText(node, type));
  const inserted = Array.from({ length: choices.between(1, 4) }, () => value(type, scope, 2));
  return [
    `var ${root}: ?*${node} = null;`,
    `defer if (${root}) |all| all.deinit();`,
    ...inserted.map((one) => `${node}.insert(&${root}, ${one}) catch unreachable;`),
    `if (${root}) |all| all.walk(0);`,
    `print("${root} {d}\\n", .{if (${root}) |all| all.depth() else 0});`,
  ];
}

function treeText(name: string, type: IntType): string {
  return `const ${name} = struct {
    key: ${type.name},
    count: u32 = 1,
    left: ?*${name} = null,
    right: ?*${name} = null,

    fn insert(place: *?*${name}, key: ${type.name}) !void {
        if (place.*) |node| {
            if (key == node.key) {
                node.count += 1;
            } else try insert(if (key < node.key) &node.left else &node.right, key);
            return;
        }
        const node = try gpa.create(${name});
        node.* = .{ .key = key };
        place.* = node;
    }
    fn walk(self: *const ${name}, level: usize) void {
        if (self.left) |left| left.walk(level + 1);
        print("{d} {d} x{d}\\n", .{ level, self.key, self.count });
        if (self.right) |right| right.walk(level + 1);
    }
    fn depth(self: *const ${name}) usize {
        const left = if (self.left) |left| left.depth() else 0;
        const right = if (self.right) |right| right.depth() else 0;
        return 1 + @max(left, right);
    }
    fn deinit(self: *${name}) void {
        if (self.left) |left| left.deinit();
        if (self.right) |right| right.deinit();
        gpa.destroy(self);
    }
};`;
}
