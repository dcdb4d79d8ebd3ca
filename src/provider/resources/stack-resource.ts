import {
  attributePath,
  errorDiagnostic,
  isSet,
  mapKeyPath,
  record,
  valuesEqual,
  type CreateRequest,
  type Diagnostic,
  type ImportRequest,
  type MapOf,
  type Outcome,
  type ReadRequest,
  type Resource,
  type UpdateRequest,
  type ValidateRequest,
} from '../../framework';
import type { CallOptions, Stack, StackChanges, StackSpec, ZenmlError } from '../../zenml';
import { nameOf, stateLabels, textOf, writtenMap } from '../attribute-values';
import { Deadline } from '../deadline';
import { attempt, type Undertaking } from '../failures/attempt';
import { explainRefusedAttributes } from '../failures/explain-attributes';
import { listed } from '../failures/nearest';
import { missingReference } from '../failures/missing-reference';
import { nameTaken } from '../failures/name-taken';
import { importObject } from '../import-object';
import { stateWithoutRequest } from '../phantom-change';
import type { ProviderClient } from '../provider-client';
import { stackSchema, type StackModel } from '../schemas/stack-schema';

/** Without these the server takes no stack. */
const NEEDED_TYPES = ['artifact_store', 'orchestrator'];

/** `zenml_stack` */
export class StackResource implements Resource<StackModel, ProviderClient> {
  readonly typeName = 'zenml_stack';
  readonly schema = stackSchema;

  validateConfig({ config: { components } }: ValidateRequest<StackModel>): readonly Diagnostic[] {
    if (!isSet(components)) return [];
    const missing = NEEDED_TYPES.filter((type) => !Object.hasOwn(components, type));
    if (missing.length === 0) return [];
    return [
      errorDiagnostic(
        'Incomplete Stack',
        `A stack needs ${NEEDED_TYPES.map((type) => `an \`${type}\``).join(' and ')}; \`components\` has no ${missing.join(' and no ')}. ` +
          'Add the id of one under that key.',
        attributePath('components'),
      ),
    ];
  }

  async create({ planned, client, context }: CreateRequest<StackModel, ProviderClient>): Promise<Outcome<StackModel>> {
    const deadline = new Deadline(planned, 'create', context.signal);
    return attempt({ ...explaining('create', planned, client), deadline }, async () => {
      const stack = await client.stacks.create(specOf(planned), deadline.options());
      const misplaced = misplacedComponents(planned, stack);
      if (misplaced.length === 0) return { value: { ...planned, id: stack.id }, diagnostics: [] };
      return { ...(await undone(stack, planned, client)), diagnostics: misplaced };
    });
  }

  async read({ state, client, context }: ReadRequest<StackModel, ProviderClient>): Promise<Outcome<StackModel | null>> {
    return attempt(undertaking('read', state), async () => {
      const stack = await client.stacks.get(textOf(state.id) ?? '', { signal: context.signal });
      return { value: stack && fromServer(state, stack), diagnostics: [] };
    });
  }

  async update({
    prior,
    planned,
    client,
    context,
  }: UpdateRequest<StackModel, ProviderClient>): Promise<Outcome<StackModel>> {
    const unchanged = stateWithoutRequest(planned, prior);
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    return attempt({ ...explaining('update', planned, client), deadline }, async () => {
      const id = textOf(prior.id) ?? '';
      const changes = await changesOf(prior, planned, client, deadline.options());
      const stack = await client.stacks.update(id, changes, deadline.options());
      const misplaced = misplacedComponents(planned, stack);
      return { value: misplaced.length === 0 ? planned : fromServer(planned, stack), diagnostics: misplaced };
    });
  }

  async delete({ state, client, context }: ReadRequest<StackModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const deadline = new Deadline(state, 'delete', context.signal);
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline }, async () => {
      await client.stacks.delete(textOf(state.id) ?? '', deadline.options());
      return { diagnostics: [] };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<StackModel>> {
    return importObject(request, {
      object: 'stack',
      get: (id, options) => request.client.stacks.get(id, options),
      state: (stack) => fromServer({ id: null, name: null, components: null, labels: null, timeouts: null }, stack),
    });
  }
}

