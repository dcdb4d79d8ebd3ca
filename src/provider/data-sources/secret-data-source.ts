import {
  isSet,
  type DataSource,
  type DataSourceRequest,
  type Diagnostic,
  type Outcome,
  type ValidateRequest,
} from '../../framework';
import type { Secret } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { secretLookupSchema, type SecretLookupModel } from '../schemas/secret-lookup-schema';
import { findOne, needsIdOr } from './find-one';

/** `data.zenml_secret` */
export class SecretDataSource implements DataSource<SecretLookupModel, ProviderClient> {
  readonly typeName = 'zenml_secret';
  readonly schema = secretLookupSchema;

  validateConfig({ config: { id, name } }: ValidateRequest<SecretLookupModel>): readonly Diagnostic[] {
    return needsIdOr('secret', id, { name });
  }

  async read({
    config,
    client,
    context,
  }: DataSourceRequest<SecretLookupModel, ProviderClient>): Promise<Outcome<SecretLookupModel>> {
    return attempt({ verb: 'read', object: 'secret' }, async () => {
      const options = { signal: context.signal };
      const isPrivate = config.private;
      const found = await findOne({
        kind: 'secret',
        id: config.id,
        name: config.name,
        collection: client.secrets,
        options,
        ...(isSet(isPrivate) && { filter: { private: isPrivate } }),
      });
      if (!('object' in found)) return { diagnostics: [found.diagnostic] };
      // A list knows of no keys.
      const secret =
        textOf(config.id) === undefined ? await client.secrets.get(found.object.id, options) : found.object;
      return { value: modelOf(secret ?? found.object), diagnostics: [] };
    });
  }
}

function modelOf({ id, name, private: isPrivate, values, userId, created, updated }: Secret): SecretLookupModel {
  return { id, name, private: isPrivate, keys: Object.keys(values ?? {}).sort(), user_id: userId, created, updated };
}
