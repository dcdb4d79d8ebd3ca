import {
  errorDiagnostic,
  formatPath,
  isSet,
  isUnknown,
  mapKeyPath,
  record,
  UNKNOWN,
  valuesEqual,
  type CreateRequest,
  type Diagnostic,
  type ImportRequest,
  type ModifyPlanRequest,
  type ModifyPlanResponse,
  type Outcome,
  type ReadRequest,
  type Resource,
  type UpdateRequest,
  type ValidateRequest,
} from '../../framework';
import type { CallOptions, Stack, StackChanges, StackSpec, ZenmlError } from '../../zenml';
import { nameOf, stateLabels, textOf, writtenMap } from '../attributes/attribute-values';
import { checkRepeatedTypes, checkStackComponents, misplacedComponents, notRepeated } from '../checks/check-stack';
import { Deadline } from '../life-cycle/deadline';
import { attempt, type Undertaking } from '../failures/attempt';
import { explainRefusedAttributes } from '../failures/explain-attributes';
import { listed } from '../failures/nearest';
import { missingReference } from '../failures/missing-reference';
import { nameTaken } from '../failures/name-taken';
import { importObject } from '../life-cycle/import-object';
import { createOrAdopt } from '../life-cycle/create-or-adopt';
import { deleteRetired, rememberRetired } from '../life-cycle/retire-component';
import { stateWithoutRequest } from '../attributes/phantom-change';
import type { ProviderClient } from '../server/provider-client';
import {
  idsOf,
  importedRunSettings,
  runSettingsChanges,
  stateRunSettings,
  writtenRunSettings,
} from '../attributes/run-settings';
import { checkRunSettings } from '../server/server-features';
import { stackSchema, type StackModel } from '../schemas/stack-schema';
import {
  componentLists,
  defaultComponents,
  furtherComponents,
  placedComponents,
  stateAdditionalComponents,
} from '../attributes/stack-components';

/** `zenml_stack` */
export class StackResource implements Resource<StackModel, ProviderClient> {
  readonly typeName = 'zenml_stack';
  readonly identity = ['id'];
  readonly schema = stackSchema;

  validateConfig({ config }: ValidateRequest<StackModel>): readonly Diagnostic[] {
    return checkStackComponents(config);
  }

  async modifyPlan({
    config,
    prior,
    planned,
    client,
    context,
  }: ModifyPlanRequest<StackModel, ProviderClient>): Promise<ModifyPlanResponse<StackModel>> {
    if (planned !== null) client?.run.noteCall();
    if (prior !== null) client?.run.notePlan(textOf(prior.id) ?? '', componentIds(planned));
    if (planned === null) return { planned, diagnostics: [] };
    const settled = withOpenAdditional(config, prior, planned);
    if (client === undefined || client.settings.skipValidation) return { planned: settled, diagnostics: [] };
    const version = async () => (await client.serverInfo({ signal: context.signal })).version;
    const { diagnostics } = await attempt(undertaking('plan', planned), async () => ({
      diagnostics: [
        ...(await checkRepeatedTypes(prior, settled, version)),
        ...(await checkRunSettings('stack', prior, settled, version)),
      ],
    }));
    return { planned: settled, diagnostics };
  }

  async create({ planned, client, context }: CreateRequest<StackModel, ProviderClient>): Promise<Outcome<StackModel>> {
    const deadline = new Deadline(planned, 'create', context.signal);
    return attempt({ ...explaining('create', planned, client), deadline }, async () => {
      const { held: stack, ...outcome } = await createOrAdopt({
        typeName: this.typeName,
        object: `stack "${nameOf(planned)}"`,
        schema: stackSchema,
        wanted: planned,
        adopts: client.settings.adoptExisting,
        create: (options) => client.stacks.create(specOf(planned), { ...deadline.options(), ...options }),
        holders: () => client.stacks.findByName(nameOf(planned), {}, deadline.lookUp()),
        stateOf: (held) => fromServer(planned, held),
      });
      if (stack === undefined) return outcome;
      const misplaced = misplacedComponents(planned, stack);
      if (misplaced.length === 0) return { ...outcome, value: { ...planned, id: stack.id } };
      return { ...(await undone(stack, planned, { client, deadline })), diagnostics: misplaced };
    });
  }

