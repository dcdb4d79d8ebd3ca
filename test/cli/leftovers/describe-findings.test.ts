import { describeFindings, reportAsJson, type Report } from '../../../src/cli/leftovers/describe-findings';

const run = () => Promise.resolve();

const balancer = {
  kind: 'load balancer',
  name: 'orphan',
  address: 'arn:orphan',
  place: 'us-east-1',
  rank: 1,
  removals: [
    { command: 'aws first', run },
    { command: 'aws second', run },
  ],
};
const topic = { ...balancer, kind: 'resource of sns', name: 'topic', address: 'arn:topic', removals: [] };

function report(findings: Partial<Report>): Report {
  return {
    environment: 'dev',
    places: ['AWS account 1 (us-east-1)', 'http://server'],
    leftovers: [],
    unseen: [],
    deployed: [],
    googleProjects: [],
    ...findings,
  };
}

test('where nothing is left, that is said with where it was looked for', () => {
  expect(describeFindings(report({}))).toBe('Nothing is left of dev in AWS account 1 (us-east-1) and http://server.');
});

test('each leftover is listed with the commands that remove it', () => {
  const text = describeFindings(report({ leftovers: [balancer] }));
  expect(text).toContain('load balancer orphan (us-east-1)\n  aws first\n  aws second\n');
  expect(text).toContain('The same command with --delete');
});

test('of what only people can remove, the address is told, and no command is promised', () => {
  const text = describeFindings(report({ leftovers: [topic] }));
  expect(text).toContain('no command is known for arn:topic');
  expect(text).not.toContain('--delete');
});

test('of what is removed by a command alone, the command is told, and not promised either', () => {
  const pipeline = { ...balancer, name: 'training', removals: [{ command: 'aws sagemaker delete-pipeline' }] };
  expect(describeFindings(report({ leftovers: [pipeline] }))).not.toContain('--delete');
  const text = describeFindings(report({ leftovers: [balancer, pipeline] }));
  expect(text).toContain('load balancer training (us-east-1)\n  aws sagemaker delete-pipeline\n');
  expect(text).toContain('--delete removes 1 of these 2, after asking; the others are for you to remove.');
});

test('what is deployed, what lies in Google projects and what could not be looked at is said', () => {
  const text = describeFindings(
    report({
      deployed: ['aws_s3_bucket.a', 'aws_s3_bucket.b'],
      googleProjects: ['acme-ml'],
      unseen: [{ what: 'IAM roles in the account', why: 'AccessDenied' }],
    }),
  );
  expect(text).toContain('its states hold 2 resources');
  expect(text).toContain(
    "gcloud asset search-all-resources --scope=projects/acme-ml --query='labels.managed_by=terraform AND labels.environment=dev'",
  );
  expect(text).toContain('Not looked at:\n  IAM roles in the account: AccessDenied');
});

test('programs get the same', () => {
  expect(JSON.parse(reportAsJson(report({ leftovers: [balancer], deployed: ['a.b'] })))).toEqual({
    environment: 'dev',
    places: ['AWS account 1 (us-east-1)', 'http://server'],
    leftovers: [
      {
        kind: 'load balancer',
        name: 'orphan',
        address: 'arn:orphan',
        place: 'us-east-1',
        commands: ['aws first', 'aws second'],
      },
    ],
    deployed: ['a.b'],
    notLookedAt: [],
  });
});
