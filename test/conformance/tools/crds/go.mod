// Modules wanted for the CRDs that they carry, not for their Go packages:
// `go mod download` fetches them and holds them to go.sum. No package is
// imported, so `go mod tidy` would empty this file.
module cdk8s-backing-services/test/conformance/tools/crds

go 1.26.0

require (
	// config/crd/bases/*.yaml
	github.com/1Password/onepassword-operator v1.12.0
	// config/crd/bases/*.yaml
	github.com/cloudnative-pg/cloudnative-pg v1.30.0
	// config/crds/bases/*.yaml
	github.com/external-secrets/external-secrets v1.3.2
	// config/crd/standard/*.yaml
	sigs.k8s.io/gateway-api v1.6.0
	// config/crd/bases/*.yaml
	sigs.k8s.io/secrets-store-csi-driver v1.6.0
)
