import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import type { Environment } from '../../../../constructs';
import { GcpAuth, GcpBaseStack, type GcpBaseStackProps } from '../../../../constructs/gcp';
import { ZenmlProvider } from '../../../../src/bindings/provider';
import { resourcesOf, synthesize, type ResourceAttributes, type Synthesized } from '../../synthesized';

export const dev: Environment = {
  name: 'dev',
  development: true,
  allowKeyInState: true,
  tags: { Team: 'ML Core' },
};
export const prod: Environment = { name: 'prod', projectName: 'fraud_detection' };

export const PROJECT = 'acme-ml';
export const REGION = 'europe-west1';

export const keyless = GcpAuth.implicit({ serverPrincipal: 'zenml-server@acme-ml.iam.gserviceaccount.com' });

/** A Terraform stack with the providers of Google and ZenML, and what `build` puts into it. */
export function gcpStackWith(build: (scope: Construct) => void, id = 'dev'): TerraformStack {
  const stack = new TerraformStack(Testing.app(), id);
  new GoogleProvider(stack, 'google', { project: 'of-the-provider' });
  new ZenmlProvider(stack, 'zenml');
  build(stack);
  return stack;
}

/** A base stack in development with a generated key, unless told otherwise. */
export function gcpBase(props: Partial<GcpBaseStackProps> = {}): Synthesized {
  return synthesize(
    gcpStackWith((scope) => {
      makeBase(scope, props);
    }),
  );
}

/** Makes that base stack. */
export function makeBase(scope: Construct, props: Partial<GcpBaseStackProps> = {}): GcpBaseStack {
  return new GcpBaseStack(scope, 'base', {
    environment: dev,
    projectId: PROJECT,
    region: REGION,
    auth: GcpAuth.serviceAccountKey(),
    ...props,
  });
}

/** Everything that a base stack can have. */
export const everything: Partial<GcpBaseStackProps> = {
  orchestrator: 'vertex',
  stepOperator: 'vertex',
  experimentTracker: 'vertex',
  deployer: 'cloud-run',
  services: ['skypilot'],
};

/** Type and flavor of each component. */
export const componentsIn = (synth: Synthesized) =>
  resourcesOf(synth, 'zenml_stack_component').map(({ type, flavor }) => [type, flavor]);

/** The first component of a type. */
export const componentOf = (synth: Synthesized, type: string) =>
  resourcesOf(synth, 'zenml_stack_component').find((component) => component.type === type);

/** Name and resource type of each connector. */
export const connectorsIn = (synth: Synthesized) =>
  resourcesOf(synth, 'zenml_service_connector').map(({ name, resource_type }) => [name, resource_type]);

/** An object of a synthesized stack, with its kind and address. */
export interface SynthesizedObject {
  /** `google_storage_bucket`. */
  readonly type: string;
  /** `google_storage_bucket.base_bucket_896CC8D5`, for data sources with `data.` before it. */
  readonly address: string;
  readonly attributes: ResourceAttributes;
}

/** All resources and data sources. */
export function objectsOf({ configuration }: Synthesized): readonly SynthesizedObject[] {
  return [...objectsIn(configuration.resource, ''), ...objectsIn(configuration.data, 'data.')];
}

/** Those of Google. */
export function googleObjects(synth: Synthesized): readonly SynthesizedObject[] {
  return objectsOf(synth).filter(({ type }) => type.startsWith('google_'));
}

/** Those that give a member a role. */
export function grantsIn(synth: Synthesized): readonly SynthesizedObject[] {
  return googleObjects(synth).filter(({ type }) => type.endsWith('_iam_member'));
}

function objectsIn(
  objects: Readonly<Record<string, Readonly<Record<string, ResourceAttributes>>>> = {},
  prefix: string,
): readonly SynthesizedObject[] {
  return Object.entries(objects).flatMap(([type, byId]) =>
    Object.entries(byId).map(([id, attributes]) => ({ type, address: `${prefix}${type}.${id}`, attributes })),
  );
}
