import type { CallOptions, Collection } from './collection';
import { SECRET, type Secret, type SecretChanges, type SecretFilter, type SecretSpec } from './models/secret';
import { RestCollection, type RestApi } from './rest-collection';

export interface SecretReadOptions extends CallOptions {
  /** False where its values are not needed: they are null then. Default: true. */
  readonly values?: boolean;
}

/** Secrets. Lists and what is found by name hold no values. */
export interface SecretCollection extends Collection<Secret, SecretSpec, SecretChanges, SecretFilter> {
  get(id: string, options?: SecretReadOptions): Promise<Secret | null>;
}

export class RestSecretCollection
  extends RestCollection<Secret, SecretSpec, SecretChanges, SecretFilter, SecretChanges>
  implements SecretCollection
{
  constructor(api: RestApi) {
    super(api, SECRET);
  }

  override async get(id: string, options: SecretReadOptions = {}): Promise<Secret | null> {
    const { values = true, ...call } = options;
    if (values) return this.getAlone(id, {}, call);
    const secret = await super.get(id, call);
    return secret && { ...secret, values: null };
  }
}
