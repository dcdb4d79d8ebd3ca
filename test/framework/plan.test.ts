import {
  attributePath,
  boolAttribute,
  listNestedAttribute,
  planResourceChange,
  requiresReplace,
  singleNestedAttribute,
  stringAttribute,
  UNKNOWN,
  useStateForUnknown,
  warningDiagnostic,
  type CallContext,
  type ModelOf,
  type ModifyPlanRequest,
  type ModifyPlanResponse,
  type Resource,
} from '../../src/framework';

const attributes = {
  id: stringAttribute({ description: 'Id.', computed: true, planModifiers: [useStateForUnknown] }),
  name: stringAttribute({ description: 'Name.', required: true }),
  kind: stringAttribute({ description: 'Kind.', optional: true, planModifiers: [requiresReplace] }),
  updated: stringAttribute({ description: 'Updated.', computed: true }),
  private: boolAttribute({ description: 'Private.', optional: true, computed: true, default: false }),
  secret: stringAttribute({ description: 'Secret.', optional: true, writeOnly: true }),
  timeouts: singleNestedAttribute(
    { create: stringAttribute({ description: 'Create.', optional: true }) },
    { description: 'Timeouts.', optional: true },
  ),
  parts: listNestedAttribute(
    {
      name: stringAttribute({ description: 'Name.', required: true }),
      id: stringAttribute({ description: 'Id.', computed: true, planModifiers: [useStateForUnknown] }),
      token: stringAttribute({ description: 'Token.', optional: true, writeOnly: true }),
    },
    { description: 'Parts.', optional: true },
  ),
};

type Model = ModelOf<typeof attributes>;

const empty: Model = {
  id: null,
  name: null,
  kind: null,
  updated: null,
  private: null,
  secret: null,
  timeouts: null,
  parts: null,
};
const context: CallContext = { signal: new AbortController().signal, log: () => undefined };

function resource(
  modifyPlan?: (request: ModifyPlanRequest<Model, string>) => Promise<ModifyPlanResponse<Model>>,
): Resource<Model, string> {
  const notCalled = () => Promise.reject(new Error('a plan calls nothing but modifyPlan'));
  return {
    typeName: 'example_thing',
    schema: { version: 0, description: 'A thing.', attributes },
    ...(modifyPlan && { modifyPlan }),
    create: notCalled,
    read: notCalled,
    update: notCalled,
    delete: notCalled,
    importState: notCalled,
  };
}

function plan(config: Partial<Model>, prior: Partial<Model> | null, thing = resource()) {
  const written = { ...empty, ...config };
  const before = prior && { ...empty, ...prior };
  // What Terraform proposes: the configuration, and for computed attributes without one the prior value.
  const proposed = {
    ...written,
    id: before?.id ?? null,
    updated: before?.updated ?? null,
    private: written.private ?? before?.private ?? null,
  };
  return planResourceChange({
    resource: thing,
    config: written,
    prior: before,
    proposed,
    privateState: { seen: 'yes' },
    client: 'client',
    context,
  });
}

const stored: Partial<Model> = { id: '1', name: 'a', kind: 'x', updated: 'yesterday', private: false };

describe('planning a resource', () => {
  it('leaves every computed value of a new resource unknown and fills in defaults', async () => {
    const { planned, requiresReplace: replaced } = await plan({ name: 'a' }, null);
    expect(planned).toMatchObject({ id: UNKNOWN, name: 'a', updated: UNKNOWN, private: false });
    expect(replaced).toEqual([]);
  });

  it('changes nothing where configuration and state agree', async () => {
    const { planned } = await plan({ name: 'a', kind: 'x' }, stored);
    expect(planned).toEqual({ ...empty, ...stored });
  });

  it('keeps the id and marks the rest of what is computed unknown when something changes', async () => {
    const { planned } = await plan({ name: 'b', kind: 'x' }, stored);
    expect(planned).toMatchObject({ id: '1', name: 'b', updated: UNKNOWN });
  });

  it('asks for a new object where the attribute cannot change in place', async () => {
    const { requiresReplace: replaced } = await plan({ name: 'a', kind: 'y' }, stored);
    expect(replaced).toEqual([attributePath('kind')]);
  });

  it('asks for a new object where a value that cannot change in place is not known yet', async () => {
    const { requiresReplace: replaced } = await plan({ name: 'a', kind: UNKNOWN }, stored);
    expect(replaced).toEqual([attributePath('kind')]);
  });

  it('never plans a write-only value, at the root or nested', async () => {
    const parts = [{ name: 'p', id: null, token: 'hidden' }];
    const { planned } = await plan({ name: 'a', kind: 'x', secret: 'hidden', parts }, null);
    expect(JSON.stringify(planned)).not.toContain('hidden');
    expect(planned?.parts).toMatchObject([{ name: 'p', id: UNKNOWN, token: null }]);
  });

  it('sees no change in a write-only value alone', async () => {
    const { planned } = await plan({ name: 'a', kind: 'x', secret: 'another' }, stored);
    expect(planned).toEqual({ ...empty, ...stored });
  });

  it('keeps what is computed in the elements of a list by their position', async () => {
    const parts = [
      { name: 'p', id: null, token: null },
      { name: 'new', id: null, token: null },
    ];
    const { planned } = await plan(
      { name: 'a', kind: 'x', parts },
      { ...stored, parts: [{ name: 'p', id: '7', token: null }] },
    );
    expect(planned?.parts).toMatchObject([
      { name: 'p', id: '7' },
      { name: 'new', id: UNKNOWN },
    ]);
  });

  it('gives the resource the last word, also on a destroy', async () => {
    const thing = resource(({ planned, client }) =>
      Promise.resolve(
        planned === null
          ? { planned, diagnostics: [warningDiagnostic('Still In Use', `${client ?? ''} says so`)] }
          : { planned: { ...planned, id: 'known' }, requiresReplace: ['name'], diagnostics: [] },
      ),
    );
    const changed = await plan({ name: 'b' }, stored, thing);
    expect(changed.planned).toMatchObject({ id: 'known' });
    expect(changed.requiresReplace).toEqual([attributePath('kind'), attributePath('name')]);

    const before = { ...empty, ...stored };
    const destroyed = await planResourceChange({
      resource: thing,
      config: empty,
      prior: before,
      proposed: null,
      privateState: {},
      client: 'client',
      context,
    });
    expect(destroyed.planned).toBeNull();
    expect(destroyed.diagnostics[0]?.detail).toBe('client says so');
  });
});
