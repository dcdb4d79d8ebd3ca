import type { Construct } from 'constructs';
import type { ImageBuilderFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What an image builder is made from: its flavor says what its configuration may hold. */
export type ImageBuilderProps = FlavoredProps<ImageBuilderFlavors>;

/** Builds the images that pipelines run in: an image builder of any flavor. */
export class ImageBuilder extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: ImageBuilderProps) {
    super(scope, id, 'image_builder', props);
  }
}
