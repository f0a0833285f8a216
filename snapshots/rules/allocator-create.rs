#![allow(dead_code, clippy::let_and_return)]

#[derive(Clone, Copy)]
struct Point {
    x: i32,
    y: i32,
}

fn make() -> Box<Point> {
    let point = Box::new(Point { x: 1, y: 2 });
    point
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn allocator_create() {
        let point = make();
        assert_eq!(3, point.x + point.y);
    }
}
