// Generated from the flavors of ZenML 0.98.0 by `npm run flavors`: the next run overwrites it.
import type { FlavorRules } from '../flavor-rules';

/** Configuration for the MLflow model registry. */
export interface MlflowModelRegistryConfiguration {
  readonly [key: string]: never;
}

/** The configurations of the flavors of model_registry. Augment it with those of your own flavors. */
export interface ModelRegistryFlavors {
  readonly mlflow: MlflowModelRegistryConfiguration;
}

/** What types cannot say of the keys, by flavor and by the server's own key. */
export const MODEL_REGISTRY_RULES: FlavorRules = {};
