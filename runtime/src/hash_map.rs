//! Zig's `std.HashMap` and `std.HashMapUnmanaged`, with the same order of iteration.
//!
//! A table of a power of two of slots, at most 80% full, probed linearly from the hash's low bits. Each slot has a metadata
//! byte: 0 is free, 1 a tombstone, and the high bit marks a used one, whose other 7 bits are the hash's highest. The order
//! of iteration is the order of the slots, so growth, the choice of a slot and the treatment of tombstones are Zig's.
//!
//! Where Zig leaves a new value undefined (`getOrPut`), the caller gives a placeholder. Source: std/hash_map.zig.

use super::auto_hash::{AutoContext, Context, StringContext};

const FREE: u8 = 0;
const TOMBSTONE: u8 = 1;
const USED: u8 = 0x80;
const MINIMAL_CAPACITY: u32 = 8;

/// `std.HashMapUnmanaged(K, V, C, MAX_LOAD_PERCENTAGE)`, and its managed form.
#[derive(Debug)]
pub struct HashMap<K, V, C = AutoContext, const MAX_LOAD_PERCENTAGE: u32 = 80> {
    metadata: Vec<u8>,
    entries: Vec<Option<(K, V)>>,
    size: u32,
    /// How many slots may still be used before the table grows.
    available: u32,
    context: C,
}

/// `std.AutoHashMap(K, V)`.
pub type AutoHashMap<K, V> = HashMap<K, V, AutoContext>;

/// `std.StringHashMap(V)` with keys of type `K` (`&[u8]`, `Vec<u8>` …).
pub type StringHashMap<K, V> = HashMap<K, V, StringContext>;

/// `Entry`.
#[derive(Debug)]
pub struct Entry<'a, K, V> {
    /// The key in the map.
    pub key_ptr: &'a mut K,
    /// The value in the map.
    pub value_ptr: &'a mut V,
}

/// `Entry` where the entries are only read.
#[derive(Debug)]
pub struct EntryRef<'a, K, V> {
    /// The key in the map.
    pub key_ptr: &'a K,
    /// The value in the map.
    pub value_ptr: &'a V,
}

impl<K, V> Clone for EntryRef<'_, K, V> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<K, V> Copy for EntryRef<'_, K, V> {}

/// The slots of a map, as a slice's iterator gives them.
type Slots<'a, K, V> = core::slice::Iter<'a, Option<(K, V)>>;
type SlotsMut<'a, K, V> = core::slice::IterMut<'a, Option<(K, V)>>;

// Named types without `Drop`, so that a borrow ends with the last use of its iterator.

/// `Iterator` where the entries are only read.
#[derive(Debug)]
pub struct Entries<'a, K, V>(Slots<'a, K, V>);

impl<'a, K, V> Iterator for Entries<'a, K, V> {
    type Item = EntryRef<'a, K, V>;

    fn next(&mut self) -> Option<Self::Item> {
        let (key_ptr, value_ptr) = self.0.find_map(Option::as_ref)?;
        Some(EntryRef { key_ptr, value_ptr })
    }
}

/// `Iterator`.
#[derive(Debug)]
pub struct EntriesMut<'a, K, V>(SlotsMut<'a, K, V>);

impl<'a, K, V> Iterator for EntriesMut<'a, K, V> {
    type Item = Entry<'a, K, V>;

    fn next(&mut self) -> Option<Self::Item> {
        let (key_ptr, value_ptr) = self.0.find_map(Option::as_mut)?;
        Some(Entry { key_ptr, value_ptr })
    }
}

/// `KeyIterator`.
#[derive(Debug)]
pub struct Keys<'a, K, V>(Slots<'a, K, V>);

impl<'a, K, V> Iterator for Keys<'a, K, V> {
    type Item = &'a K;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.find_map(Option::as_ref).map(|(key, _)| key)
    }
}

/// `ValueIterator` where the values are only read.
#[derive(Debug)]
pub struct Values<'a, K, V>(Slots<'a, K, V>);

impl<'a, K, V> Iterator for Values<'a, K, V> {
    type Item = &'a V;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.find_map(Option::as_ref).map(|(_, value)| value)
    }
}

/// `ValueIterator`.
#[derive(Debug)]
pub struct ValuesMut<'a, K, V>(SlotsMut<'a, K, V>);

impl<'a, K, V> Iterator for ValuesMut<'a, K, V> {
    type Item = &'a mut V;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.find_map(Option::as_mut).map(|(_, value)| value)
    }
}

/// `KV`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kv<K, V> {
    /// The key.
    pub key: K,
    /// The value.
    pub value: V,
}

