//! Zig's `std.sort`: the same order also among elements that compare equal.
//!
//! [`block`] (`std.mem.sort`) is stable, so any stable algorithm gives its result; here a merge sort over positions. It never
//! panics, whatever the comparison says (Rust's own sort may). [`pdq`] (`std.mem.sortUnstable`) and [`heap`] are not
//! stable: their steps are Zig's, one by one. The `_context` functions sort whatever has `less_than` and `swap` by index.
//!
//! Source: std/sort.zig, std/sort/pdq.zig.

use core::cmp::Ordering;

/// What is sorted by index: Zig's contexts with `lessThan` and `swap`.
pub trait SortContext {
    /// Whether the element at `a` comes before the one at `b`.
    fn less_than(&self, a: usize, b: usize) -> bool;
    /// Exchanges two elements.
    fn swap(&mut self, a: usize, b: usize);
}

struct Items<'a, T, F> {
    items: &'a mut [T],
    less: F,
}

impl<T, F: Fn(&T, &T) -> bool> SortContext for Items<'_, T, F> {
    fn less_than(&self, a: usize, b: usize) -> bool {
        (self.less)(&self.items[a], &self.items[b])
    }

    fn swap(&mut self, a: usize, b: usize) {
        self.items.swap(a, b);
    }
}

/// `std.sort.block` and `std.mem.sort`: stable.
pub fn block<T>(items: &mut [T], less: impl Fn(&T, &T) -> bool) {
    let order = stable_order(items.len(), |a, b| less(&items[a], &items[b]));
    arrange(items, order);
}

/// `std.sort.insertion`: stable.
pub fn insertion<T>(items: &mut [T], less: impl Fn(&T, &T) -> bool) {
    insertion_context(0, items.len(), &mut Items { items, less });
}

/// `std.sort.heap`.
pub fn heap<T>(items: &mut [T], less: impl Fn(&T, &T) -> bool) {
    heap_context(0, items.len(), &mut Items { items, less });
}

/// `std.sort.pdq` and `std.mem.sortUnstable`.
pub fn pdq<T>(items: &mut [T], less: impl Fn(&T, &T) -> bool) {
    pdq_context(0, items.len(), &mut Items { items, less });
}

// ---- stable --------------------------------------------------------------------------------------------------------

/// The positions `0..len` in sorted order; `less` compares positions.
pub fn stable_order(len: usize, less: impl Fn(usize, usize) -> bool) -> Vec<usize> {
    let mut order: Vec<usize> = (0..len).collect();
    let mut merged = vec![0; len];
    let mut width = 1;
    while width < len {
        for start in (0..len).step_by(2 * width) {
            let middle = (start + width).min(len);
            let end = (start + 2 * width).min(len);
            let (mut left, mut right) = (start, middle);
            for slot in &mut merged[start..end] {
                let take_right = right < end && (left == middle || less(order[right], order[left]));
                let from = if take_right { &mut right } else { &mut left };
                *slot = order[*from];
                *from += 1;
            }
        }
        core::mem::swap(&mut order, &mut merged);
        width *= 2;
    }
    order
}

/// Moves the element at position `order[i]` to position `i`, for every `i`.
pub fn arrange<T>(items: &mut [T], mut order: Vec<usize>) {
    for start in 0..items.len() {
        let mut to = start;
        while order[to] != start {
            let from = core::mem::replace(&mut order[to], to);
            items.swap(to, from);
            to = from;
        }
        order[to] = to;
    }
}

/// `std.sort.insertionContext`: stable.
pub fn insertion_context(a: usize, b: usize, context: &mut impl SortContext) {
    for i in a + 1..b {
        let mut j = i;
        while j > a && context.less_than(j, j - 1) {
            context.swap(j, j - 1);
            j -= 1;
        }
    }
}

// ---- heap ----------------------------------------------------------------------------------------------------------

/// `std.sort.heapContext`.
pub fn heap_context(a: usize, b: usize, context: &mut impl SortContext) {
    for i in (a..a + (b - a) / 2).rev() {
        sift_down(a, i, b, context);
    }
    for i in (a..b).rev() {
        context.swap(a, i);
        sift_down(a, a, i, context);
    }
}

fn sift_down(a: usize, target: usize, b: usize, context: &mut impl SortContext) {
    let mut current = target;
    loop {
        let mut child = 2 * (current - a) + a + 1;
        if child >= b {
            break;
        }
        if child + 1 < b && context.less_than(child, child + 1) {
            child += 1;
        }
        if context.less_than(child, current) {
            break;
        }
        context.swap(child, current);
        current = child;
    }
}

