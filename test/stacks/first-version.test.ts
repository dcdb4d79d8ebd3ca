import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SHIPPED_STACKS, synthesizeShipped } from '../../scripts/support/shipped-stacks';
import { lostResources, type SynthesizedResources } from '../support/lost-resources';

const FOLDER = path.join(__dirname, 'first-version');

function firstVersion(name: string): SynthesizedResources {
  return JSON.parse(readFileSync(path.join(FOLDER, `${name}.json`), 'utf8')) as SynthesizedResources;
}

describe('the first version of each shipped stack', () => {
  it('is written down (npm run first-versions)', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(
      Object.keys(SHIPPED_STACKS)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it.each(Object.keys(SHIPPED_STACKS))('of %s loses nothing to this one', (name) => {
    const first = firstVersion(name);
    expect(Object.keys(first.resource ?? {})).toContain('zenml_stack');
    expect(lostResources(first, JSON.parse(synthesizeShipped(name)) as SynthesizedResources)).toEqual([]);
  });
});

describe('what a later version would lose', () => {
  const version = (attributes: object, id = 'base_bucket', type = 'aws_s3_bucket'): SynthesizedResources => ({
    resource: { [type]: { [id]: { bucket: 'zenml-dev', tags: { a: 'b' }, ...attributes } } },
  });

  it('is an address that is gone', () => {
    expect(lostResources(version({}), version({}, 'base_artifact-bucket'))).toEqual([
      'aws_s3_bucket.base_bucket is gone',
    ]);
    expect(lostResources(version({}), {})).toEqual(['aws_s3_bucket.base_bucket is gone']);
  });

  it('is not one that a moved block leads on', () => {
    const moved = [{ from: 'aws_s3_bucket.base_bucket', to: 'aws_s3_bucket.base_artifact-bucket' }];
    expect(lostResources(version({}), { ...version({}, 'base_artifact-bucket'), moved })).toEqual([]);
  });

  it('is a name or another attribute that forces a replacement, set, changed or taken out', () => {
    expect(lostResources(version({}), version({ bucket: 'ml-dev', object_lock_enabled: true }))).toEqual([
      'aws_s3_bucket.base_bucket: bucket was "zenml-dev", is "ml-dev"',
      'aws_s3_bucket.base_bucket: object_lock_enabled was not set, is true',
    ]);
    expect(lostResources(version({ object_lock_enabled: true }), version({}))).toEqual([
      'aws_s3_bucket.base_bucket: object_lock_enabled was true, is not set',
    ]);
  });

  it('is nothing that changes in place', () => {
    expect(lostResources(version({}), version({ tags: {} }))).toEqual([]);
  });

  it('is nothing that terraform is told to leave as it is', () => {
    const lifecycle = { ignore_changes: ['object_lock_enabled'] };
    expect(lostResources(version({}), version({ object_lock_enabled: true, lifecycle }))).toEqual([]);
    expect(lostResources(version({}), version({ bucket: 'ml-dev', lifecycle }))).toHaveLength(1);
  });

  it('is unknown of a type nobody has looked at', () => {
    const strange = version({}, 'x', 'aws_strange');
    expect(lostResources(strange, strange)).toEqual([expect.stringMatching(/aws_strange has no entry/)]);
  });
});
