resource "zenml_service_connector" "bucket" {
  name          = "bucket"
  type          = "aws"
  auth_method   = "secret-key"
  resource_type = "s3-bucket"
  resource_id   = "s3://acme-ml-artifacts"

  configuration = {
    region            = "eu-west-1"
    aws_access_key_id = var.access_key_id
  }

  # In neither plan nor state; the version says when it has changed.
  configuration_wo = {
    aws_secret_access_key = var.secret_access_key
  }
  configuration_wo_version = 1

  labels = {
    team = "platform"
  }
}

# Keyless: the ZenML server assumes a role by the identity it runs with.
resource "zenml_service_connector" "registry" {
  name          = "registry"
  type          = "aws"
  auth_method   = "implicit"
  resource_type = "docker-registry"

  configuration = {
    region   = "eu-west-1"
    role_arn = "arn:aws:iam::123456789012:role/zenml"
  }

  timeouts = {
    create = "10m"
  }
}

variable "access_key_id" {
  type = string
}

variable "secret_access_key" {
  type      = string
  ephemeral = true
}
