import { boolAttribute, numberAttribute, stringAttribute, type ModelOf, type Schema } from '../../framework';
import { duration } from '../attributes/duration';
import { countUpTo } from './validators';

const MOST_RETRIES = 100;

const attributes = {
  server_url: stringAttribute({
    description:
      'Address of the ZenML server, such as `https://zenml.example.com`. Default: the environment variable `ZENML_SERVER_URL`. ' +
      'It may be unknown during plan, so that one apply can create the server and register on it.',
    optional: true,
  }),
  api_key: stringAttribute({
    description:
      'API key of a service account, such as `ZENKEY_...`; it is exchanged for an access token once per run. ' +
      'Default: the environment variable `ZENML_API_KEY`. Give either this or `api_token`.',
    optional: true,
    sensitive: true,
  }),
  api_token: stringAttribute({
    description:
      'Access token, used as it is. Tokens expire, keys do not: prefer `api_key` for anything that runs unattended. ' +
      'Default: the environment variable `ZENML_API_TOKEN`. Where both are configured, `api_key` is used; what is configured goes before the environment.',
    optional: true,
    sensitive: true,
  }),
  skip_version_check: boolAttribute({
    description:
      'Do not ask the server for its version first. Default: `false`. The provider works with ZenML 0.80 and newer; ' +
      'with an older server its requests may fail or do something else than planned.',
    optional: true,
  }),
  require_tls: boolAttribute({
    description:
      'Refuse to send anything over plain http to another machine. Default: `false`, which warns. ' +
      'This machine (`localhost`, `127.0.0.1`, `::1`) may always be reached over http.',
    optional: true,
  }),
  ca_certificate: stringAttribute({
    description:
      'Certificates, in PEM, of authorities that may have signed the certificate of the server, beside those that are known anyway: ' +
      '`file("ca.pem")`. Default: the environment variable `ZENML_CA_CERTIFICATE`.',
    optional: true,
  }),
  max_retries: numberAttribute({
    description:
      'How often a request is repeated that the server was too busy for (429, 502, 503, 504) or whose connection failed, at growing ' +
      `intervals and within the \`timeouts\` of the resource: 0 to ${MOST_RETRIES}. Default: \`8\`. Refusals are never repeated.`,
    optional: true,
    validators: [countUpTo(MOST_RETRIES)],
  }),
  request_timeout: stringAttribute({
    description:
      'How long the server may take to answer one request before it is repeated: `30s`, `1m`. Default: `60s`.',
    optional: true,
    validators: [duration],
  }),
  adopt_existing: boolAttribute({
    description:
      'Where the name of a resource to be created is taken: take over the object that has it, if every attribute is as configured. ' +
      'Default: `false`, which stops with an import block. For runs that lost their state.',
    optional: true,
  }),
  skip_validation: boolAttribute({
    description:
      "Do not check configurations against the server's own schemas during plan. Default: `false`. The server still checks them " +
      'during apply.',
    optional: true,
  }),
};

/** The provider's own arguments. */
export type ProviderModel = ModelOf<typeof attributes>;

export const providerSchema: Schema = {
  version: 0,
  description:
    'Registers ML infrastructure on a [ZenML](https://zenml.io) server: stacks, their components, service connectors, flavors, secrets ' +
    'and projects. It works with ZenML 0.80 and newer; what a server is too old for is refused during plan.\n\n' +
    'The server is reached through the proxy that `HTTPS_PROXY` or `HTTP_PROXY` name, unless `NO_PROXY` lists it.',
  attributes,
};
