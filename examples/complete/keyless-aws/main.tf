# A stack on AWS without a single long-lived key: the ZenML server assumes a role by the identity it runs with.
# The server must be started with ZENML_ENABLE_IMPLICIT_AUTH_METHODS=true.

terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.100.0, < 7.0.0"
    }
    zenml = {
      source  = "cdktf-zenml/zenml"
      version = "~> 0.1"
    }
  }
}

variable "zenml_server_role_arn" {
  description = "The role that the ZenML server runs with."
  type        = string
}

locals {
  region = "eu-west-1"
  # 123456789012.dkr.ecr.eu-west-1.amazonaws.com
  registry = split("/", aws_ecr_repository.images.repository_url)[0]
}

provider "aws" {
  region = local.region
}

provider "zenml" {}

resource "aws_s3_bucket" "artifacts" {
  bucket = "acme-ml-artifacts"
}

resource "aws_ecr_repository" "images" {
  name = "acme-ml"
}

resource "aws_iam_role" "stack" {
  name = "acme-ml-stack"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { AWS = var.zenml_server_role_arn }
    }]
  })
}

resource "aws_iam_role_policy" "stack" {
  role = aws_iam_role.stack.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["s3:ListBucket", "s3:GetObject", "s3:PutObject", "s3:DeleteObject", "s3:GetBucketVersioning"]
        Resource = [aws_s3_bucket.artifacts.arn, "${aws_s3_bucket.artifacts.arn}/*"]
      },
      {
        Effect   = "Allow"
        Action   = ["ecr:GetAuthorizationToken", "ecr:DescribeRegistry"]
        Resource = "*"
      },
      {
        Effect = "Allow"
        Action = [
          "ecr:DescribeRepositories", "ecr:ListImages", "ecr:DescribeImages", "ecr:BatchGetImage",
          "ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:InitiateLayerUpload",
          "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage",
        ]
        Resource = aws_ecr_repository.images.arn
      },
    ]
  })
}

resource "zenml_service_connector" "bucket" {
  name          = "acme-bucket"
  type          = "aws"
  auth_method   = "implicit"
  resource_type = "s3-bucket"
  resource_id   = "s3://${aws_s3_bucket.artifacts.bucket}"

  configuration = {
    region   = local.region
    role_arn = aws_iam_role.stack.arn
  }

  depends_on = [aws_iam_role_policy.stack]
}

resource "zenml_service_connector" "registry" {
  name          = "acme-registry"
  type          = "aws"
  auth_method   = "implicit"
  resource_type = "docker-registry"

  configuration = {
    region   = local.region
    role_arn = aws_iam_role.stack.arn
  }

  depends_on = [aws_iam_role_policy.stack]
}

resource "zenml_stack_component" "artifacts" {
  name          = "acme-artifacts"
  type          = "artifact_store"
  flavor        = "s3"
  configuration = { path = "s3://${aws_s3_bucket.artifacts.bucket}" }
  connector_id  = zenml_service_connector.bucket.id
}

resource "zenml_stack_component" "images" {
  name   = "acme-images"
  type   = "container_registry"
  flavor = "aws"

  configuration = {
    uri                = local.registry
    default_repository = aws_ecr_repository.images.name
  }

  connector_id          = zenml_service_connector.registry.id
  connector_resource_id = local.registry
}

resource "zenml_stack_component" "orchestrator" {
  name          = "acme-kubernetes"
  type          = "orchestrator"
  flavor        = "kubernetes"
  configuration = { kubernetes_context = "acme-ml" }
}

resource "zenml_stack" "acme" {
  name = "acme"

  components = {
    artifact_store     = zenml_stack_component.artifacts.id
    container_registry = zenml_stack_component.images.id
    orchestrator       = zenml_stack_component.orchestrator.id
  }
}
