import { readFile } from 'node:fs/promises';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { AwsAuth, AwsBaseStack, SkypilotInstanceRole } from '../../constructs/aws';
import { CLOUDS, PERMISSIONS_PAGE, renderPermissions } from '../../scripts/generate-permissions';
import { awsPermissions } from '../../scripts/permissions/aws-permissions';
import { stackWith, synthesize } from '../constructs/synthesized';

it('the page about permissions is that of the present grants; if this fails, run "npm run permissions"', async () => {
  expect(await readFile(PERMISSIONS_PAGE, 'utf8')).toBe(renderPermissions());
});

/** What is not the stack's own: everything, everything of a kind, or a whole project. */
const isWide = (resource: string): boolean =>
  (resource.endsWith('*') && !/BUCKET|PREFIX/.test(resource)) || resource === 'projects/PROJECT';

/** A policy that refuses, and one that limits sessions to what their user has. */
const GRANT_NOTHING = ['TlsOnly', 'AsTheUser'];

/** All names of statements in the policies of base stacks with everything switched on, whichever the pattern. */
function statementNames(): string[] {
  const patterns = [AwsAuth.iamRole(), AwsAuth.federationToken()];
  const texts = patterns.map(
    (auth) =>
      synthesize(
        stackWith((scope) => {
          new AwsBaseStack(scope, 'base', {
            environment: {
              name: 'dev',
              development: true,
              allowKeyInState: true,
              highAvailability: true,
              complianceMode: 'strict',
              exceptions: { 'long-lived-keys': 'all patterns are looked at' },
            },
            region: 'us-east-1',
            replicaRegion: 'eu-central-1',
            replicaProvider: new AwsProvider(scope, 'aws-replica', { region: 'eu-central-1', alias: 'replica' }),
            auth,
            services: ['app-runner', 'codebuild', 'sagemaker', 'skypilot'],
          });
          new SkypilotInstanceRole(scope, 'skypilot');
        }),
      ).text,
  );
  const names = texts.flatMap((text) => [...text.matchAll(/\\"Sid\\":\\"(\w+)\\"/g)].map(([, sid = '']) => sid));
  return [...new Set(names)].filter((name) => !GRANT_NOTHING.includes(name)).sort();
}

it('the page has every statement of the policies on AWS, and none besides', () => {
  const onPage = new Set(awsPermissions.sections.flatMap(({ permissions }) => permissions.map(({ name }) => name)));
  expect([...onPage].sort()).toEqual(statementNames());
});

describe.each(CLOUDS)('a permission on $cloud', ({ sections }) => {
  const permissions = sections.flatMap(({ title, permissions: found }) => found.map((each) => ({ title, ...each })));

  it('that is for more than the resources of the stack says why', () => {
    const unexplained = permissions.filter(
      ({ resources, condition, why }) => resources.some(isWide) && condition === undefined && why === undefined,
    );
    expect(unexplained).toEqual([]);
    expect(permissions.filter(({ resources }) => resources.some(isWide)).length).toBeGreaterThan(0);
  });

  it('names each of its actions', () => {
    expect(permissions.flatMap(({ grants }) => grants).filter((grant) => grant.includes('*'))).toEqual([]);
  });
});
