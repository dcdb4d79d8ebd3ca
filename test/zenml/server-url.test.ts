import { isUnencrypted, ZenmlError } from '../../src/zenml';
import { parseServerUrl } from '../../src/zenml/server-url';
import { MockZenml, ORIGIN } from './support/mock-zenml';

describe('a server URL', () => {
  test.each([
    ['https://zenml.example.com', 'https://zenml.example.com', ''],
    ['https://zenml.example.com/', 'https://zenml.example.com', ''],
    [' http://localhost:8237/zenml// ', 'http://localhost:8237', '/zenml'],
    ['https://zenml.example.com/team/api/v1/', 'https://zenml.example.com', '/team'],
    ['https://user:pa55word@zenml.example.com', 'https://zenml.example.com', ''],
  ])('%s is understood', (text, origin, prefix) => {
    expect(parseServerUrl(text)).toEqual({ origin, prefix, display: `${origin}${prefix}` });
  });

  test.each([
    ['', 'it is empty'],
    ['zenml.example.com', 'it does not begin with http:// or https://'],
    ['ftp://user:pa55word@zenml.example.com', 'it begins with ftp://'],
    ['http://user:pa55word@:80:80', 'it is not a URL'],
    ['https://zenml.example.com/?token=pa55word', 'it has a query or fragment'],
  ])('%s is refused', (text, reason) => {
    const parse = () => parseServerUrl(text);
    expect(parse).toThrow(ZenmlError);
    expect(parse).toThrow(reason);
    expect(parse).toThrow('Give the address of a ZenML server');
    expect(parse).not.toThrow('pa55word');
  });

  test('with a prefix is kept in front of every request', async () => {
    const info = { id: 'i', version: '0.98.0', deployment_type: 'other', auth_scheme: 'NO_AUTH' };
    const server = new MockZenml().on('GET', '/team/api/v1/info', { body: info });
    const client = server.client({ serverUrl: `${ORIGIN}/team/` });
    expect(await client.serverInfo()).toMatchObject({
      version: '0.98.0',
      serverUrl: '',
      proApiUrl: null,
      metadata: {},
    });
    expect(server.seen[0]?.headers).not.toHaveProperty('authorization');
  });
});

describe('credentials go over a network unencrypted', () => {
  test.each([
    ['http://zenml.example.com', true],
    [' HTTP://10.0.0.7:8237 ', true],
    ['http://localhost.example.com', true],
    ['http://127.0.0.1.example.com', true],
    ['https://zenml.example.com', false],
    ['http://localhost:8237', false],
    ['http://zenml.localhost', false],
    ['http://127.1.2.3', false],
    ['http://[::1]:8237/zenml', false],
    ['no address', false],
  ])('to %s: %s', (text, expected) => {
    expect(isUnencrypted(text)).toBe(expected);
  });
});