  async read({
    state,
    privateState,
    client,
    context,
  }: ReadRequest<StackModel, ProviderClient>): Promise<Outcome<StackModel | null>> {
    client.run.noteCall();
    return attempt(undertaking('read', state), async () => {
      const stack = await client.stacks.get(textOf(state.id) ?? '', { signal: context.signal });
      if (stack === null) return { value: null, diagnostics: [] };
      return {
        value: fromServer(state, stack),
        privateState: rememberRetired(privateState, stack),
        diagnostics: [],
      };
    });
  }

  async update(request: UpdateRequest<StackModel, ProviderClient>): Promise<Outcome<StackModel>> {
    const { config, prior, planned, privateState, client, context } = request;
    const unchanged = stateWithoutRequest({ config, planned, prior });
    if (unchanged) return { value: unchanged, diagnostics: [] };
    const deadline = new Deadline(planned, 'update', context.signal);
    return attempt({ ...explaining('update', planned, client), deadline }, async () => {
      const id = textOf(prior.id) ?? '';
      const changes = await changesOf(request, () => client.stacks.get(id, deadline.options()));
      const stack = await client.stacks.update(id, changes, deadline.options());
      const misplaced = misplacedComponents(planned, stack);
      if (misplaced.length > 0) return { value: fromServer(planned, stack), diagnostics: misplaced };
      const additional = stateAdditionalComponents(planned.additional_components, stack);
      const isOpen = isUnknown(planned.additional_components);
      const gone = componentIds(prior).filter((component) => !componentIds(planned).includes(component));
      return {
        value: { ...planned, ...(isOpen && { additional_components: additional }) },
        diagnostics: await deleteRetired(gone, privateState, { client, deadline }),
      };
    });
  }

  async delete({
    state,
    privateState,
    client,
    context,
  }: ReadRequest<StackModel, ProviderClient>): Promise<readonly Diagnostic[]> {
    const deadline = new Deadline(state, 'delete', context.signal);
    const { diagnostics } = await attempt({ ...undertaking('delete', state), deadline }, async () => {
      await client.stacks.delete(textOf(state.id) ?? '', deadline.options());
      return { diagnostics: await deleteRetired(componentIds(state), privateState, { client, deadline }) };
    });
    return diagnostics;
  }

  async importState(request: ImportRequest<ProviderClient>): Promise<Outcome<StackModel>> {
    return importObject(request, {
      object: 'stack',
      get: (id, options) => request.client.stacks.get(id, options),
      find: ({ name }, options) => request.client.stacks.findByName(name, {}, options),
      state: imported,
    });
  }
}

/** Further components that are left alone are known only after the default ones of their types have changed. */
function withOpenAdditional(config: StackModel, prior: StackModel | null, planned: StackModel): StackModel {
  const isKept = config.additional_components === null && isSet(planned.additional_components);
  return isKept && !valuesEqual(planned.components, prior?.components)
    ? { ...planned, additional_components: UNKNOWN }
    : planned;
}

/** The components that a stack is known to have. */
function componentIds(model: StackModel | null): readonly string[] {
  return model === null ? [] : placedComponents(model).map(({ id }) => id);
}

function specOf(planned: StackModel): StackSpec {
  const description = textOf(planned.description);
  return {
    name: textOf(planned.name) ?? '',
    components: componentLists(planned),
    labels: writtenMap(planned.labels),
    ...writtenRunSettings(planned),
    ...(description !== undefined && { description }),
  };
}

/**
 * The changes of an update: name and labels, and of the rest only what is different. `get` gives the stack as it is on the
 * server; it is asked once, and only where the changes depend on that.
 */
