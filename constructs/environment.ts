import type { StateBackend } from './backends/state-backend';
import { frozen, merge } from './merge';

/** What an environment allows and carries. Extend it with the settings of your own stacks. */
export interface EnvironmentSettings {
  /**
   * Whether this is a place to try things out, where keys in state may be allowed and what was made may be thrown away.
   * @default false
   */
  readonly development?: boolean;
  /**
   * Whether terraform may make long-lived keys. Such a key lies readable in the state, and everyone who can read the state
   * can use it. Only a development environment may allow it.
   * @default false
   */
  readonly allowKeyInState?: boolean;
  /**
   * Whether destroying a bucket or a registry also deletes what users have put into it.
   * @default the value of `development`
   */
  readonly forceDestroy?: boolean;
  /**
   * Number of the AWS account that it is in. The plan fails where the credentials are of another one.
   * @default whichever account they are of
   */
  readonly accountId?: string;
  /**
   * Id of the Google project that it is in. Synth refuses a base stack in another one, and the plan fails where the credentials
   * do not reach it.
   * @default that of its base stack, which is not looked up
   */
  readonly projectId?: string;
  /**
   * Address of the ZenML server that its stacks are registered on. The plan fails where the provider talks to another one.
   * @default whichever server that is
   */
  readonly zenmlServerUrl?: string;
  /**
   * Name of the ML project, for tags and labels.
   * @default none
   */
  readonly projectName?: string;
  /**
   * Name of the team that answers for it, for tags and labels.
   * @default none
   */
  readonly team?: string;
  /**
   * Who pays for it, for tags and labels.
   * @default none
   */
  readonly costCenter?: string;
  /**
   * Tags of your own, on every cloud resource and ZenML object. Those the constructs set themselves win.
   * @default none
   */
  readonly tags?: Readonly<Record<string, string>>;
  /**
   * Whether artifacts and images outlive the loss of a place.
   *
   * Google Cloud: bucket and registry are in the multi-region around the region (`EU`, `US`, `ASIA`), or the bucket in a pair of
   * regions (`secondRegion`); images are pulled from `europe-docker.pkg.dev` and the like. Google moves neither, so for a deployed
   * environment the plan fails, with what to do.
   *
   * AWS: S3 copies what is written to a bucket in a second region (`replicaRegion`), ECR each image to a repository there; both
   * buckets keep old versions. Switched off again, the copies stay, and terraform forgets them, unless it may throw them away.
   * @default false
   */
  readonly highAvailability?: boolean;
  /**
   * Whether artifacts that are overwritten or deleted can be had back for a while.
   *
   * Google Cloud: the bucket keeps old versions (`noncurrentVersionDays`, 30), and what is deleted for good for 30 days
   * (`softDeleteDays`; Google's default is 7). Both are switched in place. Switched off again, the old versions that there are
   * still go after their days.
   *
   * AWS: the bucket keeps old versions (`noncurrentVersionDays`, 30), which a life-cycle rule deletes then, together with the
   * parts of uploads that were never completed. Switched off again, S3 keeps no new versions, and those that it has for ever.
   * @default false
   */
  readonly backupEnabled?: boolean;
  /**
   * `strict` for what auditors ask: keys of your own, logs of each access, nothing that is destroyed by mistake, no long-lived
   * keys.
   *
   * Google Cloud: a key in Cloud KMS, renewed every 90 days, encrypts bucket and registry; a second bucket has the logs of each
   * access to the first; old versions are kept for a year, what is deleted for 90 days; tags of images cannot be moved, and images
   * are scanned when they are pushed; terraform destroys neither bucket nor registry nor key (`prevent_destroy`), and
   * `forceDestroy` is refused. A deployed registry cannot change its key: the plan fails, with what to do.
   *
   * AWS: a KMS key of the account's own, rotated each year, encrypts bucket and registry; a second bucket logs each request to
   * the first; old versions are kept for a year; tags of images cannot be moved; terraform destroys neither bucket nor registry
   * nor key (`prevent_destroy`), and `forceDestroy` is refused. A deployed registry cannot change its key: the plan fails, with
   * what to do.
   * @default 'standard'
   */
  readonly complianceMode?: 'standard' | 'strict';
  /**
   * Rules of the strict mode that it need not keep, each with the reason in words. Rule and reason are in its labels.
   * @default none
   */
  readonly exceptions?: Readonly<Partial<Record<ComplianceRule, string>>>;
  /**
   * Where its Terraform stacks keep their state: `addStateBackend(stack, environment)`.
   * @default a file for each Terraform stack
   */
  readonly backend?: StateBackend;
  /**
   * Terraform workspace that its state lies in, for an app that is synthesized for one environment at a time and calls its
   * Terraform stacks the same in all. Plans fail while another workspace is selected.
   * @default none: the environment has a state of its own in the default workspace
   */
  readonly workspace?: string;
}

/**
 * A rule of the strict mode from which an environment may be excepted:
 * - `long-lived-keys`: connectors hold no key that lasts.
 * - `immutable-tags`: a tag in the registry stays with its image. ZenML gives each build of a pipeline the same tag, unless the
 *   pipeline's `DockerSettings(image_tag=...)` names another one, so a second build is refused.
 * - `registry-key`: the registry is encrypted with a key of your own. A deployed one cannot change that.
 * - `prevent-destroy`: terraform refuses to destroy bucket, registry and key. Excepted for as long as it takes to destroy them.
 */
export type ComplianceRule = 'long-lived-keys' | 'immutable-tags' | 'registry-key' | 'prevent-destroy';

/** A place that stacks are deployed to. */
export interface Environment extends EnvironmentSettings {
  /** `dev`, `prod`: 2 to 16 lower-case letters, digits and hyphens, a letter first. Part of every name. */
  readonly name: string;
}

type Callable = (...args: never[]) => unknown;

/** Any part of some settings. Lists, functions and objects with methods are given whole. */
export type Overrides<T> = T extends readonly unknown[] | Callable
  ? T
  : T extends object
    ? Extract<T[keyof T], Callable> extends never
      ? { readonly [K in keyof T]?: Overrides<T[K]> }
      : T
    : T;

/**
 * The environments by name: the defaults, deep-merged with what each environment gives. The result is frozen.
 * Only plain objects are merged; lists and instances of classes replace the default, and `undefined` leaves it.
 */
export function defineEnvironments<S extends EnvironmentSettings, N extends string>(
  definitions: { readonly defaults: S } & { readonly [K in N]: Overrides<NoInfer<S> & EnvironmentSettings> },
): { readonly [K in Exclude<N, 'defaults'>]: S & Environment } {
  const { defaults, ...environments } = definitions;
  const merged = Object.entries(environments).map(
    ([name, overrides]) => [name, frozen(merge(merge(defaults, overrides), { name }))] as const,
  );
  return Object.freeze(Object.fromEntries(merged)) as { readonly [K in Exclude<N, 'defaults'>]: S & Environment };
}