// ---- pattern-defeating quicksort -----------------------------------------------------------------------------------

#[derive(PartialEq)]
enum Hint {
    Increasing,
    Decreasing,
    Unknown,
}

/// A part that is still to be sorted, and how many unbalanced partitions it may have.
struct Part {
    a: usize,
    b: usize,
    limit: usize,
}

/// `std.sort.pdqContext`.
pub fn pdq_context(a: usize, b: usize, context: &mut impl SortContext) {
    let limit = (b - a).checked_ilog2().map_or(1, |log| (1usize << log) + 1);
    let mut waiting = vec![Part { a, b, limit }];
    while let Some(part) = waiting.pop() {
        sort_part(a, part, &mut waiting, context);
    }
}

/// Sorts a part; what it leaves for later goes to `waiting`.
fn sort_part(
    begin: usize,
    mut part: Part,
    waiting: &mut Vec<Part>,
    context: &mut impl SortContext,
) {
    let mut was_balanced = true;
    let mut was_partitioned = true;
    loop {
        let len = part.b - part.a;
        if len <= 24 {
            return insertion_context(part.a, part.b, context);
        }
        if part.limit == 0 {
            return heap_context(part.a, part.b, context);
        }
        if !was_balanced {
            break_patterns(part.a, part.b, context);
            part.limit -= 1;
        }
        let (mut pivot, mut hint) = choose_pivot(part.a, part.b, context);
        if hint == Hint::Decreasing {
            reverse_range(part.a, part.b, context);
            pivot = (part.b - 1) - (pivot - part.a);
            hint = Hint::Increasing;
        }
        let likely_sorted = was_balanced && was_partitioned && hint == Hint::Increasing;
        if likely_sorted && partial_insertion_sort(part.a, part.b, context) {
            return;
        }
        if part.a > begin && !context.less_than(part.a - 1, pivot) {
            part.a = partition_equal(part.a, part.b, pivot, context);
            continue;
        }
        let middle;
        (middle, was_partitioned) = partition(part.a, part.b, pivot, context);
        let (left_len, right_len) = (middle - part.a, part.b - middle);
        let limit = part.limit;
        if left_len < right_len {
            was_balanced = left_len >= len / 8;
            waiting.push(Part {
                a: part.a,
                b: middle,
                limit,
            });
            part.a = middle + 1;
        } else {
            was_balanced = right_len >= len / 8;
            waiting.push(Part {
                a: middle + 1,
                b: part.b,
                limit,
            });
            part.b = middle;
        }
    }
}

/// Elements below the pivot, the pivot, the others. Gives the pivot's place, and whether nothing had to move.
fn partition(a: usize, b: usize, pivot: usize, context: &mut impl SortContext) -> (usize, bool) {
    context.swap(a, pivot);
    let (mut i, mut j) = (a + 1, b - 1);
    let mut moved = false;
    loop {
        while i <= j && context.less_than(i, a) {
            i += 1;
        }
        while i <= j && !context.less_than(j, a) {
            j -= 1;
        }
        if i > j {
            break;
        }
        context.swap(i, j);
        moved = true;
        i += 1;
        j -= 1;
    }
    context.swap(j, a);
    (j, !moved)
}

/// Elements equal to the pivot, then the greater ones (there are no smaller ones). Gives where the greater ones begin.
fn partition_equal(a: usize, b: usize, pivot: usize, context: &mut impl SortContext) -> usize {
    context.swap(a, pivot);
    let (mut i, mut j) = (a + 1, b - 1);
    loop {
        while i <= j && !context.less_than(a, i) {
            i += 1;
        }
        while i <= j && context.less_than(a, j) {
            j -= 1;
        }
        if i > j {
            return i;
        }
        context.swap(i, j);
        i += 1;
        j -= 1;
    }
}

/// Puts a few elements in order; gives whether everything is sorted then.
fn partial_insertion_sort(a: usize, b: usize, context: &mut impl SortContext) -> bool {
    let mut i = a + 1;
    for _ in 0..5 {
        while i < b && !context.less_than(i, i - 1) {
            i += 1;
        }
        if i == b {
            return true;
        }
        if b - a < 50 {
            return false;
        }
        context.swap(i, i - 1);
        if i - a >= 2 {
            let mut j = i - 1;
            while j > a && context.less_than(j, j - 1) {
                context.swap(j, j - 1);
                j -= 1;
            }
        }
        if b - i >= 2 {
            let mut j = i + 1;
            while j < b && context.less_than(j, j - 1) {
                context.swap(j, j - 1);
                j += 1;
            }
        }
    }
    false
}

