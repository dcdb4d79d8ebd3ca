import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { ImageRepository, RegistryReplication, SkypilotInstanceRole } from '../../../constructs/aws';
import { onlyResource, resourcesOf, statementsIn, synthesized } from '../synthesized';

describe("the role of SkyPilot's machines", () => {
  const synth = synthesized((scope) => {
    new SkypilotInstanceRole(scope, 'skypilot', { tags: { team: 'core' } });
  });

  it('has the names by which SkyPilot knows it', () => {
    expect(onlyResource(synth, 'aws_iam_role')).toMatchObject({ name: 'skypilot-v1', tags: { team: 'core' } });
    expect(onlyResource(synth, 'aws_iam_instance_profile')).toMatchObject({
      name: 'skypilot-v1',
      role: expect.stringMatching(/^\$\{aws_iam_role\.skypilot_role_\w+\.name\}$/) as unknown,
    });
  });

  it('ends machines that SkyPilot made, and may pass no role on', () => {
    const statements = statementsIn(onlyResource(synth, 'aws_iam_role_policy'));
    expect(statements.find(({ Action }) => Action.includes('ec2:TerminateInstances'))?.Condition).toEqual({
      StringLike: { 'aws:ResourceTag/skypilot-cluster-name': '*' },
    });
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.startsWith('iam:'))).toEqual([]);
  });
});

describe('the replication of a registry', () => {
  const replication = (regions: readonly string[], accountId?: string) =>
    synthesized((scope) => {
      const repository = new ImageRepository(scope, 'repository', { repositoryName: 'research' });
      const provider = new AwsProvider(scope, 'frankfurt', { region: 'eu-central-1', alias: 'frankfurt' });
      new RegistryReplication(scope, 'replication', { repositories: [repository], regions, accountId, provider });
    });

  it('copies the images of the named repositories to the regions', () => {
    expect(onlyResource(replication(['eu-west-1'], '123456789012'), 'aws_ecr_replication_configuration')).toMatchObject(
      {
        provider: 'aws.frankfurt',
        replication_configuration: {
          rule: [
            {
              destination: [{ region: 'eu-west-1', registry_id: '123456789012' }],
              repository_filter: [
                {
                  filter: expect.stringMatching(/^\$\{aws_ecr_repository\.repository_\w+\.name\}$/) as unknown,
                  filter_type: 'PREFIX_MATCH',
                },
              ],
            },
          ],
        },
      },
    );
  });

  it('stays in the account unless told otherwise', () => {
    const synth = replication(['eu-west-1']);
    expect(JSON.stringify(resourcesOf(synth, 'aws_ecr_replication_configuration'))).toMatch(
      /"registry_id":"\$\{data\.aws_caller_identity\.replication_account_\w+\.account_id\}"/,
    );
  });

  it('fails without a region', () => {
    expect(() => replication([])).toThrow('regions has 0; AWS takes 1 to 25');
  });

  it('takes in more repositories by their names, and fails for more than AWS takes', () => {
    const named = (count: number) =>
      synthesized((scope) => {
        const made = new RegistryReplication(scope, 'replication', {
          repositories: [{ name: 'research' }],
          regions: ['eu-west-1'],
        });
        for (let more = 1; more < count; more += 1) made.addRepository({ name: `project-${more}` });
      });
    const text = JSON.stringify(onlyResource(named(100), 'aws_ecr_replication_configuration'));
    expect(text.match(/"filter":"/g)).toHaveLength(100);
    expect(text).toContain('"filter":"project-99"');
    expect(() => named(101)).toThrow('repositories has 101; AWS takes 100 at most');
  });
});
