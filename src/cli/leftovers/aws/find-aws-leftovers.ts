import {
  paginateGetResources,
  ResourceGroupsTaggingAPIClient,
  type TagFilter,
} from '@aws-sdk/client-resource-groups-tagging-api';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { messageOf, UserError } from '../../user-error';
import { isNotFound, type Findings, type Leftover, type Unseen } from '../leftover';
import { AwsClients } from './aws-clients';
import type { AwsKind } from './aws-kind';
import { GLOBAL_LISTS, REGIONAL_LISTS, type DirectList, type TaggedResource } from './direct-lists';
import { COMPUTE } from './kinds/compute';
import { IDENTITY } from './kinds/identity';
import { SERVICES } from './kinds/services';
import { KEYS, STORAGE } from './kinds/storage';

/** In the order in which they can go. */
const KINDS: readonly AwsKind[] = [...SERVICES, ...COMPUTE, ...STORAGE, ...IDENTITY, ...KEYS];

/** What to look for in AWS. */
export interface AwsSearch {
  /** One at least. */
  readonly regions: readonly [string, ...string[]];
  /** All of them are on what is looked for. */
  readonly tags: Readonly<Record<string, string>>;
  /** Names of EKS clusters: what Kubernetes made for one carries its name alone. */
  readonly clusters: readonly string[];
}

/** What was found in AWS, and as whom. */
export interface AwsFindings extends Findings {
  /** Number of the account. */
  readonly account: string;
}

/**
 * Looks for resources with the tags in every region and in IAM.
 * @throws UserError where AWS does not know us
 */
export async function findAwsLeftovers({ regions, tags, clusters }: AwsSearch): Promise<AwsFindings> {
  // IAM has no regions, but one for each partition, which any region in it tells.
  const global = new AwsClients(regions[0]);
  const account = await accountOf(global);
  const unseen: Unseen[] = [];
  const look = async <T>(what: string, search: () => Promise<readonly T[]>): Promise<readonly T[]> => {
    try {
      return await search();
    } catch (error) {
      unseen.push({ what, why: describe(error) });
      return [];
    }
  };
  const hasTags = (resource: TaggedResource) =>
    Object.entries(tags).every(([key, value]) => resource.tags[key] === value);
  const direct = async (aws: AwsClients, { what, read }: DirectList, where: string) =>
    (await look(`${what} in ${where}`, () => read(aws))).filter(hasTags).map(({ arn }) => arn);

  const detailsOf = async (aws: AwsClients, arns: readonly string[], place: string): Promise<readonly Leftover[]> =>
    (await Promise.all(arns.map((arn) => look(`details of ${arn}`, () => leftoverOf(aws, arn, place))))).flat();

  const inRegion = async (region: string): Promise<readonly Leftover[]> => {
    const aws = new AwsClients(region);
    const lists = await Promise.all([
      look(`tagged resources in ${region}`, () => taggedResources(aws, filtersOf(tags))),
      ...clusters.flatMap((cluster) =>
        CLUSTER_TAGS.map((tag) => look(`what ${cluster} left in ${region}`, () => taggedResources(aws, tag(cluster)))),
      ),
      ...REGIONAL_LISTS.map((list) => direct(aws, list, region)),
    ]);
    // IAM is listed whole, once.
    const arns = new Set(lists.flat().filter((arn) => partsOf(arn).service !== 'iam'));
    return detailsOf(aws, [...arns], region);
  };
  const inIam = async (): Promise<readonly Leftover[]> => {
    const lists = await Promise.all(GLOBAL_LISTS.map((list) => direct(global, list, 'the account')));
    return detailsOf(global, lists.flat(), 'global');
  };
  const found = await Promise.all([...regions.map(inRegion), inIam()]);
  return { account, leftovers: found.flat(), unseen };
}

/** What Kubernetes and the load balancer controller write on what they make. */
const CLUSTER_TAGS: readonly ((cluster: string) => readonly TagFilter[])[] = [
  (cluster) => [{ Key: `kubernetes.io/cluster/${cluster}`, Values: ['owned'] }],
  (cluster) => [{ Key: 'elbv2.k8s.aws/cluster', Values: [cluster] }],
];

function filtersOf(tags: Readonly<Record<string, string>>): readonly TagFilter[] {
  return Object.entries(tags).map(([Key, value]) => ({ Key, Values: [value] }));
}

async function taggedResources(aws: AwsClients, filters: readonly TagFilter[]): Promise<readonly string[]> {
  const arns: string[] = [];
  const client = aws.of(ResourceGroupsTaggingAPIClient);
  for await (const { ResourceTagMappingList = [] } of paginateGetResources({ client }, { TagFilters: [...filters] }))
    arns.push(...ResourceTagMappingList.flatMap(({ ResourceARN }) => ResourceARN ?? []));
  return arns;
}

/** None where it is gone already, though AWS still lists it. */
async function leftoverOf(aws: AwsClients, arn: string, place: string): Promise<readonly Leftover[]> {
  const { service, resource } = partsOf(arn);
  for (const [rank, { kind, pattern, isGone, removals }] of KINDS.entries()) {
    const name = pattern.exec(`${service}:${resource}`)?.[1];
    if (name === undefined) continue;
    try {
      if ((await isGone?.(aws, { arn, name })) === true) return [];
      return [{ kind, name, address: arn, place, rank, removals: await removals(aws, { arn, name }) }];
    } catch (error) {
      if (isNotFound(error)) return [];
      throw error;
    }
  }
  return [{ kind: `resource of ${service}`, name: resource, address: arn, place, rank: KINDS.length, removals: [] }];
}

/** `arn:aws:ecr:us-east-1:123456789012:repository/name`. */
function partsOf(arn: string): { readonly service: string; readonly resource: string } {
  const [, , service = '', , , ...rest] = arn.split(':');
  return { service, resource: rest.join(':') };
}

async function accountOf(aws: AwsClients): Promise<string> {
  try {
    return (await aws.of(STSClient).send(new GetCallerIdentityCommand({}))).Account ?? 'unknown';
  } catch (error) {
    throw new UserError(
      `AWS cannot be asked: ${describe(error)}.`,
      'Set credentials of the account that the environment is in, as for cdktf deploy, and run the same command again.',
      { cause: error },
    );
  }
}

function describe(error: unknown): string {
  const name = error instanceof Error && error.name !== 'Error' ? `${error.name}: ` : '';
  return `${name}${messageOf(error).split('\n', 1).join('')}`;
}