/// `GetOrPutResult`.
#[derive(Debug)]
pub struct GetOrPut<'a, K, V> {
    /// The key in the map.
    pub key_ptr: &'a mut K,
    /// The value in the map; the placeholder when the key is new.
    pub value_ptr: &'a mut V,
    /// Whether the key was there before.
    pub found_existing: bool,
}

impl<K, V, C: Default, const LOAD: u32> Default for HashMap<K, V, C, LOAD> {
    fn default() -> Self {
        Self::with_context(C::default())
    }
}

impl<K, V, C: Default, const LOAD: u32> HashMap<K, V, C, LOAD> {
    /// `init` and `empty`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl<K, V, C, const LOAD: u32> HashMap<K, V, C, LOAD> {
    /// `initContext`.
    pub fn with_context(context: C) -> Self {
        HashMap {
            metadata: Vec::new(),
            entries: Vec::new(),
            size: 0,
            available: 0,
            context,
        }
    }

    /// `count`.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.size
    }

    /// `capacity`: the number of slots.
    #[must_use]
    pub fn capacity(&self) -> u32 {
        self.metadata.len() as u32
    }

    /// `clearRetainingCapacity`.
    pub fn clear_retaining_capacity(&mut self) {
        self.metadata.fill(FREE);
        self.entries.fill_with(|| None);
        self.size = 0;
        self.available = Self::max_load(self.capacity());
    }

    /// `clearAndFree`.
    pub fn clear_and_free(&mut self) {
        self.metadata = Vec::new();
        self.entries = Vec::new();
        self.size = 0;
        self.available = 0;
    }

    /// `move`: the map, which is empty afterwards.
    #[must_use]
    pub fn take(&mut self) -> Self
    where
        C: Clone,
    {
        let context = self.context.clone();
        core::mem::replace(self, Self::with_context(context))
    }

    fn max_load(capacity: u32) -> u32 {
        (u64::from(capacity) * u64::from(LOAD) / 100) as u32
    }

    fn capacity_for_size(size: u32) -> u32 {
        let capacity = u64::from(size) * 100 / u64::from(LOAD) + 1;
        capacity.next_power_of_two() as u32
    }

    // ---- iteration -------------------------------------------------------------------------------------------------

    /// `iterator`, reading only.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.entries
            .iter()
            .flatten()
            .map(|(key, value)| (key, value))
    }

    /// `iterator`, where the entries are only read.
    pub fn entries(&self) -> Entries<'_, K, V> {
        Entries(self.entries.iter())
    }

    /// `iterator`.
    pub fn iterator(&mut self) -> EntriesMut<'_, K, V> {
        EntriesMut(self.entries.iter_mut())
    }

    /// `keyIterator`, reading only.
    pub fn key_iterator(&self) -> Keys<'_, K, V> {
        Keys(self.entries.iter())
    }

    /// `valueIterator`, reading only.
    pub fn value_iterator(&self) -> Values<'_, K, V> {
        Values(self.entries.iter())
    }

    /// `valueIterator`.
    pub fn value_iterator_mut(&mut self) -> ValuesMut<'_, K, V> {
        ValuesMut(self.entries.iter_mut())
    }

    fn remove_at(&mut self, index: usize) -> Option<Kv<K, V>> {
        self.metadata[index] = TOMBSTONE;
        self.size -= 1;
        self.available += 1;
        self.entries[index]
            .take()
            .map(|(key, value)| Kv { key, value })
    }

    /// `removeByPtr`: `key_ptr` points to a key inside this map.
    #[track_caller]
    pub fn remove_by_ptr(&mut self, key_ptr: *const K) {
        let is_it = |entry: &Option<(K, V)>| {
            entry
                .as_ref()
                .is_some_and(|(key, _)| core::ptr::eq(key, key_ptr))
        };
        let index = self.entries.iter().position(is_it);
        self.remove_at(index.expect("reached unreachable code"));
    }

    // ---- lookup ----------------------------------------------------------------------------------------------------

    fn index_of<Q: ?Sized>(&self, key: &Q, context: &impl Context<K, Q>) -> Option<usize> {
        if self.size == 0 {
            return None;
        }
        let hash = context.hash(key);
        let mask = self.metadata.len() - 1;
        let mut index = hash as usize & mask;
        for _ in 0..self.metadata.len() {
            if self.metadata[index] == FREE {
                break;
            }
            if self.is_key_at(index, hash, key, context) {
                return Some(index);
            }
            index = (index + 1) & mask;
        }
        None
    }

    fn is_key_at<Q: ?Sized>(
        &self,
        index: usize,
        hash: u64,
        key: &Q,
        context: &impl Context<K, Q>,
    ) -> bool {
        let entry = &self.entries[index];
        self.metadata[index] == used(hash)
            && entry
                .as_ref()
                .is_some_and(|(other, _)| context.eql(key, other))
    }

    /// `getAdapted`.
    pub fn get_adapted<Q: ?Sized>(&self, key: &Q, context: &impl Context<K, Q>) -> Option<&V> {
        let index = self.index_of(key, context)?;
        self.entries[index].as_ref().map(|(_, value)| value)
    }

    /// `getKeyAdapted`.
    pub fn get_key_adapted<Q: ?Sized>(&self, key: &Q, context: &impl Context<K, Q>) -> Option<&K> {
        let index = self.index_of(key, context)?;
        self.entries[index].as_ref().map(|(key, _)| key)
    }

    /// `containsAdapted`.
    pub fn contains_adapted<Q: ?Sized>(&self, key: &Q, context: &impl Context<K, Q>) -> bool {
        self.index_of(key, context).is_some()
    }

    /// `getEntryAdapted`.
    pub fn get_entry_adapted<Q: ?Sized>(
        &mut self,
        key: &Q,
        context: &impl Context<K, Q>,
    ) -> Option<Entry<'_, K, V>> {
        let index = self.index_of(key, context)?;
        let (key_ptr, value_ptr) = self.entries[index].as_mut()?;
        Some(Entry { key_ptr, value_ptr })
    }

    /// `fetchRemoveAdapted`.
    pub fn fetch_remove_adapted<Q: ?Sized>(
        &mut self,
        key: &Q,
        context: &impl Context<K, Q>,
    ) -> Option<Kv<K, V>> {
        let index = self.index_of(key, context)?;
        self.remove_at(index)
    }

    /// `removeAdapted`.
    pub fn remove_adapted<Q: ?Sized>(&mut self, key: &Q, context: &impl Context<K, Q>) -> bool {
        self.fetch_remove_adapted(key, context).is_some()
    }
}

