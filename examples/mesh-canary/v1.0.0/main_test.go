package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.com/mesh-canary/internal/splits"
)

func output(t *testing.T, args ...string) (string, error) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	err := run(t.Context(), args, &stdout, &stderr)
	return stdout.String(), err
}

func TestVersionNamesVersionCommitAndDate(t *testing.T) {
	got, err := output(t, "--version")
	if err != nil || got != "mesh-canary dev commit none built unknown\n" {
		t.Errorf("got %q (%v)", got, err)
	}
}

func TestOncePrintsTheSplitsOfAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "splits.yaml")
	text := "apiVersion: split.smi-spec.io/" + splits.Version + `
kind: TrafficSplit
metadata: {name: checkout}
spec: {service: checkout, backends: [{service: canary, weight: 1}]}
`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := output(t, "--file", path, "--once")
	if err != nil || !strings.Contains(got, `"share": 10000`) {
		t.Errorf("got %q (%v)", got, err)
	}
}

func TestAStrayArgumentIsRefused(t *testing.T) {
	if _, err := output(t, "splits.yaml"); err == nil || !strings.Contains(err.Error(), `unexpected argument "splits.yaml"`) {
		t.Errorf("got %v", err)
	}
}
