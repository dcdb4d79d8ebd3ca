import { Construct, type IConstruct } from 'constructs';
import { DataZenmlStack, type DataZenmlStackConfig } from '../src/bindings/data-zenml-stack';
import { addChecks, type Check } from './checks';
import { defaultChecks, defaultFirst, groupByType, type ComponentsByType } from './components-by-type';
import { defaultName } from './default-name';
import { Registrar, type Registered } from './registration/registrar';
import type { ISecret } from './secret';
import type { ComponentType, IStackComponent } from './stack-component';
import { addUniqueNameCheck } from './unique-name';

/** A ZenML stack, made here or elsewhere. */
export interface IZenmlStack extends IConstruct {
  /** Its id (UUID) on the server. */
  readonly stackId: string;
  readonly stackName: string;
}

/** What a ZenML stack is made from. */
export interface ZenmlStackProps {
  /**
   * An artifact store and an orchestrator among them. ZenML 0.98 takes several of the types `alerter`, `experiment_tracker`,
   * `sandbox` and `step_operator`, one of every other type.
   */
  readonly components: readonly IStackComponent[];
  /**
   * The default component of each type that the stack has several of. They are among `components`.
   * @default the only one of its type; where there are several, one must be named
   */
  readonly defaults?: readonly IStackComponent[];
  /**
   * Unique on the server.
   * @default the path of the construct: `dev-base-stack`
   */
  readonly name?: string;
  /**
   * What the stack is for.
   * @default what it has stays as it is
   */
  readonly description?: string;
  /**
   * Environment variables for what runs on the stack. They are no place for secrets: use `secrets`.
   * @default what it has stays as it is
   */
  readonly environmentVariables?: Readonly<Record<string, string>>;
  /**
   * Secrets whose keys and values become environment variables for what runs on the stack.
   * @default what it has stays as it is
   */
  readonly secrets?: readonly ISecret[];
  /**
   * Keys and values to find it by, beside those of the environment whose base stack is in the same Terraform stack and was made before.
   * @default none of its own
   */
  readonly labels?: Readonly<Record<string, string>>;
  /**
   * Whether what somebody changes about its labels and description on the server stays. What is changed here about them reaches no stack that
   * exists, either.
   * @default false: they are put right
   */
  readonly ignoreMetadataChanges?: boolean;
}

/** The set of components that pipelines run on, registered on the ZenML server. */
export class ZenmlStack extends Construct implements IZenmlStack {
  /** A stack that exists, by its name. */
  static fromName(scope: Construct, id: string, stackName: string): IZenmlStack {
    return new ExistingStack(scope, id, { name: stackName });
  }

  /** A stack that exists, by its id (UUID). */
  static fromId(scope: Construct, id: string, stackId: string): IZenmlStack {
    return new ExistingStack(scope, id, { id: stackId });
  }

  private readonly registered: Registered;

  constructor(scope: Construct, id: string, props: ZenmlStackProps) {
    super(scope, id);
    const { components, defaults = [], name, secrets, ...spec } = props;
    const byType = groupByType(components);
    const registeredName = name ?? defaultName(this);
    addUniqueNameCheck(this, registeredName);
    addChecks(this, [
      ...oneChecks(byType, 'artifact_store', 'an S3ArtifactStore, a GcsArtifactStore or a LocalArtifactStore'),
      ...oneChecks(byType, 'orchestrator', 'a SagemakerOrchestrator, a VertexOrchestrator or a LocalOrchestrator'),
      ...defaultChecks(components, defaults),
    ]);
    this.registered = Registrar.of(this).stack(this, {
      ...spec,
      name: registeredName,
      ...idsOf(byType, defaults),
      secretIds: secrets?.map(({ secretId }) => secretId),
    });
  }

  get stackId(): string {
    return this.registered.id;
  }

  get stackName(): string {
    return this.registered.name;
  }
}

function oneChecks(byType: ComponentsByType, type: ComponentType, suggestion: string): readonly Check[] {
  if (byType.has(type)) return [];
  const held = [...byType.keys()].join(', ') || 'no components';
  return [{ holds: false, message: `the stack has ${held}; ZenML refuses a stack without ${type}: add ${suggestion}` }];
}

/** The ids of the default components and of the others, in one go: an app may have thousands of stacks. */
function idsOf(byType: ComponentsByType, defaults: readonly IStackComponent[]) {
  const components: Record<string, string> = {};
  const additionalComponents: Record<string, readonly string[]> = {};
  for (const [type, found] of byType) {
    const [first, ...others] = found.length > 1 ? defaultFirst(found, defaults) : found;
    if (first) components[type] = first.componentId;
    if (others.length > 0) additionalComponents[type] = others.map(({ componentId }) => componentId);
  }
  return { components, additionalComponents };
}

class ExistingStack extends Construct implements IZenmlStack {
  readonly stackId: string;
  readonly stackName: string;

  constructor(scope: Construct, id: string, lookUp: Pick<DataZenmlStackConfig, 'id' | 'name'>) {
    super(scope, id);
    const source = new DataZenmlStack(this, 'Resource', lookUp);
    this.stackId = source.id;
    this.stackName = source.name;
  }
}
