import type { PolicyStatement } from '../policy';
import { iamArn, regionalArn, type CloudScope } from './cloud-scope';

/** The role and instance profile that SkyPilot gives its machines. SkyPilot knows it by this name only. */
export const SKYPILOT_INSTANCE_ROLE = 'skypilot-v1';

/** What SkyPilot looks at before it starts a machine. */
const VIEWED = [
  'ec2:DescribeAvailabilityZones',
  'ec2:DescribeCapacityReservations',
  'ec2:DescribeImages',
  'ec2:DescribeInstanceStatus',
  'ec2:DescribeInstanceTypeOfferings',
  'ec2:DescribeInstanceTypes',
  'ec2:DescribeInstances',
  'ec2:DescribeRegions',
  'ec2:DescribeRouteTables',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSpotPriceHistory',
  'ec2:DescribeSubnets',
  'ec2:DescribeVolumes',
  'ec2:DescribeVpcs',
];

const MADE_LATER = 'SkyPilot makes machines, disks and interfaces when pipelines run, in subnets that it chooses.';

/**
 * Starting and ending virtual machines by SkyPilot, in one account and region. Source: SkyPilot's minimal permissions, without
 * those to make its instance role, since whoever may make roles may give themselves any permission.
 */
export function skypilotGrants(scope: CloudScope): readonly PolicyStatement[] {
  return [
    {
      sid: 'SkypilotImages',
      actions: ['ec2:RunInstances'],
      resources: [`arn:${scope.partition}:ec2:${scope.region}::image/ami-*`],
      why: 'SkyPilot chooses the machine image by region and accelerator.',
    },
    {
      sid: 'SkypilotLaunch',
      actions: ['ec2:RunInstances'],
      resources: ['instance/*', 'network-interface/*', 'security-group/*', 'subnet/*', 'volume/*'].map((resource) =>
        regionalArn(scope, 'ec2', resource),
      ),
      why: MADE_LATER,
    },
    {
      sid: 'SkypilotMachines',
      actions: [
        'ec2:CreateTags',
        'ec2:DeleteTags',
        'ec2:StartInstances',
        'ec2:StopInstances',
        'ec2:TerminateInstances',
      ],
      resources: [regionalArn(scope, 'ec2', 'instance/*')],
      why: MADE_LATER,
    },
    {
      sid: 'SkypilotFirewall',
      actions: [
        'ec2:AuthorizeSecurityGroupIngress',
        'ec2:CreateSecurityGroup',
        'ec2:DeleteSecurityGroup',
        'ec2:ModifyInstanceAttribute',
      ],
      resources: ['instance/*', 'security-group/*', 'vpc/*'].map((resource) => regionalArn(scope, 'ec2', resource)),
      why: 'SkyPilot makes a security group for each cluster, in the network that it chooses.',
    },
    view('SkypilotView', VIEWED),
    {
      sid: 'SkypilotRole',
      actions: ['iam:GetInstanceProfile', 'iam:GetRole', 'iam:PassRole'],
      resources: ['role', 'instance-profile'].map((kind) => iamArn(scope, `${kind}/${SKYPILOT_INSTANCE_ROLE}`)),
    },
    {
      sid: 'SkypilotSpot',
      actions: ['iam:CreateServiceLinkedRole'],
      resources: [iamArn(scope, 'role/aws-service-role/spot.amazonaws.com/*')],
      conditions: { StringEquals: { 'iam:AWSServiceName': 'spot.amazonaws.com' } },
      why: 'AWS names the service-linked role for spot machines, and makes it with the first of them.',
    },
  ];
}

/** What a machine does that SkyPilot made: ending itself and the others of its cluster when they are idle. */
export function skypilotInstanceGrants(scope: CloudScope): readonly PolicyStatement[] {
  return [
    {
      sid: 'SkypilotMachinesEnd',
      actions: ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:TerminateInstances'],
      resources: [regionalArn(scope, 'ec2', 'instance/*')],
      conditions: { StringLike: { 'aws:ResourceTag/skypilot-cluster-name': '*' } },
      why: 'SkyPilot tags each machine that it makes, and no other has that tag.',
    },
    {
      sid: 'SkypilotFirewallEnd',
      actions: ['ec2:DeleteSecurityGroup'],
      resources: [regionalArn(scope, 'ec2', 'security-group/*')],
      why: 'SkyPilot makes a security group for each cluster; AWS deletes none that is in use.',
    },
    view('SkypilotMachinesView', ['ec2:DescribeInstances', 'ec2:DescribeSecurityGroups']),
  ];
}

function view(sid: string, actions: readonly string[]): PolicyStatement {
  return { sid, actions, resources: ['*'], why: 'AWS gives actions that describe for all resources only.' };
}
