import { Construct, type IConstruct } from 'constructs';
import { Stack as StackResource } from '../src/bindings/stack';
import { addChecks, type Check } from './checks';
import { defaultName } from './default-name';
import type { ComponentType, IStackComponent } from './stack-component';

/** A ZenML stack, made here or elsewhere. */
export interface IZenmlStack extends IConstruct {
  /** Its id (UUID) on the server. */
  readonly stackId: string;
  readonly stackName: string;
}

/** What a ZenML stack is made from. */
export interface ZenmlStackProps {
  /** One component of each type at most, an artifact store and an orchestrator among them. */
  readonly components: readonly IStackComponent[];
  /**
   * Unique on the server.
   * @default the path of the construct: `dev-base-stack`
   */
  readonly name?: string;
  /**
   * Keys and values to find it by.
   * @default none
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/** The set of components that pipelines run on, registered on the ZenML server. */
export class ZenmlStack extends Construct implements IZenmlStack {
  readonly stackId: string;
  readonly stackName: string;

  constructor(scope: Construct, id: string, { components, name, labels }: ZenmlStackProps) {
    super(scope, id);
    addChecks(this, [
      hasOne(components, 'artifact_store', 'an S3ArtifactStore or a LocalArtifactStore'),
      hasOne(components, 'orchestrator', 'a SagemakerOrchestrator or a LocalOrchestrator'),
      ...eachTypeOnce(components),
    ]);
    const resource = new StackResource(this, 'Resource', {
      name: name ?? defaultName(this),
      components: Object.fromEntries(components.map((component) => [component.componentType, component.componentId])),
      labels: labels && { ...labels },
    });
    this.stackId = resource.id;
    this.stackName = resource.name;
  }
}

function hasOne(components: readonly IStackComponent[], type: ComponentType, suggestion: string): Check {
  const types = components.map(({ componentType }) => componentType);
  return {
    holds: types.includes(type),
    message: `the stack has ${types.join(', ') || 'no components'}; ZenML refuses a stack without ${type}: add ${suggestion}`,
  };
}

function eachTypeOnce(components: readonly IStackComponent[]): readonly Check[] {
  const paths = new Map<ComponentType, string[]>();
  for (const { componentType, node } of components) {
    paths.set(componentType, [...(paths.get(componentType) ?? []), node.path]);
  }
  return [...paths].map(([type, found]) => ({
    holds: found.length === 1,
    message: `the stack has ${found.length} components of type ${type} (${found.join(', ')}); it takes one: leave the others out`,
  }));
}
