import { execFileSync } from 'node:child_process';
import { delimiter, join } from 'node:path';

const root = join(__dirname, '..');
const bin = join(root, 'node_modules', '.bin');

/** Generates `src/protocol/gen` from the .proto files beside it, as `buf.gen.yaml` says. Needs no network. */
execFileSync(join(bin, 'buf'), ['generate'], {
  cwd: root,
  env: { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  stdio: 'inherit',
});
