import type { Check } from '../checks';
import { environmentChecks } from '../environment-checks';
import { keepsRule } from '../keeps-rule';
import { isKnown } from '../known-value';
import { commonLabels } from '../labels';
import { longLivedKeyCheck } from '../policies/strict-keys';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import { placementChecks } from './places';
import { labelChecks } from './resource-labels';

const KEYLESS = 'GcpAuth.workloadIdentity() or GcpAuth.implicit(), which need no key';

/** That a GCP base stack can be deployed, as far as its properties tell. */
export function gcpBaseStackChecks(props: GcpBaseStackProps): readonly Check[] {
  const { environment, projectId, region } = props;
  return [
    ...environmentChecks(environment, { resources: "Google's resources", instead: KEYLESS }),
    {
      holds: !isKnown(projectId) || /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(projectId),
      message: `projectId is "${projectId}"; expected the id of a Google project, 6 to 30 lower-case letters, digits and hyphens, such as "acme-ml": give the id, neither number nor name`,
    },
    {
      holds: !isKnown(environment.projectId) || !isKnown(projectId) || projectId === environment.projectId,
      message: `projectId is "${projectId}", and environment "${environment.name}" is in the project ${environment.projectId ?? ''}: use that, or the environment of the other one`,
    },
    {
      holds: !isKnown(region) || /^[a-z]+-[a-z]+\d+$/.test(region),
      message: `region is "${region}"; expected the name of a Google region such as "europe-west1": correct it`,
    },
    ...placementChecks(props),
    ...storageChecks(props),
    ...authChecks(props),
    ...labelChecks(commonLabels(environment)),
  ];
}

/** That nothing is asked for that would go unheard. */
function storageChecks(props: GcpBaseStackProps): readonly Check[] {
  const { bucket, repository, secondRegion, turboReplication = false, environment } = props;
  const { complianceMode, name, forceDestroy } = environment;
  const { softDeleteDays, noncurrentVersionDays, temporaryPrefixes, accessLogDays } = props;
  const { untaggedImageDays, keptImages, cleanUpDryRun } = props;
  return [
    {
      holds: forceDestroy !== true || !keepsRule(environment, 'prevent-destroy'),
      message: `environment "${name}" is strict and sets forceDestroy; a strict one deletes nothing that users have put somewhere: take forceDestroy out, or, to give the environment up, except it with exceptions: { 'prevent-destroy': '<reason>' }`,
    },
    {
      holds: !turboReplication || secondRegion !== undefined,
      message: `turboReplication is true without a secondRegion; Google has it for pairs of regions alone: name a secondRegion, or take it out`,
    },
    {
      holds: accessLogDays === undefined || complianceMode === 'strict',
      message: `accessLogDays is ${String(accessLogDays)}, and environment "${name}" logs no accesses: set complianceMode: 'strict' in it, or take it out`,
    },
    ...unusedChecks('bucket', bucket, {
      secondRegion,
      softDeleteDays,
      noncurrentVersionDays,
      temporaryPrefixes,
      accessLogDays,
    }),
    ...unusedChecks('repository', repository, { untaggedImageDays, keptImages, cleanUpDryRun }),
  ];
}

function unusedChecks(part: string, existing: unknown, settings: Readonly<Record<string, unknown>>): readonly Check[] {
  return Object.entries(settings).map(([setting, value]) => ({
    holds: existing === undefined || value === undefined,
    message: `${setting} is given, and the ${part} exists already, which stays as it is: take one of them out`,
  }));
}

/** That the environment allows the pattern, and that something uses it. */
export function authChecks({
  environment,
  auth,
  connectors,
}: Pick<GcpBaseStackProps, 'auth' | 'connectors' | 'environment'>): readonly Check[] {
  const { name, allowKeyInState = false } = environment;
  return [
    {
      holds: auth === undefined || typeof connectors !== 'object',
      message: `auth is ${auth?.label ?? ''}, and the connectors exist already, so that it would make an identity for nothing: leave out auth, or connectors`,
    },
    longLivedKeyCheck(environment, auth, KEYLESS),
    {
      holds: allowKeyInState || !auth?.makesKey,
      message: `auth is ${auth?.label ?? ''}, whose key terraform would keep readable in its state, and environment "${name}" does not allow that: use ${KEYLESS}, give a key of your own, or in development set allowKeyInState: true`,
    },
  ];
}
