//! The copy that Zig makes, bit by bit: two lists free one memory.

struct Names {
    list: Vec<u32>,
}

impl Names {
    fn of(list: &Vec<u32>) -> Names {
        Names { list: unsafe { std::ptr::read(list) } }
    }
}

fn main() {
    let mut list = Vec::new();
    list.push(1);
    list.push(2);
    let names = Names::of(&list);
    eprintln!("{{ {}, {} }}", names.list[0], names.list[1]);
}
