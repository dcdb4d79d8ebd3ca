import type { Construct } from 'constructs';
import type { FeatureStoreFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a feature store is made from: its flavor says what its configuration may hold. */
export type FeatureStoreProps = FlavoredProps<FeatureStoreFlavors>;

/** Serves features to training and inference: a feature store of any flavor. */
export class FeatureStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: FeatureStoreProps) {
    super(scope, id, 'feature_store', props);
  }
}
