package source

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/mesh-canary/internal/splits"
)

func write(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "splits.yaml")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func document(name string) string {
	return `apiVersion: split.smi-spec.io/` + splits.Version + `
kind: TrafficSplit
metadata: {namespace: shop, name: ` + name + `}
spec:
  service: ` + name + `
  backends: [{service: stable, weight: 90}, {service: canary, weight: 10}]
`
}

func TestAFileOfSeveralDocumentsIsReadSorted(t *testing.T) {
	from, err := File(write(t, document("search")+"---\n---\n"+document("checkout")))
	if err != nil {
		t.Fatal(err)
	}
	got := from.Splits()
	if len(got) != 2 || got[0].Name != "checkout" || got[1].Name != "search" {
		t.Fatalf("got %+v", got)
	}
	if b := got[0].Backends; b[0].Share != 9000 || b[1].Share != 1000 {
		t.Errorf("got %+v", b)
	}
	if err := from.Ready(); err != nil {
		t.Error(err)
	}
}

func TestADocumentThatIsNoTrafficSplitIsAnErrorThatSaysWhich(t *testing.T) {
	_, err := File(write(t, document("search")+"---\napiVersion: v1\nkind: Service\n"))
	if err == nil || !strings.Contains(err.Error(), "document 2: cannot read v1 Service") {
		t.Errorf("got %v", err)
	}
}

func TestAFileThatIsNotThereIsAnError(t *testing.T) {
	if _, err := File(filepath.Join(t.TempDir(), "none.yaml")); !os.IsNotExist(err) {
		t.Errorf("got %v", err)
	}
}
