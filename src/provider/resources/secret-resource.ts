import {
  isSet,
  record,
  warningDiagnostic,
  attributePath,
  type CreateRequest,
  type Diagnostic,
  type ImportRequest,
  type MapOf,
  type Outcome,
  type ReadRequest,
  type Resource,
  type UpdateRequest,
} from '../../framework';
import type { Secret, SecretSpec } from '../../zenml';
import { nameOf, textOf, writtenMap } from '../attribute-values';
import { Deadline } from '../deadline';
import { attempt, type Undertaking } from '../failures/attempt';
import { explainRefusedAttributes } from '../failures/explain-attributes';
import { nameTaken } from '../failures/name-taken';
import { redact } from '../failures/redact';
import { importObject } from '../import-object';
import { stateWithoutRequest } from '../phantom-change';
import type { ProviderClient } from '../provider-client';
import { secretSchema, type SecretModel } from '../schemas/secret-schema';

/** `zenml_secret` */
export class SecretResource implements Resource<SecretModel, ProviderClient> {
  readonly typeName = 'zenml_secret';
  readonly identity = ['id'];
  readonly schema = secretSchema;

  async create({
    planned,
    client,
    context,
  }: CreateRequest<SecretModel, ProviderClient>): Promise<Outcome<SecretModel>> {
    const deadline = new Deadline(planned, 'create', context.signal);
    return withoutSecrets(
      planned,
      await attempt({ ...explaining('create', planned, client), deadline }, async () => {
        const secret = await client.secrets.create(specOf(planned), deadline.options());
        return { value: withComputed(planned, secret), diagnostics: [] };
      }),
    );
  }

  async read({
    state,
    client,
    context,
  }: ReadRequest<SecretModel, ProviderClient>): Promise<Outcome<SecretModel | null>> {
    return attempt(undertaking('read', state), async () => {
      const secret = await client.secrets.get(textOf(state.id) ?? '', { signal: context.signal });
      return { value: secret && fromServer(state, secret), diagnostics: [] };
    });
  }

  async update({
    prior,
    planned,
    client,
    context,
  }: UpdateRequest<SecretModel, ProviderClient>): Promise<Outcome<SecretModel>> {
    const unchanged = stateWithoutRequest(planned, prior);
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    return withoutSecrets(
      planned,
      await attempt({ ...explaining('update', planned, client), deadline }, async () => {
        const secret = await client.secrets.update(textOf(prior.id) ?? '', specOf(planned), deadline.options());
        return { value: withComputed(planned, secret), diagnostics: [] };
      }),
    );
  }

  async delete({ state, client, context }: ReadRequest<SecretModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const deadline = new Deadline(state, 'delete', context.signal);
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline }, async () => {
      await client.secrets.delete(textOf(state.id) ?? '', deadline.options());
      return { diagnostics: [] };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<SecretModel>> {
    const { value, diagnostics } = await importObject(request, {
      object: 'secret',
      get: (id, options) => request.client.secrets.get(id, options),
      find: ({ name }, options) => request.client.secrets.findByName(name, {}, options),
      state: (secret) => ({ secret, model: fromServer(NOTHING, secret) }),
    });
    if (!value) return { diagnostics };
    return { value: value.model, diagnostics: [...diagnostics, ...hiddenValues(value.secret)] };
  }
}

const NOTHING: SecretModel = {
  id: null,
  name: null,
  private: null,
  values: null,
  timeouts: null,
  user_id: null,
  created: null,
  updated: null,
};

function specOf(planned: SecretModel): SecretSpec {
  return { name: textOf(planned.name) ?? '', private: planned.private === true, values: writtenMap(planned.values) };
}

function withComputed(planned: SecretModel, secret: Secret): SecretModel {
  return { ...planned, id: secret.id, user_id: secret.userId, created: secret.created, updated: secret.updated };
}

function fromServer(prior: SecretModel, secret: Secret): SecretModel {
  return {
    id: secret.id,
    name: secret.name,
    private: secret.private,
    values: stateValues(isSet(prior.values) ? prior.values : {}, secret),
    timeouts: prior.timeouts,
    user_id: secret.userId,
    created: secret.created,
    updated: secret.updated,
  };
}

/** A value that these credentials may not read stays as it was last written. */
function stateValues(prior: MapOf<string>, { values }: Secret): MapOf<string> {
  if (values === null) return prior;
  return record(
    Object.entries(values).flatMap(([key, value]) => {
      const known = value ?? (Object.hasOwn(prior, key) ? prior[key] : null);
      return isSet(known) ? [[key, known] as const] : [];
    }),
  );
}

function hiddenValues({ name, values }: Secret): readonly Diagnostic[] {
  const hidden = Object.entries(values ?? {}).filter(([, value]) => value === null);
  if (hidden.length === 0) return [];
  return [
    warningDiagnostic(
      'Secret Values Not Readable',
      `The credentials may not read ${hidden.length} of the values of the secret "${name}", so the first apply after this import ` +
        'writes them anew. Use credentials that may read them to avoid that.',
      attributePath('values'),
    ),
  ];
}

function undertaking(verb: Undertaking['verb'], model: SecretModel): Undertaking {
  return { verb, object: `secret "${nameOf(model)}"` };
}

function explaining(verb: 'create' | 'update', planned: SecretModel, client: ProviderClient): Undertaking {
  return {
    ...undertaking(verb, planned),
    explain: async (error) => {
      if (error.code !== 'conflict') return explainRefusedAttributes(error, secretSchema);
      const isPrivate = planned.private === true;
      const holders = await client.secrets.findByName(nameOf(planned), { private: isPrivate });
      const object = `${isPrivate ? 'private' : 'public'} secret "${nameOf(planned)}"`;
      return [nameTaken({ verb, typeName: 'zenml_secret', object, holders })];
    },
  };
}

function withoutSecrets<T>(planned: SecretModel, outcome: Outcome<T>): Outcome<T> {
  return { ...outcome, diagnostics: redact(outcome.diagnostics, Object.values(writtenMap(planned.values))) };
}
