import type { Construct } from 'constructs';
import { bucketIn, prefixIn } from '../artifact-address';
import { addChecks } from '../checks';
import { ImportedBaseStack, type BaseStackLookUp } from '../imported-base-stack';
import type { ProjectCloud } from '../project-cloud';
import type { AwsAuth } from './auth/aws-auth';
import { lookUpAccount } from './base/account';
import type { AwsBaseStackProps } from './base/aws-base-stack-props';
import { identityChecks } from './base/base-stack-checks';
import { partOf } from './part-of';
import type { AwsProjectSettings } from './project-base';
import { makeAwsProject } from './project-parts';

/** By what an AWS base stack is found, and what its projects have like it. */
export interface AwsBaseStackLookUp
  extends
    BaseStackLookUp,
    Omit<AwsProjectSettings, 'auth' | 'connectors' | 'environment' | 'region'>,
    Pick<AwsBaseStackProps, 'accountId'> {
  /**
   * How the connectors of its projects authenticate, with an identity for each project.
   * @default none: each project gives its own
   */
  readonly auth?: AwsAuth;
}

/**
 * An AWS base stack that exists, for team and project stacks. Of the base stack itself all is read from the ZenML server; what projects have
 * of their own is made in AWS, as the switches say: give those that the base stack was given.
 */
export class ImportedAwsBaseStack extends ImportedBaseStack {
  readonly projects: ProjectCloud<AwsAuth>;

  constructor(scope: Construct, id: string, props: AwsBaseStackLookUp) {
    super(scope, id, props);
    // The connectors are for teams; projects have their own.
    const settings = { ...props, connectors: undefined };
    addChecks(this, identityChecks(settings));
    const account = once(() => lookUpAccount(this, props));
    this.projects = {
      provide: (project, request) => {
        const { accountId, arn } = account();
        const partition = partOf(arn, ':', 1);
        const name = bucketIn(this.artifactStorePath);
        return makeAwsProject(project, request, {
          settings,
          basePrefix: this.resourcePrefix,
          bucket: { bucket: name, arn: `arn:${partition}:s3:::${name}`, prefix: prefixIn(this.artifactStorePath) },
          accountId,
          partition,
        });
      },
    };
  }
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
