#![allow(dead_code)]

fn tell(code: u32) {
    eprintln!("info: code {}", code);
    eprintln!("info(net): code {}", code);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn log_info() {
        tell(3);
    }
}
