import { environments } from '../environments';
import type { MlProjectStackProps } from './ml-project-stack';

/** The stacks of ML projects by their ids, each deployed by `cdktf deploy <id>`, after the environment that it is in. */
export const projects: Readonly<Record<string, MlProjectStackProps>> = {
  'fraud-detection-dev': { projectName: 'fraud_detection', environment: environments.dev },
};
