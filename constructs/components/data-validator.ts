import type { Construct } from 'constructs';
import type { DataValidatorFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a data validator is made from: its flavor says what its configuration may hold. */
export type DataValidatorProps = FlavoredProps<DataValidatorFlavors>;

/** Checks data and watches it for drift: a data validator of any flavor. */
export class DataValidator extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: DataValidatorProps) {
    super(scope, id, 'data_validator', props);
  }
}
