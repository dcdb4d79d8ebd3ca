import type { Construct } from 'constructs';
import type { ArtifactStoreFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What an artifact store is made from: its flavor says what its configuration may hold. */
export type ArtifactStoreProps = FlavoredProps<ArtifactStoreFlavors>;

/** Keeps the artifacts of pipelines: an artifact store of any flavor. */
export class ArtifactStore extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: ArtifactStoreProps) {
    super(scope, id, 'artifact_store', props);
  }
}
