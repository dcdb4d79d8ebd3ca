data "zenml_project" "fraud_detection" {
  name = "fraud_detection"
}

output "project_id" {
  value = data.zenml_project.fraud_detection.id
}