/// The metadata of a used slot.
fn used(hash: u64) -> u8 {
    USED | (hash >> 57) as u8
}

impl<K, V, C: Context<K>, const LOAD: u32> HashMap<K, V, C, LOAD> {
    // ---- growth ----------------------------------------------------------------------------------------------------

    /// `ensureTotalCapacity`: room for `size` entries in all.
    pub fn ensure_total_capacity(&mut self, size: u32) {
        if size > self.size {
            self.grow_if_needed(size - self.size);
        }
    }

    /// `ensureUnusedCapacity`: room for `additional` more entries.
    pub fn ensure_unused_capacity(&mut self, additional: u32) {
        self.ensure_total_capacity(self.size + additional);
    }

    fn grow_if_needed(&mut self, new_count: u32) {
        if new_count > self.available {
            let load = Self::max_load(self.capacity()) - self.available;
            self.resize(Self::capacity_for_size(load + new_count).max(MINIMAL_CAPACITY));
        }
    }

    fn resize(&mut self, capacity: u32) {
        let mut entries = Vec::new();
        entries.resize_with(capacity as usize, || None);
        let old = core::mem::replace(&mut self.entries, entries);
        self.metadata = vec![FREE; capacity as usize];
        self.size = 0;
        self.available = Self::max_load(capacity);
        for (key, value) in old.into_iter().flatten() {
            self.insert_new(key, value);
        }
    }

    /// Takes the first slot that is not used, for a key that is not in the map.
    fn insert_new(&mut self, key: K, value: V) {
        let hash = self.context.hash(&key);
        let mask = self.metadata.len() - 1;
        let mut index = hash as usize & mask;
        while self.metadata[index] & USED != 0 {
            index = (index + 1) & mask;
        }
        self.available -= 1;
        self.metadata[index] = used(hash);
        self.entries[index] = Some((key, value));
        self.size += 1;
    }

