import type { execa as Execa } from 'execa';

/**
 * execa, loaded on first use. A dependency of it can be imported but not required, and the command runs as CommonJS:
 * a dynamic import works from source, under jest and in the bundle alike.
 */
export async function loadExeca(): Promise<typeof Execa> {
  const { execa } = await import('execa');
  return execa;
}
