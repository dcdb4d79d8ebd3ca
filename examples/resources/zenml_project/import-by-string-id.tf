import {
  to = zenml_project.fraud_detection
  id = "fraud_detection" # or its id
}
