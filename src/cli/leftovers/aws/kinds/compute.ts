import { CodeBuildClient, DeleteProjectCommand } from '@aws-sdk/client-codebuild';
import {
  DeleteSecurityGroupCommand,
  DeleteVolumeCommand,
  DescribeInstancesCommand,
  EC2Client,
  ReleaseAddressCommand,
  TerminateInstancesCommand,
  waitUntilInstanceTerminated,
} from '@aws-sdk/client-ec2';
import {
  DeleteClusterCommand,
  DeleteNodegroupCommand,
  EKSClient,
  paginateListNodegroups,
  waitUntilClusterDeleted,
  waitUntilNodegroupDeleted,
} from '@aws-sdk/client-eks';
import {
  DeleteLoadBalancerCommand as DeleteClassicLoadBalancerCommand,
  ElasticLoadBalancingClient,
} from '@aws-sdk/client-elastic-load-balancing';
import {
  DeleteLoadBalancerCommand,
  DeleteTargetGroupCommand,
  ElasticLoadBalancingV2Client,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import { DeleteScheduleGroupCommand, SchedulerClient } from '@aws-sdk/client-scheduler';
import type { Removal } from '../../leftover';
import type { AwsClients } from '../aws-clients';
import type { AwsKind } from '../aws-kind';

/** Seconds that AWS may take to be done with machines. */
const PATIENCE = 1200;

/** What runs, and what stands before it, in the order in which it can go. */
export const COMPUTE: readonly AwsKind[] = [
  {
    kind: 'schedule group',
    pattern: /^scheduler:schedule-group\/(.+)$/,
    removals: (aws, { name }) => [
      aws.removal('scheduler delete-schedule-group', { Name: name }, (input) =>
        aws.of(SchedulerClient).send(new DeleteScheduleGroupCommand(input)),
      ),
    ],
  },
  {
    kind: 'CodeBuild project',
    pattern: /^codebuild:project\/(.+)$/,
    removals: (aws, { name }) => [
      aws.removal('codebuild delete-project', { name }, (input) =>
        aws.of(CodeBuildClient).send(new DeleteProjectCommand(input)),
      ),
    ],
  },
  {
    kind: 'EKS node group',
    pattern: /^eks:nodegroup\/([^/]+\/[^/]+)/,
    removals: (aws, { name }) => {
      const [clusterName = '', nodegroupName = ''] = name.split('/');
      return [nodeGroupRemoval(aws, clusterName, nodegroupName)];
    },
  },
  {
    kind: 'EKS cluster',
    pattern: /^eks:cluster\/(.+)$/,
    removals: async (aws, { name }) => {
      const client = aws.of(EKSClient);
      const groups: string[] = [];
      for await (const { nodegroups = [] } of paginateListNodegroups({ client }, { clusterName: name }))
        groups.push(...nodegroups);
      return [
        ...groups.map((group) => nodeGroupRemoval(aws, name, group)),
        aws.removal('eks delete-cluster', { name }, async (input) => {
          await client.send(new DeleteClusterCommand(input));
          await waitUntilClusterDeleted({ client, maxWaitTime: PATIENCE }, input);
        }),
      ];
    },
  },
  {
    kind: 'EC2 instance',
    pattern: /^ec2:instance\/(.+)$/,
    isGone: async (aws, { name }) => {
      const { Reservations = [] } = await aws.of(EC2Client).send(new DescribeInstancesCommand({ InstanceIds: [name] }));
      return Reservations.flatMap(({ Instances = [] }) => Instances).every(({ State }) => State?.Name === 'terminated');
    },
    removals: (aws, { name }) => [
      aws.removal('ec2 terminate-instances', { InstanceIds: [name] }, async (input) => {
        const client = aws.of(EC2Client);
        await client.send(new TerminateInstancesCommand(input));
        await waitUntilInstanceTerminated({ client, maxWaitTime: PATIENCE }, input);
      }),
    ],
  },
  {
    kind: 'load balancer',
    pattern: /^elasticloadbalancing:loadbalancer\/(?:app|net|gwy)\/([^/]+)\/[^/]+$/,
    removals: (aws, { arn }) => [
      aws.removal('elbv2 delete-load-balancer', { LoadBalancerArn: arn }, (input) =>
        aws.of(ElasticLoadBalancingV2Client).send(new DeleteLoadBalancerCommand(input)),
      ),
    ],
  },
  {
    kind: 'classic load balancer',
    pattern: /^elasticloadbalancing:loadbalancer\/([^/]+)$/,
    removals: (aws, { name }) => [
      aws.removal('elb delete-load-balancer', { LoadBalancerName: name }, (input) =>
        aws.of(ElasticLoadBalancingClient).send(new DeleteClassicLoadBalancerCommand(input)),
      ),
    ],
  },
  {
    kind: 'target group',
    pattern: /^elasticloadbalancing:targetgroup\/([^/]+)\/[^/]+$/,
    removals: (aws, { arn }) => [
      aws.removal('elbv2 delete-target-group', { TargetGroupArn: arn }, (input) =>
        aws.of(ElasticLoadBalancingV2Client).send(new DeleteTargetGroupCommand(input)),
      ),
    ],
  },
  {
    kind: 'EBS volume',
    pattern: /^ec2:volume\/(.+)$/,
    removals: (aws, { name }) => [
      aws.removal('ec2 delete-volume', { VolumeId: name }, (input) =>
        aws.of(EC2Client).send(new DeleteVolumeCommand(input)),
      ),
    ],
  },
  {
    kind: 'elastic IP address',
    pattern: /^ec2:elastic-ip\/(.+)$/,
    removals: (aws, { name }) => [
      aws.removal('ec2 release-address', { AllocationId: name }, (input) =>
        aws.of(EC2Client).send(new ReleaseAddressCommand(input)),
      ),
    ],
  },
  {
    kind: 'security group',
    pattern: /^ec2:security-group\/(.+)$/,
    removals: (aws, { name }) => [
      aws.removal('ec2 delete-security-group', { GroupId: name }, (input) =>
        aws.of(EC2Client).send(new DeleteSecurityGroupCommand(input)),
      ),
    ],
  },
];

/** A cluster cannot go before its groups are gone. */
function nodeGroupRemoval(aws: AwsClients, clusterName: string, nodegroupName: string): Removal {
  return aws.removal('eks delete-nodegroup', { clusterName, nodegroupName }, async (input) => {
    const client = aws.of(EKSClient);
    await client.send(new DeleteNodegroupCommand(input));
    await waitUntilNodegroupDeleted({ client, maxWaitTime: PATIENCE }, input);
  });
}
