import { augmentationSource, noveltyOf } from '../../../src/cli/flavors/augmentation';
import type { PinnedFlavors } from '../../../src/cli/flavors/pinned-flavors';
import pinned from '../../../src/cli/flavors/pinned-flavors.json';
import type { Flavor, JsonObject } from '../../../src/zenml';
import { runPrograms } from '../../support/construct-pages';

const known: PinnedFlavors = pinned;

function flavor(type: string, name: string, configSchema: JsonObject): Flavor {
  const noConnector = { connectorType: null, connectorResourceType: null, connectorResourceIdAttribute: null };
  return { type, name, isCustom: true, configSchema, ...noConnector };
}

const slurm = flavor('orchestrator', 'slurm', {
  title: 'SlurmConfig',
  description: 'Configuration of the Slurm orchestrator.\n\nAttributes:\n    head_node: Where jobs are submitted.',
  properties: {
    head_node: { type: 'string' },
    api_token: { anyOf: [{ type: 'string' }, { type: 'null' }], sensitive: true, default: null },
    max_jobs: { type: 'integer', minimum: 1, default: 4 },
    queue: { $ref: '#/$defs/Queue' },
    gpu_2: { type: 'boolean', default: false },
    legacyKey: { type: 'string', default: '' },
  },
  required: ['head_node', 'queue'],
  $defs: { Queue: { type: 'object', properties: { wall_time: { type: 'integer' } }, required: ['wall_time'] } },
});

const grownVertex = flavor('orchestrator', 'vertex', {
  properties: {
    ...Object.fromEntries(pinned.keys.orchestrator.vertex.map((key) => [key, { type: 'string' }])),
    spot_share: { anyOf: [{ type: 'number', maximum: 1 }, { type: 'null' }], default: null },
  },
});

const app = (line: string) => `import { App, TerraformStack } from 'cdktf';
import * as zenml from 'cdktf-zenml';
import { ZenmlProvider } from 'cdktf-zenml/bindings/provider';
import './zenml-flavors';

const app = new App();
const stack = new TerraformStack(app, 'stack');
new ZenmlProvider(stack, 'zenml');
${line}
app.synth();
`;

const slurmWith = (configuration: string) =>
  app(`new zenml.Orchestrator(stack, 'c', { flavor: 'slurm', configuration: { ${configuration} } });`);
const whole = `headNode: 'login', queue: { wall_time: 60 }, 'gpu_2': true`;

describe('the types of flavors that the constructs do not know', () => {
  it('are those of a server beyond what they know', () => {
    const local = flavor('orchestrator', 'local', { properties: {} });
    const novelty = noveltyOf([slurm, grownVertex, local, flavor('quantum', 'q', {})], known);
    expect(novelty.flavors).toEqual([slurm]);
    expect(novelty.grown.map(({ name, configSchema }) => [name, Object.keys(configSchema.properties ?? {})])).toEqual([
      ['vertex', ['spot_share']],
    ]);
    expect(novelty.unknownTypes).toEqual(['quantum']);
  });

  it('make components of them typed and checked like all others', async () => {
    const text = augmentationSource(noveltyOf([slurm, grownVertex], known), '0.99.0');
    const runs = await runPrograms(
      new Map([
        ['zenml-flavors', text],
        ['right', slurmWith(whole)],
        ['grown', app(`new zenml.VertexOrchestrator(stack, 'c', { location: 'europe-west1', spotShare: 0.5 });`)],
        ['wrong-key', slurmWith(`${whole}, headnode: 'login'`)],
        ['lacking', slurmWith(`headNode: 'login'`)],
        ['wrong-within', slurmWith(`headNode: 'login', queue: { wallTime: 60 }`)],
        ['too-few', slurmWith(`${whole}, maxJobs: 0`)],
        ['too-much', app(`new zenml.VertexOrchestrator(stack, 'c', { location: 'europe-west1', spotShare: 2 });`)],
        ['literal', slurmWith(`${whole}, apiToken: 'hunter2'`)],
      ]),
    );
    const outcome = (name: string) => ({ errors: runs.get(name)?.typeErrors, failure: runs.get(name)?.failure });
    expect(outcome('zenml-flavors').errors).toEqual([]);
    expect(outcome('right')).toEqual({ errors: [], failure: undefined });
    expect(outcome('grown')).toEqual({ errors: [], failure: undefined });
    // Each differs from the right one by one mistake.
    for (const mistaken of ['wrong-key', 'lacking', 'wrong-within']) expect(outcome(mistaken).errors).toHaveLength(1);
    expect(outcome('too-few').failure).toContain('maxJobs (max_jobs) is 0; expected 1 at least');
    expect(outcome('too-much').failure).toContain('spotShare (spot_share) is 2; expected 1 at most');
    expect(outcome('literal').failure).toContain('apiToken (api_token) is written out');
  }, 120_000);

  it('name a key that no property can stand for', () => {
    const text = augmentationSource(noveltyOf([slurm], known), '0.99.0');
    expect(text).toContain('Given in `extra`: `legacyKey`.');
    expect(text).not.toContain('readonly legacyKey');
    expect(text).toContain('/** Where jobs are submitted. */\n  readonly headNode: string;');
  });
});
