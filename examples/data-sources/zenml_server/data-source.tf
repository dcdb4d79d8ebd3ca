data "zenml_server" "this" {}

output "zenml_version" {
  value = data.zenml_server.this.version
}
