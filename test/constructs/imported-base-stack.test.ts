import { TerraformVariable, Testing } from 'cdktf';
import type { Construct } from 'constructs';
import {
  BaseStack,
  LocalOrchestrator,
  RestApiRegistration,
  ServiceConnector,
  StackComponent,
  TeamStack,
  type BaseStackLookUp,
  type IBaseStack,
} from '../../constructs';
import { SampleBaseStack } from './sample-base-stack';
import { onlyResource, synthesized, type Synthesized } from './synthesized';

const lookUp: BaseStackLookUp = { environment: { name: 'dev' }, region: 'eu-west-1' };

const restApi = (scope: Construct) => ({
  serverUrl: 'https://zenml.example.com',
  accessToken: new TerraformVariable(scope, 'token', { type: 'string', sensitive: true }).stringValue,
});

const onBase = (build: (base: IBaseStack, scope: Construct) => void, props = lookUp): Synthesized =>
  synthesized((scope) => {
    build(BaseStack.fromName(scope, 'base', props), scope);
  });

/** What is read, by type: how often. */
function reads({ configuration }: Synthesized): Record<string, number> {
  const sources = Object.entries(configuration.data ?? {});
  return Object.fromEntries(sources.map(([type, found]) => [type, Object.keys(found).length]));
}

const orchestrator = (scope: Construct, id: string, base: IBaseStack, configuration: Record<string, string> = {}) =>
  new StackComponent(scope, id, { type: 'orchestrator', flavor: 'sample', connector: base.connector, configuration });

