import {
  attributePath,
  errorDiagnostic,
  isSet,
  isUnknown,
  record,
  type CreateRequest,
  type Diagnostic,
  type ImportRequest,
  type MapOf,
  type ModifyPlanRequest,
  type ModifyPlanResponse,
  type Outcome,
  type PrivateState,
  type ReadRequest,
  type Resource,
  type UpdateRequest,
  type ValidateRequest,
} from '../../framework';
import type { Secret } from '../../zenml';
import { nameOf, textOf, writtenMap } from '../attributes/attribute-values';
import { checkSplitMap, isSent, mergedMap, type SplitMap } from '../configuration/write-only';
import { Deadline } from '../life-cycle/deadline';
import { emptyModel } from '../attributes/empty-model';
import { attempt, type Undertaking } from '../failures/attempt';
import { explainRefusedAttributes } from '../failures/explain-attributes';
import { nameTaken } from '../failures/name-taken';
import { redactDiagnostics } from '../failures/redact-diagnostics';
import { importObject } from '../life-cycle/import-object';
import { createOrAdopt } from '../life-cycle/create-or-adopt';
import { stateWithoutRequest } from '../attributes/phantom-change';
import type { ProviderClient } from '../server/provider-client';
import { secretSchema, type SecretModel } from '../schemas/secret-schema';

/** `zenml_secret` */
export class SecretResource implements Resource<SecretModel, ProviderClient> {
  readonly typeName = 'zenml_secret';
  readonly identity = ['id'];
  readonly schema = secretSchema;

  validateConfig({ config }: ValidateRequest<SecretModel>): readonly Diagnostic[] {
    const none = config.values === null && config.values_wo === null;
    return [...(none ? [NO_VALUES] : []), ...checkSplitMap(valuesOf(config, config))];
  }

  /** What is planned after the secret may refer to it before the server has it. */
  modifyPlan({
    config,
    planned,
    client,
  }: ModifyPlanRequest<SecretModel, ProviderClient>): Promise<ModifyPlanResponse<SecretModel>> {
    if (planned !== null && isSet(planned.name)) client?.expectSecret(planned.name, keysOf(valuesOf(planned, config)));
    return Promise.resolve({ planned, diagnostics: [] });
  }

  async create(request: CreateRequest<SecretModel, ProviderClient>): Promise<Outcome<SecretModel>> {
    const { config, planned, privateState, client, context } = request;
    const deadline = new Deadline(planned, 'create', context.signal);
    const values = valuesOf(planned, config);
    const outcome = await attempt({ ...explaining('create', planned, client), deadline }, async () => {
      const spec = { ...detailsOf(planned), values: mergedMap(values) };
      const wanted = { ...planned, values: spec.values };
      const { held, ...outcome } = await createOrAdopt({
        typeName: this.typeName,
        object: objectOf(planned),
        schema: secretSchema,
        wanted,
        adopts: client.settings.adoptExisting,
        create: (options) => client.secrets.create(spec, { ...deadline.options(), ...options }),
        holders: () => client.secrets.findByName(spec.name, { private: spec.private }, deadline.lookUp()),
        whole: ({ id }) => client.secrets.get(id, deadline.options()),
        // A value that may not be read counts as another one.
        stateOf: (secret) => ({ ...fromServer(wanted, secret, []), values: secret.values }),
      });
      if (held === undefined) return outcome;
      const remembered = withWriteOnlyKeys(privateState, values);
      return { ...outcome, value: withComputed(planned, held), privateState: remembered };
    });
    return withoutSecrets(values, outcome);
  }

  async read(request: ReadRequest<SecretModel, ProviderClient>): Promise<Outcome<SecretModel | null>> {
    const { state, privateState, client, context } = request;
    return attempt(undertaking('read', state), async () => {
      const options = { signal: context.signal, values: isSet(state.values) };
      const secret = await client.secrets.get(textOf(state.id) ?? '', options);
      return { value: secret && fromServer(state, secret, writeOnlyKeys(privateState)), diagnostics: [] };
    });
  }

  async update(request: UpdateRequest<SecretModel, ProviderClient>): Promise<Outcome<SecretModel>> {
    const { config, prior, planned, privateState, client, context } = request;
    const unchanged = stateWithoutRequest({ config, planned, prior });
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    const values = valuesOf(planned, config);
    const sent = isSent(values, { plain: prior.values, version: prior.values_wo_version });
    const outcome = await attempt({ ...explaining('update', planned, client), deadline }, async () => {
      const changes = { ...detailsOf(planned), ...(sent && { values: mergedMap(values) }) };
      const secret = await client.secrets.update(textOf(prior.id) ?? '', changes, deadline.options());
      const remembered = sent ? withWriteOnlyKeys(privateState, values) : privateState;
      return { value: withComputed(planned, secret), privateState: remembered, diagnostics: [] };
    });
    return withoutSecrets(values, outcome);
  }

