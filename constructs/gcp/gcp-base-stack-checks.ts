import type { Check } from '../checks';
import { isKnown } from '../known-value';
import { commonLabels } from '../labels';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import { labelChecks } from './resource-labels';

/** That a GCP base stack can be deployed, as far as its properties tell. */
export function gcpBaseStackChecks(props: GcpBaseStackProps): readonly Check[] {
  const { environment, projectId, region } = props;
  return [
    {
      holds: /^[a-z][a-z0-9-]{0,14}[a-z0-9]$/.test(environment.name),
      message: `environment is named "${environment.name}"; expected 2 to 16 lower-case letters, digits and hyphens, a letter first, since names of Google's resources hold it: rename the environment`,
    },
    {
      holds: !isKnown(projectId) || /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/.test(projectId),
      message: `projectId is "${projectId}"; expected the id of a Google project, 6 to 30 lower-case letters, digits and hyphens, such as "acme-ml": give the id, neither number nor name`,
    },
    {
      holds: !isKnown(region) || /^[a-z]+-[a-z]+\d+$/.test(region),
      message: `region is "${region}"; expected the name of a Google region such as "europe-west1": correct it`,
    },
    ...authChecks(props),
    ...labelChecks(commonLabels(environment)),
  ];
}

function authChecks({ environment, auth, connectors }: GcpBaseStackProps): readonly Check[] {
  const { name, development = false, allowKeyInState = false } = environment;
  const keyless = 'GcpAuth.workloadIdentity() or GcpAuth.implicit(), which need no key';
  return [
    {
      holds: auth === undefined || typeof connectors !== 'object',
      message: `auth is ${auth?.label ?? ''}, and the connectors exist already, so that it would make an identity for nothing: leave out auth, or connectors`,
    },
    {
      holds: development || !allowKeyInState,
      message: `environment "${name}" sets allowKeyInState, which only an environment with development: true may: take it out, and use ${keyless}`,
    },
    {
      holds: allowKeyInState || !auth?.makesKey,
      message: `auth is ${auth?.label ?? ''}, whose key terraform would keep readable in its state, and environment "${name}" does not allow that: use ${keyless}, give a key of your own, or in development set allowKeyInState: true`,
    },
  ];
}
