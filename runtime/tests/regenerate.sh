#!/bin/sh
# Runs the programs of tests/zig with the real compiler and stores what they print in tests/expected.
# Usage: tests/regenerate.sh [name...]
set -eu
cd "$(dirname "$0")"
zig=${ZIG:-../../node_modules/.bin/zig}
names=${*:-$(cd zig && ls ./*.zig | sed 's|^\./||; s|\.zig$||' | grep -v '^common$')}
for name in $names; do
    "$zig" run "zig/$name.zig" >"expected/$name.new"
    mv "expected/$name.new" "expected/$name.txt"
    echo "$name: $(wc -l <"expected/$name.txt") lines"
done
