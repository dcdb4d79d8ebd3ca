import { parseErrorDetail } from '../../src/zenml/error-detail';

describe('what an error body says', () => {
  test.each([
    ['class and text', { detail: ['ValueError', 'no'] }, { exception: 'ValueError', text: 'no' }],
    ['text', { detail: 'Not authenticated' }, { exception: null, text: 'Not authenticated' }],
    ['a bare list', ['ValueError', 'no'], { exception: 'ValueError', text: 'no' }],
    ['an error field', { error: 'Server too busy' }, { exception: null, text: 'Server too busy' }],
    [
      'quotes of a Python KeyError',
      { detail: ['KeyError', '"No stack"'] },
      { exception: 'KeyError', text: 'No stack' },
    ],
  ])('is read from %s', (_name, body, expected) => {
    expect(parseErrorDetail(body)).toEqual(expected);
  });

  test.each([[null], [undefined], ['text'], [{}], [{ detail: 1 }], [[]], [{ detail: [] }], [[1, 2]]])(
    'is nothing in %j',
    (body) => {
      expect(parseErrorDetail(body)).toBeNull();
    },
  );

  test('names the field that a request validation refused, and not its input', () => {
    const text =
      "2 validation errors:\n  {'type': 'missing', 'loc': ('body', 'configuration', 0), 'msg': 'Field required', 'input': {'k': 'hush-hush'}}\n" +
      "  {'type': 'enum', 'loc': ('body', 'type'), 'msg': \"Input should be 'a' or \\\"b\\\"\", 'input': 'hush-hush'}\n\n  File \"/srv/utils.py\"";
    expect(parseErrorDetail(['ValueError', text])?.text).toBe(
      'configuration.0: Field required; type: Input should be \'a\' or "b"',
    );
  });

  test('says only that validation failed where its messages cannot be told from the input', () => {
    expect(parseErrorDetail(['ValueError', "[{'loc': ('body', 'hush-hush'"])?.text).toBe(
      'the request did not pass validation',
    );
  });

  test('names the fields that a configuration model refused, and not their input', () => {
    const text =
      "not valid: 2 validation errors for AWSSecretKeyConfig\naws_access_key_id\n  Field required [type=missing, input_value={'k': 'hush-hush'}, input_type=dict]\n" +
      '    For further information visit https://errors.pydantic.dev/2.12/v/missing\nregion\n  Input should be a valid string [type=string_type, input_value=7, input_type=int]\n' +
      '    For further information visit https://errors.pydantic.dev/2.12/v/string_type';
    expect(parseErrorDetail({ detail: ['ValueError', text] })?.text).toBe(
      'not valid: 2 validation errors for AWSSecretKeyConfig: aws_access_key_id: Field required; region: Input should be a valid string',
    );
  });

  test('leaves out SQL and its parameters', () => {
    const text =
      "(sqlite3.IntegrityError) UNIQUE constraint failed: secret.name\n[SQL: INSERT INTO secret VALUES (?)]\n[parameters: ('hush-hush',)]";
    expect(parseErrorDetail({ detail: ['IntegrityError', text] })?.text).toBe(
      '(sqlite3.IntegrityError) UNIQUE constraint failed: secret.name',
    );
  });

  test('is cut at 2,000 characters', () => {
    expect(parseErrorDetail({ detail: 'x'.repeat(5000) })?.text).toHaveLength(2003);
  });
});
