import type { JsonObject } from '../json';
import type { JsonReader } from '../json-reader';
import { secretsIn } from '../redact';
import { isField, isOwner, nameContains, nameStartsWith, withLabels, type NameFilter } from './filters';
import type { Kind } from '../rest-collection';
import {
  readLabels,
  readOwnedEntity,
  readRunSettings,
  writeRunSettings,
  type OwnedEntity,
  type RunSettings,
  type RunSettingsChanges,
} from './entity';

/** A stack component. */
export interface Component extends OwnedEntity, RunSettings {
  /** Component type, such as `artifact_store`. */
  readonly type: string;
  readonly flavor: string;
  /** As the server normalised it: `"false"` is `false`, JSON text an object with defaults. */
  readonly configuration: JsonObject;
  readonly labels: Readonly<Record<string, string>>;
  readonly connectorId: string | null;
  readonly connectorResourceId: string | null;
}

export interface ComponentSpec extends Partial<RunSettings> {
  readonly name: string;
  readonly type: string;
  readonly flavor: string;
  readonly configuration: JsonObject;
  readonly labels?: Readonly<Record<string, string>>;
  readonly connectorId?: string | null;
  readonly connectorResourceId?: string | null;
}

/** `configuration` and `labels` are replaced whole; a null `connectorId` detaches the connector. */
export type ComponentChanges = Partial<Omit<ComponentSpec, 'type' | 'flavor' | 'secrets'>> & RunSettingsChanges;

/** `labels` are among those of the component. */
export type ComponentFilter = NameFilter &
  Partial<Pick<Component, 'name' | 'type' | 'flavor' | 'userId' | 'labels' | 'connectorId'>>;

export const COMPONENT: Kind<Component, Partial<ComponentSpec> & RunSettingsChanges, ComponentFilter> = {
  path: '/components',
  read: readComponent,
  write: ({ name, type, flavor, configuration, labels, connectorId, connectorResourceId, ...runSettings }) => ({
    name,
    type,
    flavor,
    configuration,
    labels,
    connector: connectorId,
    connector_resource_id: connectorResourceId,
    ...writeRunSettings(runSettings),
  }),
  secrets: ({ configuration }) => secretsIn(configuration),
  filters: {
    namePrefix: nameStartsWith,
    nameContains,
    name: isField('name'),
    type: isField('type'),
    flavor: isField('flavor'),
    userId: isOwner,
    labels: withLabels,
    connectorId: isField('connectorId', 'connector_id'),
  },
};

function readComponent(answer: JsonReader): Component {
  const metadata = answer.at('metadata');
  return {
    ...readOwnedEntity(answer),
    ...readRunSettings(answer),
    type: answer.at('body', 'type').string(),
    flavor: answer.at('body', 'flavor_name').string(),
    configuration: metadata.at('configuration').optionalObject(),
    labels: readLabels(answer),
    connectorId: metadata.at('connector', 'id').optionalString(),
    connectorResourceId: metadata.at('connector_resource_id').optionalString(),
  };
}