describe('a base stack that is looked up', () => {
  it('is found by its name, in its environment and region', () => {
    const synth = onBase((base) => {
      expect(base).toMatchObject({ stackName: 'dev-base-stack', region: 'eu-west-1', environment: { name: 'dev' } });
    });
    expect(Object.values(synth.configuration.data?.zenml_stack ?? {})).toEqual([
      {
        name: 'dev-base-stack',
        lifecycle: {
          postcondition: [
            expect.objectContaining({ condition: '${lookup(self.labels, "environment", "dev") == "dev"}' }),
            expect.objectContaining({ condition: '${lookup(self.labels, "region", "eu-west-1") == "eu-west-1"}' }),
          ],
        },
      },
    ]);
  });

  it('says what runs on its services, and the plan fails where it does not', () => {
    const synth = onBase((base, scope) => {
      const executionRole = base.runsAs('sagemaker');
      expect(base.runsAs('sagemaker')).toEqual(executionRole);
      orchestrator(scope, 'gpu', base, { execution_role: executionRole });
    });
    expect(onlyResource(synth, 'zenml_stack_component').configuration).toEqual({
      execution_role: expect.stringMatching(
        /^\$\{lookup\(data\.zenml_stack\.base_\w+\.labels, "runs_as_sagemaker", "none"\)\}$/,
      ) as unknown,
    });
    const [stack] = Object.values(synth.configuration.data?.zenml_stack ?? {});
    const { postcondition } = stack?.lifecycle as { postcondition: { condition: string; error_message: string }[] };
    expect(postcondition.filter(({ condition }) => condition.includes('runs_as'))).toEqual([
      {
        condition: '${contains(keys(self.labels), "runs_as_sagemaker")}',
        error_message: expect.stringContaining('Add "sagemaker" to its services and deploy it') as unknown,
      },
    ]);
  });

  it('may have another name', () => {
    const synth = onBase(() => undefined, { ...lookUp, stackName: 'shared' });
    expect(synth.text).toContain('"name": "shared"');
  });

  it('makes nothing, and reads no more than is asked for, once', () => {
    const silent = onBase(() => undefined);
    expect(silent.configuration.resource).toBeUndefined();
    expect(reads(silent)).toEqual({ zenml_stack: 1 });

    const asked = onBase((base, scope) => {
      for (const id of ['a', 'b']) {
        const configuration = { path: base.artifactStorePath, uri: base.containerRegistryUri };
        orchestrator(scope, id, base, configuration);
        base.connectorFor('s3-bucket');
      }
    });
    expect(reads(asked)).toEqual({ zenml_stack: 1, zenml_stack_component: 2, zenml_service_connectors: 2 });
  });

  it('finds its connectors by their label and resource type, that for the cloud by the flavor of its store', () => {
    const synth = onBase((base, scope) => {
      orchestrator(scope, 'gpu', base);
      base.connectorFor('s3-bucket');
    });
    expect(Object.values(synth.configuration.data?.zenml_service_connectors ?? {})).toEqual([
      expect.objectContaining({
        labels: { stack: 'dev-base-stack' },
        resource_type: expect.stringMatching(
          /"s3" = "aws-generic".*"gcp" = "gcp-generic".*\["artifact_store"\]/,
        ) as unknown,
      }),
      expect.objectContaining({ labels: { stack: 'dev-base-stack' }, resource_type: 's3-bucket' }),
    ]);
    expect(onlyResource(synth, 'zenml_stack_component').connector_id).toMatch(
      /^\$\{element\(data\.zenml_service_connectors\.base_cloud-connector_\w+\.ids, 0\)\}$/,
    );
  });

  it('takes connectors that are named instead', () => {
    const synth = synthesized((scope) => {
      const connector = ServiceConnector.fromName(scope, 'aws', 'prod-aws');
      const base = BaseStack.fromName(scope, 'base', { ...lookUp, connectors: { 'aws-generic': connector } });
      expect(base.connector).toBe(connector);
      expect(base.connectorFor('aws-generic')).toBe(connector);
    });
    expect(reads(synth)).toEqual({ zenml_service_connector: 1, zenml_stack: 1 });
  });

  it('hands its components on as they are where a team stack changes nothing', () => {
    const synth = onBase((base, scope) => {
      new TeamStack(scope, 'training', { base });
    });
    expect(onlyResource(synth, 'zenml_stack')).toMatchObject({
      name: 'dev-training-stack',
      components: expect.stringMatching(/^\$\{data\.zenml_stack\.base_\w+\.component_ids\}$/) as unknown,
      additional_components: expect.stringMatching(
        /^\$\{data\.zenml_stack\.\w+\.additional_component_ids\}$/,
      ) as unknown,
      labels: { base_stack: 'dev-base-stack', stack: 'dev-training-stack' },
    });
  });

  it('gives a team stack the address that it has on a base of the same app', () => {
    const lookedUp = onBase((base, scope) => {
      new TeamStack(scope, 'training', { base });
    });
    const made = synthesized((scope) => {
      new TeamStack(scope, 'training', { base: new SampleBaseStack(scope, 'base') });
    });
    const [address = ''] = Object.keys(lookedUp.configuration.resource?.zenml_stack ?? {});
    expect(address).toMatch(/^training_stack_/);
    expect(made.configuration.resource?.zenml_stack).toHaveProperty(address);
  });

  it('hands its components on by the REST interface, too, as lists', () => {
    const synth = onBase((base, scope) => {
      new RestApiRegistration(scope, 'rest', restApi(scope));
      new TeamStack(scope, 'training', { base });
    });
    expect(onlyResource(synth, 'restapi_object').data).toMatch(
      /"components":\$\{jsonencode\(\{ for key, val in data\.zenml_stack\.base_\w+\.component_ids: key => concat\(\[val\], lookup\(data\.zenml_stack\.base_\w+\.additional_component_ids, key, \[\]\)\) \}\)\}/,
    );
  });

  it('fails straight under the app', () => {
    expect(() => BaseStack.fromName(Testing.app(), 'base', lookUp)).toThrow(
      /base is in no Terraform stack; expected it in one/,
    );
  });

  it('fails where a team stack has several of a type and no default', () => {
    const two = () =>
      onBase((base, scope) => {
        const alerter = (id: string) => new StackComponent(scope, id, { type: 'alerter', flavor: 'sample' });
        new TeamStack(scope, 'training', { base, components: [alerter('slack'), alerter('discord')] });
      });
    expect(two).toThrow(/2 components of type alerter \(test\/slack, test\/discord\) and no default/);
  });

  it('fails where a team stack leaves out what ZenML needs, before any plan', () => {
    const without = () =>
      onBase((base, scope) => {
        new TeamStack(scope, 'training', {
          base,
          components: [new LocalOrchestrator(scope, 'o')],
          without: ['artifact_store', 'orchestrator'],
        });
      });
    expect(without).toThrow(/without has artifact_store, and ZenML refuses a stack that has none/);
    expect(without).not.toThrow(/without has orchestrator/);
  });
});
