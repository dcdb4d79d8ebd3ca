import {
  record,
  type DataSource,
  type DataSourceRequest,
  type Diagnostic,
  type Outcome,
  type ValidateRequest,
} from '../../framework';
import type { Component, Flavor } from '../../zenml';
import { textOf } from '../attributes/attribute-values';
import { ConfigSchema } from '../configuration/config-schema';
import { publicConfiguration } from '../configuration/state-configuration';
import { attempt } from '../failures/attempt';
import type { ProviderClient } from '../server/provider-client';
import { stackComponentLookupSchema, type StackComponentLookupModel } from '../schemas/stack-component-lookup-schema';
import { visibleFlavors } from '../server/visible-catalog';
import { findOne, needsIdOr } from './find-one';

/** `data.zenml_stack_component` */
export class StackComponentDataSource implements DataSource<StackComponentLookupModel, ProviderClient> {
  readonly typeName = 'zenml_stack_component';
  readonly schema = stackComponentLookupSchema;

  validateConfig({ config: { id, type, name } }: ValidateRequest<StackComponentLookupModel>): readonly Diagnostic[] {
    return needsIdOr('stack component', id, { type, name });
  }

  async read({
    config: { id, name, type },
    client,
    context,
  }: DataSourceRequest<StackComponentLookupModel, ProviderClient>): Promise<Outcome<StackComponentLookupModel>> {
    return attempt({ verb: 'read', object: 'stack component' }, async () => {
      const ofType = textOf(type);
      const kind = ofType === undefined ? 'stack component' : `stack component of the type ${ofType}`;
      const found = await findOne({
        kind,
        id,
        name,
        collection: client.components,
        options: { signal: context.signal },
        ...(ofType !== undefined && { filter: { type: ofType } }),
      });
      if (!('object' in found)) return { diagnostics: [found.diagnostic] };
      return {
        value: modelOf(found.object, await visibleFlavors(client, { signal: context.signal })),
        diagnostics: [],
      };
    });
  }
}

function modelOf(component: Component, flavors: readonly Flavor[]): StackComponentLookupModel {
  const flavor = flavors.find(({ name, type }) => name === component.flavor && type === component.type);
  const schema = flavor && new ConfigSchema(flavor.configSchema);
  return {
    id: component.id,
    name: component.name,
    type: component.type,
    flavor: component.flavor,
    configuration: publicConfiguration(component.configuration, schema),
    connector_id: component.connectorId,
    connector_resource_id: component.connectorResourceId,
    environment: record(Object.entries(component.environment)),
    secrets: component.secrets,
    labels: record(Object.entries(component.labels)),
    user_id: component.userId,
    created: component.created,
    updated: component.updated,
  };
}
