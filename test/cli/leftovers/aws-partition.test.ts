import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { findAwsLeftovers } from '../../../src/cli/leftovers/aws/find-aws-leftovers';

const IDENTITY = `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
  <Arn>arn:aws-cn:iam::123456789012:user/me</Arn><UserId>AIDA</UserId><Account>123456789012</Account>
</GetCallerIdentityResult></GetCallerIdentityResponse>`;

/** An AWS that says who asks it, and nothing more. */
let server: Server;
/** Region and service for which each request was signed. */
const scopes: string[] = [];
const before = { ...process.env };

beforeAll(async () => {
  server = createServer((request, response) => {
    const [, region = '', service = ''] = /Credential=[^/]+\/\d+\/([^/]+)\/([^/]+)/.exec(
      request.headers.authorization ?? '',
    ) ?? [''];
    scopes.push(`${region}/${service}`);
    request.resume();
    response.writeHead(service === 'sts' ? 200 : 403, { 'content-type': 'text/xml' });
    response.end(
      service === 'sts' ? IDENTITY : '<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'not-a-secret',
  });
});

afterAll(async () => {
  process.env = before;
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('asks no service for the region of another partition, IAM and STS not either', async () => {
  const { account, unseen } = await findAwsLeftovers({
    regions: ['cn-north-1'],
    tags: { environment: 'prod' },
    clusters: [],
  });
  expect(account).toBe('123456789012');
  expect(unseen.map(({ what }) => what)).toContain('IAM roles in the account');
  expect(scopes).toContain('cn-north-1/iam');
  expect(scopes.filter((scope) => !scope.startsWith('cn-north-1/'))).toEqual([]);
});
