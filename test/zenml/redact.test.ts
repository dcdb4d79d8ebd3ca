import { redact, secretsIn, withoutUrlCredentials } from '../../src/zenml/redact';

describe('secrets in what is sent', () => {
  test('are the texts under keys that sound secret, and nothing else', () => {
    const configuration = {
      region: 'us-east-1',
      aws_secret_access_key: 'hush-hush',
      nested: { password: 'hidden-too' },
      service_account_json: '{"project_id":"acme","private_key":"-----BEGIN"}',
    };
    expect(secretsIn(configuration)).toEqual([
      'hush-hush',
      'hidden-too',
      configuration.service_account_json,
      '-----BEGIN',
    ]);
  });

  test('are all values where the whole object is one', () => {
    expect(secretsIn({ a: 'one1', b: 'two2' }, true)).toEqual(['one1', 'two2']);
  });

  test('are hidden in a message, as they are and as JSON writes them', () => {
    expect(redact('it said hush-hush and "a\\nb-c"', ['hush-hush', 'a\nb-c'])).toBe('it said (hidden) and "(hidden)"');
  });

  test('are hidden line by line where a line break is escaped otherwise', () => {
    const key = '-----BEGIN KEY-----\nMIIEvQIBADANBgkqhkiG9w\nBAQEFAASCBKcwggSj\n-----END KEY-----\n';
    const twice = JSON.stringify(JSON.stringify({ key }));
    expect(redact(twice, [key])).not.toMatch(/MIIEvQ|BAQEFA/);
  });

  test('shorter than four characters stay, since hiding them would garble the message', () => {
    expect(redact('the path is bad', ['is', '   '])).toBe('the path is bad');
  });

  test('that hold each other are hidden whole', () => {
    expect(redact('key abcdefgh', ['abcd', 'abcdefgh'])).toBe('key (hidden)');
  });
});

test.each([
  ['no repository at https://ml:hush@git.test/a@b, sorry', 'no repository at https://git.test/a@b, sorry'],
  ['("postgresql+psycopg://ml@db:5432/x")', '("postgresql+psycopg://db:5432/x")'],
  ['mail ml@acme.test about s3://bucket', 'mail ml@acme.test about s3://bucket'],
])('user and password are taken out of addresses in %j', (text, clean) => {
  expect(withoutUrlCredentials(text)).toBe(clean);
});
