import type { ITerraformDependable, TerraformProvider } from 'cdktf';
import { Construct } from 'constructs';
import { CustomRole } from '../custom-role';
import { grant, type Grant } from '../grants/grant';
import {
  VERTEX_CLIENT_PERMISSIONS,
  vertexClientGrants,
  vertexServiceAgentGrants,
  vertexWorkloadGrants,
} from '../grants/vertex-grants';
import { ServiceAgent } from '../service-agent';
import { ServiceAccount, type IServiceAccount } from '../service-account';
import { targetOf, type ServiceAccess, type ServiceAccessProps } from './service-access';

/** What Vertex AI is opened up from. */
export interface VertexAccessProps extends ServiceAccessProps {
  /**
   * What the steps of pipelines run as, where it exists already. It is used as it is: nothing is granted to it.
   * @default a new service account with access to the bucket and the repository
   */
  readonly serviceAccount?: IServiceAccount;
  /**
   * A provider `google-beta`, by which Google is asked to make the service agent of Vertex AI.
   * @default the service agent is there, as in every project that has used Vertex AI
   */
  readonly googleBetaProvider?: TerraformProvider;
}

/** Vertex AI, running steps as a service account of their own, with images that its service agent pulls from the repository. */
export class VertexAccess extends Construct implements ServiceAccess {
  /** What the steps of pipelines run as. */
  readonly serviceAccount: IServiceAccount;
  readonly clientGrants: readonly Grant[];
  readonly dependencies: readonly ITerraformDependable[];

  constructor(scope: Construct, id: string, props: VertexAccessProps) {
    super(scope, id);
    const { project, bucket, repository, googleBetaProvider } = props;
    const target = targetOf(project);
    const api = project.apis.use('aiplatform');
    const role = new CustomRole(this, 'client-role', {
      project,
      use: 'vertex',
      title: 'ZenML on Vertex AI',
      permissions: VERTEX_CLIENT_PERMISSIONS,
    });
    const workload =
      props.serviceAccount ??
      new ServiceAccount(this, 'service-account', {
        accountId: project.names.accountId('vertex'),
        projectId: project.projectId,
        displayName: `Steps of ZenML pipelines on Vertex AI (${project.names.prefix})`,
        grants: vertexWorkloadGrants({ target, bucket, repository }),
        dependsOn: project.apis.use('iam'),
      });
    const agent = new ServiceAgent(this, 'service-agent', {
      service: 'aiplatform',
      use: 'vertex',
      project,
      googleBetaProvider,
      dependsOn: api,
    });
    const pulls = vertexServiceAgentGrants(repository).map((each) =>
      grant(this, agent.member, { ...each, dependsOn: agent.dependencies }),
    );
    this.serviceAccount = workload;
    this.clientGrants = vertexClientGrants({ target, clientRole: role.roleName, workload });
    this.dependencies = [...api, ...(workload.dependencies ?? []), ...pulls];
  }
}
