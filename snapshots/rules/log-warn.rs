#![allow(dead_code)]

fn tell(code: u32) {
    eprintln!("warning: code {}", code);
    eprintln!("warning(net): code {}", code);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_warn() {
        tell(3);
    }
}
