import path from 'node:path';
import { checkClone, checkNode } from '../../../src/cli/quickstart/prerequisites';
import { put, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();

test.each(['20.8.1', '18.20.0'])('Node %s is too old', (version) => {
  expect(() => {
    checkNode(version);
  }).toThrow(`This is Node ${version}: Node >= 20.9 is needed.`);
});

test.each(['20.9.0', '22.1.0'])('Node %s will do', (version) => {
  expect(() => {
    checkNode(version);
  }).not.toThrow();
});

test('fails outside a clone', async () => {
  await expect(checkClone({ root: folder(), version: '0.1.0' })).rejects.toThrow(
    /has none \(no cdktf\.json\)\.\nClone the repository/,
  );
});

test('fails before npm ci', async () => {
  await put(path.join(folder(), 'cdktf.json'), '{}');
  await expect(checkClone({ root: folder(), version: '0.1.0' })).rejects.toThrow(
    /npm packages are not installed.*\nRun "npm ci"/,
  );
});
