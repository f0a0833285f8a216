mod rt;

#[cfg(test)]
mod tests {
    use crate::rt::raw_slice;

    #[test]
    fn allocator_aligned_alloc() {
        let memory = raw_slice::aligned::<u8>(40usize, 16);
        // SAFETY: the Zig code dereferences this pointer, which must be valid here
        unsafe {
            (*memory)[39] = 7u8;
            assert_eq!(7u8, (*memory)[39]);
        }
        assert_eq!(0, memory.cast::<u8>().expose_provenance() % 16);
        // SAFETY: the pointer came out of an allocation of this type and is not used afterwards
        unsafe {
            raw_slice::free_aligned(memory, 16);
        }
    }
}
