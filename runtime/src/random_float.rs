//! Zig's `std.Random.floatNorm` and `floatExp`, bit-exact: the ziggurat method over 256 layers.
//!
//! The results are `f64`; for `f32` Zig casts them. Source: std/Random/ziggurat.zig (after J. A. Doornik, 2005).

use super::exponential;
use super::logarithm;
use super::random::Random;
use std::sync::OnceLock;

/// A distribution, given by its density.
struct Density {
    /// Where the lowest layer begins.
    r: f64,
    /// The area of a layer.
    v: f64,
    density: fn(f64) -> f64,
    inverse: fn(f64) -> f64,
    /// Whether negative numbers are as likely.
    is_symmetric: bool,
    /// A number of the lowest layer's tail; gets the random number that chose it.
    tail: fn(&mut Random<'_>, f64) -> f64,
}

/// The layers' bounds and the density there.
struct Layers {
    x: [f64; 257],
    f: [f64; 257],
}

const NORMAL_R: f64 = 3.654_152_885_361_009;
const EXPONENTIAL_R: f64 = 7.697_117_470_131_05;

static NORMAL: Density = Density {
    r: NORMAL_R,
    v: 0.004_928_673_233_99,
    density: |x| exponential::exp(-x * x / 2.0),
    inverse: |y| (-2.0 * logarithm::ln(y)).sqrt(),
    is_symmetric: true,
    tail: normal_tail,
};

static EXPONENTIAL: Density = Density {
    r: EXPONENTIAL_R,
    v: 0.003_949_659_822_581_557,
    density: |x| exponential::exp(-x),
    inverse: |y| -logarithm::ln(y),
    is_symmetric: false,
    tail: |random, _| EXPONENTIAL_R - logarithm::ln(random.float()),
};

fn normal_tail(random: &mut Random<'_>, u: f64) -> f64 {
    let (mut x, mut y) = (1.0, 0.0);
    while -2.0 * y < x * x {
        x = logarithm::ln(random.float()) / NORMAL_R;
        y = logarithm::ln(random.float());
    }
    if u < 0.0 {
        return x - NORMAL_R;
    }
    NORMAL_R - x
}

fn layers(density: &Density) -> Layers {
    let mut x = [0.0; 257];
    x[0] = density.v / (density.density)(density.r);
    x[1] = density.r;
    for i in 2..256 {
        let last = x[i - 1];
        x[i] = (density.inverse)(density.v / last + (density.density)(last));
    }
    Layers {
        x,
        f: x.map(density.density),
    }
}

fn next(random: &mut Random<'_>, density: &Density, layers: &Layers) -> f64 {
    loop {
        let bits = random.int::<u64, 64>();
        let i = (bits & 0xff) as usize;
        let u = if density.is_symmetric {
            f64::from_bits((0x400 << 52) | (bits >> 12)) - 3.0
        } else {
            f64::from_bits((0x3ff << 52) | (bits >> 12)) - (1.0 - f64::EPSILON / 2.0)
        };
        let x = u * layers.x[i];
        let size = if density.is_symmetric { x.abs() } else { x };
        if size < layers.x[i + 1] {
            return x;
        }
        if i == 0 {
            return (density.tail)(random, u);
        }
        let height = layers.f[i] - layers.f[i + 1];
        if layers.f[i + 1] + height * random.float::<f64>() < (density.density)(x) {
            return x;
        }
    }
}

/// `floatNorm`: normal distribution with mean 0 and standard deviation 1.
pub fn float_norm(random: &mut Random<'_>) -> f64 {
    static LAYERS: OnceLock<Layers> = OnceLock::new();
    next(random, &NORMAL, LAYERS.get_or_init(|| layers(&NORMAL)))
}

/// `floatExp`: exponential distribution with rate 1.
pub fn float_exp(random: &mut Random<'_>) -> f64 {
    static LAYERS: OnceLock<Layers> = OnceLock::new();
    next(
        random,
        &EXPONENTIAL,
        LAYERS.get_or_init(|| layers(&EXPONENTIAL)),
    )
}
