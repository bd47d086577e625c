package server

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"example.com/mesh-canary/internal/splits"
)

type fixed struct {
	missing error
	splits  []splits.Split
}

func (f fixed) Ready() error               { return f.missing }
func (f fixed) Wait(context.Context) error { return f.missing }
func (f fixed) Splits() []splits.Split     { return f.splits }

func get(t *testing.T, handler http.Handler, path string) *httptest.ResponseRecorder {
	t.Helper()
	w := httptest.NewRecorder()
	handler.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
	return w
}

func TestHealthyBeforeReady(t *testing.T) {
	handler := Handler(fixed{missing: errors.New("no such CRD")})
	if w := get(t, handler, "/healthz"); w.Code != 200 {
		t.Errorf("/healthz: %d", w.Code)
	}
	for _, path := range []string{"/readyz", "/splits"} {
		if w := get(t, handler, path); w.Code != 503 || !strings.Contains(w.Body.String(), "no such CRD") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}

func TestSplitsAreServedAsJSON(t *testing.T) {
	in := []splits.Split{{Namespace: "shop", Name: "checkout", Service: "checkout", Backends: []splits.Backend{{Service: "canary", Weight: 1, Share: 10000}}}}
	handler := Handler(fixed{splits: in})
	if w := get(t, handler, "/readyz"); w.Code != 200 {
		t.Errorf("/readyz: %d", w.Code)
	}
	w := get(t, handler, "/splits")
	var got []splits.Split
	if err := json.Unmarshal(w.Body.Bytes(), &got); err != nil || len(got) != 1 || got[0].Backends[0].Share != 10000 {
		t.Errorf("got %s (%v)", w.Body, err)
	}
}

func TestServesUntilTheContextEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	lines, log := io.Pipe()
	done := make(chan error, 1)
	go func() { done <- Serve(ctx, "127.0.0.1:0", fixed{}, log) }()
	buffer := make([]byte, 200)
	n, err := lines.Read(buffer)
	if err != nil {
		t.Fatal(err)
	}
	address := strings.TrimSpace(strings.TrimPrefix(string(buffer[:n]), "listening on "))
	response, err := http.Get("http://" + address + "/healthz")
	if err != nil {
		t.Fatal(err)
	}
	response.Body.Close()
	if response.StatusCode != 200 {
		t.Errorf("%d", response.StatusCode)
	}
	cancel()
	if n, _ := lines.Read(buffer); strings.TrimSpace(string(buffer[:n])) != "stopped" {
		t.Errorf("got %q", buffer[:n])
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}
