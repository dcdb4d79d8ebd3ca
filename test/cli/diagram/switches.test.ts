import path from 'node:path';
import { buildDiagram } from '../../../src/cli/diagram/build-diagram';
import type { Diagram, DiagramEnvironment } from '../../../src/cli/diagram/diagram-model';
import { synthesizeApp } from '../../../src/cli/synthesized';

/** The environments of an app whose switches are off and on, as the constructs make them. */
describe('what is switched on', () => {
  let diagram: Diagram;

  beforeAll(async () => {
    const directory = path.join(__dirname, '..', '..', '..');
    diagram = buildDiagram(
      await synthesizeApp({ directory, app: 'node --import tsx test/cli/support/switched-app.ts' }),
    );
  }, 60_000);

  function environment(name: string): DiagramEnvironment {
    const found = diagram.environments.find((each) => each.name === name);
    if (found === undefined) throw new Error(`no environment ${name}`);
    return found;
  }

  function factsOf(name: string, title: string): readonly string[] {
    return environment(name).resources.flatMap((resource) => (resource.title === title ? resource.facts : []));
  }

  it('is said of the environment', () => {
    expect(environment('prod')).toMatchObject({
      switches: [{ on: true }, { on: true }, { on: true }],
      exceptions: ['long lived keys: the old build server cannot assume roles'],
    });
    expect(environment('dev')).toMatchObject({
      switches: [{ on: false }, { on: false }, { on: false }],
      exceptions: [],
    });
  });

  it('is said of its buckets and its registries', () => {
    const bucket = [
      'several regions',
      'key of its own',
      'old versions kept',
      'access logged',
      'protected from destroy',
    ];
    expect(factsOf('prod', 'Storage bucket')).toEqual(expect.arrayContaining(bucket));
    expect(factsOf('prod', 'Artifact Registry')).toEqual(
      expect.arrayContaining(['several regions', 'key of its own', 'immutable tags', 'protected from destroy']),
    );
    const copied = [
      'copied to another bucket',
      'in eu-central-1',
      'key of its own',
      'access logged',
      'protected from destroy',
    ];
    expect(factsOf('prod', 'S3 bucket')).toEqual(expect.arrayContaining(copied));
    expect(factsOf('prod', 'ECR repository')).toEqual(
      expect.arrayContaining(['copied to another region', 'in eu-central-1', 'key of its own', 'immutable tags']),
    );
    const off = environment('dev').resources.flatMap(({ facts }) => facts);
    for (const fact of [
      'several regions',
      'key of its own',
      'immutable tags',
      'protected from destroy',
      'access logged',
    ])
      expect(off).not.toContain(fact);
  });
});
