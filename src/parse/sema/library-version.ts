/** Which version of Zig a library belongs to. It does not say so itself, so it is told by a file that came with each version. */
import type { ZigVersion } from '../syntax/zig-version.js';

const MARKS: readonly { readonly version: ZigVersion; readonly file: string }[] = [
  { version: { major: 0, minor: 16 }, file: 'std/Io/Threaded.zig' },
  { version: { major: 0, minor: 15 }, file: 'std/Io/Writer.zig' },
  { version: { major: 0, minor: 14 }, file: 'std/debug/SelfInfo.zig' },
  { version: { major: 0, minor: 13 }, file: 'std/posix.zig' },
];

/** What has none of the marks: the first version whose library is read. */
const OLDEST: ZigVersion = { major: 0, minor: 11 };

/** The version of the library in which `has` tells whether a file exists; 0.12 counts as 0.13. */
export function libraryVersion(has: (file: string) => boolean): ZigVersion {
  return MARKS.find(({ file }) => has(file))?.version ?? OLDEST;
}
