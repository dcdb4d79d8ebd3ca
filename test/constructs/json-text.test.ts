import { Fn, TerraformOutput, TerraformVariable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { jsonText, type Json } from '../../constructs/json-text';
import { synthesized } from './synthesized';

/** As terraform gets it. */
function textOf(value: (scope: Construct) => Json): unknown {
  const { configuration } = synthesized((scope) => {
    new TerraformOutput(scope, 'text', { value: jsonText(value(scope)), staticId: true });
  });
  return configuration.output?.text?.value;
}

const variable = (scope: Construct, type?: string) => new TerraformVariable(scope, 'v', { type });

describe('jsonText', () => {
  it('is JSON where everything is known', () => {
    const value = { text: 'a "b" \\ \n', number: 1.5, no: false, nothing: null, list: [1, { key: 'value' }] };
    expect(textOf(() => ({ ...value, missing: undefined }))).toBe(JSON.stringify(value));
  });

  it('lets terraform encode what it fills in, with its type', () => {
    expect(textOf((scope) => ({ a: variable(scope).stringValue }))).toBe('{"a":${jsonencode(var.v)}}');
    expect(textOf((scope) => ({ a: variable(scope, 'number').numberValue }))).toBe('{"a":${jsonencode(var.v)}}');
    expect(textOf((scope) => ({ a: variable(scope, 'list(string)').listValue }))).toBe('{"a":${jsonencode(var.v)}}');
    expect(textOf(() => [Token.asString(Fn.trimspace(' a '))])).toBe('[${jsonencode(trimspace(" a "))}]');
  });

  it('escapes texts around it', () => {
    expect(textOf((scope) => ({ a: `"${variable(scope).stringValue}\\\b` }))).toBe(
      '{"a":${jsonencode(join("", ["\\"", var.v, "\\\\\\u0008"]))}}',
    );
  });

  it('leaves expressions that are written out to terraform', () => {
    expect(textOf(() => ({ a: '${var.v} "b"' }))).toBe('{"a":${jsonencode("${var.v} \\"b\\"")}}');
  });
});
