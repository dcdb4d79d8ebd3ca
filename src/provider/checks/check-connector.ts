import {
  attributePath,
  errorDiagnostic,
  isSet,
  isWhollyKnown,
  warningDiagnostic,
  type Diagnostic,
} from '../../framework';
import type { ServiceConnectorType } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { checkConfiguration } from '../configuration/check-configuration';
import { CONNECTOR_KEYS } from '../configuration/unknown-keys';
import type { SplitMap } from '../configuration/write-only';
import { authMethodSchema } from '../attributes/connector-mapping';
import { didYouMean, listed } from '../failures/nearest';
import { idsOf } from '../attributes/run-settings';
import type { ServiceConnectorModel } from '../schemas/service-connector-schema';

/** Types that ZenML has, each with the extra of the `zenml` package that a server needs for it. */
const EXTRAS: Readonly<Record<string, string>> = {
  aws: 'connectors-aws',
  azure: 'connectors-azure',
  gcp: 'connectors-gcp',
  hyperai: 'the integration "hyperai"',
  kubernetes: 'connectors-kubernetes',
};

/**
 * What the server's own catalog says against a planned connector and, where `isWritten`, its configuration. Unknown values are not
 * checked.
 */
export async function checkConnector(
  planned: ServiceConnectorModel,
  types: readonly ServiceConnectorType[],
  { configuration, isWritten }: { readonly configuration: SplitMap; readonly isWritten: boolean },
): Promise<readonly Diagnostic[]> {
  const { type, auth_method } = planned;
  if (!isSet(type) || types.length === 0) return [];
  const known = types.find((candidate) => candidate.type === type);
  if (!known) return [unknownType(type, planned, types)];
  const schema = isSet(auth_method) && isWritten ? authMethodSchema(known, auth_method) : undefined;
  return [
    ...checkAuthMethod(planned, known),
    ...checkResourceType(planned, known),
    ...checkResourceTypes(planned, known),
    ...(schema === undefined
      ? []
      : await checkConfiguration({
          configuration,
          schema,
          of: `authentication method "${String(auth_method)}" of the connector type "${type}"`,
          unknownKeys: () => Promise.resolve(CONNECTOR_KEYS),
        })),
  ];
}

function unknownType(
  type: string,
  { verify }: ServiceConnectorModel,
  types: readonly ServiceConnectorType[],
): Diagnostic {
  const names = types.map((candidate) => candidate.type);
  const path = attributePath('type');
  const has = `\`type\` is "${type}", and the server has no such service connector type.`;
  if (!Object.hasOwn(EXTRAS, type)) {
    return errorDiagnostic(
      'Unknown Service Connector Type',
      `${has}${didYouMean(type, names)} It has ${listed(names)}.`,
      path,
    );
  }
  const install = `Install ${EXTRAS[type] ?? ''} of the \`zenml\` package where the server runs.`;
  return verify === false
    ? warningDiagnostic(
        'Service Connector Type Not Installed',
        `${has} It stores the connector without checking anything of it. ${install}`,
        path,
      )
    : errorDiagnostic(
        'Service Connector Type Not Installed',
        `${has} It cannot verify the connector. ${install} Or set \`verify = false\`.`,
        path,
      );
}

function checkAuthMethod({ auth_method }: ServiceConnectorModel, { type, authMethods }: ServiceConnectorType) {
  const names = authMethods.map(({ authMethod }) => authMethod);
  if (!isSet(auth_method) || names.includes(auth_method)) return [];
  return [
    errorDiagnostic(
      'Unknown Authentication Method',
      `\`auth_method\` is "${auth_method}", which connectors of the type "${type}" do not have.${didYouMean(auth_method, names)} They have ${listed(names)}.`,
      attributePath('auth_method'),
    ),
  ];
}

/** A server makes every type of several that are not all. */
function checkResourceTypes(
  { resource_type, resource_types }: ServiceConnectorModel,
  { type, resourceTypes }: ServiceConnectorType,
): readonly Diagnostic[] {
  if (resource_type !== null && resource_type !== '') return [];
  if (!isSet(resource_types) || !isWhollyKnown(resource_types) || resource_types.length === 0) return [];
  const wanted = idsOf(resource_types);
  const names = resourceTypes.map(({ resourceType }) => resourceType);
  const path = attributePath('resource_types');
  const unknown = wanted.filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    const hint = didYouMean(unknown[0] ?? '', names);
    const detail = `\`resource_types\` has ${listed(unknown)}, which connectors of the type "${type}" do not reach.${hint}`;
    return [errorDiagnostic('Unknown Resource Type', `${detail} They reach ${listed(names)}.`, path)];
  }
  if (wanted.length === 1 || names.every((name) => wanted.includes(name))) return [];
  return [
    errorDiagnostic(
      'Resource Types Not Supported',
      `\`resource_types\` has some of what connectors of the type "${type}" reach, and the server would make it all of it. Give one, or ` +
        `all: ${listed(names)}.`,
      path,
    ),
  ];
}

function checkResourceType(
  { auth_method, resource_type }: ServiceConnectorModel,
  { type, authMethods, resourceTypes }: ServiceConnectorType,
): readonly Diagnostic[] {
  const wanted = textOf(resource_type);
  if (wanted === undefined) return [];
  const names = resourceTypes.map(({ resourceType }) => resourceType);
  const known = resourceTypes.find(({ resourceType }) => resourceType === wanted);
  if (!known) {
    return [
      errorDiagnostic(
        'Unknown Resource Type',
        `\`resource_type\` is "${wanted}", which connectors of the type "${type}" do not reach.${didYouMean(wanted, names)} They reach ${listed(names)}.`,
        attributePath('resource_type'),
      ),
    ];
  }
  if (!isSet(auth_method) || !authMethods.some(({ authMethod }) => authMethod === auth_method)) return [];
  if (known.authMethods.length === 0 || known.authMethods.includes(auth_method)) return [];
  return [
    errorDiagnostic(
      'Resource Type Out of Reach',
      `\`auth_method\` is "${auth_method}", which cannot reach "${wanted}". Use one of ${listed(known.authMethods)}.`,
      attributePath('auth_method'),
    ),
  ];
}
