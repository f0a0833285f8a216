#[derive(Clone, Copy)]
struct System {
    verbose: bool,
}

fn main() {
    let system = System { verbose: true };
    eprintln!("{}", system.verbose);
}
