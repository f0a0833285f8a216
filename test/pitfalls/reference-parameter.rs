//! References to what may be one place: the compiler believes that they are two, and reads `from` once.

#[inline(never)]
fn add_twice(to: &mut u32, from: &u32) {
    *to += *from;
    *to += *from;
}

fn main() {
    let mut one = 1;
    let mut other = 5;
    add_twice(&mut other, &one);
    let place = &raw mut one;
    unsafe { add_twice(&mut *place, &*place) };
    eprintln!("{one} {other}");
}
