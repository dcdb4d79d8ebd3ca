import { isRemovable, type Findings, type Leftover } from './leftover';

/** What a search for the leftovers of an environment came to. */
export interface Report extends Findings {
  readonly environment: string;
  /** What was looked into: `AWS account 123456789012 (us-east-1)`. */
  readonly places: readonly string[];
  /** Addresses of what terraform made and still knows. */
  readonly deployed: readonly string[];
  /** Google projects, into which this command does not look. */
  readonly googleProjects: readonly string[];
}

/** The report for people. */
export function describeFindings(report: Report): string {
  const { environment, places, leftovers, unseen, deployed, googleProjects } = report;
  const where = places.length > 0 ? ` in ${places.join(' and ')}` : '';
  const removable = leftovers.filter(isRemovable).length;
  return [
    leftovers.length === 0
      ? `Nothing is left of ${environment}${where}.`
      : `Left of ${environment}${where}: ${leftovers.length}\n`,
    ...leftovers.map(describeLeftover),
    ...(removable > 0 ? [`The same command with --delete removes ${extent(removable, leftovers)}.`] : []),
    ...(deployed.length > 0 ? [describeDeployed(environment, deployed)] : []),
    ...googleProjects.map((project) => describeGoogle(project, environment)),
    ...(unseen.length > 0 ? [`Not looked at:\n${unseen.map(({ what, why }) => `  ${what}: ${why}`).join('\n')}`] : []),
  ].join('\n');
}

function extent(removable: number, { length }: readonly Leftover[]): string {
  return removable === length
    ? 'all of these, after asking'
    : `${removable} of these ${length}, after asking; the others are for you to remove`;
}

function describeLeftover({ kind, name, place, address, removals }: Leftover): string {
  const commands =
    removals.length > 0 ? removals.map(({ command }) => command) : [`no command is known for ${address}`];
  return `${kind} ${name} (${place})\n${commands.map((command) => `  ${command}\n`).join('')}`;
}

function describeDeployed(environment: string, deployed: readonly string[]): string {
  return `${environment} is deployed: its states hold ${deployed.length} resources, which are no leftovers. "npx cdktf destroy" removes those.`;
}

/** Asset Inventory is an interface that a project must switch on; with it this is all that there is to do. */
function describeGoogle(project: string, environment: string): string {
  const query = `labels.managed_by=terraform AND labels.environment=${environment}`;
  return [
    `This command does not look into Google projects. What carries the labels in ${project}, which must have the Cloud Asset API:`,
    `  gcloud asset search-all-resources --scope=projects/${project} --query='${query}'`,
    'Service accounts, roles and grants carry no labels.',
  ].join('\n');
}

/** The report for programs. */
export function reportAsJson(report: Report): string {
  const { environment, places, deployed, unseen } = report;
  const leftovers = report.leftovers.map(({ kind, name, address, place, removals }) => ({
    kind,
    name,
    address,
    place,
    commands: removals.map(({ command }) => command),
  }));
  return JSON.stringify({ environment, places, leftovers, deployed, notLookedAt: unseen }, null, 2);
}
