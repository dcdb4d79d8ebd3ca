import { TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { Environment } from './environment';
import { commonLabels } from './labels';
import { AdjustedRegistration } from './registration/adjusted-registration';
import { Registrar } from './registration/registrar';

const environments = new WeakMap<TerraformStack, Environment | 'several'>();

/**
 * Has what is registered in the Terraform stack of a construct from now on carry the labels of its environment, where it says of
 * itself in which one it is that stays: what a team makes beside its base stack knows of no environment. Where a Terraform stack
 * has several, what comes later must say it itself.
 */
export function addEnvironmentLabels(construct: IConstruct, environment: Environment): void {
  const terraformStack = TerraformStack.of(construct);
  const known = environments.get(terraformStack);
  if (known !== undefined) {
    if (known !== 'several' && known.name !== environment.name) environments.set(terraformStack, 'several');
    return;
  }
  environments.set(terraformStack, environment);
  const labelled = <Spec extends Labelled>(spec: Spec, own: Labels = {}): Spec =>
    environments.get(terraformStack) === 'several' || spec.labels?.environment !== undefined
      ? spec
      : { ...spec, labels: commonLabels(environment, { ...own, ...spec.labels }) };
  Registrar.within(
    terraformStack,
    (registrar) =>
      new AdjustedRegistration(registrar, {
        component: (spec) => labelled(spec),
        connector: (spec) => labelled(spec),
        stack: (spec) => labelled(spec, { stack: spec.name }),
      }),
  );
}

type Labels = Readonly<Record<string, string>>;

interface Labelled {
  readonly labels?: Labels;
}
