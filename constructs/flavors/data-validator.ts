// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { IResolvable } from 'cdktf';
import type { Configuration } from '../configuration';
import type { FlavorRules } from '../flavor-rules';

/** Base config for all data validators. */
export interface DeepchecksDataValidatorConfiguration {
  readonly [key: string]: never;
}

/** Base config for all data validators. */
export interface EvidentlyDataValidatorConfiguration {
  readonly [key: string]: never;
}

/** Config for the Great Expectations data validator. */
export interface GreatExpectationsDataValidatorConfiguration {
  /**
   * location of an already initialized Great Expectations data context. If configured, the data validator will only be
   * usable with local orchestrators.
   * @default none
   */
  readonly contextRootDir?: string;
  /**
   * in-line Great Expectations data context configuration. If the `context_root_dir` attribute is also set, this
   * configuration will be ignored.
   * @default none
   */
  readonly contextConfig?: Configuration;
  /**
   * if set, ZenML will automatically configure stores that use the Artifact Store as a backend. If neither
   * `context_root_dir` nor `context_config` are set, this is the default behavior.
   * @default `false`
   */
  readonly configureZenmlStores?: boolean | IResolvable;
  /**
   * configure a local data docs site where Great Expectations docs are generated and can be visualized locally.
   * @default `true`
   */
  readonly configureLocalDocs?: boolean | IResolvable;
}

/** Config for the whylogs data validator. */
export interface WhylogsDataValidatorConfiguration {
  /**
   * If set to `True` for a step, all the whylogs data profile views returned by the step will automatically be uploaded to
   * the Whylabs platform if Whylabs credentials are configured.
   * @default `false`
   */
  readonly enableWhylabs?: boolean | IResolvable;
  /**
   * Dataset ID to use when uploading profiles to Whylabs.
   * @default none
   */
  readonly datasetId?: string;
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
}

/** The configurations of the flavors of data_validator. Augment it with those of your own flavors. */
export interface DataValidatorFlavors {
  readonly deepchecks: DeepchecksDataValidatorConfiguration;
  readonly evidently: EvidentlyDataValidatorConfiguration;
  readonly great_expectations: GreatExpectationsDataValidatorConfiguration;
  readonly whylogs: WhylogsDataValidatorConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const DATA_VALIDATOR_RULES: FlavorRules = {};
