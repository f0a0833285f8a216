//! Only the caller's copy of the result is raw: it compiles, and `reset` believes that nobody else reaches what `self` does.

struct List {
    items: [u32; 4],
}

impl List {
    fn at(&mut self, index: usize) -> &mut u32 {
        &mut self.items[index]
    }

    #[inline(never)]
    fn reset(&mut self, kept: *mut u32) -> u32 {
        self.items[0] = 1;
        unsafe { *kept = 2 };
        self.items[0]
    }
}

fn main() {
    let mut list = List { items: [7, 8, 9, 10] };
    let kept: *mut u32 = list.at(0);
    eprintln!("{}", list.reset(kept));
}
