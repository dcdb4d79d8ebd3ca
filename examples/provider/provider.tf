terraform {
  required_providers {
    zenml = {
      source  = "cdktf-zenml/zenml"
      version = "~> 0.1"
    }
  }
}

# server_url and api_key may also come from the environment:
# ZENML_SERVER_URL, and ZENML_API_KEY or ZENML_API_TOKEN.
provider "zenml" {
  server_url = "https://zenml.example.com"
  api_key    = var.zenml_api_key
}

variable "zenml_api_key" {
  description = "Key of a service account: zenml service-account create platform"
  type        = string
  sensitive   = true
}
