import { boolAttribute, stringAttribute, type ModelOf, type Schema } from '../../framework';

const attributes = {
  server_url: stringAttribute({
    description:
      'Address of the ZenML server, such as `https://zenml.example.com`. Default: the environment variable `ZENML_SERVER_URL`. ' +
      'It may be unknown during plan, so that one apply can create the server and register on it.',
    optional: true,
  }),
  api_key: stringAttribute({
    description:
      'API key of a service account, such as `ZENKEY_...`; it is exchanged for an access token when the first request needs one. ' +
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
      'Do not ask the server for its version before the first change. Default: `false`. The provider works with ZenML 0.80 and newer; ' +
      'with an older server its requests may fail or do something else than planned.',
    optional: true,
  }),
};

/** The provider's own arguments. */
export type ProviderModel = ModelOf<typeof attributes>;

export const providerSchema: Schema = {
  version: 0,
  description:
    'Registers ML infrastructure on a [ZenML](https://zenml.io) server: stacks, their components, service connectors, secrets and projects.',
  attributes,
};
