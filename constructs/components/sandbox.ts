import type { Construct } from 'constructs';
import type { SandboxFlavors } from '../flavors';
import { FlavoredComponent } from './flavored-component';
import type { FlavoredProps } from './flavored-props';

/** What a sandbox is made from: its flavor says what its configuration may hold. */
export type SandboxProps = FlavoredProps<SandboxFlavors>;

/** Runs code in isolation: a sandbox of any flavor. */
export class Sandbox extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: SandboxProps) {
    super(scope, id, 'sandbox', props);
  }
}