    /// `rehash`: removes all tombstones. (Zig's works in place and may arrange the slots differently from a fresh table; so
    /// does this one.)
    pub fn rehash(&mut self) {
        // While it runs, REHASHED marks a used slot that is in its final place, USED one that is not.
        const REHASHED: u8 = USED | TOMBSTONE;
        let mask = self.metadata.len() - 1;
        for slot in &mut self.metadata {
            *slot &= USED;
        }
        let mut current = 0;
        while current < self.metadata.len() {
            let Some((key, _)) = &self.entries[current] else {
                current += 1;
                continue;
            };
            let hash = self.context.hash(key);
            let mut index = hash as usize & mask;
            while (index < current && self.metadata[index] != FREE)
                || (index > current && self.metadata[index] == REHASHED)
            {
                index = (index + 1) & mask;
            }
            if index > current {
                let occupied = self.metadata[index] != FREE;
                self.metadata[index] = REHASHED;
                self.entries.swap(current, index);
                if occupied {
                    continue;
                }
                self.metadata[current] = FREE;
            } else if index < current {
                self.metadata[index] = used(hash);
                self.metadata[current] = FREE;
                self.entries.swap(current, index);
            } else {
                self.metadata[index] = used(hash);
            }
            current += 1;
        }
    }

    // ---- insertion -------------------------------------------------------------------------------------------------

    /// The slot of the key and `true`, or the slot that a new key takes and `false`.
    fn probe<Q: ?Sized>(&self, hash: u64, key: &Q, context: &impl Context<K, Q>) -> (usize, bool) {
        let mask = self.metadata.len() - 1;
        let mut index = hash as usize & mask;
        let mut first_tombstone = None;
        for _ in 0..self.metadata.len() {
            if self.metadata[index] == FREE {
                break;
            }
            if self.is_key_at(index, hash, key, context) {
                return (index, true);
            }
            if self.metadata[index] == TOMBSTONE {
                first_tombstone = first_tombstone.or(Some(index));
            }
            index = (index + 1) & mask;
        }
        (first_tombstone.unwrap_or(index), false)
    }

