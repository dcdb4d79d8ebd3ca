import { Fn, propertyAccess, Token, type Postcondition } from 'cdktf';
import { Construct } from 'constructs';
import { DataZenmlServiceConnectors } from '../src/bindings/data-zenml-service-connectors';
import { DataZenmlStack } from '../src/bindings/data-zenml-stack';
import { DataZenmlStackComponent } from '../src/bindings/data-zenml-stack-component';
import type { IBaseStack, PlannedComponents } from './base-stack';
import type { Environment } from './environment';
import { addEnvironmentGuards } from './environment-guards';
import { runsAsLabel } from './label-names';
import { requireTerraformStack } from './require-terraform-stack';
import type { IServiceConnector } from './service-connector';
import type { ComponentType } from './stack-component';

const HEX_DIGITS = 8;

/** The resource type of the connector for a cloud itself, by the flavor of the artifact store that is in it. */
const CLOUD_ITSELF = { s3: 'aws-generic', gcp: 'gcp-generic', azure: 'azure-generic' };

/** By what a base stack is found, and what its ZenML stack does not say. */
export interface BaseStackLookUp {
  /** The plan fails where the base stack was made in another one. */
  readonly environment: Environment;
  /** Where everything is: `eu-west-1`. The plan fails where the base stack is elsewhere. */
  readonly region: string;
  /**
   * Name of its ZenML stack.
   * @default `<environment>-base-stack`
   */
  readonly stackName?: string;
  /**
   * Connectors by the resource type that they are used for: `{ 'aws-generic': connector }`.
   * @default those on the server whose label `stack` is the name of the base stack: base stacks of this library label theirs
   */
  readonly connectors?: Readonly<Record<string, IServiceConnector>>;
}

/** A base stack that exists, read from the ZenML server when terraform plans. What nobody asks for is not read. */
export class ImportedBaseStack extends Construct implements IBaseStack {
  readonly environment: Environment;
  readonly stackId: string;
  readonly stackName: string;
  readonly region: string;
  readonly resourcePrefix: string;
  readonly components: PlannedComponents;
  private readonly stack: DataZenmlStack;
  private readonly conditions: Postcondition[] = [];
  private readonly found = new Map<string, IServiceConnector>();
  private readonly settings = new Map<string, string>();
  private readonly facts = new Map<string, string>();

  constructor(scope: Construct, id: string, { environment, region, stackName, connectors }: BaseStackLookUp) {
    super(scope, id);
    requireTerraformStack(this);
    addEnvironmentGuards(this, environment);
    this.environment = environment;
    this.region = region;
    this.stackName = stackName ?? `${environment.name}-base-stack`;
    for (const [resourceType, connector] of Object.entries(connectors ?? {})) this.found.set(resourceType, connector);
    this.stack = new DataZenmlStack(this, 'Resource', {
      name: this.stackName,
      lifecycle: { postcondition: this.conditions },
    });
    this.stackId = this.stack.id;
    const { labels, componentIds, additionalComponentIds } = this.stack;
    const digits = Fn.substr(Fn.sha256(this.stackId), 0, HEX_DIGITS);
    const ownPrefix = Fn.join('', [`zenml-${environment.name}-`, digits]);
    this.resourcePrefix = Token.asString(Fn.lookup(labels, 'resource_prefix', ownPrefix));
    this.components = {
      idsByType: Token.asStringMap(componentIds),
      additionalIdsByType: Token.asAnyMap(additionalComponentIds),
      require: (type, reason) => {
        this.requireType(type, reason);
      },
    };
    this.requireLabel('environment', environment.name);
    this.requireLabel('region', region);
  }

  get artifactStorePath(): string {
    return this.settingOf('artifact_store', 'path', 'its artifacts stay on the machine that starts the pipeline');
  }

  get containerRegistryUri(): string {
    return this.settingOf('container_registry', 'uri', 'it has no address to push images to');
  }

