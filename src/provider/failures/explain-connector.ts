import { attributePath, errorDiagnostic, type Diagnostic } from '../../framework';
import { isZenmlError, type CallOptions, type ZenmlClient, type ZenmlError } from '../../zenml';
import { nameOf, textOf, writtenMap } from '../attributes/attribute-values';
import { explainRefusedConfiguration } from '../configuration/explain-refusal';
import { authMethodSchema } from '../attributes/connector-mapping';
import { serviceConnectorSchema, type ServiceConnectorModel } from '../schemas/service-connector-schema';
import { asSentence } from './describe-failure';
import { explainRefusedAttributes } from './explain-attributes';
import { ENABLE_IMPLICIT, IMPLICIT_REFUSED } from './implicit-authentication';
import { nameTaken } from './name-taken';
import { redactDiagnostics } from './redact-diagnostics';

/** Errors of a create or update of a connector, at the attribute that they are about; undefined for any other error. */
export async function explainConnectorRefusal(
  error: ZenmlError,
  verb: 'create' | 'update',
  planned: ServiceConnectorModel,
  client: ZenmlClient,
  options: CallOptions,
): Promise<readonly Diagnostic[] | undefined> {
  const name = nameOf(planned);
  const object = `service connector "${name}"`;
  if (error.code === 'conflict') {
    const holders = await client.serviceConnectors.findByName(name, {}, options);
    return [nameTaken({ verb, typeName: 'zenml_service_connector', object, holders })];
  }
  if (error.detail === undefined) return undefined;
  const authMethod = textOf(planned.auth_method) ?? '';
  const attribute = explainAttribute(error.detail, name);
  const explained =
    explainRefusedAttributes(error, serviceConnectorSchema) ??
    (attribute && [attribute]) ??
    explainRefusedConfiguration(error, {
      of: `${object}, authentication method ${authMethod}`,
      configuration: writtenMap(planned.configuration),
      schema: await schemaOf(planned, client, options),
    });
  if (explained) return explained;
  const isVerification = (error.path ?? '').endsWith('/verify');
  return isVerification && error.code === 'invalid' ? [notVerified(error.detail, name)] : undefined;
}

/** The diagnostics without the connector's secrets. What is secret the catalog says; without it, every value is. */
export async function withoutConnectorSecrets(
  planned: ServiceConnectorModel,
  client: ZenmlClient,
  diagnostics: readonly Diagnostic[],
  options: CallOptions,
): Promise<readonly Diagnostic[]> {
  const schema = await schemaOf(planned, client, options);
  const secrets = Object.entries(writtenMap(planned.configuration)).filter(
    ([key]) => !schema?.has(key) || schema.isSecret(key),
  );
  return redactDiagnostics(
    diagnostics,
    secrets.map(([, value]) => value),
  );
}

/** Undefined where there is none to be had: the refusal is what the user must know. */
async function schemaOf({ type, auth_method }: ServiceConnectorModel, client: ZenmlClient, options: CallOptions) {
  try {
    const types = await client.serviceConnectorTypes(options);
    const known = types.find((candidate) => candidate.type === type);
    return authMethodSchema(known, textOf(auth_method) ?? '');
  } catch (error) {
    if (!isZenmlError(error)) throw error;
    return undefined;
  }
}

/** A refusal of an attribute other than the configuration. */
interface AttributeRefusal {
  readonly attribute: string;
  readonly summary: string;
  /** What the server says. */
  readonly pattern: RegExp;
  /** What to do. @default to correct the attribute */
  readonly remedy?: string;
}

const REFUSALS: readonly AttributeRefusal[] = [
  {
    attribute: 'auth_method',
    summary: 'Unknown Authentication Method',
    pattern: /does not support the '[^']*' authentication method/,
  },
  {
    attribute: 'auth_method',
    summary: 'Implicit Authentication Not Enabled',
    pattern: IMPLICIT_REFUSED,
    remedy: `${ENABLE_IMPLICIT} Or choose a method that has credentials of its own.`,
  },
  { attribute: 'resource_type', summary: 'Unknown Resource Type', pattern: /does not support resource type/ },
  { attribute: 'resource_id', summary: 'Invalid Resource Id', pattern: /invalid resource id/i },
  {
    attribute: 'expiration_seconds',
    summary: 'Invalid Attribute Value',
    pattern: /Expiration time (?:is not supported|must be|cannot be)/i,
  },
];

function explainAttribute(detail: string, name: string): Diagnostic | undefined {
  const refusal = REFUSALS.find(({ pattern }) => pattern.test(detail));
  return (
    refusal &&
    errorDiagnostic(
      refusal.summary,
      `The server refused \`${refusal.attribute}\` of the service connector "${name}": ${asSentence(detail)} ` +
        `Nothing was changed. ${refusal.remedy ?? 'Correct it and apply again.'}`,
      attributePath(refusal.attribute),
    )
  );
}

/** The cloud did not accept the connector, so it was not created or changed. */
export function notVerified(error: string, name: string): Diagnostic {
  const refused = explainAttribute(error, name);
  if (refused) return refused;
  return errorDiagnostic(
    'Service Connector Not Verified',
    `The server could reach nothing with the \`configuration\` of the service connector "${name}": ${asSentence(error)} ` +
      'Nothing was changed. Correct the configuration, or the permissions behind it, and apply again; `verify = false` skips this check.',
    attributePath('configuration'),
  );
}
