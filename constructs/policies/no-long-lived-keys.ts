import { TerraformResource } from 'cdktf';
import type { IConstruct } from 'constructs';
import { ServiceConnector } from '../service-connector';

/** Types of resources that are keys, valid until somebody deletes them. */
const KEYS: Readonly<Record<string, string>> = {
  aws_iam_access_key: 'a role that the workload assumes',
  google_service_account_key: 'a workload identity, or the service account that the workload runs as',
};

/**
 * A policy: no service connector keeps a key that is valid until somebody revokes it, and terraform makes none. Connectors whose method
 * this package does not know are let through.
 */
export function noLongLivedKeys(construct: IConstruct): readonly string[] {
  if (construct instanceof ServiceConnector && construct.credential === 'long-lived-key') {
    return [
      `the connector authenticates by ${construct.authMethod}, which keeps a key that is valid until somebody revokes it; long-lived keys are not allowed here: use a method without one, such as AwsConnectorAuth.implicit() or GcpConnectorAuth.externalAccount(), or one whose token expires`,
    ];
  }
  if (!TerraformResource.isTerraformResource(construct)) return [];
  const instead = KEYS[construct.terraformResourceType];
  return instead === undefined
    ? []
    : [
        `${construct.terraformResourceType} is a key that is valid until somebody deletes it, and lies in the state; long-lived keys are not allowed here: use ${instead}`,
      ];
}
