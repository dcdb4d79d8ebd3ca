import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const GENERATED = join(ROOT, 'src/protocol/gen');

function filesIn(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    names.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [file.slice(folder.length), readFileSync(file, 'utf8')];
    }),
  );
}

test('the generated messages are what buf makes of the .proto today; run "npx tsx scripts/generate-proto.ts" if not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'generated-'));
  try {
    const template = readFileSync(join(ROOT, 'buf.gen.yaml'), 'utf8').replace('src/protocol/gen', folder);
    const bin = join(ROOT, 'node_modules/.bin');
    execFileSync(join(bin, 'buf'), ['generate', '--template', template], {
      cwd: ROOT,
      env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
    });
    expect(filesIn(GENERATED)).toEqual(filesIn(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
});
