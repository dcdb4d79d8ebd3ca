import { expressionsIn } from './expressions';
import { isObject, knownTexts, objectOf, textOf, textsIn } from './json-values';
import type { JsonObject, SynthesizedResource } from './synthesized-stack';
import { parseTemplatedJson } from './templated-json';

/** `aws_s3_bucket.base_bucket_896CC8D5` and what follows it, in an expression. */
const ADDRESS = /(?<![\w.-])(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*/g;

/** The resources and data sources of a Terraform JSON. */
export function readBlocks(configuration: JsonObject): Record<'resources' | 'dataSources', SynthesizedResource[]> {
  const resources = blocksOf(configuration.resource, '');
  const dataSources = blocksOf(configuration.data, 'data.');
  const known = new Set([...resources, ...dataSources].map(({ address }) => address));
  const complete = (block: Block): SynthesizedResource => ({ ...block, references: referencesIn(block, known) });
  return { resources: resources.map(complete), dataSources: dataSources.map(complete) };
}

type Block = Omit<SynthesizedResource, 'references'>;

function blocksOf(byType: unknown, prefix: string): Block[] {
  return Object.entries(objectOf(byType))
    .flatMap(([type, byName]) =>
      Object.entries(objectOf(byName)).map(([name, attributes]) =>
        blockOf(`${prefix}${type}.${name}`, type, name, objectOf(attributes)),
      ),
    )
    .sort((a, b) => (a.address < b.address ? -1 : 1));
}

function blockOf(address: string, type: string, name: string, attributes: JsonObject): Block {
  const { '//': comment, depends_on: dependsOn, ...values } = attributes;
  const constructPath = textOf(objectOf(objectOf(comment).metadata).path) ?? address;
  return {
    address,
    type,
    name,
    values,
    dependsOn: [...textsIn(dependsOn)].sort(),
    constructPath,
    labels: labelsOf(values),
  };
}

/** Our own objects and Google have labels, AWS has tags; those of a `restapi_object` are in what it sends. */
function labelsOf({ labels, tags, data }: JsonObject): Record<string, string> {
  if (isObject(labels)) return knownTexts(labels);
  if (isObject(tags)) return knownTexts(tags);
  return typeof data === 'string' ? knownTexts(objectOf(parseTemplatedJson(data)).labels) : {};
}

function referencesIn({ address, values }: Block, known: ReadonlySet<string>): readonly string[] {
  const named = textsIn(values)
    .flatMap(expressionsIn)
    .flatMap((expression) => expression.match(ADDRESS) ?? []);
  return [...new Set(named)].filter((name) => known.has(name) && name !== address).sort();
}
