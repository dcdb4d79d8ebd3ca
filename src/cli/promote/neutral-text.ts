import type { SynthesizedStack } from '../synthesized';

/** Stands for the name of the environment in what is compared. */
const PLACE = '<environment>';

/** `data.aws_region.region_24E6C412`, in an expression. */
const ADDRESS = /(?<![\w.-])(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][\w-]*/g;

/** The digits that names made unique end in: the function that terraform computes them by, or what it has computed. */
const COMPUTED_DIGITS = /\$\{substr\(sha256\((?:[^{}])*?\), 0, 8\)\}/g;

/** Turns the texts of one environment into what they would be in any. */
export class NeutralTexts {
  private readonly paths: ReadonlyMap<string, string>;
  private readonly environmentName: RegExp;
  private readonly uniqueName: RegExp;

  /**
   * @param environment its name
   * @param stacks its Terraform stacks
   */
  constructor(environment: string, stacks: readonly SynthesizedStack[]) {
    this.environmentName = new RegExp(`(?<![A-Za-z0-9])${wordsOf(environment)}(?![A-Za-z0-9])`, 'g');
    // Long names are cut where there is little room, such as in ids of Google's service accounts.
    this.uniqueName = new RegExp(`zenml([-_])(${prefixesOf(environment)})\\1[0-9a-f]{8}(?![0-9a-f])`, 'g');
    this.paths = new Map(
      stacks.flatMap(({ resources, dataSources }) =>
        [...resources, ...dataSources].map(
          ({ address, constructPath }) => [address, this.withoutName(constructPath)] as const,
        ),
      ),
    );
  }

  /** A text without what differs from environment to environment of itself: its name, digits derived from it, hashes of construct ids. */
  of(text: string): string {
    const unique = text.replace(COMPUTED_DIGITS, '<digits>').replace(this.uniqueName, `zenml$1${PLACE}$1<digits>`);
    return this.withoutName(unique.replace(ADDRESS, (address) => this.pathOf(address)));
  }

  private withoutName(text: string): string {
    return text.replace(this.environmentName, PLACE);
  }

  private pathOf(address: string): string {
    return this.paths.get(address) ?? address;
  }
}

/** Google's ids of roles have underscores where others have hyphens. */
function wordsOf(environment: string): string {
  return environment.split('-').map(escaped).join('[-_]');
}

/** The beginnings of a name, the longest first. */
function prefixesOf(environment: string): string {
  return Array.from({ length: environment.length }, (_, index) => environment.slice(0, environment.length - index))
    .map(wordsOf)
    .join('|');
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
