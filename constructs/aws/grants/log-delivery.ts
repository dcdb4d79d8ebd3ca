import type { ResourcePolicyStatement } from '../policy';
import type { CloudScope } from './cloud-scope';

/** Lets S3 write the logs of some buckets of the account into the bucket for logs. */
export function logDeliveryStatement(
  arn: string,
  loggedBuckets: readonly string[],
  { partition, accountId }: CloudScope,
): ResourcePolicyStatement {
  return {
    sid: 'LogDelivery',
    effect: 'Allow',
    principal: { kind: 'Service', identifiers: ['logging.s3.amazonaws.com'] },
    actions: ['s3:PutObject'],
    resources: [`${arn}/*`],
    conditions: {
      ArnLike: { 'aws:SourceArn': loggedBuckets.map((name) => `arn:${partition}:s3:::${name}`) },
      StringEquals: { 'aws:SourceAccount': accountId },
    },
  };
}
