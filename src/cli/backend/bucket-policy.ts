/** A policy of a bucket, as S3 has it. */
interface Policy {
  readonly Version: string;
  readonly Statement: readonly Statement[];
}

interface Statement {
  readonly Sid?: string;
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const SID = 'DenyInsecureTransport';

/** Whether a policy refuses every request that is not encrypted on its way. */
export function deniesPlainHttp(text: string | undefined): boolean {
  return policyOf(text).Statement.some(
    ({ Effect, Action, Principal, Condition }) =>
      Effect === 'Deny' &&
      [Action].flat().some((action) => action === 's3:*' || action === '*') &&
      (Principal === '*' || JSON.stringify(Principal) === '{"AWS":"*"}') &&
      String(Condition?.Bool?.['aws:SecureTransport']) === 'false',
  );
}

/** A policy with everything that it has, which also refuses what is not encrypted on its way. */
export function withDenialOfPlainHttp(text: string | undefined, bucketArn: string): string {
  const { Version, Statement } = policyOf(text);
  const denial: Statement = {
    Sid: SID,
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:*',
    Resource: [bucketArn, `${bucketArn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  return JSON.stringify({ Version, Statement: [...Statement.filter(({ Sid }) => Sid !== SID), denial] });
}

function policyOf(text: string | undefined): Policy {
  return text === undefined ? { Version: '2012-10-17', Statement: [] } : (JSON.parse(text) as Policy);
}
