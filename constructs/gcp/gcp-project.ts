import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Construct } from 'constructs';
import { EnabledApis } from './enabled-apis';
import type { ResourceNames } from './resource-names';

/** What the project of a base stack is made from. */
export interface GcpProjectProps {
  readonly projectId: string;
  readonly region: string;
  /** What everything is named by. */
  readonly names: ResourceNames;
  /**
   * The APIs of the project.
   * @default those that this one enables
   */
  readonly apis?: EnabledApis;
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

  constructor(scope: Construct, id: string, { projectId, region, names, apis, enableApis }: GcpProjectProps) {
    super(scope, id);
    this.projectId = projectId;
    this.region = region;
    this.names = names;
    this.apis = apis ?? new EnabledApis(this, 'apis', { projectId, enable: enableApis });
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
