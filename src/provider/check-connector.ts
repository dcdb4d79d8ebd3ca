import { attributePath, errorDiagnostic, isSet, warningDiagnostic, type Diagnostic } from '../framework';
import type { ServiceConnectorType } from '../zenml';
import { textOf } from './attribute-values';
import { didYouMean, listed } from './failures/nearest';
import type { ServiceConnectorModel } from './schemas/service-connector-schema';

/** Types that ZenML has, each with the extra of the `zenml` package that a server needs for it. */
const EXTRAS: Readonly<Record<string, string>> = {
  aws: 'connectors-aws',
  azure: 'connectors-azure',
  gcp: 'connectors-gcp',
  hyperai: 'the integration "hyperai"',
  kubernetes: 'connectors-kubernetes',
};

/** What the server's own catalog says against a planned connector. Unknown values are not checked. */
export function checkConnector(
  planned: ServiceConnectorModel,
  types: readonly ServiceConnectorType[],
): readonly Diagnostic[] {
  const { type } = planned;
  if (!isSet(type) || types.length === 0) return [];
  const known = types.find((candidate) => candidate.type === type);
  if (!known) return [unknownType(type, planned, types)];
  return [...checkAuthMethod(planned, known), ...checkResourceType(planned, known)];
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
