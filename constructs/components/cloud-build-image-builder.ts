import type { Construct } from 'constructs';
import type { GcpImageBuilderConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Cloud build image builder is made from. */
export interface CloudBuildImageBuilderProps extends TypedComponentProps, GcpImageBuilderConfiguration {}

/** Builds images with Google Cloud Build. */
export class CloudBuildImageBuilder extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: CloudBuildImageBuilderProps = {}) {
    super(scope, id, 'image_builder', flatProps('gcp', props));
  }
}
