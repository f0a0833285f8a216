//! Zig's `std.ArrayHashMap`: entries in the order of insertion, found by hash.
//!
//! The order depends on the insertions and removals only, never on the hashes. So the index behind it is this module's
//! own: a table of positions with linear probing, rebuilt where entries shift. Contexts of `hash_map` work here too; one
//! of Zig's array maps (32-bit hash, `eql` with the position) implements [`ArrayContext`].
//!
//! Source: std/array_hash_map.zig.

use core::{iter, slice};

use super::auto_hash::{AutoContext, Context, StringContext};
use super::sort::{self, SortContext};

/// The contexts of array hash maps.
pub trait ArrayContext<K, Q: ?Sized = K> {
    /// The hash of a looked-up key.
    fn hash(&self, key: &Q) -> u32;
    /// Whether a looked-up key is the key `other` at `index`.
    fn eql(&self, key: &Q, other: &K, index: usize) -> bool;
}

impl<K, Q: ?Sized, C: Context<K, Q>> ArrayContext<K, Q> for C {
    fn hash(&self, key: &Q) -> u32 {
        Context::hash(self, key) as u32
    }

    fn eql(&self, key: &Q, other: &K, _index: usize) -> bool {
        Context::eql(self, key, other)
    }
}

/// `std.ArrayHashMapUnmanaged(K, V, C, _)`, and its managed form.
#[derive(Clone, Debug)]
pub struct ArrayHashMap<K, V, C = AutoContext> {
    keys: Vec<K>,
    values: Vec<V>,
    hashes: Vec<u32>,
    /// Positions plus one; 0 is free. Empty or a power of two, at most half full.
    table: Vec<usize>,
    context: C,
}

/// `std.AutoArrayHashMap(K, V)`.
pub type AutoArrayHashMap<K, V> = ArrayHashMap<K, V, AutoContext>;

/// `std.StringArrayHashMap(V)` with keys of type `K`.
pub type StringArrayHashMap<K, V> = ArrayHashMap<K, V, StringContext>;

/// `Entry`.
#[derive(Debug)]
pub struct Entry<'a, K, V> {
    /// The key in the map.
    pub key_ptr: &'a mut K,
    /// The value in the map.
    pub value_ptr: &'a mut V,
}

/// `Iterator` where the entries are only read.
#[derive(Debug)]
pub struct Entries<'a, K, V>(iter::Zip<slice::Iter<'a, K>, slice::Iter<'a, V>>);

impl<'a, K, V> Iterator for Entries<'a, K, V> {
    type Item = EntryRef<'a, K, V>;

    fn next(&mut self) -> Option<Self::Item> {
        let (key_ptr, value_ptr) = self.0.next()?;
        Some(EntryRef { key_ptr, value_ptr })
    }
}

/// `Iterator`.
#[derive(Debug)]
pub struct EntriesMut<'a, K, V>(iter::Zip<slice::IterMut<'a, K>, slice::IterMut<'a, V>>);

impl<'a, K, V> Iterator for EntriesMut<'a, K, V> {
    type Item = Entry<'a, K, V>;

    fn next(&mut self) -> Option<Self::Item> {
        let (key_ptr, value_ptr) = self.0.next()?;
        Some(Entry { key_ptr, value_ptr })
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

/// `Entry`, to be read only.
#[derive(Debug)]
pub struct EntryRef<'a, K, V> {
    /// The key in the map.
    pub key_ptr: &'a K,
    /// The value in the map.
    pub value_ptr: &'a V,
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
    /// The entry's position.
    pub index: usize,
}

impl<K, V, C: Default> Default for ArrayHashMap<K, V, C> {
    fn default() -> Self {
        Self::with_context(C::default())
    }
}

impl<K, V, C: Default> ArrayHashMap<K, V, C> {
    /// `init` and `empty`.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }
}

impl<K, V, C> ArrayHashMap<K, V, C> {
    /// `initContext`.
    pub fn with_context(context: C) -> Self {
        ArrayHashMap {
            keys: Vec::new(),
            values: Vec::new(),
            hashes: Vec::new(),
            table: Vec::new(),
            context,
        }
    }

    /// `count`.
    #[must_use]
    pub fn count(&self) -> usize {
        self.keys.len()
    }

    /// `keys`.
    #[must_use]
    pub fn keys(&self) -> &[K] {
        &self.keys
    }

