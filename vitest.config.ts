import { defineConfig } from 'vitest/config';

// Tests start compilers (zig, rustc): two workers are what a two-core machine bears.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
