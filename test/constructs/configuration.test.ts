import { Fn, Token } from 'cdktf';
import { configurationText, StackComponent } from '../../constructs';
import { onlyResource, synthesized } from './synthesized';

describe('configurationText', () => {
  it('writes every value as a string', () => {
    expect(configurationText({ text: 'a', number: 3, yes: true, list: ['a', 1], object: { key: 'value' } })).toEqual({
      text: 'a',
      number: '3',
      yes: 'true',
      list: '["a",1]',
      object: '{"key":"value"}',
    });
  });

  it('leaves out keys without a value, and the whole when none is left', () => {
    expect(configurationText({ a: undefined, b: '' })).toEqual({ b: '' });
    expect(configurationText({ a: undefined })).toBeUndefined();
    expect(configurationText(undefined)).toBeUndefined();
  });

  it('lets terraform encode objects that hold references', () => {
    const synth = synthesized((scope) => {
      new StackComponent(scope, 'component', {
        type: 'alerter',
        flavor: 'slack',
        configuration: { object: { url: Fn.trimspace(' a ') }, number: Token.asNumber('${var.number}') },
      });
    });
    expect(onlyResource(synth, 'zenml_stack_component').configuration).toEqual({
      object: '{"url":${jsonencode(trimspace(" a "))}}',
      number: '${var.number}',
    });
  });
});