async function changesOf(
  { config, prior, planned }: UpdateRequest<StackModel, ProviderClient>,
  get: () => Promise<Stack | null>,
): Promise<StackChanges> {
  let asked: Promise<Stack | null> | undefined;
  const held = () => (asked ??= get());
  const isAlone = config.additional_components === null;
  const componentsChanged =
    !valuesEqual(planned.components, prior.components) ||
    (!isAlone && !valuesEqual(planned.additional_components, prior.additional_components));
  const descriptionChanged = isSet(planned.description) && planned.description !== prior.description;
  return {
    name: textOf(planned.name) ?? '',
    labels: writtenMap(planned.labels),
    ...(descriptionChanged && { description: textOf(planned.description) ?? '' }),
    ...(componentsChanged && {
      components: isAlone ? withOthers(prior, planned, await held()) : componentLists(planned),
    }),
    ...(await runSettingsChanges(prior, planned, async () => (await held())?.secrets ?? [])),
  };
}

/** A server replaces components whole, so the further ones of a type that are left alone are sent along. */
function withOthers(prior: StackModel, planned: StackModel, stack: Stack | null) {
  const before = writtenMap(prior.components);
  return record(
    Object.entries(writtenMap(planned.components)).map(([type, id]) => {
      const others = (stack?.components[type] ?? []).map((component) => component.id);
      return [type, [...new Set([id, ...others.filter((other) => other !== before[type])])]];
    }),
  );
}

function fromServer(prior: StackModel, stack: Stack): StackModel {
  return {
    id: stack.id,
    name: stack.name,
    components: defaultComponents(stack),
    additional_components: stateAdditionalComponents(prior.additional_components, stack),
    description: prior.description === null ? null : (stack.description ?? ''),
    ...stateRunSettings(prior, stack),
    labels: stateLabels(prior.labels, stack.labels),
    timeouts: prior.timeouts,
  };
}

/** What a stack has, and what it has nothing of, is managed from its import on where the configuration names it too. */
function imported(stack: Stack): StackModel {
  return {
    id: stack.id,
    name: stack.name,
    components: defaultComponents(stack),
    additional_components: furtherComponents(stack),
    description: stack.description ?? '',
    ...importedRunSettings(stack),
    labels: record(Object.entries(stack.labels)),
    timeouts: null,
  };
}

/** Deletes the stack that was just made; where that fails it is the value, so that Terraform knows of it. */
async function undone(
  stack: Stack,
  planned: StackModel,
  { client, deadline }: { readonly client: ProviderClient; readonly deadline: Deadline },
): Promise<{ value?: StackModel }> {
  try {
    await client.stacks.delete(stack.id, deadline.options());
    return {};
  } catch {
    return { value: fromServer(planned, stack) };
  }
}

function undertaking(verb: Undertaking['verb'], model: StackModel): Undertaking {
  return { verb, object: `stack "${nameOf(model)}"` };
}

function explaining(verb: 'create' | 'update', planned: StackModel, client: ProviderClient): Undertaking {
  return {
    ...undertaking(verb, planned),
    explain: (error, options) => explainWrite(error, { verb, planned, client, options }),
  };
}

/** A write that failed, and the options for what is asked about it. */
interface Refused {
  readonly verb: 'create' | 'update';
  readonly planned: StackModel;
  readonly client: ProviderClient;
  readonly options: CallOptions;
}

async function explainWrite(
  error: ZenmlError,
  { verb, planned, client, options }: Refused,
): Promise<readonly Diagnostic[] | undefined> {
  const name = nameOf(planned);
  if (error.code === 'conflict') {
    const holders = await client.stacks.findByName(name, {}, options);
    return [nameTaken({ verb, typeName: 'zenml_stack', object: `stack "${name}"`, holders })];
  }
  const detail = error.detail ?? '';
  const component = placedComponents(planned).find(({ id }) => detail.includes(id));
  if (component !== undefined) {
    return missingReference(error, formatPath(component.path), 'stack component', component.path);
  }
  if (idsOf(planned.secrets).some((id) => detail.includes(id))) return missingReference(error, 'secrets', 'secret');
  return unknownType(detail, planned) ?? singleType(detail, planned) ?? explainRefusedAttributes(error, stackSchema);
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

/** The refusal of several components of a type, by a server that the plan could not judge. */
function singleType(detail: string, { additional_components }: StackModel): readonly Diagnostic[] | undefined {
  const type = /'([a-z_]+)' does not support multiple components/.exec(detail)?.[1];
  return type !== undefined && isSet(additional_components) && Object.hasOwn(additional_components, type)
    ? [notRepeated(type)]
    : undefined;
}
