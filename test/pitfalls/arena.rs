//! An owner for each value, and each dropped: what two nodes share is freed twice.

struct Node {
    value: u32,
    left: Option<Box<Node>>,
    right: Option<Box<Node>>,
}

impl Node {
    fn sum(&self) -> u32 {
        self.value + self.left.as_ref().map_or(0, |left| left.sum()) + self.right.as_ref().map_or(0, |right| right.sum())
    }
}

fn node(value: u32) -> Box<Node> {
    Box::new(Node { value, left: None, right: None })
}

fn main() {
    let shared = Box::into_raw(node(3));
    let mut root = node(1);
    root.left = Some(unsafe { Box::from_raw(shared) });
    root.right = Some(unsafe { Box::from_raw(shared) });
    eprintln!("{}", root.sum());
}
