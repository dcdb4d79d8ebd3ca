/** How many random values go through the wire: TEST_FUZZ, which `npm run test:fuzz` sets to 100,000. Default: 10,000. */
export const FUZZ_VALUES = Number(process.env.TEST_FUZZ ?? 10_000);

/** Prints what a random test did, since its name does not say how often it ran. */
export function report(line: string): void {
  process.stdout.write(`${line}\n`);
}
