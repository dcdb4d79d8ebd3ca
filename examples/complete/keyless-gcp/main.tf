# A stack on Google Cloud without a key: the ZenML server exchanges its own identity for one of a workload identity pool.
# The pool, the service account, the bucket, the repository and their permissions exist already.

terraform {
  required_providers {
    zenml = {
      source  = "cdktf-zenml/zenml"
      version = "~> 0.1"
    }
  }
}

provider "zenml" {}

locals {
  project_id      = "acme-ml"
  location        = "europe-west1"
  bucket          = "gs://acme-ml-artifacts"
  registry        = "europe-west1-docker.pkg.dev/acme-ml/images"
  service_account = "zenml@acme-ml.iam.gserviceaccount.com"

  # What `gcloud iam workload-identity-pools create-cred-config` writes for a server that runs on AWS. It holds no secret.
  external_account = jsonencode({
    type                              = "external_account"
    audience                          = "//iam.googleapis.com/projects/123456789012/locations/global/workloadIdentityPools/zenml/providers/aws"
    subject_token_type                = "urn:ietf:params:aws:token-type:aws4_request"
    service_account_impersonation_url = "https://iamcredentials.googleapis.com/v1/projects/-/serviceAccounts/${local.service_account}:generateAccessToken"
    token_url                         = "https://sts.googleapis.com/v1/token"
    credential_source = {
      environment_id                 = "aws1"
      region_url                     = "http://169.254.169.254/latest/meta-data/placement/availability-zone"
      url                            = "http://169.254.169.254/latest/meta-data/iam/security-credentials"
      regional_cred_verification_url = "https://sts.{region}.amazonaws.com?Action=GetCallerIdentity&Version=2011-06-15"
    }
  })
}

# One connector for everything in the project.
resource "zenml_service_connector" "project" {
  name        = "acme-gcp"
  description = "Everything in the project acme-ml, by workload identity."
  type        = "gcp"
  auth_method = "external-account"

  configuration = {
    project_id            = local.project_id
    external_account_json = local.external_account
  }

  timeouts = {
    create = "10m"
  }
}

resource "zenml_stack_component" "artifacts" {
  name                  = "acme-gcp-artifacts"
  type                  = "artifact_store"
  flavor                = "gcp"
  configuration         = { path = local.bucket }
  connector_id          = zenml_service_connector.project.id
  connector_resource_id = local.bucket
}

resource "zenml_stack_component" "images" {
  name                  = "acme-gcp-images"
  type                  = "container_registry"
  flavor                = "gcp"
  configuration         = { uri = local.registry }
  connector_id          = zenml_service_connector.project.id
  connector_resource_id = local.registry
}

resource "zenml_stack_component" "vertex" {
  name   = "acme-vertex"
  type   = "orchestrator"
  flavor = "vertex"

  configuration = {
    location                 = local.location
    workload_service_account = local.service_account
  }

  connector_id = zenml_service_connector.project.id
}

resource "zenml_stack" "acme" {
  name = "acme-gcp"

  components = {
    artifact_store     = zenml_stack_component.artifacts.id
    container_registry = zenml_stack_component.images.id
    orchestrator       = zenml_stack_component.vertex.id
  }
}
