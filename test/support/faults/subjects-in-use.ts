import type { Value } from '../../../src/framework';
import type { Written } from './managed-object';
import { HIDDEN, type Companion, type Subject, type World } from './subject';

/** A stack that needs the orchestrator. */
const STACK_NEEDING: Companion = {
  typeName: 'zenml_stack',
  collection: 'stacks',
  config: (name, id, world) => stack(name, world, { orchestrator: id ?? world.orchestrator }),
};

/** A stack that can do without the alerter. */
const STACK_WITH_ALERTER: Companion = {
  typeName: 'zenml_stack',
  collection: 'stacks',
  config: (name, id, world) =>
    stack(name, world, { orchestrator: world.orchestrator, ...(id !== null && { alerter: id }) }),
};

/** A component that reaches its registry through the connector. */
const COMPONENT: Companion = {
  typeName: 'zenml_stack_component',
  collection: 'components',
  config: (name, id) => ({
    name: `${name}-registry`,
    type: 'container_registry',
    flavor: 'default',
    configuration: { uri: 'registry.example.com' },
    connector_id: id,
  }),
};

/** Resources that others refer to when they change or go: each change takes several requests. */
export const SUBJECTS_IN_USE: readonly Subject[] = [
  {
    typeName: 'zenml_stack_component',
    title: 'that a stack can do without',
    collection: 'components',
    operations: ['delete'],
    first: alerter,
    second: alerter,
    mark: '',
    companion: STACK_WITH_ALERTER,
  },
  {
    typeName: 'zenml_stack_component',
    title: 'that a stack needs, replaced',
    collection: 'components',
    operations: ['update'],
    first: (name) => orchestrator(name, 'local'),
    second: (name) => orchestrator(name, 'kubernetes'),
    mark: '"kubernetes"',
    companion: STACK_NEEDING,
  },
  {
    typeName: 'zenml_stack_component',
    title: 'that a stack needs, replaced with create_before_destroy',
    collection: 'components',
    operations: ['update'],
    first: (name) => orchestrator(name, 'local'),
    second: (name) => orchestrator(name, 'kubernetes'),
    mark: '"kubernetes"',
    createsFirst: true,
    companion: STACK_NEEDING,
  },
  {
    typeName: 'zenml_service_connector',
    title: 'in use, with another auth_method later',
    collection: 'service_connectors',
    operations: ['update', 'delete'],
    first: (name) => aws(name, 'secret-key', {}),
    second: (name) => aws(name, 'sts-token', { aws_session_token: `${HIDDEN}-token` }),
    mark: '"sts-token"',
    companion: COMPONENT,
  },
  {
    typeName: 'zenml_service_connector',
    title: 'in use, replaced',
    collection: 'service_connectors',
    operations: ['update'],
    first: (name) => ({
      name,
      type: 'docker',
      auth_method: 'password',
      configuration: { username: 'me', password: HIDDEN },
      verify: false,
    }),
    second: (name) => aws(name, 'secret-key', {}),
    mark: '"aws"',
    companion: COMPONENT,
  },
];

function stack(name: string, { store }: World, components: Readonly<Record<string, Value>>): Written {
  return { name: `${name}-stack`, components: { artifact_store: store, ...components } };
}

function alerter(name: string): Written {
  const configuration = { slack_token: HIDDEN, default_slack_channel_id: 'channel' };
  return { name, type: 'alerter', flavor: 'slack', configuration };
}

function orchestrator(name: string, flavor: string): Written {
  return { name, type: 'orchestrator', flavor };
}

function aws(name: string, method: string, more: Readonly<Record<string, string>>): Written {
  return {
    name,
    type: 'aws',
    auth_method: method,
    resource_type: 'docker-registry',
    configuration: { region: 'us-east-1', aws_access_key_id: 'key', aws_secret_access_key: HIDDEN, ...more },
    verify: false,
  };
}
