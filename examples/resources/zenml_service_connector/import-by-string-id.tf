import {
  to = zenml_service_connector.bucket
  id = "bucket" # or its id
}
