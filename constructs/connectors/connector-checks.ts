import type { Check } from '../checks';
import { isKnown } from '../known-value';
import type { ConnectorAuth } from './connector-auth';
import { isTypedConnectorAuth, type ExpirationBounds, type TypedConnectorAuth } from './typed-connector-auth';

/** What a connector is limited to. */
export interface ConnectorScope {
  readonly resourceType?: string;
  readonly resourceId?: string;
  readonly expirationSeconds?: number;
  readonly expiresAt?: string;
}

/** What can be known at synth of a connector's settings. Of a method that this package does not know, the plan says the rest. */
export function connectorChecks(auth: ConnectorAuth, scope: ConnectorScope): readonly Check[] {
  const { resourceType, resourceId, expiresAt } = scope;
  return [
    {
      holds: resourceId === undefined || resourceType !== undefined,
      message: `resourceId is "${resourceId}" without resourceType: say which type of resource it is`,
    },
    {
      holds: !isKnown(expiresAt) || isInstant(expiresAt),
      message: `expiresAt is "${expiresAt}", which is no point in time: write it as "2027-01-31T12:00:00Z"`,
    },
    ...(isTypedConnectorAuth(auth) ? [...auth.checks, ...limits(auth, scope)] : []),
  ];
}

function limits(auth: TypedConnectorAuth, { resourceType, expirationSeconds }: ConnectorScope): readonly Check[] {
  const { connectorType, authMethod, resourceTypes, expirationSeconds: bounds } = auth;
  return [
    {
      holds: !isKnown(resourceType) || resourceTypes.includes(resourceType),
      message: `resourceType is "${resourceType}"; connectors of the type ${connectorType} with the method ${authMethod} reach ${resourceTypes.join(', ')}: use one of these, or leave it out for all`,
    },
    {
      holds: !isKnown(expirationSeconds) || isWithin(expirationSeconds, bounds),
      message: `expirationSeconds is ${expirationSeconds}; ${allowed(authMethod, bounds)}`,
    },
  ];
}

/** Zero is the default of the method, and of methods without a choice nothing. */
function isWithin(seconds: number, bounds: ExpirationBounds | undefined): boolean {
  if (seconds === 0) return true;
  if (bounds === undefined) return false;
  const { min = 0, max = Infinity } = bounds;
  return Number.isInteger(seconds) && seconds >= min && seconds <= max;
}

function allowed(authMethod: string, bounds: ExpirationBounds | undefined): string {
  if (bounds === undefined) {
    return `the method ${authMethod} hands out nothing with a lifetime to choose: leave it out`;
  }
  const { min = 1, max } = bounds;
  const range = max === undefined ? `at least ${min}` : `${min} to ${max}`;
  return `the method ${authMethod} takes whole seconds, ${range}: change it, or leave it out for the default`;
}

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/i;

/** RFC 3339, on a day that its month has. */
function isInstant(text: string): boolean {
  const day = RFC_3339.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text.toUpperCase()))) return false;
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
}
