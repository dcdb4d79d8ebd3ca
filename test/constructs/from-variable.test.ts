import { fromVariable } from '../../constructs';

describe('a setting from an environment variable', () => {
  const variables = { REGION: 'eu-west-1', EMPTY: '', AWS_ACCESS_KEY_ID: 'AKIA' };

  it('is its value, or the default where it is not set', () => {
    expect(fromVariable('REGION', { variables })).toBe('eu-west-1');
    expect(fromVariable('EMPTY', { variables, default: 'us-east-1' })).toBe('us-east-1');
    expect(fromVariable('AWS_ACCESS_KEY_ID', { variables })).toBe('AKIA');
  });

  it('comes from the process', () => {
    expect(fromVariable('PATH')).toBe(process.env.PATH);
  });

  it.each(['EMPTY', 'MISSING'])('fails where %s is not set', (name) => {
    expect(() => fromVariable(name, { variables })).toThrow(`${name} is not set`);
  });

  it.each(['ZENML_API_KEY', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN', 'PASSWORD', 'client_secret'])(
    'fails where %s is a secret by its name',
    (name) => {
      expect(() => fromVariable(name, { variables: { [name]: 'abc' } })).toThrow('TerraformVariable with sensitive');
    },
  );
});
