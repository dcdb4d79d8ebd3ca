import { DataGoogleProject } from '@cdktf/provider-google/lib/data-google-project';
import { Construct } from 'constructs';
import type { Environment } from '../environment';

/**
 * Has the plan fail where the credentials of the Google provider do not reach the project that the environment names. Credentials
 * are of no project by themselves, so what is asked is the project: it is read during plan, by the Cloud Resource Manager API, which
 * must be enabled where the credentials are from.
 */
export function addProjectGuard(base: Construct, { projectId }: Environment): void {
  if (projectId === undefined) return;
  new DataGoogleProject(new Construct(base, 'project-guard'), 'Resource', { projectId });
}
