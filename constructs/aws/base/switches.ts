import type { Check } from '../../checks';
import type { Environment } from '../../environment';
import { dayCheck } from '../../day-check';
import { keepsRule } from '../../keeps-rule';
import { lifeCycleChecks } from '../bucket-life-cycle';
import type { AwsBaseStackProps } from './aws-base-stack-props';

/** What the switches of an environment ask of bucket and registry. */
export interface AwsSwitches {
  readonly strict: boolean;
  readonly highAvailability: boolean;
  readonly forceDestroy: boolean;
  readonly preventDestroy: boolean;
  readonly versioned: boolean;
  /** Undefined where no versions are kept. */
  readonly noncurrentVersionDays?: number;
  readonly immutableTags: boolean;
  /** Whether the registry has the same key as the bucket, where that has one. */
  readonly registryKey: boolean;
}

const BACKUP_DAYS = 30;
const STRICT_DAYS = 365;

/** Reads the switches of an environment, with what a base stack says more exactly. */
export function switchesOf({
  environment,
  noncurrentVersionDays,
}: Pick<AwsBaseStackProps, 'environment' | 'noncurrentVersionDays'>): AwsSwitches {
  const { backupEnabled = false, highAvailability = false, complianceMode } = environment;
  const strict = complianceMode === 'strict';
  // S3 copies only between buckets that keep versions.
  const versioned = backupEnabled || highAvailability || strict;
  const preventDestroy = keepsRule(environment, 'prevent-destroy');
  return {
    strict,
    highAvailability,
    forceDestroy: !preventDestroy && mayForceDestroy(environment),
    preventDestroy,
    versioned,
    ...(versioned && { noncurrentVersionDays: noncurrentVersionDays ?? (strict ? STRICT_DAYS : BACKUP_DAYS) }),
    immutableTags: keepsRule(environment, 'immutable-tags'),
    registryKey: environment.exceptions?.['registry-key'] === undefined,
  };
}

function mayForceDestroy({ forceDestroy, development = false }: Environment): boolean {
  return forceDestroy ?? development;
}

/** That the switches and what goes with them fit together. */
export function switchChecks(props: AwsBaseStackProps): readonly Check[] {
  const { environment, bucket, repository, noncurrentVersionDays, accessLogDays, untaggedImageDays } = props;
  const { name, forceDestroy } = environment;
  const { preventDestroy, versioned, strict } = switchesOf(props);
  return [
    {
      holds: !preventDestroy || forceDestroy !== true,
      message: `environment "${name}" is strict and sets forceDestroy; a strict one deletes nothing that users have put somewhere: take forceDestroy out, or, to give the environment up, except it with exceptions: { 'prevent-destroy': '<reason>' }`,
    },
    {
      holds: versioned || noncurrentVersionDays === undefined,
      message: `noncurrentVersionDays is ${noncurrentVersionDays}, and environment "${name}" keeps no old versions: set backupEnabled: true in it, or take it out`,
    },
    {
      holds: strict || accessLogDays === undefined,
      message: `accessLogDays is ${accessLogDays}, and environment "${name}" logs no accesses: set complianceMode: "strict" in it, or take it out`,
    },
    ...replicaChecks(props),
    ...lifeCycleChecks(props),
    dayCheck('accessLogDays', accessLogDays),
    dayCheck('untaggedImageDays', untaggedImageDays),
    ...unusedChecks('bucket', bucket, {
      noncurrentVersionDays,
      accessLogDays,
      temporaryPrefixes: props.temporaryPrefixes,
    }),
    ...unusedChecks('repository', repository, { untaggedImageDays }),
  ];
}

/** That replicas have a place, where the environment asks for them, and keys where what is copied has one. */
export function replicaChecks(props: AwsBaseStackProps): readonly Check[] {
  const { environment, region, replicaRegion, replicaProvider, replicaEncryptionKey, encryptionKey } = props;
  const { name, highAvailability = false } = environment;
  return [
    {
      holds: !highAvailability || (replicaRegion !== undefined && replicaProvider !== undefined),
      message: `environment "${name}" sets highAvailability, which needs a second region for the replicas: give replicaRegion, such as "eu-central-1", and replicaProvider, an AwsProvider with an alias that has this region`,
    },
    {
      holds: (replicaRegion === undefined) === (replicaProvider === undefined),
      message: `only one of replicaRegion and replicaProvider is given; expected both or none: give the other one, or take it out`,
    },
    {
      holds: replicaRegion === undefined || replicaRegion !== region,
      message: `replicaRegion is "${replicaRegion}", which is region, too; a replica there is lost together with it: choose another one`,
    },
    {
      holds: replicaEncryptionKey === undefined || switchesOf(props).strict || encryptionKey !== undefined,
      message: `replicaEncryptionKey is given, and the bucket itself has no key of your own: set complianceMode: "strict" in environment "${name}", give encryptionKey, or take it out`,
    },
    {
      holds:
        encryptionKey === undefined ||
        switchesOf(props).strict ||
        !highAvailability ||
        replicaEncryptionKey !== undefined,
      message: `encryptionKey is given, and the replicas have none: give replicaEncryptionKey, a KMS key in ${replicaRegion}`,
    },
  ];
}

function unusedChecks(part: string, existing: unknown, settings: Readonly<Record<string, unknown>>): readonly Check[] {
  return Object.entries(settings).map(([setting, value]) => ({
    holds: existing === undefined || value === undefined,
    message: `${setting} is given, and the ${part} exists already, which stays as it is: take one of them out`,
  }));
}
