// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { FlavorRules } from '../flavor-rules';

/** Config for the Argilla annotator. */
export interface ArgillaAnnotatorConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /** @default `"http://localhost"` */
  readonly instanceUrl?: string;
  /**
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly apiKey?: string;
  /** @default `6900` */
  readonly port?: number;
  /** @default none */
  readonly headers?: string;
  /** @default none */
  readonly httpxExtraKwargs?: string;
  /** @default none */
  readonly extraHeaders?: string;
}

/** Config for the Label Studio annotator. */
export interface LabelStudioAnnotatorConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /** @default `"http://localhost"` */
  readonly instanceUrl?: string;
  /** @default `8093` */
  readonly port?: number;
  /**
   * A secret: give a `secretReference(...)` or a sensitive variable, never a literal.
   * @default none
   */
  readonly apiKey?: string;
}

/** Config for the Pigeon annotator. */
export interface PigeonAnnotatorConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * The directory to store the annotations.
   * @default `"annotations"`
   */
  readonly outputDir?: string;
}

/** Config for the Prodigy annotator. */
export interface ProdigyAnnotatorConfiguration {
  /**
   * Name of the ZenML secret containing authentication credentials.
   * @default none
   */
  readonly authenticationSecret?: string;
  /**
   * The path to a custom config file for Prodigy.
   * @default none
   */
  readonly customConfigPath?: string;
}

/** The configurations of the flavors of annotator. Augment it with those of your own flavors. */
export interface AnnotatorFlavors {
  readonly argilla: ArgillaAnnotatorConfiguration;
  readonly label_studio: LabelStudioAnnotatorConfiguration;
  readonly pigeon: PigeonAnnotatorConfiguration;
  readonly prodigy: ProdigyAnnotatorConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const ANNOTATOR_RULES: FlavorRules = {
  argilla: {
    api_key: { secret: true },
    port: { integer: true },
  },
  label_studio: {
    port: { integer: true },
    api_key: { secret: true },
  },
};
