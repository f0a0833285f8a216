//! In tenths of a millimetre.

pub const INCH: u32 = 254;

pub fn millimetres(centimetres: u32) -> u32 {
    centimetres * 10
}
