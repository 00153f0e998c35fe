// A module wanted for the CRDs that it carries, not for its Go packages:
// `go mod download` fetches it and holds it to go.sum. No package is
// imported, so `go mod tidy` would empty this file.
module cdk8s-backing-services/test/conformance/tools/istio-crds

go 1.26.0

// kubernetes/customresourcedefinitions.gen.yaml
require istio.io/api v1.31.4
