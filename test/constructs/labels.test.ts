import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformResource, type TerraformStack } from 'cdktf';
import type { Environment } from '../../constructs';
import { AwsAuth, AwsBaseStack } from '../../constructs/aws';
import { tagsOf } from '../../constructs/policies/require-tags';
import { everything, gcpStackWith, makeBase } from './gcp/support/gcp-stack';
import { stackWith, synthesize, synthesized } from './synthesized';

const environment: Environment = {
  name: 'prod',
  projectName: 'fraud',
  team: 'core',
  costCenter: 'ml-42',
  highAvailability: true,
  backupEnabled: true,
  complianceMode: 'strict',
  exceptions: { 'long-lived-keys': 'a test of all that there is' },
  tags: { owner: 'me' },
};

const LABELS = ['managed_by', 'environment', 'project', 'team', 'cost_center', 'stack', 'owner'];

const onAws = (): TerraformStack =>
  stackWith((scope) => {
    const replicaProvider = new AwsProvider(scope, 'replica', { region: 'us-west-2', alias: 'replica' });
    new AwsBaseStack(scope, 'base', {
      environment,
      replicaRegion: 'us-west-2',
      replicaProvider,
      region: 'us-east-1',
      auth: AwsAuth.implicit(),
      orchestrator: 'sagemaker',
      stepOperator: 'sagemaker',
      deployer: 'app-runner',
      services: ['app-runner', 'codebuild', 'sagemaker', 'skypilot'],
    });
  });
const onGcp = (): TerraformStack =>
  gcpStackWith((scope) => {
    makeBase(scope, { ...everything, environment: { ...environment, development: true, allowKeyInState: true } });
  });

describe.each([
  ['AWS', onAws, 7],
  ['Google Cloud', onGcp, 4],
])('everything on %s, every switch on', (_, make, least) => {
  it('carries the labels of its environment wherever its type can have any', () => {
    const stack = make();
    synthesize(stack);
    const labelled = stack.node
      .findAll()
      .filter((construct) => TerraformResource.isTerraformResource(construct))
      .map((resource) => [`${resource.terraformResourceType} ${resource.node.path}`, tagsOf(resource)] as const)
      .filter(([, tags]) => tags !== undefined);
    const missing = labelled.flatMap(([name, tags]) => {
      const without = LABELS.filter((label) => tags?.[label] === undefined);
      return without.length === 0 ? [] : [`${name}: ${without.join(', ')}`];
    });
    expect(missing).toEqual([]);
    expect(new Set(labelled.map(([name]) => name.split(' ')[0])).size).toBeGreaterThanOrEqual(least);
  });
});

describe('tags that AWS does not take', () => {
  const base = (tags: Record<string, string>) => () =>
    synthesized((scope) => {
      new AwsBaseStack(scope, 'base', {
        environment: { name: 'prod', tags },
        region: 'us-east-1',
        auth: AwsAuth.implicit(),
      });
    });

  it.each([
    [{ 'aws:owner': 'me' }, 'the key of the tag "aws:owner" is none that AWS takes'],
    [{ 'owner?': 'me' }, 'the key of the tag "owner?" is none that AWS takes'],
    [{ ['k'.repeat(129)]: 'me' }, 'expected 1 to 128 letters'],
    [{ owner: 'me, myself' }, 'the tag owner is "me, myself"; AWS takes 256 letters'],
    [{ owner: 'x'.repeat(257) }, 'AWS takes 256 letters'],
    [Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`tag${n}`, 'x'])), 'there are 52 tags; AWS takes 50'],
  ])('fail at synth: %j', (tags, message) => {
    expect(base(tags)).toThrow(message);
  });

  it('are none of letters of any language, and what terraform knows', () => {
    expect(base({ größe: 'très grand @ 1/2', owner: '${var.owner}' })).not.toThrow();
  });
});
