// Moves the weights of a release as the controller of Argo Rollouts does, by its own code: a Rollout, the objects of Istio and a step on standard input, the
// objects as they are afterwards on standard output.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/v1alpha1"
	"github.com/argoproj/argo-rollouts/pkg/apis/rollouts/validation"
	"github.com/argoproj/argo-rollouts/rollout/trafficrouting/istio"
	istioutil "github.com/argoproj/argo-rollouts/utils/istio"
	"github.com/argoproj/argo-rollouts/utils/record"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic/fake"
)

type step struct {
	Rollout v1alpha1.Rollout            `json:"rollout"`
	Objects []unstructured.Unstructured `json:"objects"`
	Weight  int32                       `json:"weight"`
	Canary  string                      `json:"canary"`
	Stable  string                      `json:"stable"`
}

func main() {
	var asked step
	must(json.NewDecoder(os.Stdin).Decode(&asked))
	after, err := taken(asked)
	must(err)
	must(json.NewEncoder(os.Stdout).Encode(after))
}

func taken(asked step) ([]unstructured.Unstructured, error) {
	resources := map[string]schema.GroupVersionResource{
		"VirtualService": istioutil.GetIstioVirtualServiceGVR(), "DestinationRule": istioutil.GetIstioDestinationRuleGVR(),
	}
	client := fake.NewSimpleDynamicClientWithCustomListKinds(runtime.NewScheme(), map[schema.GroupVersionResource]string{
		resources["VirtualService"]: "VirtualServiceList", resources["DestinationRule"]: "DestinationRuleList",
	})
	ctx := context.Background()
	for _, object := range asked.Objects {
		// The controller reads them in the version that it knows; the API server would answer in any.
		known := object.DeepCopy()
		known.SetAPIVersion(resources[object.GetKind()].GroupVersion().String())
		if _, err := client.Resource(resources[object.GetKind()]).Namespace(object.GetNamespace()).Create(ctx, known, metav1.CreateOptions{}); err != nil {
			return nil, err
		}
	}
	if errs := validation.ValidateRollout(&asked.Rollout); len(errs) > 0 {
		return nil, errs.ToAggregate()
	}
	for _, object := range asked.Objects {
		if object.GetKind() != "VirtualService" {
			continue
		}
		if errs := validation.ValidateVirtualService(&asked.Rollout, object); len(errs) > 0 {
			return nil, errs.ToAggregate()
		}
	}
	reconciler := istio.NewReconciler(&asked.Rollout, client, record.NewFakeEventRecorder(), nil, nil, nil)
	if err := reconciler.UpdateHash(asked.Canary, asked.Stable); err != nil {
		return nil, err
	}
	if err := reconciler.SetWeight(asked.Weight); err != nil {
		return nil, err
	}
	after := make([]unstructured.Unstructured, 0, len(asked.Objects))
	for _, object := range asked.Objects {
		now, err := client.Resource(resources[object.GetKind()]).Namespace(object.GetNamespace()).Get(ctx, object.GetName(), metav1.GetOptions{})
		if err != nil {
			return nil, err
		}
		now.SetAPIVersion(object.GetAPIVersion())
		after = append(after, *now)
	}
	return after, nil
}

func must(err error) {
	if err == nil {
		return
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}
