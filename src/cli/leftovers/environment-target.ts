import {
  expressionsIn,
  selectEnvironment,
  zenmlObjectsOf,
  type SynthesizedStack,
  type ZenmlObjectKind,
} from '../synthesized';

/** Where things of an environment are, as its stacks say it. */
export interface EnvironmentTarget {
  readonly stacks: readonly SynthesizedStack[];
  /** Regions of AWS. */
  readonly regions: readonly string[];
  /** Names of EKS clusters. */
  readonly clusters: readonly string[];
  readonly googleProjects: readonly string[];
  /** Address of the ZenML server, where the provider is told. */
  readonly serverUrl?: string;
  /** Names of objects that ZenML has no labels for, as far as no stack of another environment has them, too. */
  readonly unlabelled: Readonly<Record<'secret' | 'flavor', readonly string[]>>;
}

/**
 * Where to look for what is left of an environment.
 * @throws UserError where no stack is labelled with it
 */
export function targetOf(app: readonly SynthesizedStack[], environment: string): EnvironmentTarget {
  const stacks = selectEnvironment(app, environment);
  const others = app.filter((stack) => !stacks.includes(stack));
  const provided = (name: string, key: string) =>
    known(
      stacks.flatMap(({ providers }) =>
        providers.filter((each) => each.name === name).map(({ values }) => values[key]),
      ),
    );
  const ownNames = (kind: ZenmlObjectKind) => {
    const elsewhere = new Set(namesOf(others, kind));
    return namesOf(stacks, kind).filter((name) => !elsewhere.has(name));
  };
  const [serverUrl] = provided('zenml', 'server_url');
  return {
    stacks,
    regions: provided('aws', 'region'),
    clusters: valuesOf(stacks, 'aws_eks_cluster', 'name'),
    googleProjects: known([
      ...provided('google', 'project'),
      ...stacks.flatMap(({ resources }) =>
        resources.filter(({ type }) => type.startsWith('google_')).map(({ values }) => values.project),
      ),
    ]),
    ...(serverUrl !== undefined && { serverUrl }),
    unlabelled: { secret: ownNames('secret'), flavor: ownNames('flavor') },
  };
}

function namesOf(stacks: readonly SynthesizedStack[], kind: ZenmlObjectKind): readonly string[] {
  return known(stacks.flatMap(zenmlObjectsOf).flatMap((object) => (object.kind === kind ? [object.name] : [])));
}

function valuesOf(stacks: readonly SynthesizedStack[], type: string, key: string): readonly string[] {
  return known(
    stacks.flatMap(({ resources }) => resources.filter((each) => each.type === type).map(({ values }) => values[key])),
  );
}

/** The texts that are known before terraform runs, each once. */
function known(values: readonly unknown[]): readonly string[] {
  const texts = values.filter(
    (value) => typeof value === 'string' && value !== '' && expressionsIn(value).length === 0,
  );
  return [...new Set(texts as readonly string[])].sort();
}
