import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { connect } from 'node:net';
import { createCertificate } from '../../src/serve/certificate';
import { ZenmlClient, type ZenmlClientOptions } from '../../src/zenml';
import { userAnswer } from './support/answers';
import { failureOf } from './support/failure';
import { Listening } from './support/listening';

/** A host that only the proxy knows how to reach. */
const HOST = 'zenml.internal';
const VARIABLES = ['https_proxy', 'HTTPS_PROXY', 'http_proxy', 'HTTP_PROXY', 'no_proxy', 'NO_PROXY'];

const listening = new Listening();
const environment = { ...process.env };

beforeEach(() => {
  for (const name of VARIABLES) process.env[name] = '';
});

afterEach(async () => {
  await listening.close();
  process.env = { ...environment };
});

function clientOf(serverUrl: string, options: Partial<ZenmlClientOptions> = {}): ZenmlClient {
  const client = new ZenmlClient({ serverUrl, apiToken: 'token', ...options });
  listening.onClose(() => client.close());
  return client;
}

function answerUser(_request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('content-type', 'application/json').end(JSON.stringify(userAnswer()));
}

const listenPlain = () => listening.listen(createServer(answerUser));

function listenTls({ keyPem, certificatePem }: { keyPem: string; certificatePem: string }): Promise<number> {
  return listening.listen(createTlsServer({ key: keyPem, cert: certificatePem }, answerUser));
}

interface SeenTunnel {
  readonly target: string | undefined;
  readonly authorization: string | undefined;
}

/** A proxy that leads every tunnel to the port of this machine, or refuses it with a status. */
async function listenAsProxy(to: { port?: number; status?: number }): Promise<{ port: number; seen: SeenTunnel[] }> {
  const seen: SeenTunnel[] = [];
  const proxy = createServer((_request, response) => response.writeHead(500).end());
  proxy.on('connect', (request: IncomingMessage, socket, head) => {
    seen.push({ target: request.url, authorization: request.headers['proxy-authorization'] });
    if (to.port === undefined) {
      socket.end(`HTTP/1.1 ${to.status ?? 403} Refused\r\n\r\n`);
      return;
    }
    const upstream = connect(to.port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      upstream.write(head);
      upstream.pipe(socket).pipe(upstream);
    });
    socket.on('error', () => upstream.destroy());
    upstream.on('error', () => socket.destroy());
  });
  return { port: await listening.listen(proxy), seen };
}

describe("a certificate authority of one's own", () => {
  test('is trusted where it is given', async () => {
    const certificate = createCertificate();
    const port = await listenTls(certificate);
    const client = clientOf(`https://localhost:${port}`, { caCertificate: certificate.certificatePem });
    expect((await client.currentUser()).name).toBe('terraform');
  });

  test('is not trusted where it is not, and the error says what to do', async () => {
    const port = await listenTls(createCertificate());
    const error = await failureOf(clientOf(`https://localhost:${port}`).currentUser());
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toMatch(/certificate .* is not accepted .*give its certificate as the CA certificate/);
  });

  test('is not trusted for another host', async () => {
    const certificate = createCertificate(new Date(), HOST);
    const port = await listenTls(certificate);
    const client = clientOf(`https://localhost:${port}`, { caCertificate: certificate.certificatePem });
    expect((await failureOf(client.currentUser())).message).toContain('a host name that the certificate is made for');
  });

  test.each([
    ['an empty text', ''],
    ['a text that is no PEM', 'hunter2hunter2'],
    ['a key', createCertificate().keyPem],
    ['a damaged one', createCertificate().certificatePem.replace(/^M.{40}/m, 'hunter2hunter2')],
  ])('that is %s is refused before any request, and not repeated', (_what, caCertificate) => {
    const make = () => clientOf('https://localhost:1', { caCertificate });
    expect(make).toThrow(expect.objectContaining({ code: 'invalid', method: undefined }) as Error);
    expect(make).toThrow(/the CA certificate .*as PEM text/);
    expect(make).not.toThrow(/hunter2|PRIVATE/);
  });
});

describe('a proxy that the environment names', () => {
  test('is used for https, as a tunnel that it cannot look into', async () => {
    const certificate = createCertificate(new Date(), HOST);
    const { port, seen } = await listenAsProxy({ port: await listenTls(certificate) });
    process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
    const client = clientOf(`https://${HOST}`, { caCertificate: certificate.certificatePem });
    await Promise.all([client.currentUser(), client.currentUser()]);
    await client.currentUser();
    expect(seen.length).toBeLessThanOrEqual(2);
    expect(seen[0]).toEqual({ target: `${HOST}:443`, authorization: undefined });
  });

  test('is told its own user and password, in lower case and without http:// too', async () => {
    const { port, seen } = await listenAsProxy({ port: await listenPlain() });
    process.env.http_proxy = `user:pa55word@127.0.0.1:${port}`;
    await clientOf(`http://${HOST}`).currentUser();
    expect(seen).toEqual([
      { target: `${HOST}:80`, authorization: `Basic ${Buffer.from('user:pa55word').toString('base64')}` },
    ]);
  });

  test('is not used for hosts that NO_PROXY lists', async () => {
    const { port, seen } = await listenAsProxy({ port: await listenPlain() });
    process.env.HTTP_PROXY = `http://127.0.0.1:${port}`;
    process.env.NO_PROXY = '.invalid';
    const error = await failureOf(clientOf('http://zenml.invalid', { maxRetries: 0 }).currentUser());
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(seen).toEqual([]);
  });

  test('is not used for this machine, nor for the other scheme', async () => {
    const { port, seen } = await listenAsProxy({});
    process.env.HTTP_PROXY = `http://127.0.0.1:${port}`;
    await clientOf(`http://127.0.0.1:${await listenPlain()}`).currentUser();
    await failureOf(clientOf('https://zenml.invalid', { maxRetries: 0 }).currentUser());
    expect(seen).toEqual([]);
  });

  test('and refuses is named in the error, without its password', async () => {
    const { port } = await listenAsProxy({ status: 407 });
    process.env.HTTPS_PROXY = `http://user:pa55word@127.0.0.1:${port}`;
    const error = await failureOf(clientOf(`https://${HOST}`).currentUser());
    expect(error).toMatchObject({ code: 'unreachable' });
    expect(error.message).toContain(
      `the proxy gives no connection to https://${HOST}: it answered 407. The environment names the proxy HTTPS_PROXY (http://127.0.0.1:${port})`,
    );
    expect(JSON.stringify([error.message, String(error.cause)])).not.toContain('pa55word');
  });

  test('and is busy is asked again', async () => {
    const { port, seen } = await listenAsProxy({ status: 503 });
    process.env.HTTPS_PROXY = `http://127.0.0.1:${port}`;
    const error = await failureOf(clientOf(`https://${HOST}`, { maxRetries: 1 }).currentUser());
    expect(error.message).toContain('it answered 503');
    expect(seen).toHaveLength(2);
  });

  test.each(['socks5://user:pa55word@127.0.0.1:1', 'http://user:pa55word@:1:1'])(
    'and that is none (%s) is refused, without repeating it',
    async (value) => {
      process.env.HTTPS_PROXY = value;
      const error = await failureOf(clientOf(`https://${HOST}`).currentUser());
      expect(error.message).toContain('HTTPS_PROXY holds no address of a proxy');
      expect(error.message).not.toContain('pa55word');
    },
  );
});
