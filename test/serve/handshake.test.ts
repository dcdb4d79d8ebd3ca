import { handshakeLine, readHandshake } from '../../src/serve/handshake';

const COOKIE = { TF_PLUGIN_MAGIC_COOKIE: 'd602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2' };

test('without the cookie a person is told what the program is', () => {
  expect(readHandshake({}, 'terraform-provider-x')).toEqual({
    refusal:
      'terraform-provider-x is a Terraform provider: Terraform starts it by itself. To run it under a debugger, start it with --debug.',
  });
});

test('a Terraform that does not offer protocol 6 is told so', () => {
  expect(readHandshake({ ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: '4,5' }, 'x')).toEqual({
    refusal: 'x speaks plugin protocol 6, and this Terraform speaks 4,5: use Terraform 1.8 or newer.',
  });
});

test('what Terraform asks for is taken from the environment', () => {
  const environment = {
    ...COOKIE,
    PLUGIN_PROTOCOL_VERSIONS: '5,6',
    PLUGIN_CLIENT_CERT: 'pem',
    PLUGIN_UNIX_SOCKET_DIR: '/run/x',
  };
  expect(readHandshake(environment, 'x')).toEqual({ clientCertificate: 'pem', socketDirectory: '/run/x' });
  expect(readHandshake({ ...COOKIE, PLUGIN_UNIX_SOCKET_DIR: '' }, 'x')).toEqual({});
});

test('the line carries the certificate in base64 without padding', () => {
  expect(handshakeLine('/tmp/x.sock', Uint8Array.of(1, 2, 3, 4))).toBe('1|6|unix|/tmp/x.sock|grpc|AQIDBA\n');
  expect(handshakeLine('/tmp/x.sock', undefined)).toBe('1|6|unix|/tmp/x.sock|grpc|\n');
});
