import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import * as library from '../../../constructs';
import type { ConnectorTypeJson } from '../../../scripts/connectors/connector-types';
import { types, version } from '../../../scripts/connectors/connector-types.json';
import { renderConnectorType } from '../../../scripts/connectors/render-connector-type';
import { loadExeca } from '../../../src/cli/process/load-execa';
import { makeTestFolder, packageInfo } from '../../support/test-folder';

const made: ConnectorTypeJson = {
  name: 'Made up',
  connector_type: 'made-up',
  auth_methods: [
    {
      name: 'Guess',
      auth_method: 'guess',
      description: 'Guesses.',
      config_schema: {},
      min_expiration_seconds: null,
      max_expiration_seconds: null,
      default_expiration_seconds: null,
    },
  ],
  resource_types: [],
};

async function filesIn(folder: string): Promise<Record<string, string>> {
  const files = (await readdir(folder)).sort();
  const texts = await Promise.all(files.map(async (file) => [file, await readFile(path.join(folder, file), 'utf8')]));
  return Object.fromEntries(texts) as Record<string, string>;
}

describe('the generated authentication values', () => {
  it('are those of the committed connector types; if this fails, run "npm run connectors"', async () => {
    const execa = await loadExeca();
    const out = await makeTestFolder('connectors');
    const tsx = path.join(packageInfo.root, 'node_modules/tsx/dist/cli.mjs');
    const options = { cwd: packageInfo.root };
    await execa(process.execPath, [tsx, 'scripts/generate-connectors.ts', '--out', out], options);
    expect(await filesIn(path.join(packageInfo.root, 'constructs/connectors/generated'))).toEqual(await filesIn(out));
  }, 60_000);

  it('are exported by the package with what they take, for the seven types', async () => {
    expect(types.map(({ connector_type: type }) => type)).toEqual([
      'aws',
      'azure',
      'docker',
      'gcp',
      'hyperai',
      'kubernetes',
      'oauth2',
    ]);
    const index = await readFile(path.join(packageInfo.root, 'constructs', 'index.ts'), 'utf8');
    for (const type of types as readonly ConnectorTypeJson[]) {
      const { valueName, propsNames } = renderConnectorType(type, version);
      expect(Object.keys(library)).toContain(valueName);
      expect(propsNames.filter((name) => !new RegExp(`\\btype ${name}\\b`).test(index))).toEqual([]);
    }
  });

  it('fails for a method of which nobody has said what it stores', () => {
    expect(() => renderConnectorType(made, '1.0.0')).toThrow(
      'the method made-up/guess is new: say in scripts/connectors/method-notes.ts what it stores',
    );
  });
});
