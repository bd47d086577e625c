package splits

import "testing"

func TestOnlyItsOwnVersionIsAccepted(t *testing.T) {
	for apiVersion, want := range map[string]bool{
		"split.smi-spec.io/v1alpha2": true,
		"split.smi-spec.io/v1alpha4": false,
		"v1":                         false,
	} {
		if got := Accepts(apiVersion, "TrafficSplit"); got != want {
			t.Errorf("%s: %v, want %v", apiVersion, got, want)
		}
	}
	if Accepts("split.smi-spec.io/v1alpha2", "Service") {
		t.Error("a Service is no TrafficSplit")
	}
}
