//! Dumps what Zig's own parser makes of files: `oracle <list of paths> <output>`.
//!
//! The output is a line of JSON with the names of the tags, padded to a multiple of four bytes, then 32-bit words, per file:
//! errors, tokens, nodes; tag and start of every token; tag, start, end and main token (by its start) of every node.
//! A file with errors has no nodes.

const std = @import("std");
const Ast = std.zig.Ast;

pub fn main(init: std.process.Init) !void {
    const args = try init.minimal.args.toSlice(init.arena.allocator());
    const cwd = std.Io.Dir.cwd();
    const list = try cwd.readFileAlloc(init.io, args[1], init.arena.allocator(), .unlimited);
    const file = try cwd.createFile(init.io, args[2], .{});
    defer file.close(init.io);
    var buffer: [1 << 16]u8 = undefined;
    var file_writer = file.writer(init.io, &buffer);
    const out = &file_writer.interface;
    try writeNames(out);
    var paths = std.mem.tokenizeScalar(u8, list, '\n');
    while (paths.next()) |path| {
        var arena: std.heap.ArenaAllocator = .init(std.heap.page_allocator);
        defer arena.deinit();
        const source = try cwd.readFileAllocOptions(init.io, path, arena.allocator(), .unlimited, .of(u8), 0);
        try dump(out, try Ast.parse(arena.allocator(), source, .zig));
    }
    try out.flush();
}

fn writeNames(out: *std.Io.Writer) !void {
    var line: [1 << 14]u8 = undefined;
    var names: std.Io.Writer = .fixed(&line);
    try names.writeAll("{\"nodes\":[");
    inline for (@typeInfo(Ast.Node.Tag).@"enum".fields, 0..) |field, index| {
        try names.print("{s}\"{s}\"", .{ if (index == 0) "" else ",", field.name });
    }
    try names.writeAll("],\"tokens\":[");
    inline for (@typeInfo(std.zig.Token.Tag).@"enum".fields, 0..) |field, index| {
        const tag: std.zig.Token.Tag = @enumFromInt(field.value);
        try names.print("{s}\"{s}\"", .{ if (index == 0) "" else ",", tag.lexeme() orelse field.name });
    }
    try names.writeAll("]}");
    while ((names.end + 1) % 4 != 0) try names.writeByte(' ');
    try names.writeByte('\n');
    try out.writeAll(names.buffered());
}

fn dump(out: *std.Io.Writer, tree: Ast) !void {
    try word(out, tree.errors.len);
    try word(out, tree.tokens.len);
    try word(out, if (tree.errors.len == 0) tree.nodes.len else 0);
    for (tree.tokens.items(.tag), tree.tokens.items(.start)) |tag, start| {
        try word(out, @intFromEnum(tag));
        try word(out, start);
    }
    if (tree.errors.len != 0) return;
    for (0..tree.nodes.len) |index| {
        const node: Ast.Node.Index = @enumFromInt(index);
        const last = tree.lastToken(node);
        try word(out, @intFromEnum(tree.nodeTag(node)));
        try word(out, tree.tokenStart(tree.firstToken(node)));
        try word(out, tree.tokenStart(last) + tree.tokenSlice(last).len);
        try word(out, tree.tokenStart(tree.nodeMainToken(node)));
    }
}

fn word(out: *std.Io.Writer, value: usize) !void {
    try out.writeInt(u32, @intCast(value), .little);
}
