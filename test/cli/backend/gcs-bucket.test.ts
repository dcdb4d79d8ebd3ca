import { missingOf, type CloudStorageRequest } from '../../../src/cli/backend/gcs-bucket';

const wanted = {
  bucket: 'acme-states',
  project: 'acme-ml',
  location: 'europe-west1',
  labels: { managed_by: 'cdktf-zenml', environment: 'prod' },
};

const asWanted = {
  iamConfiguration: { publicAccessPrevention: 'enforced', uniformBucketLevelAccess: { enabled: true } },
  versioning: { enabled: true },
  labels: { managed_by: 'cdktf-zenml', environment: 'dev', team: 'ml' },
};

/** Answers each request in turn, and remembers it. */
function answering(...answers: { status: number; data?: unknown }[]) {
  const requests: CloudStorageRequest[] = [];
  const send = (request: CloudStorageRequest) => {
    requests.push(request);
    const answer = answers.shift();
    if (answer === undefined) throw new Error(`unplanned request: ${request.method} ${request.path}`);
    return Promise.resolve({ status: answer.status, data: answer.data });
  };
  return { requests, send };
}

describe('a bucket of Cloud Storage that does not exist', () => {
  it('is made versioned and closed, in the project and location that are wanted', async () => {
    const { requests, send } = answering({ status: 404 }, { status: 200, data: {} });
    const steps = await missingOf(send, { ...wanted, kmsKeyName: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' });
    expect(steps.map(({ title }) => title)).toEqual([
      expect.stringMatching(/^create the bucket acme-states in europe-west1, project acme-ml: .*keep old versions/),
    ]);
    expect(requests).toEqual([{ method: 'GET', path: '/b/acme-states' }]);
    for (const step of steps) await step.run();
    expect(requests[1]).toEqual({
      method: 'POST',
      path: '/b',
      params: { project: 'acme-ml' },
      body: {
        name: 'acme-states',
        location: 'europe-west1',
        iamConfiguration: { publicAccessPrevention: 'enforced', uniformBucketLevelAccess: { enabled: true } },
        versioning: { enabled: true },
        encryption: { defaultKmsKeyName: 'projects/p/locations/l/keyRings/r/cryptoKeys/k' },
        labels: { managed_by: 'cdktf-zenml', environment: 'prod' },
      },
    });
  });

  it('fails without a project or a location', async () => {
    await expect(missingOf(answering({ status: 404 }).send, { ...wanted, project: undefined })).rejects.toThrow(
      /names no project[^]*--project/,
    );
    await expect(missingOf(answering({ status: 404 }).send, { ...wanted, location: undefined })).rejects.toThrow(
      /names no region[^]*--location/,
    );
  });

  it('fails where somebody else has the name, which only the creation tells', async () => {
    const [creation] = await missingOf(answering({ status: 404 }, { status: 409 }).send, wanted);
    await expect(creation?.run()).rejects.toThrow(/belongs to somebody else[^]*another bucket/);
  });
});

describe('a bucket of Cloud Storage that exists', () => {
  it('is left alone where it is as wanted, with labels of somebody else', async () => {
    expect(await missingOf(answering({ status: 200, data: asWanted }).send, wanted)).toEqual([]);
  });

  it('gets what it lacks and keeps the rest', async () => {
    const found = { ...asWanted, versioning: { enabled: false }, labels: { environment: 'dev' } };
    const { requests, send } = answering({ status: 200, data: found }, { status: 200 }, { status: 200 });
    const steps = await missingOf(send, wanted);
    for (const step of steps) await step.run();
    expect(requests.slice(1)).toEqual([
      { method: 'PATCH', path: '/b/acme-states', body: { versioning: { enabled: true } } },
      { method: 'PATCH', path: '/b/acme-states', body: { labels: { managed_by: 'cdktf-zenml' } } },
    ]);
  });

  it('fails where nobody lets us see it', async () => {
    await expect(missingOf(answering({ status: 403 }).send, wanted)).rejects.toThrow(/belongs to somebody else/);
  });

  it('fails with what Google says', async () => {
    const data = { error: { message: 'Permission denied on Cloud KMS key.' } };
    const { send } = answering({ status: 200, data: { ...asWanted, versioning: {} } }, { status: 400, data });
    const [step] = await missingOf(send, wanted);
    await expect(step?.run()).rejects.toThrow(/keep old versions of states\): 400 Permission denied on Cloud KMS key/);
  });
});
