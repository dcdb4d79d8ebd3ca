import { Construct } from 'constructs';
import { baseStackLabels, type IBaseStack } from './base-stack';
import { addChecks } from './checks';
import { commonLabels } from './labels';
import type { ProjectCloud, ProjectIsolation, ProjectParts } from './project-cloud';
import { addProjectNameChecks, projectPath, projectSlug } from './project-names';
import { addProjectPathCheck } from './project-paths';
import type { Registered } from './registration/registrar';
import { requireTerraformStack } from './require-terraform-stack';
import type { IServiceConnector } from './service-connector';
import type { SharedArtifactStore } from './shared-artifact-store';
import type { IStackComponent } from './stack-component';
import { stackOnBase } from './stack-on-base';
import { addStackOutputs } from './stack-outputs';
import type { TeamStackProps } from './team-stack';
import type { IZenmlStack } from './zenml-stack';

/** What a project stack is made from. */
export interface ProjectStackProps<Auth = never> extends Omit<TeamStackProps, 'base'> {
  /**
   * What it stands on: an AWS or GCP base stack, made in this app or looked up by `AwsBaseStack.fromName` or
   * `GcpBaseStack.fromName`.
   */
  readonly base: IBaseStack<Auth>;
  /**
   * Name of the ML project: 2 to 30 lower-case letters, digits, single underscores between them, a letter first.
   * A change moves the project, and so makes everything of its own anew.
   */
  readonly projectName: string;
  /**
   * `prefix`: its artifacts lie in the bucket of the base, below a prefix that its identity is restricted to. On AWS the names of the
   * neighbours' objects stay readable, since ZenML asks for the bucket as a whole; what is in them does not. On Google Cloud both are
   * closed. `bucket`: a bucket of its own, and nothing of the neighbours is open. A change makes another artifact store; the
   * artifacts stay where they were.
   * @default 'prefix'
   */
  readonly isolation?: ProjectIsolation;
  /**
   * How its connectors authenticate: a pattern of the base's cloud.
   * @default the pattern of the base, with an identity of the project's own
   */
  readonly auth?: Auth;
  /**
   * What says where in the bucket of the base the artifacts of projects lie.
   * @default `projects/<project>/<environment>`
   */
  readonly artifactStore?: SharedArtifactStore;
  /**
   * Name of the ZenML stack, unique on the server. The names of its components and connectors begin with it.
   * @default `<project>-<environment>-stack`
   */
  readonly stackName?: string;
}

/**
 * A ZenML stack of one ML project in one environment. It has an artifact store, a container registry, an identity and connectors of its
 * own; what else the base has, it shares, and what of that would use the base's identity it has once more, with its own.
 */
export class ProjectStack<Auth = never> extends Construct implements IZenmlStack {
  readonly base: IBaseStack<Auth>;
  readonly projectName: string;
  /** All that it has; where the base is looked up, those of its own alone. */
  readonly components: readonly IStackComponent[];
  /** Begins the names of its resources in the cloud: `zenml-dev-9f8e7d6c-fraud-detection`. */
  readonly resourcePrefix: string;
  /** Where its artifacts lie: `s3://zenml-dev-1a2b3c4d/projects/fraud_detection/dev`. */
  readonly artifactStorePath: string;
  readonly containerRegistryUri: string;
  /** Name of the role, user or service account that holds its permissions; undefined where the pattern knows of none. */
  readonly identityName: string | undefined;
  private readonly parts: ProjectParts;
  private readonly registered: () => Registered;

