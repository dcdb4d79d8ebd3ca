import { TerraformVariable } from 'cdktf';
import { Secret, secretReference, StackComponent } from '../../constructs';
import { onlyDataSource, onlyResource, stackWith, synthesize, synthesized } from './synthesized';

describe('a secret', () => {
  it('hands its values over where terraform keeps none', () => {
    const synth = synthesized((scope) => {
      const token = new TerraformVariable(scope, 'token', { sensitive: true }).stringValue;
      new Secret(scope, 'tracking', { values: { token }, version: 3, private: true });
    });
    expect(onlyResource(synth, 'zenml_secret')).toMatchObject({
      name: 'test-tracking',
      private: true,
      values_wo: { token: '${var.token}' },
      values_wo_version: 3,
    });
    expect(onlyResource(synth, 'zenml_secret')).not.toHaveProperty('values');
  });

  it('is referred to in a component, and given to what runs on it', () => {
    const synth = synthesized((scope) => {
      const token = new TerraformVariable(scope, 'token', { sensitive: true }).stringValue;
      const secret = new Secret(scope, 'tracking', { values: { token } });
      new StackComponent(scope, 'tracker', {
        type: 'experiment_tracker',
        flavor: 'mlflow',
        configuration: { tracking_token: secretReference(secret, 'token') },
        environmentVariables: { LEVEL: 'INFO' },
        secrets: [secret],
      });
    });
    expect(onlyResource(synth, 'zenml_stack_component')).toMatchObject({
      configuration: { tracking_token: '{{${zenml_secret.tracking_EAC8E708.name}.token}}' },
      environment: { LEVEL: 'INFO' },
      secrets: ['${zenml_secret.tracking_EAC8E708.id}'],
    });
  });

  it('may be one that exists', () => {
    const byName = synthesized((scope) => Secret.fromName(scope, 'shared', 'shared'));
    expect(onlyDataSource(byName, 'zenml_secret').name).toBe('shared');
    const byId = synthesized((scope) => Secret.fromId(scope, 'shared', '0e7bd3ab'));
    expect(onlyDataSource(byId, 'zenml_secret').id).toBe('0e7bd3ab');
  });

  it('fails with all its faults at once, and does not repeat its values', () => {
    const stack = stackWith((scope) => {
      new Secret(scope, 'tracking', { name: 'a.b', values: { token: 'hunter2', other: '{{secret.key}}' } });
    });
    expect(() => synthesize(stack)).toThrow('[test/tracking] values.token is written out');
    expect(() => synthesize(stack)).toThrow('[test/tracking] values.other refers to a secret');
    expect(() => synthesize(stack)).toThrow('name is "a.b"; expected a name without a dot');
    expect(() => synthesize(stack)).not.toThrow('hunter2');
  });

  it('fails without a value', () => {
    const stack = stackWith((scope) => new Secret(scope, 'tracking', { values: {} }));
    expect(() => synthesize(stack)).toThrow('values has no key');
  });
});

describe('secretReference', () => {
  it('takes the name of a secret as well', () => {
    expect(secretReference('tracking', 'token')).toBe('{{tracking.token}}');
  });

  it.each(['a.b', 'a b', '{{a', ''])('fails for a secret named "%s"', (name) => {
    expect(() => secretReference(name, 'key')).toThrow(`secret is "${name}"`);
  });

  it.each(['a b', 'a}', ''])('fails for the key "%s"', (key) => {
    expect(() => secretReference('name', key)).toThrow(`key is "${key}"`);
  });
});
