import { CloudBackend, NamedCloudWorkspace, type TerraformStack } from 'cdktf';
import { addChecks } from '../checks';
import { appCheck, optionsCheck } from './backend-checks';
import { placeOf, type BackendPattern, type StateOwner } from './backend-pattern';

/** Where in HCP Terraform, or Terraform Enterprise, states lie. */
export interface HcpTerraformStateOptions {
  readonly organization: string;
  /** Name of the app, the first part of the names of its workspaces. */
  readonly app: string;
  /**
   * Project that new workspaces are made in.
   * @default the organization's default project
   */
  readonly project?: string;
  /**
   * Host name of a Terraform Enterprise of your own.
   * @default that of HCP Terraform
   */
  readonly hostname?: string;
}

const OPTIONS = ['organization', 'app', 'project', 'hostname'];

/** A workspace of HCP Terraform for each state, `<app>-<environment>-<stack>`. `terraform init` makes it. */
export class HcpTerraformState implements BackendPattern {
  readonly label = 'StateBackend.hcpTerraform()';

  constructor(private readonly options: HcpTerraformStateOptions) {}

  addTo(stack: TerraformStack, owner: StateOwner): void {
    const { organization, app, project, hostname } = this.options;
    const name = `${app}-${placeOf(stack, owner).replace('/', '-')}`;
    const backend = new CloudBackend(stack, {
      organization,
      hostname,
      workspaces: new NamedCloudWorkspace(name, project),
    });
    addChecks(backend, [
      optionsCheck(this.label, this.options, OPTIONS),
      appCheck(this.label, app),
      {
        holds: name.length <= 90,
        message: `${this.label} makes the workspace "${name}" of ${name.length} characters; expected at most 90: shorten the app, or the id of the Terraform stack`,
      },
      {
        holds: owner.workspace === undefined,
        message: `the environment sets workspace: "${owner.workspace ?? ''}", but ${this.label} has a workspace for each state already: take it out`,
      },
    ]);
  }
}