  constructor(scope: Construct, id: string, props: ProjectStackProps<Auth>) {
    super(scope, id);
    requireTerraformStack(this);
    const { base, projectName, isolation = 'prefix', auth, artifactStore, labels } = props;
    const { components = [], additionalComponents = [], without = [], defaults = [] } = props;
    const environment = { ...base.environment, projectName };
    const name = props.stackName ?? `${projectName}-${environment.name}-stack`;
    const cloud = cloudOf(this, base);
    addProjectNameChecks(this, { projectName, environment: environment.name, region: base.region });
    addChecks(this, [
      {
        holds: artifactStore === undefined || artifactStore.base === base,
        message: `artifactStore is ${artifactStore?.node.path}, which shares the bucket of ${artifactStore?.base.node.path}; the base is ${base.node.path}: give a SharedArtifactStore of the same base`,
      },
    ]);
    const artifactPath = artifactStore?.pathOf(projectName) ?? projectPath(projectName, environment.name);
    if (isolation === 'prefix') addProjectPathCheck(this, { base, path: artifactPath });
    this.base = base;
    this.projectName = projectName;
    this.parts = cloud.provide(this, {
      environment,
      slug: projectSlug(projectName),
      artifactPath,
      repositoryName: `${projectName}-${environment.name}`,
      isolation,
      auth,
      namePrefix: name.replace(/-stack$/, ''),
      labels: commonLabels(environment, { ...labels, stack: name }),
      without: new Set([...without, ...components.map(({ componentType }) => componentType)]),
    });
    const { artifactStorePath, containerRegistryUri, identityName, resourcePrefix } = this.parts;
    const own = this.parts.components;
    const stack = stackOnBase(
      this,
      base,
      {
        components: [...own, ...components],
        additionalComponents,
        without,
        defaults: [...defaults, ...unlessChosen(own, defaults)],
      },
      {
        name,
        dropped: this.parts.dropped,
        description: props.description,
        environmentVariables: props.environmentVariables,
        ignoreMetadataChanges: props.ignoreMetadataChanges,
        secrets: props.secrets,
        labels: commonLabels(environment, {
          ...labels,
          ...baseStackLabels({ region: base.region, resourcePrefix }),
          stack: name,
          base_stack: base.stackName,
        }),
      },
    );
    this.components = stack.components;
    this.registered = stack.registered;
    this.artifactStorePath = artifactStorePath;
    this.containerRegistryUri = containerRegistryUri;
    this.identityName = identityName;
    this.resourcePrefix = resourcePrefix;
  }

  get stackId(): string {
    return this.registered().id;
  }

  get stackName(): string {
    return this.registered().name;
  }

  /** Its own, as far as they were asked for: one that nothing asked for does not exist. */
  get connectors(): readonly IServiceConnector[] {
    return this.parts.connectors();
  }

  /** Its connector for the cloud itself, with no more rights than the project has. */
  get connector(): IServiceConnector {
    return this.connectorFor(this.parts.genericResourceType);
  }

  /**
   * Its connector for a resource type, such as `s3-bucket`, `gcs-bucket` or `docker-registry`.
   * @throws where it has none
   */
  connectorFor(resourceType: string): IServiceConnector {
    return this.parts.connectorFor(resourceType);
  }

  /**
   * Gives its Terraform stack the outputs of `addStackOutputs`, and `artifact_store_path`, `registry_url`, `identity_name` and the
   * names of what else was made for it.
   * @param prefix begins their names; by default its id, `fraud_detection_`
   */
  addOutputs(prefix = `${this.node.id.replaceAll('-', '_')}_`): void {
    const { stackId, stackName, components, connectors, identityName, artifactStorePath } = this;
    const resources = { artifact_store_path: artifactStorePath, identity_name: identityName, ...this.parts.resources };
    addStackOutputs(this, { stackId, stackName, components, connectors, resources }, prefix);
  }
}

/** Each is the default of its type, as that of the base is on the base, where no other is named. */
function unlessChosen(
  own: readonly IStackComponent[],
  defaults: readonly IStackComponent[],
): readonly IStackComponent[] {
  const chosen = new Set(defaults.map(({ componentType }) => componentType));
  return own.filter(({ componentType }) => !chosen.has(componentType));
}

function cloudOf<Auth>({ node }: Construct, base: IBaseStack<Auth>): ProjectCloud<Auth> {
  if (base.projects !== undefined) return base.projects;
  throw new Error(
    `${node.path} stands on ${base.node.path}, which does not say what cloud it is in; a project stack makes an identity and a ` +
      'repository there: look the base up by AwsBaseStack.fromName or GcpBaseStack.fromName, or take a TeamStack, which makes nothing in a cloud',
  );
}
