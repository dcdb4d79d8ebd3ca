import { IamAccessKey } from '@cdktf/provider-aws/lib/iam-access-key';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { IamUserPolicy } from '@cdktf/provider-aws/lib/iam-user-policy';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ConnectorAuth } from '../../connectors/connector-auth';
import { policyText, type PolicyStatement } from '../policy';

/** What a user is made from. */
export interface UserProps {
  /** Unique in the account, 64 characters at most. */
  readonly userName: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** An IAM user with an access key, which terraform makes and keeps readable in its state. */
export class User extends Construct {
  readonly userName: string;
  readonly userArn: string;
  /** The key, for connectors of type `aws`. */
  readonly key: Required<Pick<ConnectorAuth, 'configuration' | 'secretConfiguration'>>;

  constructor(scope: Construct, id: string, { userName, tags }: UserProps) {
    super(scope, id);
    const resource = new IamUser(this, 'Resource', { name: userName, tags: { ...tags } });
    const key = new IamAccessKey(this, 'key', { user: resource.name });
    this.userName = resource.name;
    this.userArn = resource.arn;
    this.key = {
      configuration: { aws_access_key_id: key.id },
      secretConfiguration: { aws_secret_access_key: key.secret },
    };
  }

  /** Lets the user do what the statements say. @returns what must exist before it can */
  allow(statements: readonly PolicyStatement[]): ITerraformDependable {
    return new IamUserPolicy(this, 'policy', {
      name: 'access',
      user: this.userName,
      policy: policyText(statements),
    });
  }
}
