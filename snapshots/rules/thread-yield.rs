#![allow(clippy::assertions_on_constants)]

#[cfg(test)]
mod tests {
    #[test]
    fn others_may_run() {
        std::thread::yield_now();
        assert!(true);
    }
}
