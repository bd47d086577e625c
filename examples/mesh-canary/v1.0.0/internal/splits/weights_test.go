package splits

import (
	"strings"
	"testing"
)

type object = map[string]any

func split(backends ...any) object {
	return object{
		"apiVersion": "split.smi-spec.io/" + Version,
		"kind":       "TrafficSplit",
		"metadata":   object{"namespace": "shop", "name": "checkout"},
		"spec":       object{"service": "checkout", "backends": backends},
	}
}

func backend(service string, weight any) object {
	return object{"service": service, "weight": weight}
}

func TestSharesAddUpToTheWhole(t *testing.T) {
	got := Read(split(backend("a", int64(1)), backend("b", int64(1)), backend("c", int64(1))))
	if got.Problem != "" {
		t.Fatal(got.Problem)
	}
	want := []int{3334, 3333, 3333}
	for i, b := range got.Backends {
		if b.Share != want[i] {
			t.Errorf("%s: share %d, want %d", b.Service, b.Share, want[i])
		}
	}
}

func TestTheLargestRemainderGetsTheLeftover(t *testing.T) {
	got := Read(split(backend("stable", int64(2)), backend("canary", int64(1))))
	if got.Backends[0].Share != 6667 || got.Backends[1].Share != 3333 {
		t.Errorf("got %+v, want 6667 and 3333", got.Backends)
	}
}

func TestWeightsOfZeroSendTrafficNowhere(t *testing.T) {
	got := Read(split(backend("a", int64(0)), backend("b", int64(0))))
	if got.Problem != "" || got.Backends[0].Share != 0 || got.Backends[1].Share != 0 {
		t.Errorf("got %+v", got)
	}
}

func TestWhatNoMeshCanDoIsNamed(t *testing.T) {
	for want, in := range map[string]object{
		"negative weight -1":                        split(backend("a", int64(-1))),
		"is the split service":                      split(backend("checkout", int64(1))),
		"is listed twice":                           split(backend("a", int64(1)), backend("a", int64(2))),
		"spec.backends is empty":                    split(),
		"spec.service is empty":                     {"metadata": object{"name": "x"}, "spec": object{"service": "", "backends": []any{backend("a", int64(1))}}},
		"a has the weight 0.5, which":               split(backend("b", 1.0), backend("a", 0.5)),
		"weight \"500m\", which is no whole number": split(backend("a", "500m")),
		"cannot restore struct":                     split("not an object"),
	} {
		got := Read(in)
		if !strings.Contains(got.Problem, want) || len(got.Backends) != 0 {
			t.Errorf("want a problem with %q and no backends, got %+v", want, got)
		}
	}
}

func TestAnUnreadableSplitKeepsItsName(t *testing.T) {
	got := Read(split(backend("a", 0.5)))
	if got.Namespace != "shop" || got.Name != "checkout" {
		t.Errorf("got %s/%s", got.Namespace, got.Name)
	}
}

func TestSortedByNamespaceAndName(t *testing.T) {
	all := []Split{{Namespace: "b", Name: "a"}, {Namespace: "a", Name: "z"}, {Namespace: "a", Name: "b"}}
	Sort(all)
	if all[0].Name != "b" || all[1].Name != "z" || all[2].Namespace != "b" {
		t.Errorf("got %+v", all)
	}
}
