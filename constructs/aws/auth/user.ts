import { DataAwsIamUser } from '@cdktf/provider-aws/lib/data-aws-iam-user';
import { IamAccessKey } from '@cdktf/provider-aws/lib/iam-access-key';
import { IamPolicy } from '@cdktf/provider-aws/lib/iam-policy';
import { IamUser } from '@cdktf/provider-aws/lib/iam-user';
import { IamUserPolicy } from '@cdktf/provider-aws/lib/iam-user-policy';
import { IamUserPolicyAttachment } from '@cdktf/provider-aws/lib/iam-user-policy-attachment';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { AwsSecretKeyConnectorAuthProps } from '../../connectors/generated/aws';
import { managedPolicies, policyText, type PolicyStatement } from '../policy';
import type { AwsAccessKey, KeyAuthOptions } from './access-key';
import { KeyVersion } from './key-version';

/** What a user is made from. */
export interface UserProps extends KeyAuthOptions {
  /** Begins the names of what is made. */
  readonly resourcePrefix: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** An IAM user with an access key: made here, where the key lies readable in the state, or one that exists. */
export class User extends Construct {
  readonly userName: string;
  readonly userArn: string;
  /** The key, as connectors of type `aws` take it. */
  readonly key: Pick<AwsSecretKeyConnectorAuthProps, 'awsAccessKeyId' | 'awsSecretAccessKey' | 'secretVersion'>;
  private readonly resourcePrefix: string;
  private readonly tags: Readonly<Record<string, string>>;

  constructor(scope: Construct, id: string, { resourcePrefix, tags, key, keyVersion = 1 }: UserProps) {
    super(scope, id);
    this.resourcePrefix = resourcePrefix;
    this.tags = tags;
    const user = key ? new DataAwsIamUser(this, 'Resource', { userName: key.userName }) : this.makeUser();
    this.userArn = user.arn;
    this.userName = user instanceof IamUser ? user.name : user.userName;
    const { accessKeyId, secretAccessKey } = key ?? this.makeKey(keyVersion);
    this.key = { awsAccessKeyId: accessKeyId, awsSecretAccessKey: secretAccessKey, secretVersion: keyVersion };
  }

  /** Lets the user do what a few short statements say: AWS takes 2,048 characters. @returns what must exist before it can */
  allow(statements: readonly PolicyStatement[]): ITerraformDependable {
    return new IamUserPolicy(this, 'policy', {
      name: this.policyName('access'),
      user: this.userName,
      policy: policyText(statements),
    });
  }

  /** Lets the user do what any statements say. @returns what must exist before it can */
  allowByPolicy(statements: readonly PolicyStatement[]): readonly ITerraformDependable[] {
    return managedPolicies(statements).map((part, index) => {
      const suffix = index === 0 ? '' : `-${index + 1}`;
      const { arn } = new IamPolicy(this, `access-policy${suffix}`, {
        name: `${this.resourcePrefix}-access${suffix}`,
        description: 'What ZenML pipelines may do',
        policy: policyText(part),
        tags: { ...this.tags },
      });
      return new IamUserPolicyAttachment(this, `access${suffix}`, { user: this.userName, policyArn: arn });
    });
  }

  private makeUser(): IamUser {
    return new IamUser(this, 'Resource', { name: `${this.resourcePrefix}-connector`, tags: { ...this.tags } });
  }

  private makeKey(version: number): Omit<AwsAccessKey, 'userName'> {
    const trigger = new KeyVersion(this, 'key-version', version);
    const key = new IamAccessKey(this, 'key', {
      user: this.userName,
      lifecycle: {
        // The old key is deleted when the connectors, which refer to the key, have the new one.
        createBeforeDestroy: true,
        // Terraform takes an address here, where cdktf would write an expression for the construct.
        replaceTriggeredBy: [`${trigger.terraformResourceType}.${trigger.friendlyUniqueId}`],
      },
    });
    return { accessKeyId: key.id, secretAccessKey: key.secret };
  }

  /** A user that exists may have policies of its own, or of other base stacks. */
  private policyName(name: string): string {
    return this.node.tryFindChild('key') ? name : `${this.resourcePrefix}-${name}`;
  }
}