/// Moves three elements of the middle to pseudo-random places.
fn break_patterns(a: usize, b: usize, context: &mut impl SortContext) {
    let len = b - a;
    let mut random = len as u64;
    let modulus = random.next_power_of_two();
    let middle = a + (len / 4) * 2;
    for i in middle - 1..=middle + 1 {
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        let mut other = (random & (modulus - 1)) as usize;
        if other >= len {
            other -= len;
        }
        context.swap(i, a + other);
    }
}

/// The median of three elements, or of three medians; how many swaps that took tells whether the part looks sorted.
fn choose_pivot(a: usize, b: usize, context: &mut impl SortContext) -> (usize, Hint) {
    let len = b - a;
    let [i, j, k] = [1, 2, 3].map(|quarter| a + len / 4 * quarter);
    let mut swaps = 0;
    if len >= 50 {
        for middle in [i, j, k] {
            swaps += sort_three([middle - 1, middle, middle + 1], context);
        }
    }
    swaps += sort_three([i, j, k], context);
    let hint = match swaps {
        0 => Hint::Increasing,
        12 => Hint::Decreasing,
        _ => Hint::Unknown,
    };
    (j, hint)
}

fn sort_three([a, b, c]: [usize; 3], context: &mut impl SortContext) -> u32 {
    let mut swaps = 0;
    for (right, left) in [(b, a), (c, b), (b, a)] {
        if context.less_than(right, left) {
            context.swap(right, left);
            swaps += 1;
        }
    }
    swaps
}

fn reverse_range(a: usize, b: usize, context: &mut impl SortContext) {
    for i in 0..(b - a) / 2 {
        context.swap(a + i, b - 1 - i);
    }
}

// ---- searching -----------------------------------------------------------------------------------------------------

/// `std.sort.binarySearch`; `compare` orders what is searched for against an element.
pub fn binary_search<T>(items: &[T], compare: impl Fn(&T) -> Ordering) -> Option<usize> {
    let (mut low, mut high) = (0, items.len());
    while low < high {
        let middle = low + (high - low) / 2;
        match compare(&items[middle]) {
            Ordering::Equal => return Some(middle),
            Ordering::Greater => low = middle + 1,
            Ordering::Less => high = middle,
        }
    }
    None
}

/// `std.sort.partitionPoint`.
pub fn partition_point<T>(items: &[T], predicate: impl Fn(&T) -> bool) -> usize {
    items.partition_point(predicate)
}

/// `std.sort.lowerBound`.
pub fn lower_bound<T>(items: &[T], compare: impl Fn(&T) -> Ordering) -> usize {
    partition_point(items, |item| compare(item).is_gt())
}

/// `std.sort.upperBound`.
pub fn upper_bound<T>(items: &[T], compare: impl Fn(&T) -> Ordering) -> usize {
    partition_point(items, |item| compare(item).is_ge())
}

/// `std.sort.equalRange`.
pub fn equal_range<T>(items: &[T], compare: impl Fn(&T) -> Ordering) -> (usize, usize) {
    (lower_bound(items, &compare), upper_bound(items, &compare))
}

/// `std.sort.argMin`: the first of the least.
pub fn arg_min<T>(items: &[T], less: impl Fn(&T, &T) -> bool) -> Option<usize> {
    (0..items.len()).reduce(|best, i| {
        if less(&items[i], &items[best]) {
            i
        } else {
            best
        }
    })
}

/// `std.sort.argMax`: the first of the greatest.
pub fn arg_max<T>(items: &[T], less: impl Fn(&T, &T) -> bool) -> Option<usize> {
    (0..items.len()).reduce(|best, i| {
        if less(&items[best], &items[i]) {
            i
        } else {
            best
        }
    })
}

/// `std.sort.min`.
pub fn min<T>(items: &[T], less: impl Fn(&T, &T) -> bool) -> Option<&T> {
    arg_min(items, less).map(|i| &items[i])
}

/// `std.sort.max`.
pub fn max<T>(items: &[T], less: impl Fn(&T, &T) -> bool) -> Option<&T> {
    arg_max(items, less).map(|i| &items[i])
}

/// `std.sort.isSorted`.
pub fn is_sorted<T>(items: &[T], less: impl Fn(&T, &T) -> bool) -> bool {
    items.windows(2).all(|pair| !less(&pair[1], &pair[0]))
}
