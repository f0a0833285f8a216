// The head of the file.
// It has two lines.

// After an empty line.
use a::b; // behind a use

// Before the function.

/// Documentation.
fn commented(
    a: u32, // the first
    // before the second
    b: u32,
) -> u32 {
    // at the start
    let x = 1; // behind a statement

    // before a statement,
    // two lines
    call(
        a, // first argument
        b,
        // dangling
    );
    let list = [
        1, 2, 3, // some numbers
        4,
    ];
    let table = Table {
        name: "x",  // the name
        length: 12, // the length

        // before the last
        flag: true,
    };
    match x {
        // before an arm
        1 => 2, // behind an arm

        // before another
        3 => {
            // in a block
            4
        } // at the end
    };
    if x == 1 {
        // only a comment
    } else {
        // another
    }
    x // the result
    // at the very end
}

enum Tag {
    A, // first
    // second
    B,
    LongerName, // third
                // at the end
}

fn only_comment() {
    // nothing to do
}

// The end of the file.
