resource "zenml_project" "fraud_detection" {
  name         = "fraud_detection"
  display_name = "Fraud detection"
  description  = "Scores card payments."
}
