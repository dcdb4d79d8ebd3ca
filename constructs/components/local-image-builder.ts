import type { Construct } from 'constructs';
import type { LocalImageBuilderConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Local image builder is made from. */
export interface LocalImageBuilderProps extends TypedComponentProps, LocalImageBuilderConfiguration {}

/** Builds images with the Docker of the machine that starts a pipeline. */
export class LocalImageBuilder extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: LocalImageBuilderProps = {}) {
    super(scope, id, 'image_builder', flatProps('local', props));
  }
}
