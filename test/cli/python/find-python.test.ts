import path from 'node:path';
import { findPython } from '../../../src/cli/python/find-python';
import { putScript, useTemporaryFolder } from '../support/temporary-folder';

const folder = useTemporaryFolder();
const fake = (name: string, body: string) => putScript(path.join(folder(), name), body);

test('takes the first that is new enough and has venv', async () => {
  const old = await fake('old', 'echo 3 9 /usr/bin/python3.9');
  const good = await fake('good', 'echo 3 12 /usr/bin/python3.12');
  await expect(findPython(['/none/python', old, good])).resolves.toEqual({
    executable: '/usr/bin/python3.12',
    version: '3.12',
  });
});

test('a shim that only complains is passed over', async () => {
  const shim = await fake('shim', 'echo "command not found" >&2; exit 127');
  await expect(findPython([shim])).rejects.toThrow(/^No Python was found on PATH: Python >= 3\.10 .*\nInstall one/);
});

test('says what was found and why it does not do', async () => {
  const old = await fake('old', 'echo 3 9 /usr/bin/python3.9');
  const bare = await fake('bare', `echo "ModuleNotFoundError: No module named 'ensurepip'" >&2; exit 1`);
  const future = await fake('future', 'echo 3 15 /usr/bin/python3.15');
  await expect(findPython([old, bare, future])).rejects.toThrow(
    /is version 3\.9, .*bare has no venv module, .*is version 3\.15/,
  );
});
