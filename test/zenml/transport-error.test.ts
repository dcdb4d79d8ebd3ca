import { transportError } from '../../src/zenml/transport-error';

const REQUEST = {
  method: 'GET',
  path: '/api/v1/info',
  display: 'https://zenml.test',
  departed: false,
  isWrite: false,
};

function failing(code: string, more: Partial<typeof REQUEST> = {}) {
  return transportError(Object.assign(new Error('low-level'), { code }), { ...REQUEST, ...more });
}

describe('a failed connection tells what to do', () => {
  test.each([
    ['ENOTFOUND', 'Check the server URL and DNS'],
    ['EAI_AGAIN', 'the name server did not answer'],
    ['ECONNREFUSED', 'Check that the ZenML server runs'],
    ['UND_ERR_CONNECT_TIMEOUT', 'firewall, VPN and proxy'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'NODE_EXTRA_CA_CERTS'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'NODE_EXTRA_CA_CERTS'],
    ['CERT_HAS_EXPIRED', "Renew the server's certificate"],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'a host name that the certificate is made for'],
    ['EPROTO', 'whether it wants http://'],
    ['UND_ERR_SOCKET', 'was lost before the answer was complete'],
    ['SOMETHING_NEW', 'low-level'],
  ])('%s', (code, advice) => {
    const error = failing(code);
    expect(error).toMatchObject({ code: 'unreachable', method: 'GET', path: '/api/v1/info' });
    expect(error.message).toContain(advice);
    expect(error.message).toContain('https://zenml.test');
  });

  test('also where the code is on the cause', () => {
    const cause = Object.assign(new Error('low-level'), { code: 'ENOTFOUND' });
    expect(transportError(new Error('outer', { cause }), REQUEST).message).toContain('DNS');
  });

  test.each([
    { departed: true, isWrite: true },
    { departed: false, isWrite: true },
    { departed: true, isWrite: false },
  ])('and names a possible success only for a write that was on its way: %o', (request) => {
    const error = failing('ECONNRESET', request);
    expect(error.mayBeDone).toBe(request.departed && request.isWrite);
    expect(error.message.includes('may have carried it out')).toBe(error.mayBeDone);
  });
});