  get connector(): IServiceConnector {
    const given = Object.values(CLOUD_ITSELF).find((resourceType) => this.found.has(resourceType));
    if (given !== undefined) return this.connectorFor(given);
    const ofEach = (attribute: string): string[] =>
      Token.asList(propertyAccess(this.stack.components, ['*', attribute]));
    const flavor = Token.asString(Fn.element(Fn.matchkeys(ofEach('flavor'), ofEach('type'), ['artifact_store']), 0));
    return this.lookUp('cloud', Token.asString(Fn.lookup(CLOUD_ITSELF, flavor, 'none')));
  }

  connectorFor(resourceType: string): IServiceConnector {
    return this.lookUp(resourceType, resourceType);
  }

  runsAs(service: string): string {
    return this.factIn(runsAsLabel(service), {
      missing: `what runs on ${service}`,
      remedy: `Add "${service}" to its services and deploy it, or give the component the role or service account yourself.`,
    });
  }

  /** What the base stack says of itself by a label. The plan fails where it does not. */
  protected factIn(label: string, { missing, remedy }: { readonly missing: string; readonly remedy: string }): string {
    const known = this.facts.get(label);
    if (known !== undefined) return known;
    this.conditions.push({
      condition: `\${contains(keys(self.labels), "${label}")}`,
      errorMessage: `The base stack ${this.stackName} does not say ${missing}: it has no label ${label}. ${remedy}`,
    });
    const fact = Token.asString(Fn.lookup(this.stack.labels, label, 'none'));
    this.facts.set(label, fact);
    return fact;
  }

  private lookUp(use: string, resourceType: string): IServiceConnector {
    const connector =
      this.found.get(use) ?? new LabelledConnector(this, `${use}-connector`, this.stackName, resourceType);
    this.found.set(use, connector);
    return connector;
  }

  private settingOf(type: ComponentType, key: string, without: string): string {
    const known = this.settings.get(type);
    if (known !== undefined) return known;
    this.requireType(type, `a stack on it asks for the ${key} of that`);
    const component = new DataZenmlStackComponent(this, type.replaceAll('_', '-'), {
      id: Token.asString(Fn.lookup(this.stack.componentIds, type)),
      lifecycle: {
        postcondition: [
          {
            condition: `\${lookup(self.configuration, "${key}", "") != ""}`,
            errorMessage: `The ${type} of ${this.stackName}, \${self.name}, has no ${key}: ${without}. Give the base stack one of another flavor, or take what asks for it out.`,
          },
        ],
      },
    });
    const value = component.configuration.lookup(key);
    this.settings.set(type, value);
    return value;
  }

  private requireType(type: ComponentType, reason: string): void {
    this.conditions.push({
      condition: `\${contains(keys(self.component_ids), "${type}")}`,
      errorMessage: `The base stack ${this.stackName} has no ${type}, and ${reason}. It has \${join(", ", keys(self.component_ids))}.`,
    });
  }

  private requireLabel(label: string, expected: string): void {
    const actual = `lookup(self.labels, "${label}", "${expected}")`;
    this.conditions.push({
      condition: `\${${actual} == "${expected}"}`,
      errorMessage: `The base stack ${this.stackName} is of the ${label} \${${actual}}; expected ${expected}: give its own ${label}, or the stackName of another base stack.`,
    });
  }
}

/** The one connector for a resource type that is labelled with the name of a stack. */
class LabelledConnector extends Construct implements IServiceConnector {
  readonly connectorId: string;
  readonly connectorName: string;

  constructor(scope: Construct, id: string, stackName: string, resourceType: string) {
    super(scope, id);
    const { ids, names } = new DataZenmlServiceConnectors(this, 'Resource', {
      labels: { stack: stackName },
      resourceType,
      lifecycle: {
        postcondition: [
          {
            condition: '${length(self.ids) == 1}',
            errorMessage: `The base stack ${stackName} has \${length(self.ids)} connectors for \${self.resource_type} (\${join(", ", self.names)}), which are those with the label stack = "${stackName}"; expected one. Have the base stack make it, or name it in the connectors of BaseStack.fromName.`,
          },
        ],
      },
    });
    this.connectorId = Token.asString(Fn.element(ids, 0));
    this.connectorName = Token.asString(Fn.element(names, 0));
  }
}
