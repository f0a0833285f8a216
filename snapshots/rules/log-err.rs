fn complain(code: u32) {
    eprintln!("error: failed with {}", code);
}

fn main() {
    complain(3);
}
