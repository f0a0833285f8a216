pub fn last(list: &mut Vec<u32>) -> u32 {
    if let Some(one) = list.pop() {
        return one;
    }
    list.pop().unwrap()
}
