import type { Construct } from 'constructs';
import type { GcpBaseStackProps } from '../../../constructs/gcp';
import { synthesize } from '../synthesized';
import { authPatterns, type AuthPatternName } from './support/auth-patterns';
import { everything, gcpStackWith, makeBase, prod } from './support/gcp-stack';

const LEFT_OUT: readonly string[] = ['//', 'terraform'];

/** A whole base stack as terraform gets it, without the comments and the version numbers of the bindings. */
function whole(auth: AuthPatternName, props: Partial<GcpBaseStackProps> = {}): unknown {
  const { text } = synthesize(
    gcpStackWith((scope: Construct) => {
      makeBase(scope, { auth: authPatterns[auth](scope), ...props });
    }),
  );
  return JSON.parse(text, (key, value: unknown) => (LEFT_OUT.includes(key) ? undefined : value));
}

describe('a GCP base stack as a whole', () => {
  it('with what it has by itself', () => {
    expect(whole('serviceAccountKey')).toMatchSnapshot();
  });

  it('with everything', () => {
    expect(whole('impersonation', { ...everything, services: ['cloud-build'] })).toMatchSnapshot();
  });

  it('in production, by a workload identity on AWS and one connector', () => {
    const props = { environment: prod, orchestrator: 'vertex', connectors: 'single' } as const;
    expect(whole('workloadIdentityOnAws', props)).toMatchSnapshot();
  });

  it('on SkyPilot', () => {
    expect(whole('serviceAccountKey', { orchestrator: 'skypilot', imageBuilder: 'none' })).toMatchSnapshot();
  });

  it('with every switch of its environment on', () => {
    const environment = { ...prod, highAvailability: true, backupEnabled: true, complianceMode: 'strict' } as const;
    const props = { environment, secondRegion: 'europe-west4', turboReplication: true, auditLogs: true } as const;
    const life = { temporaryPrefixes: { 'tmp/': 7 }, untaggedImageDays: 90 };
    expect(whole('workloadIdentityOnAws', { ...props, ...life })).toMatchSnapshot();
  });
});
