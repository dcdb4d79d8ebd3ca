import {
  to = zenml_stack.production
  id = "production" # or its id
}