    /// `values`, reading only.
    #[must_use]
    pub fn values(&self) -> &[V] {
        &self.values
    }

    /// `values`.
    pub fn values_mut(&mut self) -> &mut [V] {
        &mut self.values
    }

    /// `iterator`, reading only.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.keys.iter().zip(&self.values)
    }

    /// `iterator`.
    pub fn iterator(&mut self) -> EntriesMut<'_, K, V> {
        EntriesMut(self.keys.iter_mut().zip(&mut self.values))
    }

    /// `iterator`, where the entries are only read.
    #[must_use]
    pub fn entries(&self) -> Entries<'_, K, V> {
        Entries(self.keys.iter().zip(&self.values))
    }

    /// `clearRetainingCapacity` and `clearAndFree`.
    pub fn clear(&mut self) {
        self.keys.clear();
        self.values.clear();
        self.hashes.clear();
        self.table.clear();
    }

    /// `ensureTotalCapacity`.
    pub fn ensure_total_capacity(&mut self, capacity: usize) {
        self.ensure_unused_capacity(capacity.saturating_sub(self.count()));
    }

    /// `ensureUnusedCapacity`.
    pub fn ensure_unused_capacity(&mut self, additional: usize) {
        self.keys.reserve(additional);
        self.values.reserve(additional);
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

    // ---- the index -------------------------------------------------------------------------------------------------

    /// The table's slot of the entry at `index`.
    fn slot_of(&self, index: usize) -> usize {
        let mask = self.table.len() - 1;
        let mut slot = self.hashes[index] as usize & mask;
        while self.table[slot] != index + 1 {
            slot = (slot + 1) & mask;
        }
        slot
    }

    fn insert_into_table(&mut self, index: usize) {
        let mask = self.table.len() - 1;
        let mut slot = self.hashes[index] as usize & mask;
        while self.table[slot] != 0 {
            slot = (slot + 1) & mask;
        }
        self.table[slot] = index + 1;
    }

    fn rebuild_table(&mut self) {
        let len = (2 * self.keys.len()).next_power_of_two().max(8);
        self.table.clear();
        self.table.resize(len, 0);
        for index in 0..self.keys.len() {
            self.insert_into_table(index);
        }
    }

    /// Takes the entry out of the table and closes the gap in its chain.
    fn remove_from_table(&mut self, index: usize) {
        let mask = self.table.len() - 1;
        let mut hole = self.slot_of(index);
        let mut next = (hole + 1) & mask;
        while self.table[next] != 0 {
            let home = self.hashes[self.table[next] - 1] as usize & mask;
            // An entry may fill the hole when its home is not between the hole and itself.
            if (next.wrapping_sub(home) & mask) >= (next.wrapping_sub(hole) & mask) {
                self.table[hole] = self.table[next];
                hole = next;
            }
            next = (next + 1) & mask;
        }
        self.table[hole] = 0;
    }

    fn push(&mut self, hash: u32, key: K, value: V) -> usize {
        let index = self.keys.len();
        self.keys.push(key);
        self.values.push(value);
        self.hashes.push(hash);
        if 2 * self.keys.len() > self.table.len() {
            self.rebuild_table();
        } else {
            self.insert_into_table(index);
        }
        index
    }

    // ---- removal by position ---------------------------------------------------------------------------------------

    /// `swapRemoveAt`: the last entry takes the place.
    #[track_caller]
    pub fn swap_remove_at(&mut self, index: usize) -> Kv<K, V> {
        self.remove_from_table(index);
        let last = self.keys.len() - 1;
        if index != last {
            let slot = self.slot_of(last);
            self.table[slot] = index + 1;
        }
        self.hashes.swap_remove(index);
        Kv {
            key: self.keys.swap_remove(index),
            value: self.values.swap_remove(index),
        }
    }

    /// `orderedRemoveAt`: the entries behind it move up.
    #[track_caller]
    pub fn ordered_remove_at(&mut self, index: usize) -> Kv<K, V> {
        self.remove_from_table(index);
        for position in &mut self.table {
            if *position > index + 1 {
                *position -= 1;
            }
        }
        self.hashes.remove(index);
        Kv {
            key: self.keys.remove(index),
            value: self.values.remove(index),
        }
    }

    /// `pop`: the last entry.
    pub fn pop(&mut self) -> Option<Kv<K, V>> {
        let last = self.keys.len().checked_sub(1)?;
        Some(self.swap_remove_at(last))
    }

    /// `shrinkRetainingCapacity` and `shrinkAndFree`: the first `len` entries stay.
    pub fn shrink(&mut self, len: usize) {
        self.keys.truncate(len);
        self.values.truncate(len);
        self.hashes.truncate(len);
        self.rebuild_table();
    }

    // ---- order -----------------------------------------------------------------------------------------------------

    /// `sort`: stable; `less` gets the keys, the values and two positions (Zig's `lessThan(ctx, a_index, b_index)`).
    pub fn sort(&mut self, less: impl Fn(&[K], &[V], usize, usize) -> bool) {
        let order =
            sort::stable_order(self.keys.len(), |a, b| less(&self.keys, &self.values, a, b));
        sort::arrange(&mut self.keys, order.clone());
        sort::arrange(&mut self.values, order.clone());
        sort::arrange(&mut self.hashes, order);
        self.rebuild_table();
    }

    /// `sortUnstable`.
    pub fn sort_unstable(&mut self, less: impl Fn(&[K], &[V], usize, usize) -> bool) {
        let len = self.keys.len();
        sort::pdq_context(0, len, &mut SortedEntries { map: self, less });
        self.rebuild_table();
    }

    // ---- lookup ----------------------------------------------------------------------------------------------------

    fn find<Q: ?Sized>(
        &self,
        hash: u32,
        key: &Q,
        context: &impl ArrayContext<K, Q>,
    ) -> Option<usize> {
        let mask = self.table.len().checked_sub(1)?;
        let mut slot = hash as usize & mask;
        loop {
            let index = self.table[slot].checked_sub(1)?;
            if self.hashes[index] == hash && context.eql(key, &self.keys[index], index) {
                return Some(index);
            }
            slot = (slot + 1) & mask;
        }
    }

    /// `getIndexAdapted`; the other adapted lookups follow from the position.
    pub fn get_index_adapted<Q: ?Sized>(
        &self,
        key: &Q,
        context: &impl ArrayContext<K, Q>,
    ) -> Option<usize> {
        self.find(context.hash(key), key, context)
    }

    /// `getOrPutAdapted`: a new entry gets the key and value of `placeholder`.
    pub fn get_or_put_adapted<Q: ?Sized>(
        &mut self,
        key: &Q,
        context: &impl ArrayContext<K, Q>,
        placeholder: impl FnOnce() -> (K, V),
    ) -> GetOrPut<'_, K, V> {
        let hash = context.hash(key);
        let found = self.find(hash, key, context);
        let index = match found {
            Some(index) => index,
            None => {
                let (key, value) = placeholder();
                self.push(hash, key, value)
            }
        };
        GetOrPut {
            key_ptr: &mut self.keys[index],
            value_ptr: &mut self.values[index],
            found_existing: found.is_some(),
            index,
        }
    }
}

