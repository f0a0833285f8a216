//! Packed structs are one integer, with a getter and a setter for each field.

#![allow(arithmetic_overflow, dead_code, clippy::unusual_byte_groupings)]

mod rt;

use crate::rt::trap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
struct Permissions(u8);

impl Permissions {
    fn read(self) -> bool {
        self.0 & 1 != 0
    }

    fn set_read(&mut self, value: bool) {
        self.0 = self.0 & !1 | u8::from(value);
    }

    fn write(self) -> bool {
        self.0 >> 1 & 1 != 0
    }

    fn set_write(&mut self, value: bool) {
        self.0 = self.0 & !(1 << 1) | u8::from(value) << 1;
    }

    fn execute(self) -> bool {
        self.0 >> 2 & 1 != 0
    }

    fn set_execute(&mut self, value: bool) {
        self.0 = self.0 & !(1 << 2) | u8::from(value) << 2;
    }

    fn owner(self) -> u8 {
        self.0 >> 3 & 0x1f
    }

    fn set_owner(&mut self, value: u8) {
        self.0 = self.0 & !(0x1f << 3) | (value & 0x1f) << 3;
    }
}

impl Permissions {
    fn writable(owner: u8) -> Permissions {
        let mut packed = Permissions(0);
        packed.set_write(true);
        packed.set_owner(owner);
        packed.set_read(true);
        packed.set_execute(false);
        packed
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
enum Mode {
    Off,
    Slow,
    Fast,
}

impl Mode {
    /// The tag with this integer; traps where there is none.
    pub fn from_raw(raw: u8) -> Self {
        match raw {
            0 => Self::Off,
            1 => Self::Slow,
            2 => Self::Fast,
            _ => trap::invalid_enum_value(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(transparent)]
struct Register(u16);

impl Register {
    fn enabled(self) -> bool {
        self.0 & 1 != 0
    }

    fn set_enabled(&mut self, value: bool) {
        self.0 = self.0 & !1 | u16::from(value);
    }

    fn mode(self) -> Mode {
        Mode::from_raw((self.0 >> 1 & 3) as u8)
    }

    fn set_mode(&mut self, value: Mode) {
        self.0 = self.0 & !(3 << 1) | (value as u16 & 3) << 1;
    }

    fn delta(self) -> i8 {
        ((self.0 >> 3 & 0x1f) as i8) << 3 >> 3
    }

    fn set_delta(&mut self, value: i8) {
        self.0 = self.0 & !(0x1f << 3) | (value as u16 & 0x1f) << 3;
    }

    fn access(self) -> Permissions {
        Permissions((self.0 >> 8 & 0xff) as u8)
    }

    fn set_access(&mut self, value: Permissions) {
        self.0 = self.0 & !(0xff << 8) | (value.0 as u16 & 0xff) << 8;
    }
}

impl Register {
    fn enable(&mut self) {
        self.set_enabled(true);
        self.set_mode(Mode::Fast);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rt::int::OddInt;

    #[test]
    fn bits() {
        let mut access = Permissions::writable(9);
        assert!(access.0 == 0b01001_011);
        access.set_execute(true);
        access.set_owner(access.owner().add_checked::<5>(1));
        assert!(access.owner() == 10 && access.execute());
        let parsed: Permissions = Permissions(0xf8);
        assert!(!parsed.read() && parsed.owner() == 31);
        assert!(access != parsed);

        let mut packed = Register(0);
        packed.set_enabled(false);
        packed.set_mode(Mode::Slow);
        packed.set_delta(-3);
        packed.set_access(access);
        let mut register: Register = packed;
        assert!(register.delta() == -3);
        register.enable();
        let mut access_2 = register.access();
        access_2.set_read(false);
        register.set_access(access_2);
        assert!(register.enabled() && register.mode() == Mode::Fast);
        assert!(!register.access().read() && register.access().owner() == 10);
    }
}
