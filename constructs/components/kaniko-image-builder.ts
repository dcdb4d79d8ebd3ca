import type { Construct } from 'constructs';
import type { KanikoImageBuilderConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Kaniko image builder is made from. */
export interface KanikoImageBuilderProps extends TypedComponentProps, KanikoImageBuilderConfiguration {}

/** Builds images with Kaniko in a Kubernetes cluster. */
export class KanikoImageBuilder extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: KanikoImageBuilderProps) {
    super(scope, id, 'image_builder', flatProps('kaniko', props));
  }
}
