import type { Written } from './managed-object';
import { HIDDEN, type Subject } from './subject';

/** Every resource of the provider, alone. */
export const SINGLE_SUBJECTS: readonly Subject[] = [
  {
    typeName: 'zenml_project',
    collection: 'projects',
    first: (name) => ({ name, display_name: 'Before' }),
    second: (name) => ({ name, display_name: 'After', description: 'Changed.' }),
    mark: '"After"',
  },
  {
    typeName: 'zenml_secret',
    collection: 'secrets',
    first: (name) => ({ name, values: { token: `${HIDDEN}-one` } }),
    second: (name) => ({ name, values: { token: `${HIDDEN}-two` } }),
    mark: `${HIDDEN}-two`,
  },
  {
    typeName: 'zenml_service_connector',
    collection: 'service_connectors',
    first: (name) => connector(name, `${HIDDEN}-one`),
    second: (name) => ({ ...connector(name, `${HIDDEN}-two`), labels: { team: 'after' } }),
    mark: '"after"',
  },
  {
    typeName: 'zenml_stack_component',
    collection: 'components',
    first: (name) => component(name, 'before'),
    second: (name) => component(name, 'after'),
    mark: '"after"',
  },
  {
    typeName: 'zenml_flavor',
    collection: 'flavors',
    first: (name) => flavor(name, 'before'),
    second: (name) => flavor(name, 'after'),
    mark: 'after',
  },
  {
    typeName: 'zenml_stack',
    collection: 'stacks',
    first: (name, { store, orchestrator }) => ({ name, components: { artifact_store: store, orchestrator } }),
    second: (name, { otherStore, orchestrator }) => ({
      name,
      components: { artifact_store: otherStore, orchestrator },
      labels: { team: 'after' },
    }),
    mark: '"after"',
  },
  {
    typeName: 'zenml_stack_component',
    title: 'with secrets and environment',
    collection: 'components',
    operations: ['create', 'read', 'update'],
    first: (name, { secrets: [one, two] }) => ({
      ...component(name, 'before'),
      environment: { STAGE: 'before', GONE: 'soon' },
      secrets: [one, two],
    }),
    second: (name, { secrets: [, two, three] }) => ({
      ...component(name, 'before'),
      environment: { STAGE: 'after' },
      secrets: [two, three],
    }),
    mark: '"after"',
  },
  {
    typeName: 'zenml_stack',
    title: 'with secrets, environment and additional components, which are left out later',
    collection: 'stacks',
    operations: ['create', 'read', 'update'],
    first: (name, { store, orchestrator, alerters: [one, two], secrets: [first, second] }) => ({
      name,
      components: { artifact_store: store, orchestrator, alerter: one },
      additional_components: { alerter: [two] },
      environment: { STAGE: 'before', GONE: 'soon' },
      secrets: [first, second],
    }),
    second: (name, { otherStore, orchestrator, alerters: [one], secrets: [, second, third] }) => ({
      name,
      components: { artifact_store: otherStore, orchestrator, alerter: one },
      environment: { STAGE: 'after' },
      secrets: [second, third],
    }),
    mark: 'world-other-alerter',
  },
];

/** Verified by the server against moto, which knows any key. */
function connector(name: string, secret: string): Written {
  return {
    name,
    type: 'aws',
    auth_method: 'secret-key',
    resource_type: 'aws-generic',
    configuration: { region: 'us-east-1', aws_access_key_id: 'key', aws_secret_access_key: secret },
  };
}

function component(name: string, context: string): Written {
  return {
    name,
    type: 'orchestrator',
    flavor: 'kubernetes',
    configuration: { kubernetes_context: context, synchronous: 'false' },
  };
}

function flavor(name: string, title: string): Written {
  const schema = { title, type: 'object', properties: { path: { type: 'string' } } };
  return { name, type: 'artifact_store', source: 'acme.Flavor', config_schema: JSON.stringify(schema) };
}