function specOf({ name, components, labels }: StackModel): StackSpec {
  return {
    name: textOf(name) ?? '',
    components: record(Object.entries(writtenMap(components)).map(([type, id]) => [type, [id]])),
    labels: writtenMap(labels),
  };
}

/**
 * The changes of an update. A server replaces components whole, so those that were added elsewhere as further ones of a
 * type are sent along.
 */
async function changesOf(
  prior: StackModel,
  planned: StackModel,
  client: ProviderClient,
  options: CallOptions,
): Promise<StackChanges> {
  const { components: wanted, ...changes } = specOf(planned);
  if (valuesEqual(planned.components, prior.components)) return changes;
  const stack = await client.stacks.get(textOf(prior.id) ?? '', options);
  const before = writtenMap(prior.components);
  const components = Object.entries(wanted).map(([type, ids]) => {
    const others = (stack?.components[type] ?? []).map(({ id }) => id).filter((id) => id !== before[type]);
    return [type, [...new Set([...ids, ...others])]] as const;
  });
  return { ...changes, components: record(components) };
}

function fromServer(prior: StackModel, stack: Stack): StackModel {
  return {
    id: stack.id,
    name: stack.name,
    components: firstOfEachType(stack),
    labels: stateLabels(prior.labels, stack.labels),
    timeouts: prior.timeouts,
  };
}

function firstOfEachType({ components }: Stack): MapOf<string> {
  return record(
    Object.entries(components).flatMap(([type, [first]]) => (first === undefined ? [] : [[type, first.id] as const])),
  );
}

/** Deletes the stack that was just made; where that fails it is the value, so that Terraform knows of it. */
async function undone(stack: Stack, planned: StackModel, client: ProviderClient): Promise<{ value?: StackModel }> {
  try {
    await client.stacks.delete(stack.id);
    return {};
  } catch {
    return { value: fromServer(planned, stack) };
  }
}

/** A server goes by what a component is and not by the key it was given under, so a mix-up shows in its answer alone. */
function misplacedComponents({ components }: StackModel, stack: Stack): readonly Diagnostic[] {
  const all = Object.values(stack.components).flat();
  return Object.entries(writtenMap(components)).flatMap(([type, id]) => {
    const component = all.find((candidate) => candidate.id === id);
    if (component === undefined || component.type === type) return [];
    return [
      errorDiagnostic(
        'Component of Another Type',
        `\`components\` has "${component.name}" (${id}) as its ${type}, but it is of the type ${component.type}. ` +
          `Give the id of a component of the type ${type}, or use the key ${component.type}.`,
        mapKeyPath('components', type),
      ),
    ];
  });
}

function undertaking(verb: Undertaking['verb'], model: StackModel): Undertaking {
  return { verb, object: `stack "${nameOf(model)}"` };
}

function explaining(verb: 'create' | 'update', planned: StackModel, client: ProviderClient): Undertaking {
  return { ...undertaking(verb, planned), explain: (error) => explainWrite(error, verb, planned, client) };
}

async function explainWrite(
  error: ZenmlError,
  verb: 'create' | 'update',
  planned: StackModel,
  client: ProviderClient,
): Promise<readonly Diagnostic[] | undefined> {
  const name = nameOf(planned);
  if (error.code === 'conflict') {
    const holders = await client.stacks.findByName(name);
    return [nameTaken({ verb, typeName: 'zenml_stack', object: `stack "${name}"`, holders })];
  }
  const detail = error.detail ?? '';
  const type = Object.entries(writtenMap(planned.components)).find(([, id]) => detail.includes(id))?.[0];
  if (type !== undefined) {
    return missingReference(error, `components["${type}"]`, 'stack component', mapKeyPath('components', type));
  }
  return unknownType(detail, planned) ?? explainRefusedAttributes(error, stackSchema);
}

function unknownType(detail: string, { components }: StackModel): readonly Diagnostic[] | undefined {
  const type = /^components\.([\w-]+)\.\[key\]: /.exec(detail)?.[1];
  if (type === undefined || !Object.hasOwn(writtenMap(components), type)) return undefined;
  const known = [...detail.matchAll(/'([a-z_]+)'/g)].map(([, name = '']) => name);
  return [
    errorDiagnostic(
      'Unknown Component Type',
      `The server has no component type "${type}". It has ${listed(known)}. Nothing was changed.`,
      mapKeyPath('components', type),
    ),
  ];
}