    /// The entry in the slot that `probe` gave; a new one is made.
    fn claim(
        &mut self,
        hash: u64,
        (index, found_existing): (usize, bool),
        new: impl FnOnce() -> (K, V),
    ) -> GetOrPut<'_, K, V> {
        if !found_existing {
            assert!(self.available > 0, "integer overflow");
            self.available -= 1;
            self.metadata[index] = used(hash);
            self.size += 1;
        }
        let (key_ptr, value_ptr) = self.entries[index].get_or_insert_with(new);
        GetOrPut {
            key_ptr,
            value_ptr,
            found_existing,
        }
    }

    /// `getOrPut`: a new key gets the value of `placeholder`.
    pub fn get_or_put_with(
        &mut self,
        key: K,
        placeholder: impl FnOnce() -> V,
    ) -> GetOrPut<'_, K, V> {
        self.grow_if_needed(1);
        self.get_or_put_assume_capacity_with(key, placeholder)
    }

    /// `getOrPut`: a new key gets the default value.
    pub fn get_or_put(&mut self, key: K) -> GetOrPut<'_, K, V>
    where
        V: Default,
    {
        self.get_or_put_with(key, V::default)
    }

    /// `getOrPutAssumeCapacity`.
    pub fn get_or_put_assume_capacity_with(
        &mut self,
        key: K,
        placeholder: impl FnOnce() -> V,
    ) -> GetOrPut<'_, K, V> {
        let hash = self.context.hash(&key);
        let slot = self.probe(hash, &key, &self.context);
        self.claim(hash, slot, || (key, placeholder()))
    }

    /// `getOrPutAdapted`: a new entry gets the key and value of `placeholder`.
    pub fn get_or_put_adapted<Q: ?Sized>(
        &mut self,
        key: &Q,
        context: &impl Context<K, Q>,
        placeholder: impl FnOnce() -> (K, V),
    ) -> GetOrPut<'_, K, V> {
        self.grow_if_needed(1);
        let hash = context.hash(key);
        let slot = self.probe(hash, key, context);
        self.claim(hash, slot, placeholder)
    }

    /// `getOrPutValue`.
    pub fn get_or_put_value(&mut self, key: K, value: V) -> Entry<'_, K, V> {
        let GetOrPut {
            key_ptr, value_ptr, ..
        } = self.get_or_put_with(key, || value);
        Entry { key_ptr, value_ptr }
    }

    /// `fetchPut`: the entry that was there before. The map keeps its own key.
    pub fn fetch_put(&mut self, key: K, value: V) -> Option<Kv<K, V>>
    where
        K: Clone,
    {
        self.grow_if_needed(1);
        self.fetch_put_assume_capacity(key, value)
    }

    /// `fetchPutAssumeCapacity`.
    pub fn fetch_put_assume_capacity(&mut self, key: K, value: V) -> Option<Kv<K, V>>
    where
        K: Clone,
    {
        let mut value = Some(value);
        let slot = self.get_or_put_assume_capacity_with(key, || value.take().unwrap());
        // The value is still here only when the key was found.
        let new = value?;
        let old = core::mem::replace(slot.value_ptr, new);
        Some(Kv {
            key: slot.key_ptr.clone(),
            value: old,
        })
    }

    /// `put`.
    pub fn put(&mut self, key: K, value: V) {
        self.grow_if_needed(1);
        self.put_assume_capacity(key, value);
    }

    /// `putAssumeCapacity`.
    #[track_caller]
    pub fn put_assume_capacity(&mut self, key: K, value: V) {
        let hash = self.context.hash(&key);
        let (index, found_existing) = self.probe(hash, &key, &self.context);
        match &mut self.entries[index] {
            Some((_, old)) if found_existing => *old = value,
            _ => {
                self.claim(hash, (index, false), || (key, value));
            }
        }
    }

    /// `putNoClobber`: the key must be new.
    #[track_caller]
    pub fn put_no_clobber(&mut self, key: K, value: V) {
        self.grow_if_needed(1);
        self.put_assume_capacity_no_clobber(key, value);
    }

    /// `putAssumeCapacityNoClobber`.
    #[track_caller]
    pub fn put_assume_capacity_no_clobber(&mut self, key: K, value: V) {
        let is_new = self.index_of(&key, &self.context).is_none();
        assert!(is_new && self.available > 0, "reached unreachable code");
        self.insert_new(key, value);
    }

    // ---- lookup with the map's own context -------------------------------------------------------------------------

    /// `get`.
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        C: Context<K, Q>,
    {
        self.get_adapted(key, &self.context)
    }

    /// `getPtr`.
    pub fn get_ptr<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        C: Context<K, Q>,
    {
        self.get_entry(key).map(|entry| entry.value_ptr)
    }

    /// `getEntry`.
    pub fn get_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<Entry<'_, K, V>>
    where
        C: Context<K, Q>,
    {
        let index = self.index_of(key, &self.context)?;
        let (key_ptr, value_ptr) = self.entries[index].as_mut()?;
        Some(Entry { key_ptr, value_ptr })
    }

    /// `getKey`: the key as the map has it.
    pub fn get_key<Q: ?Sized>(&self, key: &Q) -> Option<&K>
    where
        C: Context<K, Q>,
    {
        self.get_key_adapted(key, &self.context)
    }

    /// `getKeyPtr`.
    pub fn get_key_ptr<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut K>
    where
        C: Context<K, Q>,
    {
        self.get_entry(key).map(|entry| entry.key_ptr)
    }

    /// `contains`.
    pub fn contains<Q: ?Sized>(&self, key: &Q) -> bool
    where
        C: Context<K, Q>,
    {
        self.index_of(key, &self.context).is_some()
    }

    /// `fetchRemove`.
    pub fn fetch_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<Kv<K, V>>
    where
        C: Context<K, Q>,
    {
        let index = self.index_of(key, &self.context)?;
        self.remove_at(index)
    }

    /// `remove`: whether the key was there.
    pub fn remove<Q: ?Sized>(&mut self, key: &Q) -> bool
    where
        C: Context<K, Q>,
    {
        self.fetch_remove(key).is_some()
    }
}

/// `clone`: the copy gets the capacity that its entries need, so its order may differ from the original's, as in Zig.
impl<K: Clone, V: Clone, C: Context<K> + Clone, const LOAD: u32> Clone for HashMap<K, V, C, LOAD> {
    fn clone(&self) -> Self {
        let mut other = Self::with_context(self.context.clone());
        if self.size > 0 {
            other.resize(Self::capacity_for_size(self.size));
        }
        for (key, value) in self.iter() {
            other.insert_new(key.clone(), value.clone());
        }
        other
    }
}

/// Goes through a map without borrowing it between two steps (`Iterator` of Zig).
#[derive(Clone, Copy, Debug, Default)]
pub struct Cursor {
    /// The slot where the search goes on.
    pub index: u32,
}

impl Cursor {
    /// `next`.
    pub fn next<'m, K, V, C, const LOAD: u32>(
        &mut self,
        map: &'m mut HashMap<K, V, C, LOAD>,
    ) -> Option<Entry<'m, K, V>> {
        let rest = map.entries.iter().skip(self.index as usize);
        let empty = rest.take_while(|entry| entry.is_none()).count();
        let found = self.index as usize + empty;
        self.index = (found as u32 + 1).min(map.capacity());
        let (key_ptr, value_ptr) = map.entries.get_mut(found)?.as_mut()?;
        Some(Entry { key_ptr, value_ptr })
    }
}
