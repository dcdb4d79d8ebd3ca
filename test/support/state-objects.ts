/** An object of a state. */
export interface StateObject {
  readonly address: string;
  readonly values: Readonly<Record<string, unknown>>;
}

interface State {
  readonly resources?: readonly {
    readonly mode: string;
    readonly type: string;
    readonly name: string;
    readonly instances: readonly {
      readonly index_key?: string | number;
      readonly attributes: Readonly<Record<string, unknown>>;
    }[];
  }[];
}

/** The objects of a state by address, from its text; none where there is no state yet. */
export function stateObjects(text: string): StateObject[] {
  if (text.trim() === '') return [];
  const { resources = [] } = JSON.parse(text) as State;
  const objects = resources.flatMap(({ mode, type, name, instances }) => {
    const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}`;
    return instances.map(({ index_key: key, attributes }) => ({
      address: key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
      values: attributes,
    }));
  });
  return objects.sort((a, b) => (a.address < b.address ? -1 : 1));
}