struct SortedEntries<'a, K, V, C, F> {
    map: &'a mut ArrayHashMap<K, V, C>,
    less: F,
}

impl<K, V, C, F: Fn(&[K], &[V], usize, usize) -> bool> SortContext
    for SortedEntries<'_, K, V, C, F>
{
    fn less_than(&self, a: usize, b: usize) -> bool {
        (self.less)(&self.map.keys, &self.map.values, a, b)
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.map.keys.swap(a, b);
        self.map.values.swap(a, b);
        self.map.hashes.swap(a, b);
    }
}

impl<K, V, C: ArrayContext<K>> ArrayHashMap<K, V, C> {
    /// `reIndex`: after keys were changed in place.
    pub fn re_index(&mut self) {
        self.hashes = self.keys.iter().map(|key| self.context.hash(key)).collect();
        self.rebuild_table();
    }

    /// `setKey`.
    #[track_caller]
    pub fn set_key(&mut self, index: usize, key: K) {
        self.keys[index] = key;
        self.re_index();
    }

    /// `getOrPut`: a new key gets the value of `placeholder`.
    pub fn get_or_put_with(
        &mut self,
        key: K,
        placeholder: impl FnOnce() -> V,
    ) -> GetOrPut<'_, K, V> {
        let hash = self.context.hash(&key);
        let found = self.find(hash, &key, &self.context);
        let index = found.unwrap_or_else(|| self.push(hash, key, placeholder()));
        GetOrPut {
            key_ptr: &mut self.keys[index],
            value_ptr: &mut self.values[index],
            found_existing: found.is_some(),
            index,
        }
    }

    /// `getOrPut`: a new key gets the default value.
    pub fn get_or_put(&mut self, key: K) -> GetOrPut<'_, K, V>
    where
        V: Default,
    {
        self.get_or_put_with(key, V::default)
    }

    /// `getOrPutValue`.
    pub fn get_or_put_value(&mut self, key: K, value: V) -> GetOrPut<'_, K, V> {
        self.get_or_put_with(key, || value)
    }

    /// `put` and `putAssumeCapacity`.
    pub fn put(&mut self, key: K, value: V) {
        let hash = self.context.hash(&key);
        match self.find(hash, &key, &self.context) {
            Some(index) => self.values[index] = value,
            None => {
                self.push(hash, key, value);
            }
        }
    }

    /// `putNoClobber`: the key must be new.
    #[track_caller]
    pub fn put_no_clobber(&mut self, key: K, value: V) {
        let hash = self.context.hash(&key);
        let is_new = self.find(hash, &key, &self.context).is_none();
        assert!(is_new, "reached unreachable code");
        self.push(hash, key, value);
    }

    /// `fetchPut`: the entry that was there before. The map keeps its own key.
    pub fn fetch_put(&mut self, key: K, value: V) -> Option<Kv<K, V>>
    where
        K: Clone,
    {
        let hash = self.context.hash(&key);
        let Some(index) = self.find(hash, &key, &self.context) else {
            self.push(hash, key, value);
            return None;
        };
        let value = core::mem::replace(&mut self.values[index], value);
        Some(Kv {
            key: self.keys[index].clone(),
            value,
        })
    }

    /// `getIndex`.
    pub fn get_index<Q: ?Sized>(&self, key: &Q) -> Option<usize>
    where
        C: ArrayContext<K, Q>,
    {
        self.get_index_adapted(key, &self.context)
    }

    /// `get`.
    pub fn get<Q: ?Sized>(&self, key: &Q) -> Option<&V>
    where
        C: ArrayContext<K, Q>,
    {
        self.get_index(key).map(|index| &self.values[index])
    }

    /// `getPtr`.
    pub fn get_ptr<Q: ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        C: ArrayContext<K, Q>,
    {
        self.get_index(key).map(|index| &mut self.values[index])
    }

    /// `getKey`: the key as the map has it.
    pub fn get_key<Q: ?Sized>(&self, key: &Q) -> Option<&K>
    where
        C: ArrayContext<K, Q>,
    {
        self.get_index(key).map(|index| &self.keys[index])
    }

    /// `getEntry`.
    pub fn get_entry<Q: ?Sized>(&mut self, key: &Q) -> Option<Entry<'_, K, V>>
    where
        C: ArrayContext<K, Q>,
    {
        let index = self.get_index(key)?;
        Some(Entry {
            key_ptr: &mut self.keys[index],
            value_ptr: &mut self.values[index],
        })
    }

    /// `contains`.
    pub fn contains<Q: ?Sized>(&self, key: &Q) -> bool
    where
        C: ArrayContext<K, Q>,
    {
        self.get_index(key).is_some()
    }

    /// `fetchSwapRemove`.
    pub fn fetch_swap_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<Kv<K, V>>
    where
        C: ArrayContext<K, Q>,
    {
        self.get_index(key).map(|index| self.swap_remove_at(index))
    }

    /// `fetchOrderedRemove`.
    pub fn fetch_ordered_remove<Q: ?Sized>(&mut self, key: &Q) -> Option<Kv<K, V>>
    where
        C: ArrayContext<K, Q>,
    {
        self.get_index(key)
            .map(|index| self.ordered_remove_at(index))
    }

    /// `swapRemove`: whether the key was there.
    pub fn swap_remove<Q: ?Sized>(&mut self, key: &Q) -> bool
    where
        C: ArrayContext<K, Q>,
    {
        self.fetch_swap_remove(key).is_some()
    }

    /// `orderedRemove`: whether the key was there.
    pub fn ordered_remove<Q: ?Sized>(&mut self, key: &Q) -> bool
    where
        C: ArrayContext<K, Q>,
    {
        self.fetch_ordered_remove(key).is_some()
    }
}
