#![allow(dead_code)]

fn tell(code: u32) {
    eprintln!("debug: code {}", code);
    eprintln!("debug(net): code {}", code);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_debug() {
        tell(3);
    }
}
