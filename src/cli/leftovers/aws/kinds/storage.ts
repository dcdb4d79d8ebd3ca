import { CloudWatchLogsClient, DeleteLogGroupCommand } from '@aws-sdk/client-cloudwatch-logs';
import { DeleteTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DeleteRepositoryCommand, ECRClient } from '@aws-sdk/client-ecr';
import { DescribeKeyCommand, KMSClient, ScheduleKeyDeletionCommand } from '@aws-sdk/client-kms';
import { DeleteBucketCommand, GetBucketVersioningCommand, S3Client } from '@aws-sdk/client-s3';
import { DeleteSecretCommand, DescribeSecretCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { quoted, type Removal } from '../../leftover';
import type { AwsClients } from '../aws-clients';
import type { AwsKind } from '../aws-kind';
import { emptyBucket } from '../empty-bucket';

/** The shortest time that AWS takes to delete a key. */
const KEY_WAITING_DAYS = 7;

/** What holds data. */
export const STORAGE: readonly AwsKind[] = [
  {
    kind: 'ECR repository',
    pattern: /^ecr:repository\/(.+)$/,
    removals: (aws, { name }) => [
      aws.removal('ecr delete-repository', { repositoryName: name, force: true }, (input) =>
        aws.of(ECRClient).send(new DeleteRepositoryCommand(input)),
      ),
    ],
  },
  {
    kind: 'S3 bucket',
    pattern: /^s3:([^/]+)$/,
    removals: async (aws, { name }) => {
      const client = aws.of(S3Client);
      const { Status } = await client.send(new GetBucketVersioningCommand({ Bucket: name }));
      return [
        { command: emptyingCommand(aws, name, Status !== undefined), run: () => emptyBucket(client, name) },
        aws.removal('s3api delete-bucket', { Bucket: name }, (input) => client.send(new DeleteBucketCommand(input))),
      ];
    },
  },
  {
    kind: 'DynamoDB table',
    pattern: /^dynamodb:table\/([^/]+)$/,
    removals: (aws, { name }) => [
      aws.removal('dynamodb delete-table', { TableName: name }, (input) =>
        aws.of(DynamoDBClient).send(new DeleteTableCommand(input)),
      ),
    ],
  },
  {
    kind: 'log group',
    pattern: /^logs:log-group:([^:]+)(?::\*)?$/,
    removals: (aws, { name }) => [
      aws.removal('logs delete-log-group', { logGroupName: name }, (input) =>
        aws.of(CloudWatchLogsClient).send(new DeleteLogGroupCommand(input)),
      ),
    ],
  },
  {
    kind: 'secret of AWS',
    pattern: /^secretsmanager:secret:(.+)-\w{6}$/,
    isGone: async (aws, { arn }) => {
      const { DeletedDate } = await aws.of(SecretsManagerClient).send(new DescribeSecretCommand({ SecretId: arn }));
      return DeletedDate !== undefined;
    },
    removals: (aws, { arn }): readonly Removal[] => [
      aws.removal('secretsmanager delete-secret', { SecretId: arn, ForceDeleteWithoutRecovery: true }, (input) =>
        aws.of(SecretsManagerClient).send(new DeleteSecretCommand(input)),
      ),
    ],
  },
];

/** What the data may be encrypted with: it goes last. */
export const KEYS: readonly AwsKind[] = [
  {
    kind: 'KMS key',
    pattern: /^kms:key\/(.+)$/,
    isGone: async (aws, { name }) => {
      const { KeyMetadata } = await aws.of(KMSClient).send(new DescribeKeyCommand({ KeyId: name }));
      return KeyMetadata?.KeyState === 'PendingDeletion';
    },
    removals: (aws, { name }) => [
      aws.removal('kms schedule-key-deletion', { KeyId: name, PendingWindowInDays: KEY_WAITING_DAYS }, (input) =>
        aws.of(KMSClient).send(new ScheduleKeyDeletionCommand(input)),
      ),
    ],
  },
];

/** The AWS CLI has one command for buckets that never had versions. With versions, each run takes a thousand. */
function emptyingCommand(aws: AwsClients, bucket: string, hasVersions: boolean): string {
  const address = quoted(bucket);
  if (!hasVersions) return `aws s3 rm s3://${address} --recursive --region ${aws.region}`;
  const query = quoted('{Objects: [Versions, DeleteMarkers][].{Key: Key, VersionId: VersionId}}');
  const list = `aws s3api list-object-versions --bucket ${address} --no-paginate --output json --query ${query}`;
  return `aws s3api delete-objects --bucket ${address} --region ${aws.region} --delete "$(${list} --region ${aws.region})"`;
}
