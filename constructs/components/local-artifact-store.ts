import type { Construct } from 'constructs';
import { StackComponent, type ComponentProps } from '../stack-component';

/** What a local artifact store is made from. */
export interface LocalArtifactStoreProps extends ComponentProps {
  /**
   * Folder on the machine that runs the pipeline.
   * @default a folder of its own in the ZenML configuration folder of that machine
   */
  readonly path?: string;
}

/** Keeps artifacts in a folder of the machine that runs the pipeline; no other machine can read them. */
export class LocalArtifactStore extends StackComponent {
  constructor(scope: Construct, id: string, { path, ...component }: LocalArtifactStoreProps = {}) {
    super(scope, id, { ...component, type: 'artifact_store', flavor: 'local', configuration: { path } });
  }
}
