import type { JsonReader } from '../json-reader';
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
import { isField, isOwner, nameContains, nameStartsWith, withLabels, type NameFilter } from './filters';

/** A component as its stack knows it. */
export interface StackComponentSummary {
  readonly id: string;
  readonly name: string;
  /** Component type, such as `artifact_store`. */
  readonly type: string;
  /** Null where the caller may not read the component. */
  readonly flavor: string | null;
}

/** A ZenML stack: a named set of components. */
export interface Stack extends OwnedEntity, RunSettings {
  readonly description: string | null;
  readonly labels: Readonly<Record<string, string>>;
  /** Component type to its components; the first of a type is the default. */
  readonly components: Readonly<Record<string, readonly StackComponentSummary[]>>;
}

export interface StackSpec extends Partial<RunSettings> {
  readonly name: string;
  readonly description?: string;
  readonly labels?: Readonly<Record<string, string>>;
  /** Component type to component ids. The server wants an artifact store and an orchestrator. */
  readonly components: Readonly<Record<string, readonly string[]>>;
}

/** `labels` and `components` are replaced whole. */
export type StackChanges = Partial<Omit<StackSpec, 'secrets'>> & RunSettingsChanges;

/** `labels` are among those of the stack. */
export interface StackFilter extends NameFilter, Partial<Pick<Stack, 'name' | 'userId' | 'labels'>> {
  /** A component that the stack holds. */
  readonly componentId?: string;
}

export const STACK: Kind<Stack, Partial<StackSpec> & RunSettingsChanges, StackFilter> = {
  path: '/stacks',
  read: readStack,
  write: ({ name, description, labels, components, ...runSettings }) => ({
    name,
    description,
    labels,
    components,
    ...writeRunSettings(runSettings),
  }),
  secrets: () => [],
  filters: {
    namePrefix: nameStartsWith,
    nameContains,
    name: isField('name'),
    userId: isOwner,
    labels: withLabels,
    componentId: {
      query: (id) => ({ component_id: id }),
      matches: ({ components }, wanted) =>
        Object.values(components)
          .flat()
          .some(({ id }) => id === wanted),
    },
  },
};

function readStack(answer: JsonReader): Stack {
  const components = answer.at('metadata', 'components').record((list) => list.items());
  return {
    ...readOwnedEntity(answer),
    ...readRunSettings(answer),
    description: answer.at('metadata', 'description').optionalString(),
    labels: readLabels(answer),
    components: Object.fromEntries(
      Object.entries(components).map(([type, items]) => [
        type,
        items.map((item) => ({
          id: item.at('id').string(),
          name: item.at('name').string(),
          type,
          flavor: item.at('body', 'flavor_name').optionalString(),
        })),
      ]),
    ),
  };
}