  async delete({ state, client, context }: ReadRequest<SecretModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const deadline = new Deadline(state, 'delete', context.signal);
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline }, async () => {
      await client.secrets.delete(textOf(state.id) ?? '', deadline.options());
      return { diagnostics: [] };
    });
    return diagnostics;
  }

  /** Values stay where they are: which of them may be in state, the configuration says. */
  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<SecretModel>> {
    return importObject(request, {
      object: 'secret',
      get: (id, options) => request.client.secrets.get(id, { ...options, values: false }),
      find: ({ name }, options) => request.client.secrets.findByName(name, {}, options),
      state: (secret) => fromServer(emptyModel(secretSchema) as SecretModel, secret, []),
    });
  }
}

const NO_VALUES = errorDiagnostic(
  'Missing Attribute',
  'Neither `values` nor `values_wo` is set. Give the keys and values of the secret in one of them, or some in each.',
  attributePath('values'),
);

function valuesOf(planned: SecretModel, config: SecretModel): SplitMap {
  return {
    name: 'values',
    plain: planned.values,
    writeOnly: config.values_wo,
    version: planned.values_wo_version,
  };
}

/** Undefined where they are not known yet. */
function keysOf({ plain, writeOnly }: SplitMap): readonly string[] | undefined {
  if (isUnknown(plain) || isUnknown(writeOnly)) return undefined;
  return [...Object.keys(plain ?? {}), ...Object.keys(writeOnly ?? {})];
}

function detailsOf(planned: SecretModel) {
  return { name: textOf(planned.name) ?? '', private: planned.private === true };
}

function withComputed(planned: SecretModel, secret: Secret): SecretModel {
  return { ...planned, id: secret.id, user_id: secret.userId, created: secret.created, updated: secret.updated };
}

function fromServer(prior: SecretModel, secret: Secret, hidden: readonly string[]): SecretModel {
  return {
    ...prior,
    id: secret.id,
    name: secret.name,
    private: secret.private,
    values: isSet(prior.values) ? stateValues(prior.values, secret, hidden) : null,
    user_id: secret.userId,
    created: secret.created,
    updated: secret.updated,
  };
}

/** A value that these credentials may not read stays as it was last written; write-only ones stay out. */
function stateValues(prior: MapOf<string>, { values }: Secret, hidden: readonly string[]): MapOf<string> {
  if (values === null) return prior;
  return record(
    Object.entries(values).flatMap(([key, value]) => {
      const known = value ?? (Object.hasOwn(prior, key) ? prior[key] : null);
      return isSet(known) && !hidden.includes(key) ? [[key, known] as const] : [];
    }),
  );
}

const WRITE_ONLY_KEYS = 'values_wo';

/** Remembers which keys were write-only, so that a read can tell them from those that somebody added. */
function withWriteOnlyKeys(privateState: PrivateState, { writeOnly }: SplitMap): PrivateState {
  return { ...privateState, [WRITE_ONLY_KEYS]: JSON.stringify(Object.keys(writtenMap(writeOnly))) };
}

function writeOnlyKeys(privateState: PrivateState): readonly string[] {
  return JSON.parse(privateState[WRITE_ONLY_KEYS] ?? '[]') as readonly string[];
}

/** Private and public secrets have names of their own. */
function objectOf(planned: SecretModel): string {
  return `${planned.private === true ? 'private' : 'public'} secret "${nameOf(planned)}"`;
}

function undertaking(verb: Undertaking['verb'], model: SecretModel): Undertaking {
  return { verb, object: `secret "${nameOf(model)}"` };
}

function explaining(verb: 'create' | 'update', planned: SecretModel, client: ProviderClient): Undertaking {
  return {
    ...undertaking(verb, planned),
    explain: async (error, options) => {
      if (error.code !== 'conflict') return explainRefusedAttributes(error, secretSchema);
      const isPrivate = planned.private === true;
      const holders = await client.secrets.findByName(nameOf(planned), { private: isPrivate }, options);
      return [nameTaken({ verb, typeName: 'zenml_secret', object: objectOf(planned), holders })];
    },
  };
}

function withoutSecrets<T>(values: SplitMap, outcome: Outcome<T>): Outcome<T> {
  return { ...outcome, diagnostics: redactDiagnostics(outcome.diagnostics, Object.values(mergedMap(values))) };
}
