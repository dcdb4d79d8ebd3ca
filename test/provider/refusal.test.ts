import { complaintsOf } from '../../src/provider/failures/refusal';
import { redact } from '../../src/provider/failures/redact';

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

test('secrets are taken out of diagnostics, as they are and as JSON escapes them', () => {
  const diagnostics = [{ severity: 'error' as const, summary: 'S', detail: 'got s3cr"et and s3cr\\"et, not abc' }];
  expect(redact(diagnostics, ['s3cr"et', 'abc'])[0]?.detail).toBe(
    'got (sensitive value) and (sensitive value), not abc',
  );
});
