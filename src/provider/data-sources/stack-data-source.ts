import {
  record,
  type DataSource,
  type DataSourceRequest,
  type Diagnostic,
  type Outcome,
  type ValidateRequest,
} from '../../framework';
import type { Stack } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { stackLookupSchema, type StackLookupModel } from '../schemas/stack-lookup-schema';
import { defaultComponents, furtherComponents } from '../attributes/stack-components';
import { findOne, needsIdOr } from './find-one';

/** `data.zenml_stack` */
export class StackDataSource implements DataSource<StackLookupModel, ProviderClient> {
  readonly typeName = 'zenml_stack';
  readonly schema = stackLookupSchema;

  validateConfig({ config: { id, name } }: ValidateRequest<StackLookupModel>): readonly Diagnostic[] {
    return needsIdOr('stack', id, { name });
  }

  async read({
    config: { id, name },
    client,
    context,
  }: DataSourceRequest<StackLookupModel, ProviderClient>): Promise<Outcome<StackLookupModel>> {
    return attempt({ verb: 'read', object: 'stack' }, async () => {
      const options = { signal: context.signal };
      const found = await findOne({ kind: 'stack', id, name, collection: client.stacks, options });
      return 'object' in found
        ? { value: modelOf(found.object), diagnostics: [] }
        : { diagnostics: [found.diagnostic] };
    });
  }
}

function modelOf(stack: Stack): StackLookupModel {
  return {
    id: stack.id,
    name: stack.name,
    components: Object.entries(stack.components)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, ofType]) => ofType.map(({ id, name, type, flavor }) => ({ id, name, type, flavor }))),
    component_ids: defaultComponents(stack),
    additional_component_ids: furtherComponents(stack),
    description: textOf(stack.description) ?? null,
    environment: record(Object.entries(stack.environment)),
    secrets: stack.secrets,
    labels: record(Object.entries(stack.labels)),
    user_id: stack.userId,
    created: stack.created,
    updated: stack.updated,
  };
}
