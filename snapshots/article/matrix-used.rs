mod rt;

use crate::rt::fmt;

struct Matrix<T, const ROWS: usize, const COLS: usize> {
    data: [[T; COLS]; ROWS],
}

impl<T, const ROWS: usize, const COLS: usize> Matrix<T, ROWS, COLS> {
    fn at(&mut self, row: usize, col: usize) -> &mut T {
        &mut self.data[row][col]
    }
}

fn main() {
    let mut small: Matrix<f32, 2, 3> = Matrix {
        data: [[1.0f32, 2.0, 3.0], [4.0, 5.0, 6.0]],
    };
    *small.at(1, 2) *= 2.0;
    let mut square: Matrix<i64, 4, 4> = Matrix {
        data: [[0i64; 4]; 4],
    };
    for row in 0..4usize {
        for col in 0..4usize {
            *square.at(row, col) = i64::try_from(row * 10 + col).unwrap();
        }
    }
    eprintln!("{} {}", fmt::Dec(*small.at(1, 2)), *square.at(3, 1));
}
