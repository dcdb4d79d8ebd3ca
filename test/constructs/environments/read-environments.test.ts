import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { defineEnvironments, StateBackend } from '../../../constructs';
import { environmentSettings, readEnvironments, z } from '../../../constructs/environments';

const settings = environmentSettings.extend({
  region: z.string(),
  orchestrator: z.enum(['local', 'sagemaker']).default('local'),
  limits: z.strictObject({ days: z.number().int().min(1), sizes: z.array(z.number()) }).optional(),
});

const folder = mkdtempSync(path.join(tmpdir(), 'cdktf-zenml-environments-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function fileWith(text: string, name = 'environments.yaml'): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

const read = (text: string, variables: Record<string, string> = {}) =>
  readEnvironments(fileWith(text), { settings, variables });

/** The lines of the refusal, without the folder. */
function mistakesIn(text: string, variables: Record<string, string> = {}, name?: string): readonly string[] {
  try {
    readEnvironments(fileWith(text, name), { settings, variables });
  } catch (error) {
    const [, ...lines] = String(error).split('\n');
    return lines.map((line) => line.trim().replace(`${folder}/`, ''));
  }
  return [];
}

const GOOD = `
defaults:
  region: us-east-1
  tags: { cost_center: ml, owner: platform }
  limits: { days: 7, sizes: [1, 2] }
dev:
  development: true
prod:
  region: eu-west-1
  highAvailability: true
  complianceMode: strict
  tags: { owner: core }
  limits: { sizes: [3] }
`;

describe('a file with environments', () => {
  it('gives the same as the same in TypeScript', () => {
    const { prod, dev } = read(GOOD);
    const defaults = {
      region: 'us-east-1',
      orchestrator: 'local',
      tags: { cost_center: 'ml', owner: 'platform' } as Record<string, string>,
      limits: { days: 7, sizes: [1, 2] },
    };
    expect({ dev, prod }).toEqual(
      defineEnvironments({
        defaults,
        dev: { development: true },
        prod: {
          region: 'eu-west-1',
          highAvailability: true,
          complianceMode: 'strict',
          tags: { owner: 'core' },
          limits: { sizes: [3] },
        },
      }),
    );
    expect(Object.isFrozen(prod?.limits?.sizes)).toBe(true);
  });

  it('may be JSON', () => {
    const file = fileWith(
      '{\n\t"defaults": { "region": "us-east-1" },\n\t"dev": {},\n\t"test-2": null\n}',
      'environments.json',
    );
    expect(readEnvironments(file, { settings })).toEqual({
      dev: { name: 'dev', region: 'us-east-1', orchestrator: 'local' },
      'test-2': { name: 'test-2', region: 'us-east-1', orchestrator: 'local' },
    });
  });

  it('knows its environments by the names that are asked for, and what the settings are', () => {
    const { dev, prod } = readEnvironments(fileWith(GOOD), { settings, names: ['dev', 'prod'] });
    const region: string = prod.region;
    // @ts-expect-error: there is no such environment
    const staging = (): unknown => readEnvironments(fileWith(GOOD), { settings, names: ['dev', 'prod'] }).staging;
    expect([region, dev.development, staging()]).toEqual(['eu-west-1', true, undefined]);
  });

  it('makes values of settings, where their schema does', () => {
    const auth = z.enum(['key', 'none']).transform((kind) => ({ provision: () => kind }));
    const { dev } = readEnvironments(fileWith('defaults: { auth: key }\ndev: {}\n'), {
      settings: environmentSettings.extend({ auth }),
    });
    expect(dev?.auth.provision()).toBe('key');
  });

  it('says where states lie, as a whole', () => {
    const { dev, prod } = read(`
defaults: { region: us-east-1, backend: { s3: { bucket: acme-states, region: eu-west-1, app: platform } } }
dev: { backend: { local: {} } }
prod: {}
`);
    expect(dev?.backend).toEqual(StateBackend.local({}));
    expect(prod?.backend).toEqual(StateBackend.s3({ bucket: 'acme-states', region: 'eu-west-1', app: 'platform' }));
  });
});

describe('a file with mistakes', () => {
  it('fails with all of them, each with line, column and path, in the order of the file', () => {
    const text = `defaults:
  region: us-east-1
  costCentre: ml
dev:
  development: "yes"
  limits:
    days: 0
    sizes: [1, two]
prod:
  complianceMode: strikt
  accountId: 123456789012
  tags: [a]
  exceptions: { long-lived-key: because }
`;
    expect(mistakesIn(text)).toEqual([
      'environments.yaml:3:3 defaults.costCentre: there is no setting "costCentre"; did you mean "costCenter"?: rename it, or add it to the schema of the settings',
      'environments.yaml:5:3 dev.development: got "yes"; expected true or false: correct it',
      'environments.yaml:7:5 dev.limits.days: got 0; expected number to be >=1: correct it',
      'environments.yaml:8:16 dev.limits.sizes.1: got "two"; expected a number: correct it',
      'environments.yaml:10:3 prod.complianceMode: got "strikt"; expected "standard" or "strict": did you mean "strict"?',
      'environments.yaml:11:3 prod.accountId: got the number 123456789012; expected text: put it in quotes',
      'environments.yaml:12:3 prod.tags: got ["a"]; expected keys with values: correct it',
      'environments.yaml:13:17 prod.exceptions.long-lived-key: there is no setting "long-lived-key"; did you mean "long-lived-keys"?: rename it, or add it to the schema of the settings',
    ]);
  });

  it('fails with what is missing, at the environment that misses it', () => {
    expect(mistakesIn('dev: { region: us-east-1 }\nprod:\n  team: core\n')).toEqual([
      'environments.yaml:2:1 prod.region: this is missing; expected text: add it here or to the defaults',
    ]);
  });

  it('fails with what is missing in the defaults, and in what stands for them as a whole', () => {
    const text = `defaults:
  region: us-east-1
  limits: { days: 1 }
  backend: { s3: { bucket: acme-states, region: eu-west-1, app: platform } }
prod:
  backend: { gcs: { bukket: acme-states } }
test:
  backend: {}
`;
    expect(mistakesIn(text)).toEqual([
      'environments.yaml:3:3 defaults.limits.sizes: this is missing; expected a list: add it here or to the defaults',
      'environments.yaml:6:14 prod.backend.gcs.bucket: this is missing; expected text: add it here or to the defaults',
      'environments.yaml:6:14 prod.backend.gcs.app: this is missing; expected text: add it here or to the defaults',
      'environments.yaml:6:21 prod.backend.gcs.bukket: there is no setting "bukket"; did you mean "bucket"?: rename it, or add it to the schema of the settings',
      'environments.yaml:8:3 test.backend: got {}; expected one of local, s3, gcs, hcpTerraform: correct it',
    ]);
  });

  it('fails with what is no YAML', () => {
    const [first] = mistakesIn('dev:\n  region: "us-east-1\nprod: {}\n');
    expect(first).toMatch(/^environments\.yaml:\d+:\d+: missing closing "quote/);
    expect(mistakesIn('dev: {}\ndev: {}\n')).toEqual(['environments.yaml:2:1: map keys must be unique']);
  });

  it.each(['', '- dev\n', 'dev\n'])('fails where it holds %j', (text) => {
    expect(mistakesIn(text)).toEqual([
      'environments.yaml:1:1: expected keys with values: "defaults", and the name of each environment',
    ]);
  });

  it('fails without any environment, without one that is asked for, and with one that is not', () => {
    expect(mistakesIn('defaults: { region: us-east-1 }\n')[0]).toContain('there is no environment');
    const named = () => readEnvironments(fileWith('dev: {}\nprd: {}\n'), { settings, names: ['dev', 'prod'] });
    expect(named).toThrow('environments.yaml has 2 mistakes');
    expect(named).toThrow('1:1: the environment "prod" is missing; expected dev, prod');
    expect(named).toThrow('2:1 prd: the environment "prd" is not one of dev, prod');
  });

  it('fails where there is no file', () => {
    expect(() => readEnvironments(path.join(folder, 'none.yaml'), { settings })).toThrow('none.yaml');
  });
});

it('merges the defaults also where the schema makes something else of all settings', () => {
  const named = settings.transform((all) => ({ ...all, place: `${all.region}/${all.team ?? 'nobody'}` }));
  const file = fileWith('defaults: { region: us-east-1, tags: { a: x } }\ndev: { team: core, tags: { b: y } }\n');
  expect(readEnvironments(file, { settings: named }).dev).toMatchObject({
    place: 'us-east-1/core',
    tags: { a: 'x', b: 'y' },
  });
});

describe('variables in a file', () => {
  it('stand for their values, which are read as what the settings want', () => {
    const text = `
defaults: { region: "\${REGION}", limits: { days: "\${DAYS}", sizes: [] } }
dev:
  highAvailability: \${HA}
  team: \${TEAM:-platform} of \${NAME}
  tags: { number: "\${DAYS}", expression: "$\${REGION}", terraform: "\${var.region}" }
`;
    expect(read(text, { REGION: 'eu-west-1', DAYS: '7', HA: 'true', NAME: 'acme' }).dev).toMatchObject({
      region: 'eu-west-1',
      limits: { days: 7 },
      highAvailability: true,
      team: 'platform of acme',
      tags: { number: '7', expression: '${REGION}', terraform: '${var.region}' },
    });
  });

  it('fail with file, line and name where they are not set, or do not hold what the settings want', () => {
    expect(mistakesIn('defaults: { region: "${REGION}" }\ndev:\n  team: ${TEAM}\n', { TEAM: '' })).toEqual([
      expect.stringMatching(/^environments\.yaml:1:21 defaults\.region: the environment variable REGION is not set/),
      expect.stringMatching(/^environments\.yaml:3:9 dev\.team: the environment variable TEAM is not set/),
    ]);
    expect(mistakesIn('dev: { region: r, highAvailability: "${HA}" }\n', { HA: 'yes' })).toEqual([
      'environments.yaml:1:19 dev.highAvailability: got "yes"; expected true or false: correct it',
    ]);
  });

  it('fail where they are secrets by their names, and texts where they look like credentials, without showing them', () => {
    const secrets = { ZENML_API_KEY: 'ZENKEY_abc', DB_PASSWORD: 'hunter2' };
    const mistakes = mistakesIn(
      'dev:\n  region: ${ZENML_API_KEY}\n  team: ${DB_PASSWORD}\n  tags: { key: ZENKEY_eyJpZCI6IjEi }\n',
      secrets,
    );
    expect(mistakes).toEqual([
      expect.stringMatching(/:2:11 dev\.region: the environment variable ZENML_API_KEY is a secret by its name/),
      expect.stringMatching(/:3:9 dev\.team: the environment variable DB_PASSWORD is a secret by its name/),
      expect.stringMatching(/:4:16 dev\.tags\.key: this looks like a credential/),
    ]);
    for (const value of ['ZENKEY_', 'hunter2']) expect(mistakes.join()).not.toContain(value);
  });
});
