//! Pointers as references: parameters, receivers, results that point into what was passed.

#![allow(dead_code)]

#[derive(Clone, Copy)]
struct Grid {
    cells: [u8; 6],
    width: usize,
}

impl Default for Grid {
    fn default() -> Self {
        Self {
            cells: [46; 6],
            width: 3,
        }
    }
}

impl Grid {
    fn at(&mut self, x: usize, y: usize) -> &mut u8 {
        &mut self.cells[y * self.width + x]
    }

    fn row(&self, y: usize) -> &[u8] {
        &self.cells[y * self.width..][..self.width]
    }

    fn count(self, c: u8) -> usize {
        let mut n: usize = 0;
        for cell in self.cells {
            n += usize::from(u8::from(cell == c));
        }
        n
    }
}

fn increment(n: &mut u32) {
    *n += 1;
}

fn swap(a: &mut u32, b: &mut u32) {
    let old = *a;
    *a = *b + 1;
    *b = old;
}

fn first_word(text: &[u8]) -> &[u8] {
    let end = match text.iter().position(|&item| item == b' ') {
        Some(value) => value,
        None => text.len(),
    };
    &text[..end]
}

fn larger<'a>(a: &'a u32, b: &'a u32) -> &'a u32 {
    if *a > *b { a } else { b }
}

fn fill(target: &mut [u8], c: u8) {
    for t in target.iter_mut() {
        *t = c;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        let mut grid: Grid = Grid::default();
        *grid.at(1, 1) = b'#';
        assert_eq!(b".#.", grid.row(1));
        assert_eq!(5, grid.count(b'.'));
        let mut a: u32 = 3;
        let mut b: u32 = 9;
        increment(&mut a);
        swap(&mut a, &mut b);
        assert_eq!(10, a);
        assert_eq!(10, *larger(&a, &b));
        assert_eq!(b"one", first_word(b"one two"));
        fill(&mut grid.cells[..2], b'x');
        assert_eq!(b"xx.", grid.row(0));
    }
}
