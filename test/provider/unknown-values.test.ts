import { planResourceChange, UNKNOWN, type Value } from '../../src/framework';
import { createZenmlProvider } from '../../src/provider';
import { context } from './support/resource-runner';

const { resources } = createZenmlProvider();

/** Attributes that say how an object is changed, and are no part of it. */
const BESIDE = ['timeouts', 'verify'];

/** Every attribute that a configuration may give and the server holds. */
const cases = resources.flatMap((resource) =>
  Object.entries(resource.schema.attributes)
    .filter(([name, { optional, required, writeOnly }]) => {
      return (optional === true || required === true) && writeOnly !== true && !BESIDE.includes(name);
    })
    .map(([name]) => [resource.typeName, name] as const),
);

/** Some known value of a type. */
function known(type: unknown): Value {
  if (type === 'string') return '2027-01-31T12:00:00';
  if (type === 'number') return 1;
  if (type === 'bool') return true;
  const [kind, inner] = type as readonly [string, unknown];
  return kind === 'map' ? { key: known(inner) } : [known(inner)];
}

test.each(cases)('%s: %s may become another value where it is not known yet', async (typeName, name) => {
  const resource = resources.find((candidate) => candidate.typeName === typeName);
  if (!resource) throw new Error(`no resource ${typeName}`);
  const { attributes } = resource.schema;
  const prior = Object.fromEntries(
    Object.entries(attributes).map(([key, { type, writeOnly }]) => [
      key,
      writeOnly === true || key === 'timeouts' ? null : known(type),
    ]),
  );
  const config = Object.fromEntries(
    Object.entries(attributes).map(([key, { optional, required }]) => [
      key,
      optional === true || required === true ? (prior[key] ?? null) : null,
    ]),
  );
  const plan = (changed: Readonly<Record<string, Value>>) =>
    planResourceChange({
      resource,
      prior,
      config: { ...config, ...changed },
      proposed: { ...prior, ...changed },
      privateState: {},
      client: undefined,
      context,
    });
  expect((await plan({})).planned).toEqual(prior);
  const { planned } = await plan({ [name]: UNKNOWN });
  expect(planned?.[name]).toBe(UNKNOWN);
  expect(planned?.updated).toBe(Object.hasOwn(attributes, 'updated') ? UNKNOWN : undefined);
});
