import type { Construct } from 'constructs';
import type { AwsImageBuilderConfiguration } from '../flavors';
import { flatProps } from './flat-props';
import { FlavoredComponent } from './flavored-component';
import type { TypedComponentProps } from './flavored-props';

/** What a Code build image builder is made from. */
export interface CodeBuildImageBuilderProps extends TypedComponentProps, AwsImageBuilderConfiguration {}

/** Builds images with AWS CodeBuild. */
export class CodeBuildImageBuilder extends FlavoredComponent {
  constructor(scope: Construct, id: string, props: CodeBuildImageBuilderProps) {
    super(scope, id, 'image_builder', flatProps('aws', props));
  }
}
