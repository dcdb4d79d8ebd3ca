import type { Construct } from 'constructs';
import { bucketIn, prefixIn } from '../artifact-address';
import { addChecks } from '../checks';
import { ImportedBaseStack, type BaseStackLookUp } from '../imported-base-stack';
import type { ProjectCloud } from '../project-cloud';
import type { GcpAuth } from './auth/gcp-auth';
import { gcpBaseStackChecks } from './gcp-base-stack-checks';
import type { GcpBaseStackProps } from './gcp-base-stack-props';
import type { GcpProjectSettings } from './project-base';
import { makeGcpProject } from './project-parts';

/** By what a GCP base stack is found, and what its projects have like it. */
export interface GcpBaseStackLookUp
  extends
    BaseStackLookUp,
    Omit<GcpProjectSettings, 'auth' | 'connectors' | 'environment' | 'region'>,
    Pick<GcpBaseStackProps, 'skypilotServiceAccount'> {
  /**
   * How the connectors of its projects authenticate, with an identity for each project.
   * @default none: each project gives its own
   */
  readonly auth?: GcpAuth;
}

/**
 * A GCP base stack that exists, for team and project stacks. Of the base stack itself all is read from the ZenML server; what projects
 * have of their own is made in Google Cloud, as the switches say: give those that the base stack was given.
 */
export class ImportedGcpBaseStack extends ImportedBaseStack {
  readonly projects: ProjectCloud<GcpAuth>;

  constructor(scope: Construct, id: string, props: GcpBaseStackLookUp) {
    super(scope, id, props);
    // The connectors are for teams; projects have their own.
    const settings = { ...props, connectors: undefined };
    addChecks(this, gcpBaseStackChecks(settings));
    this.projects = {
      provide: (project, request) =>
        makeGcpProject(project, request, {
          settings,
          basePrefix: this.resourcePrefix,
          bucket: { name: bucketIn(this.artifactStorePath) },
          prefix: prefixIn(this.artifactStorePath),
          skypilotServiceAccount: props.skypilotServiceAccount,
        }),
    };
  }
}
