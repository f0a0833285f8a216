//! Arrays, with and without a sentinel.

#![allow(
    unconditional_panic,
    dead_code,
    clippy::manual_find,
    clippy::nonminimal_bool
)]

const PRIMES: [u16; 5] = [2, 3, 5, 7, 11];

const GREETING: [u8; 4] = [b'h', b'e', b'y', 0];

fn row(board: &[[u8; 3]; 3], index: usize) -> u16 {
    let mut sum: u16 = 0;
    for cell in (*board)[index] {
        sum += u16::from(cell);
    }
    sum
}

fn transposed(board: [[u8; 3]; 3]) -> [[u8; 3]; 3] {
    let mut result: [[u8; 3]; 3] = [[0; 3]; 3];
    for (y, cells) in board.into_iter().enumerate() {
        for (x, cell) in cells.into_iter().enumerate() {
            result[x][y] = cell;
        }
    }
    result
}

fn index_of(value: u16) -> Option<usize> {
    for (index, prime) in PRIMES.into_iter().enumerate() {
        if prime == value {
            return Some(index);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrays() {
        let board: [[u8; 3]; 3] = [[1, 2, 3], [4, 5, 6], [7; 3]];
        assert!(row(&board, 1) == 15);
        let items_2 = transposed(board);
        assert!(row(&items_2, 0) == 12);
        assert!(index_of(7) == Some(3) && index_of(8).is_none());
        assert!(true && PRIMES[5 - 1] == 11);
        let zeroes = [0i32; 4];
        assert_eq!([0i32, 0, 0, 0][..], zeroes[..]);
        let joined = [1u8, 2, 3];
        assert!(true && joined[2] == 3);
        let mut copy = PRIMES;
        copy[0] = 1;
        assert!(PRIMES[0] == 2 && copy[0] == 1);
    }

    #[test]
    fn a_sentinel() {
        assert!(true && GREETING[3] == 0);
        let mut name: [u8; 5] = *b"Zoe \0";
        name[3] = b'!';
        assert_eq!(b"Zoe!", &name[..4]);
        assert!(name[4] == 0);
    }
}
