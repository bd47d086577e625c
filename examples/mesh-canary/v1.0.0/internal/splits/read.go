package splits

import (
	"fmt"
	"math"

	"github.com/servicemeshinterface/smi-sdk-go/pkg/apis/split/v1alpha2"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"

	"example.com/mesh-canary/api"
)

// Version is the version of split.smi-spec.io that is read.
const Version = "v1alpha2"

// Split is a TrafficSplit worked out.
type Split = api.Split

// Accepts tells whether an object of a file is one that this version reads.
func Accepts(apiVersion, kind string) bool {
	return kind == "TrafficSplit" && apiVersion == v1alpha2.SchemeGroupVersion.String()
}

// Read works out one object as the API server or a file gives it.
func Read(object map[string]any) Split {
	var split v1alpha2.TrafficSplit
	if err := runtime.DefaultUnstructuredConverter.FromUnstructured(object, &split); err != nil {
		return unreadable(object, err)
	}
	out := Split{Namespace: split.Namespace, Name: split.Name, Service: split.Spec.Service, Backends: []Backend{}}
	backends := make([]Backend, 0, len(split.Spec.Backends))
	for _, b := range split.Spec.Backends {
		backends = append(backends, Backend{Service: b.Service, Weight: b.Weight})
	}
	if problem := problem(out.Service, backends); problem != "" {
		out.Problem = problem
		return out
	}
	out.Backends = share(backends)
	return out
}

// unreadable keeps the name of what could not be decoded: CRDs that say `type: number` let a weight of 0.5 in.
func unreadable(object map[string]any, err error) Split {
	metadata, _ := object["metadata"].(map[string]any)
	namespace, _ := metadata["namespace"].(string)
	name, _ := metadata["name"].(string)
	return Split{Namespace: namespace, Name: name, Backends: []Backend{}, Problem: reason(object, err)}
}

// reason names the weight that is no whole number, the usual mistake, which the decoder's own words do not.
func reason(object map[string]any, err error) string {
	backends, _, _ := unstructured.NestedSlice(object, "spec", "backends")
	for _, b := range backends {
		backend, _ := b.(map[string]any)
		switch weight := backend["weight"].(type) {
		case string:
			return fmt.Sprintf("backend %v has the weight %q, which is no whole number", backend["service"], weight)
		case float64:
			if weight != math.Trunc(weight) {
				return fmt.Sprintf("backend %v has the weight %v, which is no whole number", backend["service"], weight)
			}
		}
	}
	return err.Error()
}
