package source

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/util/yaml"

	"example.com/mesh-canary/internal/splits"
)

type file []splits.Split

// File reads a YAML or JSON file with any number of documents, once. A document that is no TrafficSplit of a version
// that this program reads is an error: passing over it would hide a canary.
func File(path string) (Source, error) {
	in, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer in.Close()
	all := file{}
	decoder := yaml.NewYAMLOrJSONDecoder(in, 4096)
	for n := 1; ; n++ {
		var object unstructured.Unstructured
		if err := decoder.Decode(&object.Object); errors.Is(err, io.EOF) {
			splits.Sort(all)
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s, document %d: %w", path, n, err)
		}
		if len(object.Object) == 0 {
			continue
		}
		if !splits.Accepts(object.GetAPIVersion(), object.GetKind()) {
			return nil, fmt.Errorf("%s, document %d: cannot read %s %s", path, n, object.GetAPIVersion(), object.GetKind())
		}
		all = append(all, splits.Read(object.Object))
	}
}

func (f file) Ready() error               { return nil }
func (f file) Wait(context.Context) error { return nil }
func (f file) Splits() []splits.Split     { return slices.Clone(f) }
