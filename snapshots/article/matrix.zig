fn Matrix(comptime T: type, comptime rows: usize, comptime cols: usize) type {
    return struct {
        data: [rows][cols]T,

        fn at(self: *@This(), row: usize, col: usize) *T {
            return &self.data[row][col];
        }
    };
}
