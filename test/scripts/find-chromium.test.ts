import path from 'node:path';
import { chromiumOn } from '../../scripts/browser/find-chromium';
import { put, putScript, useTemporaryFolder } from '../cli/support/temporary-folder';

const folder = useTemporaryFolder();

it('the Chromium is the one that is named', () => {
  expect(chromiumOn({ CHROMIUM_PATH: '/opt/chromium', PATH: folder() })).toBe('/opt/chromium');
});

it('the Chromium is the first on PATH that can be run', async () => {
  await put(path.join(folder(), 'a', 'chromium'), 'no program');
  const shell = await putScript(path.join(folder(), 'b', 'chromium-headless-shell'), 'exit 0');
  await putScript(path.join(folder(), 'c', 'chromium'), 'exit 0');
  expect(chromiumOn({ PATH: ['a', 'b', 'c'].map((name) => path.join(folder(), name)).join(path.delimiter) })).toBe(
    shell,
  );
});

it('there may be none', () => {
  expect(chromiumOn({ CHROMIUM_PATH: '', PATH: folder() })).toBeUndefined();
});
