interface StackJson {
  resource?: Record<string, Record<string, Record<string, unknown>>>;
}

/** What messages name a thing by, and what may change. */
const REST: readonly string[] = ['name', 'repository_id', 'versioning'];

/** What terraform is told not to change, of one type or another. */
const FOR_LIFE: readonly string[] = ['location', 'custom_placement_config', 'encryption', 'kms_key_name'];

/** Blocks, which the state has as lists. */
const BLOCKS: readonly string[] = ['custom_placement_config', 'encryption'];

/**
 * What Google has for life in a synthesized stack, as resources that are part of terraform itself: those that say what terraform
 * shall not change, with their conditions, and the keys. What may not change is what such a resource is replaced by a change of,
 * so terraform plans for them what it would for Google's.
 */
export function onlyWhatIsForLife(text: string): string {
  const { resource = {} } = JSON.parse(text) as StackJson;
  const kept = Object.entries(resource).flatMap(([type, objects]) =>
    Object.entries(objects)
      .filter(([, { lifecycle }]) => type.startsWith('google_') && lifecycle !== undefined)
      .map(([id, attributes]) => [`${type}_${id}`, standIn(attributes)] as const),
  );
  const terraformData = JSON.stringify(Object.fromEntries(kept)).replaceAll(
    /(google_kms_crypto_key)\.([\w-]+)/g,
    'terraform_data.$1_$2',
  );
  return `{"resource":{"terraform_data":${terraformData}}}`;
}

function standIn({ lifecycle, ...attributes }: Record<string, unknown>): object {
  const given = (name: string): unknown => {
    const value = attributes[name];
    if (!BLOCKS.includes(name)) return value ?? null;
    return value === undefined ? [] : [value];
  };
  const where = (name: string): string => (FOR_LIFE.includes(name) ? 'triggers_replace' : 'input');
  const rules = JSON.stringify({ ...(lifecycle as object), ignore_changes: ['triggers_replace'] });
  return {
    input: Object.fromEntries(REST.map((name) => [name, attributes[name]])),
    triggers_replace: Object.fromEntries(FOR_LIFE.map((name) => [name, given(name)])),
    lifecycle: JSON.parse(
      rules.replaceAll(/self\.(\w+)/g, (_, name: string) => `self.${where(name)}.${name}`),
    ) as object,
  };
}
