import {
  to = zenml_secret.tracking
  id = "tracking" # or its id
}
