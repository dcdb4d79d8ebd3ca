import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Construct } from 'constructs';
import { EnabledApis } from './enabled-apis';
import { ResourceNames } from './resource-names';

/** What the project of a base stack is made from. */
export interface GcpProjectProps {
  readonly projectId: string;
  readonly region: string;
  /** Name of the environment. */
  readonly environment: string;
  /** Tells apart several base stacks of one environment in the same project and region. */
  readonly nameSeed?: string;
  /** @default true */
  readonly enableApis?: boolean;
}

/** The project that a base stack is in: what is named and enabled there. */
export class GcpProject extends Construct {
  readonly projectId: string;
  readonly region: string;
  readonly names: ResourceNames;
  readonly apis: EnabledApis;
  private data?: DataGoogleProject;

  constructor(scope: Construct, id: string, { enableApis, ...props }: GcpProjectProps) {
    super(scope, id);
    this.projectId = props.projectId;
    this.region = props.region;
    this.names = new ResourceNames(props);
    this.apis = new EnabledApis(this, 'apis', { projectId: props.projectId, enable: enableApis });
  }

  /** Its number, which the names of Google's own service accounts hold. Looked up when first asked for. */
  get number(): string {
    this.data ??= new DataGoogleProject(this, 'data', {
      projectId: this.projectId,
      dependsOn: this.apis.use('cloudresourcemanager'),
    });
    return this.data.number;
  }
}
