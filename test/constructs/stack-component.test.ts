import { TerraformVariable } from 'cdktf';
import { CustomFlavor, StackComponent, type StackComponentProps } from '../../constructs';
import { onlyDataSource, onlyResource, stackWith, synthesize, synthesized } from './synthesized';

const component = 'zenml_stack_component';

const withProps = (props: Partial<StackComponentProps>) =>
  stackWith((scope) => new StackComponent(scope, 'c', { type: 'alerter', flavor: 'slack', ...props }));

describe('secrets of a component', () => {
  it('go where terraform keeps none', () => {
    const synth = synthesized((scope) => {
      const token = new TerraformVariable(scope, 'token', { sensitive: true }).stringValue;
      new StackComponent(scope, 'c', {
        type: 'alerter',
        flavor: 'slack',
        configuration: { default_slack_channel_id: 'C1' },
        secretConfiguration: { slack_token: token },
        secretVersion: 2,
      });
    });
    expect(onlyResource(synth, component)).toMatchObject({
      configuration: { default_slack_channel_id: 'C1' },
      configuration_wo: { slack_token: '${var.token}' },
      configuration_wo_version: 2,
    });
  });

  it('may be references', () => {
    const synth = synthesize(withProps({ secretConfiguration: { slack_token: '{{slack.token}}' } }));
    expect(onlyResource(synth, component).configuration_wo).toEqual({ slack_token: '{{slack.token}}' });
  });

  it('fail where they are written out, and are not repeated', () => {
    const stack = withProps({ secretConfiguration: { slack_token: 'hunter2' } });
    expect(() => synthesize(stack)).toThrow('secretConfiguration.slack_token is written out');
    expect(() => synthesize(stack)).toThrow('or secretReference(secret, key)');
    expect(() => synthesize(stack)).not.toThrow('hunter2');
  });
});

describe('a component', () => {
  it('may be of a flavor of your own, which is there before it', () => {
    const synth = synthesized((scope) => {
      const flavor = new CustomFlavor(scope, 'slurm', {
        type: 'orchestrator',
        source: 'acme.SlurmFlavor',
        configSchema: { type: 'object', properties: { partition: { type: 'string' } } },
        connectorResourceIdAttribute: 'partition',
      });
      new StackComponent(scope, 'cluster', { type: 'orchestrator', flavor, configuration: { partition: 'gpu' } });
    });
    expect(onlyResource(synth, 'zenml_flavor')).toMatchObject({
      name: 'test-slurm',
      type: 'orchestrator',
      source: 'acme.SlurmFlavor',
      config_schema: '{"type":"object","properties":{"partition":{"type":"string"}}}',
      connector_resource_id_attr: 'partition',
      lifecycle: { create_before_destroy: true },
    });
    expect(onlyResource(synth, component).flavor).toMatch(/^\$\{zenml_flavor\.slurm_\w+\.name\}$/);
  });

  it('may be of a flavor of your own that exists', () => {
    const synth = synthesized((scope) => {
      const flavor = CustomFlavor.fromName(scope, 'slurm', { type: 'orchestrator', name: 'slurm' });
      new StackComponent(scope, 'cluster', { type: 'orchestrator', flavor });
    });
    expect(onlyDataSource(synth, 'zenml_flavor')).toMatchObject({ type: 'orchestrator', name: 'slurm' });
    expect(onlyResource(synth, component).flavor).toMatch(/^\$\{data\.zenml_flavor\.slurm_\w+\.name\}$/);
  });

  it('may be of a flavor that is known by its id, if that is for the expected type', () => {
    const synth = synthesized((scope) => {
      CustomFlavor.fromId(scope, 'slurm', { type: 'orchestrator', flavorId: '0e7bd3ab' });
    });
    expect(onlyDataSource(synth, 'zenml_flavor')).toMatchObject({
      id: '0e7bd3ab',
      lifecycle: { postcondition: [{ condition: '${self.type == "orchestrator"}' }] },
    });
  });

  it('fails with a flavor for another type, and a resource without a connector', () => {
    const stack = stackWith((scope) => {
      const flavor = new CustomFlavor(scope, 'slurm', { type: 'orchestrator', source: 'a.B', configSchema: '{}' });
      new StackComponent(scope, 'c', { type: 'alerter', flavor, connectorResourceId: 'gpu' });
    });
    expect(() => synthesize(stack)).toThrow(
      '[test/c] flavor is test/slurm, which is for orchestrator; this is a component of type alerter',
    );
    expect(() => synthesize(stack)).toThrow('connectorResourceId is "gpu", and there is no connector');
  });

  it('may be one that exists, by type and name', () => {
    const synth = synthesized((scope) => {
      const found = StackComponent.fromName(scope, 'c', { type: 'alerter', name: 'slack' });
      expect(found.componentType).toBe('alerter');
    });
    expect(onlyDataSource(synth, component)).toMatchObject({ type: 'alerter', name: 'slack' });
  });

  it('may be one that exists, by id, if it is of the expected type', () => {
    const synth = synthesized((scope) => {
      StackComponent.fromId(scope, 'c', { type: 'alerter', componentId: '0e7bd3ab' });
    });
    expect(onlyDataSource(synth, component)).toMatchObject({
      id: '0e7bd3ab',
      lifecycle: { postcondition: [{ condition: '${self.type == "alerter"}' }] },
    });
  });
});

describe('a flavor of your own', () => {
  it('fails with a schema that the server would cut', () => {
    const stack = stackWith((scope) => {
      const configSchema = { description: 'x'.repeat(65_536) };
      new CustomFlavor(scope, 'slurm', { type: 'orchestrator', source: 'a.B', configSchema });
    });
    expect(() => synthesize(stack)).toThrow('expected 65535 at most');
  });

  it.each(['[]', 'acme.Config', ''])('fails with the schema "%s"', (configSchema) => {
    const stack = stackWith((scope) => {
      new CustomFlavor(scope, 'slurm', { type: 'orchestrator', source: 'a.B', configSchema });
    });
    expect(() => synthesize(stack)).toThrow(`configSchema is "${configSchema}"; expected a JSON Schema`);
  });
});
