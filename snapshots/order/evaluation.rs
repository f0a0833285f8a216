//! The order of evaluation is Zig's: operands of a place before the value that is stored there.

#![allow(arithmetic_overflow, dead_code)]

#[derive(Clone, Copy)]
struct Trace {
    steps: [u8; 8],
    len: usize,
}

impl Default for Trace {
    fn default() -> Self {
        Self {
            steps: [32; 8],
            len: 0,
        }
    }
}

impl Trace {
    fn next(&mut self, c: u8) -> usize {
        self.steps[self.len] = c;
        self.len += 1;
        self.len - 1
    }
}

fn store(trace: &mut Trace) -> [usize; 3] {
    let mut cells: [usize; 3] = [0, 0, 0];
    let index = trace.next(b'p');
    cells[index] = trace.next(b'v') + 10;
    let index_2 = trace.next(b'q') - 1;
    cells[index_2] += trace.next(b'w');
    cells
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Pair {
    x: i32,
    y: i32,
}

/// Without a type the fields are written one by one into the place.
fn written(start: Pair) -> Pair {
    let mut pair = start;
    pair.x = pair.y;
    pair.y = pair.x + 1;
    pair
}

/// With a type it is a value.
fn swapped(start: Pair) -> Pair {
    let mut pair = start;
    pair = Pair {
        x: pair.y,
        y: pair.x + 1,
    };
    pair
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order() {
        let mut trace: Trace = Trace::default();
        assert_eq!([11, 3, 0], store(&mut trace));
        assert_eq!(b"pvqw", &trace.steps[..trace.len]);
        assert_eq!(Pair { x: 2, y: 3 }, written(Pair { x: 1, y: 2 }));
        assert_eq!(Pair { x: 2, y: 2 }, swapped(Pair { x: 1, y: 2 }));
    }
}
