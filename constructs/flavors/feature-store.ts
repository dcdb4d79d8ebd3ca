// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { FlavorRules } from '../flavor-rules';

/** Config for Feast feature store. */
export interface FeastFeatureStoreConfiguration {
  /**
   * Online feature store host address (typically Redis server).
   * @default `"localhost"`
   */
  readonly onlineHost?: string;
  /**
   * Online feature store port number.
   * @default `6379`
   */
  readonly onlinePort?: number;
  /** Local filesystem path to the Feast repository with feature definitions. */
  readonly feastRepo: string;
}

/** The configurations of the flavors of feature_store. Augment it with those of your own flavors. */
export interface FeatureStoreFlavors {
  readonly feast: FeastFeatureStoreConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const FEATURE_STORE_RULES: FlavorRules = {
  feast: {
    online_port: { integer: true },
  },
};
