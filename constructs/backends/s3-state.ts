import { S3Backend, type TerraformStack } from 'cdktf';
import { addChecks } from '../checks';
import { appCheck, optionsCheck } from './backend-checks';
import { placeOf, type BackendPattern, type StateOwner } from './backend-pattern';

/** Where in S3 states lie. */
export interface S3StateOptions {
  /** Name of the bucket. `npx cdktf-zenml backend create` makes it. */
  readonly bucket: string;
  /** AWS region of the bucket. */
  readonly region: string;
  /** Name of the app, the first part of where its states lie: several apps may share a bucket. */
  readonly app: string;
  /**
   * ARN of the KMS key that states are encrypted with.
   * @default the key of the bucket, or one of S3's
   */
  readonly kmsKeyId?: string;
  /**
   * ARN of a role that may read and write the states. Terraform assumes it for the state alone.
   * @default none: the credentials that terraform runs with
   */
  readonly roleArn?: string;
  /**
   * Id of the account that the bucket is in, of 12 digits. Terraform refuses credentials for another one.
   * @default any
   */
  readonly accountId?: string;
}

const OPTIONS = ['bucket', 'region', 'app', 'kmsKeyId', 'roleArn', 'accountId'];

/** Objects in a bucket, `<app>/<environment>/<stack>.tfstate`, each locked by one beside it, which needs Terraform 1.10. */
export class S3State implements BackendPattern {
  readonly label = 'StateBackend.s3()';

  constructor(private readonly options: S3StateOptions) {}

  addTo(stack: TerraformStack, owner: StateOwner): void {
    const { bucket, region, app, kmsKeyId, roleArn, accountId } = this.options;
    const backend = new S3Backend(stack, {
      bucket,
      region,
      // A workspace's state lies at <prefix>/<workspace>/<key>.
      ...(owner.workspace === undefined
        ? { key: `${app}/${placeOf(stack, owner)}.tfstate` }
        : { key: `${stack.node.id}.tfstate`, workspaceKeyPrefix: app }),
      encrypt: true,
      kmsKeyId,
      ...(roleArn !== undefined && { assumeRole: { roleArn } }),
      ...(accountId !== undefined && { allowedAccountIds: [accountId] }),
      // Terraform finds another implementation of S3 by the variable itself; there a bucket has no host name.
      ...(hasEndpoint() && { usePathStyle: true }),
    });
    backend.addOverride('use_lockfile', true);
    addChecks(backend, this.checks());
  }

  private checks() {
    const { bucket, region, app, kmsKeyId, roleArn, accountId } = this.options;
    return [
      optionsCheck(this.label, this.options, OPTIONS),
      appCheck(this.label, app),
      {
        holds: /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(bucket),
        message: `${this.label} has the bucket "${bucket}"; expected 3 to 63 lower-case letters, digits, dots and hyphens: give the name alone, without s3:// and path`,
      },
      {
        holds: /^[a-z]{2}(-[a-z]+)+-\d$/.test(region),
        message: `${this.label} has the region "${region}"; expected one such as eu-west-1: give the region that the bucket is in`,
      },
      {
        holds: kmsKeyId === undefined || /^arn:[^:]+:kms:/.test(kmsKeyId),
        message: `${this.label} has the kmsKeyId "${kmsKeyId ?? ''}"; expected the ARN of a key, arn:aws:kms:...: terraform takes no id and no alias`,
      },
      {
        holds: roleArn === undefined || /^arn:[^:]+:iam::\d{12}:role\//.test(roleArn),
        message: `${this.label} has the roleArn "${roleArn ?? ''}"; expected the ARN of a role, arn:aws:iam::<account>:role/<name>: correct it`,
      },
      {
        holds: accountId === undefined || /^\d{12}$/.test(accountId),
        message: `${this.label} has the accountId "${accountId ?? ''}"; expected 12 digits: correct it`,
      },
    ];
  }
}

function hasEndpoint(): boolean {
  return [process.env.AWS_ENDPOINT_URL, process.env.AWS_ENDPOINT_URL_S3].some((url) => url !== undefined && url !== '');
}
