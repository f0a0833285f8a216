//! `cfg!` keeps the branch that is never taken, and rustc checks it with the types of this target.

type Handle = i32;

fn is_valid(handle: Handle) -> bool {
    if cfg!(windows) {
        return !handle.is_null() && windows::tick_count() != 0;
    }
    handle >= 0
}

fn main() {
    eprintln!("{} {}", is_valid(3), is_valid(-1));
}
