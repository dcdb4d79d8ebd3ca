import { Fn } from 'cdktf';

const HEX_DIGITS = 8;
/** AWS allows the name of a role no more characters. */
const ROLE_NAME_LENGTH = 64;
/** The longest that is put behind a prefix. */
const LONGEST_SUFFIX = '-app-runner-access';
/** S3 allows the name of a bucket no more characters. */
const BUCKET_NAME_LENGTH = 63;
const REPLICA_SUFFIX = '-replica';

/** What a prefix is derived from. */
export interface ResourcePrefixOptions {
  readonly environment: string;
  readonly accountId: string;
  readonly region: string;
  /** Tells apart several base stacks of one environment in the same account and region. */
  readonly nameSeed?: string;
}

/** What the prefix of a project is derived from. Its digits are its own, since long names of projects are cut. */
export interface ProjectPrefixOptions {
  /** That of the base stack, as one expression. */
  readonly basePrefix: string;
  readonly environment: string;
  readonly slug: string;
}

/**
 * `zenml-dev-1a2b3c4d`: the same at every deploy, another one in each account, region and environment. The digits come from
 * a hash that terraform computes during plan, when it knows the account.
 */
export function resourcePrefix(options: ResourcePrefixOptions): string {
  return `zenml-${options.environment}-${digitsOf(options)}`;
}

/** The same prefix as one expression, which functions of terraform take. */
export function resourcePrefixExpression(options: ResourcePrefixOptions): string {
  return Fn.join('', [`zenml-${options.environment}-`, digitsOf(options)]);
}

/** Begins the names of the resources of a project: `zenml-dev-9f8e7d6c-fraud-detection`. */
export function projectResourcePrefix(options: ProjectPrefixOptions): string {
  return projectPrefix(options, ROLE_NAME_LENGTH - LONGEST_SUFFIX.length);
}

/**
 * Name of the replica of a project's bucket: `zenml-dev-9f8e7d6c-fraud-detection-replica`. Long names of projects are cut shorter in it,
 * since the bucket with its access logs has a longer one.
 */
export function projectReplicaName(options: ProjectPrefixOptions): string {
  const longest = `${REPLICA_SUFFIX}-access-logs`;
  return `${projectPrefix(options, BUCKET_NAME_LENGTH - longest.length)}${REPLICA_SUFFIX}`;
}

function projectPrefix({ basePrefix, environment, slug }: ProjectPrefixOptions, length: number): string {
  const digits = Fn.substr(Fn.sha256(Fn.join('/', [basePrefix, 'projects', slug])), 0, HEX_DIGITS);
  const room = length - `zenml-${environment}-${'0'.repeat(HEX_DIGITS)}-`.length;
  return `zenml-${environment}-${digits}-${slug.slice(0, room).replace(/-+$/, '')}`;
}

function digitsOf({ environment, accountId, region, nameSeed = '' }: ResourcePrefixOptions): string {
  return Fn.substr(Fn.sha256(Fn.join('/', [accountId, region, environment, nameSeed])), 0, HEX_DIGITS);
}
