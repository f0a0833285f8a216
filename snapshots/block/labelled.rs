//! Labelled blocks and their values.

#![allow(arithmetic_overflow, dead_code)]

fn clamp_to_table(n: u32) -> u32 {
    let table = [1u32, 10, 100];
    let limit = 'blk: {
        for entry in table {
            if entry >= n {
                break 'blk entry;
            }
        }
        table[3 - 1]
    };
    limit + 1
}

fn check(n: i32) -> i32 {
    let mut result: i32 = 0;
    'steps: {
        if n < 0 {
            break 'steps;
        }
        result += 1;
        if n > 10 {
            break 'steps;
        }
        result += 1;
    }
    result
}

const START: u8 = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labelled_blocks() {
        assert_eq!(11, clamp_to_table(7));
        assert_eq!(101, clamp_to_table(700));
        assert_eq!(0, check(-1));
        assert_eq!(2, check(3));
        assert_eq!(10, START);
    }
}
