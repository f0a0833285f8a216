//! Zig's `std.hash.Wyhash`, which its hash maps are keyed with.
//!
//! The hash of a text does not depend on how it is cut into updates. Source: std/hash/wyhash.zig.

const SECRET: [u64; 4] = [
    0xa076_1d64_78bd_642f,
    0xe703_7ed1_a0b4_28db,
    0x8ebc_6af0_9c88_c6e3,
    0x5899_65cc_7537_4cc3,
];

/// A block; while more input may follow, the last one is kept back.
const BLOCK: usize = 48;

/// The hasher.
#[derive(Clone, Debug)]
pub struct Wyhash {
    state: [u64; 3],
    total_len: u64,
    /// The input that is not yet hashed, behind at least 16 bytes of what came before it (once there was that much).
    buffer: [u8; 16 + BLOCK],
    buffered: usize,
}

impl Wyhash {
    /// `Wyhash.init`.
    #[must_use]
    pub fn new(seed: u64) -> Self {
        let state = seed ^ mix(seed ^ SECRET[0], SECRET[1]);
        Wyhash {
            state: [state; 3],
            total_len: 0,
            buffer: [0; 16 + BLOCK],
            buffered: 0,
        }
    }

    /// `Wyhash.hash`: all in one.
    #[must_use]
    #[inline]
    pub fn hash(seed: u64, input: &[u8]) -> u64 {
        if input.len() <= 16 {
            let state = seed ^ mix(seed ^ SECRET[0], SECRET[1]);
            return finish(state, small_key(input), input.len() as u64);
        }
        let mut hasher = Wyhash::new(seed);
        hasher.update(input);
        hasher.finish()
    }

    /// `update`.
    pub fn update(&mut self, input: &[u8]) {
        self.total_len += input.len() as u64;
        let mut rest = input;
        while !rest.is_empty() {
            if self.buffered == BLOCK {
                self.round();
            }
            let count = rest.len().min(BLOCK - self.buffered);
            let start = 16 + self.buffered;
            self.buffer[start..start + count].copy_from_slice(&rest[..count]);
            self.buffered += count;
            rest = &rest[count..];
        }
    }

    /// Hashes the full block and keeps its last 16 bytes in front of the next one.
    fn round(&mut self) {
        for (i, state) in self.state.iter_mut().enumerate() {
            let a = read_u64(&self.buffer[16 + 16 * i..]);
            let b = read_u64(&self.buffer[24 + 16 * i..]);
            *state = mix(a ^ SECRET[i + 1], b ^ *state);
        }
        self.buffer.copy_within(BLOCK.., 0);
        self.buffered = 0;
    }

    /// `final`: the hash of everything so far; more may follow.
    #[must_use]
    pub fn finish(&self) -> u64 {
        let end = 16 + self.buffered;
        let input = &self.buffer[16..end];
        let mut state = self.state[0];
        let (a, b) = if self.total_len <= 16 {
            small_key(input)
        } else {
            if self.total_len >= BLOCK as u64 {
                state ^= self.state[1] ^ self.state[2];
            }
            let mut position = 0;
            while position + 16 < input.len() {
                let (low, high) = (
                    read_u64(&input[position..]),
                    read_u64(&input[position + 8..]),
                );
                state = mix(low ^ SECRET[1], high ^ state);
                position += 16;
            }
            let last = &self.buffer[end - 16..end];
            (read_u64(last), read_u64(&last[8..]))
        };
        finish(state, (a, b), self.total_len)
    }
}

/// Mixes what was read last with the state and the length.
#[inline]
fn finish(state: u64, (a, b): (u64, u64), total_len: u64) -> u64 {
    let product = u128::from(a ^ SECRET[1]) * u128::from(b ^ state);
    let (low, high) = (product as u64, (product >> 64) as u64);
    mix(low ^ SECRET[0] ^ total_len, high ^ SECRET[1])
}

/// At most 16 bytes.
#[inline]
fn small_key(input: &[u8]) -> (u64, u64) {
    let len = input.len();
    if len >= 4 {
        let end = len - 4;
        let quarter = (len >> 3) << 2;
        let pair = |i: usize, j: usize| (read_u32(&input[i..]) << 32) | read_u32(&input[j..]);
        (pair(0, quarter), pair(end, end - quarter))
    } else if len > 0 {
        let byte = |i: usize| u64::from(input[i]);
        ((byte(0) << 16) | (byte(len >> 1) << 8) | byte(len - 1), 0)
    } else {
        (0, 0)
    }
}

#[inline]
fn read_u64(bytes: &[u8]) -> u64 {
    let mut array = [0; 8];
    array.copy_from_slice(&bytes[..8]);
    u64::from_le_bytes(array)
}

#[inline]
fn read_u32(bytes: &[u8]) -> u64 {
    let mut array = [0; 4];
    array.copy_from_slice(&bytes[..4]);
    u64::from(u32::from_le_bytes(array))
}

#[inline]
fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b);
    product as u64 ^ (product >> 64) as u64
}
