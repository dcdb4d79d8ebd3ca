import { ProjectIamAuditConfig } from '@cdktf/provider-google/lib/project-iam-audit-config';
import { Construct } from 'constructs';
import type { GcpProject } from './gcp-project';

const SERVICES = ['storage', 'artifactregistry', 'cloudkms'] as const;

const LOG_TYPES = ['ADMIN_READ', 'DATA_READ', 'DATA_WRITE'];

/** Who read and wrote what, in the audit logs of a project: for all buckets, repositories and keys in it. */
export class AuditLogs extends Construct {
  constructor(scope: Construct, id: string, { projectId, apis }: GcpProject) {
    super(scope, id);
    for (const service of SERVICES) {
      new ProjectIamAuditConfig(this, service, {
        project: projectId,
        service: `${service}.googleapis.com`,
        auditLogConfig: LOG_TYPES.map((logType) => ({ logType })),
        dependsOn: apis.use('cloudresourcemanager'),
      });
    }
  }
}
