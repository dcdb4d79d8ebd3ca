import type { Construct } from 'constructs';
import type { AnnotatorFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What an annotator is made from: its flavor says what its configuration may hold. */
export type AnnotatorProps = FlavoredProps<AnnotatorFlavors>;

/** Has people label data: an annotator of any flavor. */
export class Annotator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: AnnotatorProps) {
    super(scope, id, 'annotator', props);
  }
}
