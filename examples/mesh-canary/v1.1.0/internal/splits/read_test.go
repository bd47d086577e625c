package splits

import (
	"slices"
	"strings"
	"testing"
)

func matching(kind, name string) object {
	out := split(backend("canary", int64(1)))
	out["spec"].(object)["matches"] = []any{object{"kind": kind, "name": name}}
	return out
}

func TestMatchesMakeASplitConditional(t *testing.T) {
	got := Read(matching("HTTPRouteGroup", "beta-users"))
	if got.Problem != "" || !slices.Equal(got.Matches, []string{"beta-users"}) || got.Backends[0].Share != 10000 {
		t.Errorf("got %+v", got)
	}
	if got := Read(split(backend("canary", int64(1)))); got.Matches != nil {
		t.Errorf("got %+v", got)
	}
}

func TestAMatchOfAnotherKindIsAProblem(t *testing.T) {
	got := Read(matching("TCPRoute", "db"))
	if !strings.Contains(got.Problem, "match db is a TCPRoute") || len(got.Backends) != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestOlderVersionsAreAccepted(t *testing.T) {
	for apiVersion, want := range map[string]bool{
		"split.smi-spec.io/v1alpha1": false,
		"split.smi-spec.io/v1alpha2": true,
		"split.smi-spec.io/v1alpha3": true,
		"split.smi-spec.io/v1alpha4": true,
		"specs.smi-spec.io/v1alpha4": false,
		"v1":                         false,
	} {
		if got := Accepts(apiVersion, "TrafficSplit"); got != want {
			t.Errorf("%s: %v, want %v", apiVersion, got, want)
		}
	}
	if Accepts("split.smi-spec.io/v1alpha4", "Service") {
		t.Error("a Service is no TrafficSplit")
	}
}
