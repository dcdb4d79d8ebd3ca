import { splitExpressions, type SynthesizedResource, type SynthesizedStack } from '../synthesized';

/** Attributes that name a resource, the best first. */
const NAMES = [
  'bucket',
  'name',
  'repository_id',
  'account_id',
  'display_name',
  'role_id',
  'alias',
  'user',
  'service_account_id',
];

/** What an attribute of another resource is written like; what stands between has names of its own. */
const ATTRIBUTE = /^((?:data\.)?[a-z][a-z0-9_]*\.[\w-]+)\.(\w+)$/;

/** Deeper, references go round in circles. */
const DEPTH = 4;

/** A text for people: an expression is what it refers to where that is known, and `…` elsewhere. */
export function shownText(text: string, { resources }: Pick<SynthesizedStack, 'resources'>, depth = DEPTH): string {
  return splitExpressions(text)
    .map((piece) => (piece.kind === 'text' ? piece.text : valueOf(piece.text.slice(2, -1), resources, depth)))
    .join('')
    .replaceAll(/…{2,}/g, '…');
}

/** The name of a cloud resource for people. */
export function shownName(
  resource: SynthesizedResource,
  stack: Pick<SynthesizedStack, 'resources'>,
  depth = DEPTH,
): string {
  const name = NAMES.map((attribute) => resource.values[attribute]).find((value) => typeof value === 'string');
  return name === undefined ? shortPath(resource) : shownText(name, stack, depth);
}

/** An attribute that terraform computes, such as an ARN, is told by the name of its resource. */
function valueOf(expression: string, resources: readonly SynthesizedResource[], depth: number): string {
  const [, address, attribute = ''] = ATTRIBUTE.exec(expression) ?? [];
  const resource = resources.find((each) => each.address === address);
  if (resource === undefined || depth === 0) return '…';
  const value = resource.values[attribute];
  return typeof value === 'string'
    ? shownText(value, { resources }, depth - 1)
    : shownName(resource, { resources }, depth - 1);
}

/** `replica-key` for `prod/base/replica-key/Resource`. */
function shortPath({ constructPath, name }: SynthesizedResource): string {
  const parts = constructPath.split('/').filter((part) => part !== 'Resource');
  return parts.slice(1).join('/') || name;
}
