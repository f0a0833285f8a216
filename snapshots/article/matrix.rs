#![allow(dead_code)]

struct Matrix<T, const ROWS: usize, const COLS: usize> {
    data: [[T; COLS]; ROWS],
}

impl<T, const ROWS: usize, const COLS: usize> Matrix<T, ROWS, COLS> {
    fn at(&mut self, row: usize, col: usize) -> &mut T {
        &mut self.data[row][col]
    }
}
