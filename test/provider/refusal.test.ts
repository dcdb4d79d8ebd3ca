import { complaintsOf } from '../../src/provider/failures/refusal';
import { redactDiagnostics } from '../../src/provider/failures/redact-diagnostics';

test.each([
  [
    'of a configuration with two fields',
    '2 validation errors for AWSSecretKeyConfig: aws_access_key_id: Field required; region: Field required',
    [
      { location: ['aws_access_key_id'], message: 'Field required' },
      { location: ['region'], message: 'Field required' },
    ],
  ],
  [
    'of a configuration behind another sentence',
    'connector configuration is not valid: 1 validation error for X: settings.labels: Input should be a valid dictionary',
    [{ location: ['settings', 'labels'], message: 'Input should be a valid dictionary' }],
  ],
  [
    'of the request',
    "components.nope.[key]: Input should be 'alerter' or 'annotator'",
    [{ location: ['components', 'nope'], message: "Input should be 'alerter' or 'annotator'" }],
  ],
  [
    'with unknown keys',
    "Invalid configuration keys ['pth', 'keyy'] for s3 artifact_store.",
    [
      { location: ['pth'], message: 'There is no such key' },
      { location: ['keyy'], message: 'There is no such key' },
    ],
  ],
  [
    'with a missing attribute',
    "connector configuration is not valid: missing required attribute 'region'",
    [{ location: ['region'], message: 'Field required' }],
  ],
  [
    'of a configuration as a whole',
    '1 validation error for WandbConfig: Value error, The run needs a project',
    [{ location: [], message: 'The run needs a project' }],
  ],
  [
    'in plain words',
    'The default project cannot be deleted.',
    [{ location: [], message: 'The default project cannot be deleted.' }],
  ],
])('a refusal %s', (_, detail, complaints) => {
  expect(complaintsOf(detail)).toEqual(complaints);
});

describe('diagnostics without secrets', () => {
  const cleaned = (detail: string, secrets: readonly string[]) =>
    redactDiagnostics([{ severity: 'error', summary: 'S', detail }], secrets)[0]?.detail;

  test('have none as it is, nor as JSON escapes it, and keep short words', () => {
    expect(cleaned('got s3cr"et and s3cr\\"et, not abc', ['s3cr"et', 'abc'])).toBe(
      'got (hidden) and (hidden), not abc',
    );
  });

  test('have no line of a key whose line breaks were escaped twice, nor a user in an address', () => {
    const key = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w\nBAQEFAASCBKcwggSj\n-----END KEY-----\n';
    const detail = `got ${JSON.stringify(JSON.stringify({ key }))} for https://ml:hush@git.test/a`;
    expect(cleaned(detail, [key])).toMatch(/^(?!.*(?:MIIEvQ|BAQEFA)).* for https:\/\/git\.test\/a$/);
  });

  test('have no key that was inside a secret', () => {
    expect(cleaned('bad key hush-hush', ['{"private_key":"hush-hush"}'])).toBe('bad key (hidden)');
  });
});
