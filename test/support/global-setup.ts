import { describeToolchain } from './toolchain.js';

/** Says once per run which compilers the tests found; in CI a missing one fails the run. */
export default function setup(): void {
  console.log(describeToolchain());
}
