import { describeVerification } from '../../../src/cli/quickstart/describe-verification';
import { MockZenml } from '../../zenml/support/mock-zenml';

const ID = '0b9e3a51-6a0d-4c53-9d2e-6a2f5c0b7d11';
let server: MockZenml;

beforeEach(() => {
  server = new MockZenml();
});

afterEach(async () => {
  server.assertAllMade();
  await server.agent.close();
});

const verified = (answer: { status?: number; body: object }) => {
  server.on('PUT', `/api/v1/service_connectors/${ID}/verify`, answer);
  return describeVerification(server.client({ apiToken: 'token' }), ID);
};

test('a connector that works is verified', async () => {
  expect(await verified({ body: { error: null, resources: [] } })).toBe('verified');
});

test('a connector that its cloud refuses is not, though the server answers with a success', async () => {
  const error = 'An error occurred (InvalidClientTokenId)';
  expect(await verified({ body: { error, resources: [] } })).toBe(`NOT verified: ${error}`);
});

test('a connector that the server itself refuses to try is not', async () => {
  const said = await verified({ status: 400, body: { detail: ['ValueError', 'no region'] } });
  expect(said).toMatch(/^NOT verified: .*no region/);
});
