import type { Check } from '../checks';
import type { Environment } from '../environment';
import { isKnown } from '../known-value';

/** A part of the world that Google has a multi-region in. */
interface Area {
  /** Regions are in it whose names begin so. */
  readonly regions: RegExp;
  /** Regions by that name which the multi-region leaves out. */
  readonly outside: readonly string[];
  /** As Cloud Storage calls it. */
  readonly bucket: string;
  /** As Artifact Registry and Cloud KMS call it. */
  readonly others: string;
  /** Any two of these make a dual-region, but for the pairs that have a name. */
  readonly paired: readonly string[];
}

/** Source: https://cloud.google.com/storage/docs/locations and https://cloud.google.com/artifact-registry/docs/repositories/repo-locations */
const AREAS: readonly Area[] = [
  {
    regions: /^europe-/,
    outside: ['europe-west2', 'europe-west6'],
    bucket: 'EU',
    others: 'europe',
    paired: [
      'europe-central2',
      'europe-north1',
      'europe-southwest1',
      'europe-west1',
      'europe-west3',
      'europe-west4',
      'europe-west8',
      'europe-west9',
      'europe-west10',
      'europe-west12',
    ],
  },
  {
    regions: /^us-/,
    outside: [],
    bucket: 'US',
    others: 'us',
    paired: [
      'us-central1',
      'us-east1',
      'us-east4',
      'us-east5',
      'us-south1',
      'us-west1',
      'us-west2',
      'us-west3',
      'us-west4',
    ],
  },
  {
    regions: /^asia-/,
    outside: ['asia-east2', 'asia-southeast2'],
    bucket: 'ASIA',
    others: 'asia',
    paired: ['asia-east1', 'asia-southeast1'],
  },
];

/** Pairs of regions that have a name of their own, which is then the location. */
const NAMED_PAIRS: readonly NamedPair[] = [
  { name: 'ASIA1', regions: ['asia-northeast1', 'asia-northeast2'], keys: 'asia1' },
  { name: 'EUR4', regions: ['europe-north1', 'europe-west4'], keys: 'eur4' },
  { name: 'EUR5', regions: ['europe-west1', 'europe-west2'], keys: 'europe' },
  { name: 'EUR7', regions: ['europe-west2', 'europe-west3'], keys: 'europe' },
  { name: 'EUR8', regions: ['europe-west3', 'europe-west6'], keys: 'europe' },
];

interface NamedPair {
  readonly name: string;
  readonly regions: readonly [string, string];
  /** Where Cloud KMS has keys for it. */
  readonly keys: string;
}

/** Where a bucket is. */
export interface BucketPlace {
  /** A region, `europe-west1`, a multi-region, `EU`, or a pair of regions that has a name, `EUR4`. */
  readonly location: string;
  /** The two regions of a pair that has no name. */
  readonly dataLocations?: readonly string[];
  /** Where the key must be that encrypts it. */
  readonly keyLocation: string;
}

/** What says where a base stack's bucket and repository are. */
export interface Placement {
  readonly environment: Environment;
  readonly region: string;
  readonly secondRegion?: string;
}

/** Where a base stack's bucket is: in its region, or with `highAvailability` in a multi-region or a pair of regions. */
export function bucketPlace({ environment, region, secondRegion }: Placement): BucketPlace {
  const inRegion = { location: region, keyLocation: region };
  return environment.highAvailability === true ? (spread(region, secondRegion) ?? inRegion) : inRegion;
}

/** Where its repository is, and keys for that. Artifact Registry has no pairs of regions. */
export function repositoryPlace({ environment, region }: Placement): string {
  return environment.highAvailability === true ? (areaOf(region)?.others ?? region) : region;
}

/** That Google has the place that is asked for. */
export function placementChecks({ environment, region, secondRegion }: Placement): readonly Check[] {
  const { name, highAvailability = false } = environment;
  if (!highAvailability) {
    return [
      {
        holds: secondRegion === undefined,
        message: `secondRegion is "${secondRegion ?? ''}", and environment "${name}" has no highAvailability, so that everything is in one region: set highAvailability: true, or leave out secondRegion`,
      },
    ];
  }
  const seconds = secondRegions(region);
  const [instead, remedy] =
    seconds.length > 0
      ? [`the second region of a pair with "${region}", ${seconds.join(', ')}`, 'name one of them as secondRegion']
      : [`a region in one of Google's multi-regions, EU, US and ASIA`, 'choose another region'];
  return [
    {
      holds: spread(region, secondRegion) !== undefined,
      message: `environment "${name}" has highAvailability, region is "${region}" and secondRegion is ${secondRegion === undefined ? 'not given' : `"${secondRegion}"`}; Google has no bucket there that outlives the loss of a region; expected ${instead}: ${remedy}, give bucket and repository of your own, or take out highAvailability`,
    },
  ];
}

function spread(region: string, secondRegion: string | undefined): BucketPlace | undefined {
  const area = areaOf(region);
  if (area === undefined) return undefined;
  const { bucket: location, others: keyLocation, outside, paired } = area;
  if (secondRegion === undefined) return outside.includes(region) ? undefined : { location, keyLocation };
  const regions = [region, secondRegion];
  const named = NAMED_PAIRS.find((pair) => pair.regions.every((each) => regions.includes(each)));
  if (named !== undefined) return { location: named.name, keyLocation: named.keys };
  const differ = region !== secondRegion && regions.every((each) => paired.includes(each));
  return differ ? { location, dataLocations: regions, keyLocation } : undefined;
}

function secondRegions(region: string): readonly string[] {
  const others = [...(areaOf(region)?.paired ?? []), ...NAMED_PAIRS.flatMap(({ regions }) => regions)];
  return [...new Set(others)].filter((other) => spread(region, other) !== undefined).sort();
}

function areaOf(region: string): Area | undefined {
  return isKnown(region) ? AREAS.find(({ regions }) => regions.test(region)) : undefined;
}
