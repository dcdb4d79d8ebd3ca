import { Fn, Token, type Postcondition, type TerraformResourceLifecycle } from 'cdktf';

const GUIDE = 'docs/guides/migrations.md';

/** What a bucket or a repository has for life, and how it is kept. */
export interface KeptAsMade {
  readonly location: string;
  /** The two regions of a bucket that is in a pair without a name. */
  readonly dataLocations?: readonly string[];
  /** Resource name of the key that encrypts it; without one it is encrypted by a key of Google's. */
  readonly encryptionKeyName?: string;
  /** Whether terraform refuses to destroy it. */
  readonly preventDestroy: boolean;
}

/**
 * Has the plan fail where a bucket would be replaced, which it is in another place: terraform plans to leave the place as it is,
 * and the postcondition tells that from what is asked for. A new bucket has from the start what is asked for. Where no key is
 * asked for, one that the bucket has is not taken away either: what is encrypted by it would be lost with it.
 */
export function bucketLifecycle(kept: KeptAsMade): TerraformResourceLifecycle {
  const { location, dataLocations = [], encryptionKeyName } = kept;
  const held = '[for each in flatten(self.custom_placement_config[*].data_locations) : upper(each)]';
  const wanted = `[${dataLocations.map((each) => `upper(${quoted(each)})`).join(', ')}]`;
  const inPlace: Postcondition = {
    condition: `\${upper(self.location) == upper(${quoted(location)}) && toset(${held}) == toset(${wanted})}`,
    errorMessage: guide({
      thing: 'The bucket ${self.name}',
      is: `is in \${join(" + ", concat([upper(self.location)], ${held}))}`,
      wanted: `${[location, ...dataLocations].join(' + ')} is asked for`,
      why: 'Google moves no bucket, so terraform would delete it with all that is in it and make an empty one',
      instead:
        'make a base stack beside it (nameSeed), copy the artifacts, let the teams change over, then remove the old one',
      section: 'google-a-bucket-in-another-place',
    }),
  };
  const keyStays: Postcondition = {
    condition: '${length(self.encryption) == 0}',
    errorMessage: guide({
      thing: 'The bucket ${self.name}',
      is: 'is encrypted by ${join(", ", self.encryption[*].default_kms_key_name)}',
      wanted: 'no key is asked for',
      why: 'The key would be deleted, and the artifacts could not be read without it',
      instead: 'name the key as encryptionKey, which keeps it',
      section: 'google-a-bucket-without-its-key',
    }),
  };
  return {
    ignoreChanges: ['location', 'custom_placement_config', ...(encryptionKeyName === undefined ? ['encryption'] : [])],
    postcondition: encryptionKeyName === undefined ? [inPlace, keyStays] : [inPlace],
    ...(kept.preventDestroy && { preventDestroy: true }),
  };
}

/** Has the plan fail where a repository would be replaced, which it is in another place, and with another key or none. */
export function repositoryLifecycle(kept: KeptAsMade): TerraformResourceLifecycle {
  const { location, encryptionKeyName } = kept;
  const inPlace: Postcondition = {
    condition: `\${lower(self.location) == lower(${quoted(location)})}`,
    errorMessage: repositoryGuide({
      is: 'is in ${self.location}',
      wanted: `${location} is asked for`,
      why: 'Google moves no repository',
      section: 'google-a-repository-in-another-place',
    }),
  };
  return {
    ignoreChanges: ['location', 'kms_key_name'],
    postcondition: [inPlace, ...(encryptionKeyName === undefined ? [noKey()] : ownKey(encryptionKeyName))],
    ...(kept.preventDestroy && { preventDestroy: true }),
  };
}

/** Has the plan fail where the ring of a key, and the key with it, would be replaced, which they are in another place. */
export function keyRingLifecycle(location: string): TerraformResourceLifecycle {
  return {
    ignoreChanges: ['location'],
    postcondition: [
      {
        condition: `\${lower(self.location) == lower(${quoted(location)})}`,
        errorMessage: guide({
          thing: 'The key ring ${self.name}',
          is: 'is in ${self.location}',
          wanted: `${location} is asked for, where bucket and repository are to be`,
          why: 'Google moves none of them, so terraform would delete the key, and all that is encrypted by it would be lost',
          instead:
            'make a base stack beside it (nameSeed), copy the artifacts, let the teams change over, then remove the old one',
          section: 'google-a-bucket-in-another-place',
        }),
      },
    ],
  };
}

/** Terraform makes the message also where the condition holds, and refuses to put null into a text. */
const HELD_KEY = '${coalesce(self.kms_key_name, "no key")}';

const NO_KEY = '(self.kms_key_name == null || self.kms_key_name == "")';

const OTHER_KEY = {
  why: 'Google encrypts a repository for life by what it was made with',
  section: 'google-a-repository-with-another-key',
};

function noKey(): Postcondition {
  return {
    condition: `\${${NO_KEY}}`,
    errorMessage: repositoryGuide({
      ...OTHER_KEY,
      is: `is encrypted by ${HELD_KEY}`,
      wanted: 'no key is asked for',
    }),
  };
}

/** A key that is yet to be made is known after apply, too late for the plan: that there is none at all, the plan can tell. */
function ownKey(keyName: string): readonly Postcondition[] {
  return [
    {
      condition: `\${!${NO_KEY}}`,
      errorMessage: repositoryGuide({
        ...OTHER_KEY,
        is: "is encrypted by a key of Google's",
        wanted: 'a key of your own is asked for',
      }),
    },
    {
      condition: `\${${NO_KEY} || self.kms_key_name == ${quoted(keyName)}}`,
      errorMessage: repositoryGuide({
        ...OTHER_KEY,
        is: `is encrypted by ${HELD_KEY}`,
        wanted: `${keyName} is asked for`,
      }),
    },
  ];
}

/** A text as part of an expression, in which cdktf writes references without quotes. */
function quoted(text: string): string {
  return Token.isUnresolved(text) ? Token.asString(Fn.join('', [text])) : JSON.stringify(text);
}

interface Guide {
  readonly thing: string;
  /** What it has. */
  readonly is: string;
  readonly wanted: string;
  readonly why: string;
  readonly instead: string;
  /** Of the guide. */
  readonly section: string;
}

function repositoryGuide(given: Pick<Guide, 'is' | 'wanted' | 'why' | 'section'>): string {
  return guide({
    thing: 'The repository ${self.repository_id}',
    instead:
      'make a base stack beside it (nameSeed), let the pipelines build their images there, then remove the old one',
    ...given,
    why: `${given.why}, so terraform would delete it with the images in it and make an empty one`,
  });
}

function guide({ thing, is, wanted, why, instead, section }: Guide): string {
  return `${thing} ${is}, and ${wanted}. ${why}; nothing was changed. Take the change back, or ${instead}: ${GUIDE}#${section}`;
}
