import { Readable } from 'node:stream';
import * as sdk from '@aws-sdk/client-s3';
import { missingOf } from '../../../src/cli/backend/s3-bucket';

interface Answer {
  readonly status: number;
  readonly headers?: Record<string, string>;
  readonly code?: string;
}

const wanted = {
  bucket: 'acme-states',
  region: 'eu-west-1',
  accountId: '123456789012',
  partition: 'aws',
  tags: { managed_by: 'cdktf-zenml' },
};

/** S3's own client, with answers instead of a network, and the requests it has sent. */
function answering(...answers: Answer[]) {
  const sent: string[] = [];
  const owners: (string | undefined)[] = [];
  const client = new sdk.S3Client({
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret-of-the-test' },
    maxAttempts: 1,
    followRegionRedirects: false,
    requestHandler: {
      handle: ({ method, headers }: { method: string; headers: Record<string, string> }) => {
        sent.push(method);
        owners.push(headers['x-amz-expected-bucket-owner']);
        const { status, headers: answered = {}, code } = answers.shift() ?? { status: 500 };
        const body = code === undefined ? '' : `<Error><Code>${code}</Code><Message>refused</Message></Error>`;
        return Promise.resolve({
          response: { statusCode: status, headers: answered, body: Readable.from([body]) },
        });
      },
    },
  });
  return { sent, owners, client };
}

describe('the bucket of an s3 backend', () => {
  it('is made first where there is none, and nothing is done before somebody agrees', async () => {
    const { client, sent } = answering({ status: 404 });
    const steps = await missingOf(sdk, client, wanted);
    expect(steps.map(({ title }) => title)).toEqual([
      'create the bucket acme-states in eu-west-1',
      'keep the public out of it',
      'have everything in it belong to its account, without access lists',
      'keep old versions of states',
      'encrypt it with a key of S3',
      'refuse requests that are not encrypted on their way',
      'tag it managed_by=cdktf-zenml',
    ]);
    expect(sent).toEqual(['HEAD']);
  });

  it('fails where somebody else has it, and names another bucket', async () => {
    const { client, owners } = answering({ status: 403 });
    await expect(missingOf(sdk, client, wanted)).rejects.toThrow(
      /acme-states exists and belongs to somebody else[^]*such as acme-states-123456789012/,
    );
    expect(owners).toEqual(['123456789012']);
  });

  it('fails where somebody else has it, which only the creation tells', async () => {
    const { client } = answering({ status: 404 }, { status: 409, code: 'BucketAlreadyExists' });
    const [creation] = await missingOf(sdk, client, wanted);
    await expect(creation?.run()).rejects.toThrow(/belongs to somebody else/);
  });

  it('fails where it is in another region, and says in which', async () => {
    const { client } = answering({ status: 301, headers: { 'x-amz-bucket-region': 'us-west-2' } });
    await expect(missingOf(sdk, client, wanted)).rejects.toThrow(/is in us-west-2, and the backend names eu-west-1/);
  });

  it('fails with what AWS says where it says something else', async () => {
    const { client } = answering({ status: 503 });
    await expect(missingOf(sdk, client, wanted)).rejects.toThrow();
  });
});
