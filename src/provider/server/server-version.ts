/** The oldest version of ZenML that the provider works with. */
export const OLDEST_VERSION = '0.80.0';

/** True where a version such as `0.98.0` or `0.80.0rc1` comes before another; false where it cannot be told. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [numbers(version), numbers(than)];
  const difference = a.map((part, index) => part - (b[index] ?? 0)).find((part) => part !== 0);
  return difference !== undefined && difference < 0;
}

function numbers(version: string): readonly number[] {
  const [, major, minor, patch] = /^v?(\d+)\.(\d+)(?:\.(\d+))?/.exec(version) ?? [];
  return [major, minor, patch].flatMap((part) => (part === undefined ? [] : [Number(part)]));
}
