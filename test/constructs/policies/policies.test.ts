import { S3Bucket } from '@cdktf/provider-aws/lib/s3-bucket';
import { IamAccessKey } from '@cdktf/provider-aws/lib/iam-access-key';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { StorageBucket } from '@cdktf/provider-google/lib/storage-bucket';
import { App, Aspects, TerraformStack, TerraformVariable } from 'cdktf';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  addChecks,
  addPolicies,
  AwsConnectorAuth,
  LocalArtifactStore,
  noLongLivedKeys,
  requireTags,
  ServiceConnector,
  type Policy,
} from '../../../constructs';
import { ZenmlProvider } from '../../../src/bindings/provider';

const folder = mkdtempSync(path.join(tmpdir(), 'cdktf-zenml-policies-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An app with Terraform stacks of these names. */
function appWith(...names: readonly [string, ...string[]]) {
  const app = new App({ outdir: mkdtempSync(path.join(folder, 'out-')) });
  const make = (name: string) => {
    const stack = new TerraformStack(app, name);
    new AwsProvider(stack, 'aws', { region: 'us-east-1' });
    new ZenmlProvider(stack, 'zenml');
    return stack;
  };
  const stack = make(names[0]);
  return { app, stack, stacks: [stack, ...names.slice(1).map(make)] };
}

function refusal(app: App): string {
  try {
    app.synth();
  } catch (error) {
    return String(error);
  }
  return '';
}

const noBuckets: Policy = (construct) =>
  construct instanceof S3Bucket ? ['is a bucket; expected none: take it out'] : [];

describe('policies', () => {
  it('fail with all violations of all Terraform stacks in one run', () => {
    const { app, stacks } = appWith('dev', 'prod');
    for (const stack of stacks) new S3Bucket(stack, 'bucket');
    addPolicies(app, [noBuckets, requireTags('team')]);
    const message = refusal(app);
    for (const stack of ['dev', 'prod']) {
      expect(message).toContain(`${stack}/bucket: is a bucket; expected none: take it out`);
      expect(message).toContain(`${stack}/bucket: aws_s3_bucket has no tag team`);
    }
    expect(message.split('\n').filter((line) => line.includes('/bucket: '))).toHaveLength(4);
  });

  it('fail with the checks of all Terraform stacks, too, at which cdktf alone stops one by one', () => {
    const withChecks = () => {
      const { app, stacks } = appWith('dev', 'staging', 'prod');
      for (const stack of stacks) addChecks(stack, [{ holds: false, message: `${stack.node.id} is wrong` }]);
      return app;
    };
    expect(refusal(withChecks())).not.toContain('prod is wrong');
    const app = withChecks();
    addPolicies(app, []);
    const message = refusal(app);
    for (const name of ['dev', 'staging', 'prod']) expect(message.split(`${name} is wrong`)).toHaveLength(2);
  });

  it('fail before a manifest is written that could be deployed', () => {
    const { app, stack } = appWith('dev');
    new S3Bucket(stack, 'bucket');
    addPolicies(app, [noBuckets]);
    expect(refusal(app)).toContain('is a bucket');
    expect(readdirSync(app.outdir)).not.toContain('manifest.json');
  });

  it('are for a part of an app, where they are given to a part', () => {
    const { app, stack, stacks } = appWith('prod', 'dev');
    for (const each of stacks) new S3Bucket(each, 'bucket');
    addPolicies(stack, [noBuckets]);
    const message = refusal(app);
    expect(message).toContain('prod/bucket: is a bucket');
    expect(message).not.toContain('dev/bucket');
  });

  it('see what aspects have done', () => {
    const { app, stacks } = appWith('dev', 'prod');
    for (const stack of stacks) {
      new S3Bucket(stack, 'bucket');
      Aspects.of(stack).add({
        visit: (node) => {
          if (node instanceof S3Bucket) node.tags = { team: 'core' };
        },
      });
    }
    addPolicies(app, [requireTags('team')]);
    expect(refusal(app)).toBe('');
  });

  it('let through what keeps them', () => {
    const { app, stack } = appWith('dev');
    new S3Bucket(stack, 'bucket', { tags: { team: 'core' } });
    addPolicies(app, [requireTags('team'), noLongLivedKeys]);
    expect(refusal(app)).toBe('');
  });

  it('fail where they come before what they are for', () => {
    const app = new App({ outdir: path.join(folder, 'empty') });
    expect(() => {
      addPolicies(app, [noBuckets]);
    }).toThrow('right before app.synth()');
  });
});

describe('the policy against long-lived keys', () => {
  const violations = (make: (stack: TerraformStack) => unknown): string => {
    const { app, stack } = appWith('prod');
    make(stack);
    addPolicies(app, [noLongLivedKeys]);
    return refusal(app);
  };
  const secret = (stack: TerraformStack) => new TerraformVariable(stack, 'key', { sensitive: true }).stringValue;

  it('fails with connectors that keep one, and with keys that terraform makes', () => {
    const message = violations((stack) => {
      new IamAccessKey(stack, 'key-of-user', { user: 'zenml' });
      new ServiceConnector(stack, 'connector', {
        auth: AwsConnectorAuth.secretKey({
          awsAccessKeyId: 'AKIA',
          awsSecretAccessKey: secret(stack),
          region: 'us-east-1',
        }),
      });
    });
    expect(message).toContain('prod/key-of-user: aws_iam_access_key is a key');
    expect(message).toContain('prod/connector: the connector authenticates by secret-key');
  });

  it('lets through connectors without one', () => {
    const connect = (stack: TerraformStack) =>
      new ServiceConnector(stack, 'connector', { auth: AwsConnectorAuth.implicit({ region: 'us-east-1' }) });
    expect(violations(connect)).toBe('');
  });
});

describe('the policy for tags', () => {
  it('fails with resources of every cloud and objects of ZenML that lack one, and leaves those alone that can have none', () => {
    const { app, stack } = appWith('dev');
    new GoogleProvider(stack, 'google-provider', { project: 'acme-ml' });
    new StorageBucket(stack, 'google', { name: 'bucket', location: 'europe-west1', labels: { team: '' } });
    new LocalArtifactStore(stack, 'store', { labels: { owner: 'me' } });
    new IamAccessKey(stack, 'key', { user: 'zenml' });
    addPolicies(app, [requireTags('team', 'owner')]);
    const message = refusal(app);
    expect(message).toContain('dev/google: google_storage_bucket has no tag team, owner');
    expect(message).toContain('dev/store/Resource: zenml_stack_component has no tag team; expected team, owner');
    expect(message).not.toContain('dev/key');
  });
});
