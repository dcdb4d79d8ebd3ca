import { deniesPlainHttp, withDenialOfPlainHttp } from '../../../src/cli/backend/bucket-policy';

const arn = 'arn:aws:s3:::acme-states';
const others = {
  Sid: 'Readers',
  Effect: 'Allow',
  Principal: { AWS: '123456789012' },
  Action: 's3:GetObject',
  Resource: arn,
};

function policy(...statements: object[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements });
}

describe('the policy of a bucket', () => {
  it('denies plain HTTP once it has been told to, and keeps what it has', () => {
    const text = withDenialOfPlainHttp(policy(others), arn);
    expect(deniesPlainHttp(text)).toBe(true);
    expect((JSON.parse(text) as { Statement: object[] }).Statement[0]).toEqual(others);
  });

  it('has one denial however often it is told', () => {
    const once = withDenialOfPlainHttp(undefined, arn);
    expect(withDenialOfPlainHttp(once, arn)).toBe(once);
  });

  it.each([
    ['none', undefined],
    ['one that allows', policy(others)],
    ['a denial for one person', policy({ ...denial(), Principal: { AWS: 'arn:aws:iam::123456789012:user/a' } })],
    ['a denial of writing alone', policy({ ...denial(), Action: 's3:PutObject' })],
    ['a denial of what is encrypted', policy({ ...denial(), Condition: { Bool: { 'aws:SecureTransport': 'true' } } })],
  ])('does not deny it by %s', (_, text) => {
    expect(deniesPlainHttp(text)).toBe(false);
  });

  it.each([
    ['a string', { ...denial(), Principal: '*' }],
    ['a list of actions', { ...denial(), Action: ['s3:*'] }],
    ['a boolean', { ...denial(), Condition: { Bool: { 'aws:SecureTransport': false } } }],
  ])('denies it by a statement of somebody else with %s', (_, statement) => {
    expect(deniesPlainHttp(policy(others, statement))).toBe(true);
  });
});

function denial() {
  return {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 's3:*',
    Resource: [arn, `${arn}/*`],
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
}
