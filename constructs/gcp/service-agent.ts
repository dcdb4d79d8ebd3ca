import { TerraformResource, type ITerraformDependable, type TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import type { GcpProject } from './gcp-project';
import { grant } from './grants/grant';

/** A service of Google's that has a service account of its own in each project. */
export interface AgentOf {
  /** `aiplatform`: of the API, `aiplatform.googleapis.com`, and of the role that Google gives the agent. */
  readonly service: 'aiplatform' | 'artifactregistry';
  /** In kebab-case: the id of the construct of that role. */
  readonly use: string;
}

/** What a service agent is found or made from. */
export interface ServiceAgentProps extends AgentOf {
  readonly project: GcpProject;
  /**
   * A provider `google-beta`, by which Google is asked to make it.
   * @default it is there, as in every project that has used the service
   */
  readonly googleBetaProvider?: TerraformProvider;
  /** What must exist before it: the API of the service. */
  readonly dependsOn: readonly ITerraformDependable[];
}

/** The service account of Google's own by which a service works in a project. */
export class ServiceAgent extends Construct {
  /** As roles are granted to it. */
  readonly member: string;
  /** What must exist before roles are granted to it. */
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: ServiceAgentProps) {
    super(scope, id);
    const { project, service, googleBetaProvider, dependsOn } = props;
    this.member = `serviceAccount:service-${project.number}@gcp-sa-${service}.iam.gserviceaccount.com`;
    this.dependencies = googleBetaProvider ? this.make(props, googleBetaProvider) : dependsOn;
  }

  private make(
    { project, service, use, dependsOn }: ServiceAgentProps,
    provider: TerraformProvider,
  ): readonly ITerraformDependable[] {
    const identity = new TerraformResource(this, 'Resource', {
      terraformResourceType: 'google_project_service_identity',
      provider,
      dependsOn: [...dependsOn],
    });
    identity.addOverride('project', project.projectId);
    identity.addOverride('service', `${service}.googleapis.com`);
    // One that is made on request lacks the role that Google gives one that it makes by itself.
    const role = grant(this, this.member, {
      use,
      role: `roles/${service}.serviceAgent`,
      on: 'project',
      projectId: project.projectId,
      dependsOn: [...project.apis.use('cloudresourcemanager'), identity],
    });
    return [identity, role];
  }
}
