//! A labelled `switch` is a state machine.

#![allow(arithmetic_overflow, dead_code, clippy::manual_is_multiple_of)]

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum State {
    Start,
    Word,
    Space,
    Done,
}

fn count_words(text: &[u8]) -> usize {
    let mut words: usize = 0;
    let mut i: usize = 0;
    let mut state = State::Start;
    loop {
        match state {
            State::Start => {
                if i == text.len() {
                    state = State::Done;
                    continue;
                }
                state = if text[i] == b' ' {
                    State::Space
                } else {
                    State::Word
                };
            }
            State::Word => {
                words += 1;
                while i < text.len() && text[i] != b' ' {
                    i += 1;
                }
                state = State::Start;
            }
            State::Space => {
                i += 1;
                state = State::Start;
            }
            State::Done => break,
        }
    }
    words
}

fn collatz(from: u32) -> u32 {
    let mut steps: u32 = 0;
    let mut state = from;
    'next: loop {
        match state {
            1 => break 'next steps,
            n => {
                steps += 1;
                state = if n % 2 == 0 { n / 2 } else { 3 * n + 1 };
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn state_machines() {
        assert_eq!(3, count_words(b"the  quick fox "));
        assert_eq!(8, collatz(6));
    }
}
