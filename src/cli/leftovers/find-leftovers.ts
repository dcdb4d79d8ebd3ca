import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { synthesizeApp } from '../synthesized';
import { messageOf, UserError } from '../user-error';
import { withZenml } from '../zenml-access';
import { findAwsLeftovers, type AwsSearch } from './aws/find-aws-leftovers';
import type { Report } from './describe-findings';
import { targetOf, type EnvironmentTarget } from './environment-target';
import type { Leftover, Unseen } from './leftover';
import { readState } from './read-state';
import { findZenmlLeftovers, type AskZenml } from './zenml-leftovers';

/** Whose leftovers are looked for, and where. */
export interface FindOptions {
  readonly environment: string;
  /** Command that runs the app; false where there is no app with the environment any more. @default the one in cdktf.json */
  readonly app?: string | false;
  /** Regions of AWS beside those of the app. */
  readonly regions: readonly string[];
  /** EKS clusters beside those of the app. */
  readonly clusters: readonly string[];
  /** Tags or labels that are on it, too. */
  readonly tags: Readonly<Record<string, string>>;
  /** Address of the ZenML server. @default ZENML_SERVER_URL, or what the app says */
  readonly server?: string;
}

/** The report, and with it whether all states of the environment were read. */
export interface Search extends Report {
  readonly statesAreKnown: boolean;
}

/** Looks for what carries the tags and labels of an environment and is in none of its states. */
export async function findLeftovers(options: FindOptions): Promise<Search> {
  const output = await mkdtemp(path.join(tmpdir(), 'cdktf-zenml-leftovers-'));
  const unseen: Unseen[] = [];
  try {
    const target = await readTarget(options, output);
    const [states, aws, zenml] = await Promise.all([
      readStates(target, unseen),
      lookIntoAws(options, target, unseen),
      lookOnServer(options, target, unseen),
    ]);
    const isDeployed = ({ address }: Leftover) => states.some(({ identifiers }) => identifiers.has(address));
    return {
      environment: options.environment,
      places: [...aws.places, ...zenml.places],
      leftovers: [...zenml.leftovers, ...aws.leftovers]
        .filter((each) => !isDeployed(each))
        .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1)),
      unseen,
      deployed: states.flatMap(({ resources }) => resources),
      googleProjects: target.googleProjects,
      statesAreKnown: options.app !== false && states.length === target.stacks.length,
    };
  } finally {
    await rm(output, { recursive: true, force: true });
  }
}

async function readTarget({ environment, app, regions }: FindOptions, output: string): Promise<EnvironmentTarget> {
  if (app !== false) return targetOf(await synthesizeApp({ app, output }), environment);
  if (regions.length === 0) {
    throw new UserError(
      'Without an app it is not known where to look.',
      'Give the regions of AWS that the environment was in: --region us-east-1',
    );
  }
  return { stacks: [], regions: [], clusters: [], googleProjects: [], unlabelled: { secret: [], flavor: [] } };
}

async function readStates({ stacks }: EnvironmentTarget, unseen: Unseen[]) {
  const states = await Promise.all(
    stacks.map(async (stack) => {
      try {
        return [await readState(stack)];
      } catch (error) {
        unseen.push({ what: `state of ${stack.name}`, why: reasonOf(error) });
        return [];
      }
    }),
  );
  return states.flat();
}

interface Found {
  readonly places: readonly string[];
  readonly leftovers: readonly Leftover[];
}

const NOTHING: Found = { places: [], leftovers: [] };

async function lookIntoAws(options: FindOptions, target: EnvironmentTarget, unseen: Unseen[]): Promise<Found> {
  const [region, ...others] = new Set([...target.regions, ...options.regions]);
  const uses = target.stacks.some(({ providers }) => providers.some(({ name }) => name === 'aws'));
  if (region === undefined) {
    if (uses) unseen.push({ what: 'AWS', why: 'the app does not say its region before terraform runs: give --region' });
    return NOTHING;
  }
  const clusters = [...new Set([...target.clusters, ...options.clusters])];
  const regions: AwsSearch['regions'] = [region, ...others];
  const { account, ...found } = await findAwsLeftovers({ regions, tags: identifyingLabels(options), clusters });
  unseen.push(...found.unseen);
  return { places: [`AWS account ${account} (${regions.join(', ')})`], leftovers: found.leftovers };
}

async function lookOnServer(options: FindOptions, target: EnvironmentTarget, unseen: Unseen[]): Promise<Found> {
  const access = { server: options.server, fallback: target.serverUrl, environment: process.env };
  const places: string[] = [];
  const ask: AskZenml = (work) =>
    withZenml(access, (client, serverUrl) => {
      places.splice(0, 1, serverUrl);
      return work(client);
    });
  try {
    const labels = identifyingLabels(options);
    const leftovers = await findZenmlLeftovers(ask, { labels, unlabelled: target.unlabelled });
    return { places, leftovers };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    unseen.push({ what: 'ZenML server', why: reasonOf(error) });
    return NOTHING;
  }
}

/** What the constructs write on everything of an environment. */
function identifyingLabels({ environment, tags }: FindOptions): Readonly<Record<string, string>> {
  return { ...tags, managed_by: 'terraform', environment };
}

/** In one line. */
function reasonOf(error: unknown): string {
  return messageOf(error)
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ');
}
