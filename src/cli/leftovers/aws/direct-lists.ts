import { BatchGetProjectsCommand, CodeBuildClient, paginateListProjects } from '@aws-sdk/client-codebuild';
import { ECRClient, ListTagsForResourceCommand, paginateDescribeRepositories } from '@aws-sdk/client-ecr';
import { DescribeClusterCommand, EKSClient, paginateListClusters } from '@aws-sdk/client-eks';
import {
  GetInstanceProfileCommand,
  IAMClient,
  ListPolicyTagsCommand,
  ListRoleTagsCommand,
  ListUserTagsCommand,
  paginateListInstanceProfiles,
  paginateListPolicies,
  paginateListRoles,
  paginateListUsers,
} from '@aws-sdk/client-iam';
import {
  ListTagsForResourceCommand as ListTagsOfScheduleCommand,
  paginateListScheduleGroups,
  SchedulerClient,
} from '@aws-sdk/client-scheduler';
import type { AwsClients } from './aws-clients';

/** A resource with its tags. */
export interface TaggedResource {
  readonly arn: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What the tagging interface does not list everywhere, service by service. */
export interface DirectList {
  /** For people: `ECR repositories`. */
  readonly what: string;
  readonly read: (aws: AwsClients) => Promise<readonly TaggedResource[]>;
}

/** Requests at a time. */
const AT_ONCE = 10;

/** In each region. */
export const REGIONAL_LISTS: readonly DirectList[] = [
  {
    what: 'ECR repositories',
    read: async (aws) => {
      const client = aws.of(ECRClient);
      return withTags(
        await arnsOf(paginateDescribeRepositories({ client }, {}), ({ repositories }) => repositories, 'repositoryArn'),
        async (resourceArn) => (await client.send(new ListTagsForResourceCommand({ resourceArn }))).tags,
      );
    },
  },
  {
    what: 'CodeBuild projects',
    read: async (aws) => {
      const client = aws.of(CodeBuildClient);
      const found: TaggedResource[] = [];
      for await (const { projects: names = [] } of paginateListProjects({ client }, {})) {
        if (names.length === 0) continue;
        const { projects = [] } = await client.send(new BatchGetProjectsCommand({ names }));
        found.push(...projects.map(({ arn = '', tags = [] }) => ({ arn, tags: recordOf(tags) })));
      }
      return found;
    },
  },
  {
    what: 'schedule groups',
    read: async (aws) => {
      const client = aws.of(SchedulerClient);
      return withTags(
        await arnsOf(paginateListScheduleGroups({ client }, {}), ({ ScheduleGroups }) => ScheduleGroups, 'Arn'),
        async (ResourceArn) => (await client.send(new ListTagsOfScheduleCommand({ ResourceArn }))).Tags,
      );
    },
  },
  {
    what: 'EKS clusters',
    read: async (aws) => {
      const client = aws.of(EKSClient);
      const names: string[] = [];
      for await (const { clusters = [] } of paginateListClusters({ client }, {})) names.push(...clusters);
      return inGroups(names, async (name) => {
        const { cluster } = await client.send(new DescribeClusterCommand({ name }));
        return { arn: cluster?.arn ?? '', tags: cluster?.tags ?? {} };
      });
    },
  },
];

/** In the account; IAM knows no regions. */
export const GLOBAL_LISTS: readonly DirectList[] = [
  {
    what: 'IAM roles',
    read: async (aws) => {
      const client = aws.of(IAMClient);
      const arns = await arnsOf(paginateListRoles({ client }, {}), ({ Roles }) => Roles, 'Arn');
      return withTags(
        arns.filter((arn) => !arn.includes(':role/aws-')),
        async (arn) => (await client.send(new ListRoleTagsCommand({ RoleName: nameIn(arn) }))).Tags,
      );
    },
  },
  {
    what: 'IAM users',
    read: async (aws) => {
      const client = aws.of(IAMClient);
      return withTags(
        await arnsOf(paginateListUsers({ client }, {}), ({ Users }) => Users, 'Arn'),
        async (arn) => (await client.send(new ListUserTagsCommand({ UserName: nameIn(arn) }))).Tags,
      );
    },
  },
  {
    what: 'IAM policies',
    read: async (aws) => {
      const client = aws.of(IAMClient);
      return withTags(
        await arnsOf(paginateListPolicies({ client }, { Scope: 'Local' }), ({ Policies }) => Policies, 'Arn'),
        async (PolicyArn) => (await client.send(new ListPolicyTagsCommand({ PolicyArn }))).Tags,
      );
    },
  },
  {
    what: 'instance profiles',
    read: async (aws) => {
      const client = aws.of(IAMClient);
      return withTags(
        await arnsOf(paginateListInstanceProfiles({ client }, {}), ({ InstanceProfiles }) => InstanceProfiles, 'Arn'),
        async (arn) =>
          (await client.send(new GetInstanceProfileCommand({ InstanceProfileName: nameIn(arn) }))).InstanceProfile
            ?.Tags,
      );
    },
  },
];

/** A tag in the letters of any service. */
interface AnyTag {
  readonly Key?: string;
  readonly Value?: string;
  readonly key?: string;
  readonly value?: string;
}

async function arnsOf<Page, Key extends string>(
  pages: AsyncIterable<Page>,
  itemsOf: (page: Page) => readonly { readonly [K in Key]?: string }[] | undefined,
  key: Key,
): Promise<readonly string[]> {
  const arns: string[] = [];
  for await (const page of pages) arns.push(...(itemsOf(page) ?? []).flatMap(({ [key]: arn }) => arn ?? []));
  return arns;
}

function withTags(
  arns: readonly string[],
  tagsOf: (arn: string) => Promise<readonly AnyTag[] | undefined>,
): Promise<readonly TaggedResource[]> {
  return inGroups(arns, async (arn) => ({ arn, tags: recordOf((await tagsOf(arn)) ?? []) }));
}

function recordOf(tags: readonly AnyTag[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ Key, key, Value, value }) => [Key ?? key ?? '', Value ?? value ?? '']));
}

/** Lists are long where an account is large, and AWS refuses too many requests at once. */
async function inGroups<Item, Result>(
  items: readonly Item[],
  ask: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let start = 0; start < items.length; start += AT_ONCE)
    results.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map(ask))));
  return results;
}

function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
