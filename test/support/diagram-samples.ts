import type {
  Diagram,
  DiagramComponent,
  DiagramConnector,
  DiagramEnvironment,
  DiagramResource,
} from '../../src/cli/diagram/diagram-model';

const bucket: DiagramResource = {
  id: 'bucket',
  title: 'S3 bucket',
  group: 'Storage',
  name: `zenml-${'very-'.repeat(12)}long-bucket`,
  facts: ['old versions kept', 'copied to another bucket', 'key of its own', 'access logged', 'protected from destroy'],
};

const connector: DiagramConnector = {
  id: 'connector',
  name: `connector-${'0123456789'.repeat(6)}`,
  type: 'aws',
  authMethod: 'secret-key',
  resourceType: 's3-bucket',
  resources: [bucket],
  keyInState: true,
};

function component(type: string, more: Partial<DiagramComponent> = {}): DiagramComponent {
  return {
    id: type,
    type,
    flavor: 'custom_flavor_with_a_long_name',
    name: `a-${type}-"quoted"`,
    resources: [],
    ...more,
  };
}

const base = [
  component('artifact_store', { connector, resources: [bucket] }),
  component('orchestrator'),
  component('unheard_of'),
];

/** Everything at once, with names that would break a page or a chart that took them as they are. */
export const HOSTILE: Diagram = {
  environments: [1, 2, 3, 4, 5, 6, 7].map((number): DiagramEnvironment => ({
    name: number === 1 ? '<script>window.broken = 1</script> & "quotes" #1; `x` [y](z) | end' : `environment-${number}`,
    labelled: number < 7,
    places: ['AWS us-east-1', 'Google Cloud acme-ml, europe-west1'],
    states: ['S3 acme-states/<prod>'],
    switches: [
      { title: 'High availability', on: true },
      { title: 'Backup', on: number % 2 === 0 },
      { title: 'Strict compliance', on: true },
    ],
    exceptions: ['long lived keys: the old build server cannot assume roles & goes away in <June>'],
    stacks: [
      {
        id: `base-${number}`,
        name: `base-stack-${number}`,
        version: '1.2.0',
        components: base,
        inherited: [],
        without: [],
      },
      {
        id: `team-${number}`,
        name: 'end',
        project: 'fraud_detection',
        description: '<b>Not bold</b>; subgraph end --> "x"',
        base: { id: `base-${number}`, name: `base-stack-${number}` },
        components: [],
        inherited: base.slice(0, 1),
        without: ['orchestrator', 'unheard_of'],
      },
    ],
    connectors: [connector],
    resources: [bucket],
    settings: 3,
  })),
};
