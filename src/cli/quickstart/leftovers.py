"""Lists what is left in the AWS account behind AWS_ENDPOINT_URL, as one line of JSON: a list of strings."""

import json

import boto3


def leftovers() -> list:
    s3, ecr, iam, kms, logs = (boto3.client(name) for name in ("s3", "ecr", "iam", "kms", "logs"))
    found = [f"S3 bucket {bucket['Name']}" for bucket in s3.list_buckets()["Buckets"]]
    found += [f"ECR repository {each['repositoryName']}" for each in ecr.describe_repositories()["repositories"]]
    found += [f"IAM user {user['UserName']}" for user in iam.list_users()["Users"]]
    found += [f"IAM role {role['RoleName']}" for role in iam.list_roles()["Roles"]]
    found += [f"IAM policy {policy['PolicyName']}" for policy in iam.list_policies(Scope="Local")["Policies"]]
    found += [f"log group {group['logGroupName']}" for group in logs.describe_log_groups()["logGroups"]]
    for key in kms.list_keys()["Keys"]:
        described = kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]
        if described["KeyState"] != "PendingDeletion" and described["KeyManager"] == "CUSTOMER":
            found.append(f"KMS key {key['KeyId']}")
    tagged = boto3.client("resourcegroupstaggingapi").get_resources()["ResourceTagMappingList"]
    known = ("arn:aws:s3:", "arn:aws:kms:", "arn:aws:logs:")
    found += [each["ResourceARN"] for each in tagged if not each["ResourceARN"].startswith(known)]
    return found


if __name__ == "__main__":
    print(json.dumps(leftovers()))
