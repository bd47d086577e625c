package source

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/mesh-canary/internal/splits"
)

// apiServer answers list and watch as an API server without streaming lists does.
func apiServer(t *testing.T, installed bool, events <-chan string) string {
	t.Helper()
	path := "/apis/split.smi-spec.io/" + splits.Version + "/trafficsplits"
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		query := r.URL.Query()
		switch {
		case !installed || r.URL.Path != path:
			w.WriteHeader(http.StatusNotFound)
			fmt.Fprint(w, `{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404,"message":"the server could not find the requested resource"}`)
		case query.Get("sendInitialEvents") != "":
			w.WriteHeader(http.StatusUnprocessableEntity)
			fmt.Fprint(w, `{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Invalid","code":422,"message":"sendInitialEvents is forbidden"}`)
		case query.Get("watch") == "true":
			w.(http.Flusher).Flush()
			for {
				select {
				case event := <-events:
					fmt.Fprintln(w, event)
					w.(http.Flusher).Flush()
				case <-r.Context().Done():
					return
				}
			}
		default:
			fmt.Fprintf(w, `{"kind":"TrafficSplitList","apiVersion":"split.smi-spec.io/%s","metadata":{"resourceVersion":"7"},"items":[%s]}`, splits.Version, trafficSplit(90, 10))
		}
	}))
	t.Cleanup(server.CloseClientConnections)
	return write(t, `apiVersion: v1
kind: Config
current-context: test
contexts: [{name: test, context: {cluster: test, user: test}}]
clusters: [{name: test, cluster: {server: "`+server.URL+`"}}]
users: [{name: test, user: {}}]
`)
}

func trafficSplit(stable, canary int) string {
	out, err := json.Marshal(map[string]any{
		"apiVersion": "split.smi-spec.io/" + splits.Version,
		"kind":       "TrafficSplit",
		"metadata":   map[string]any{"namespace": "shop", "name": "checkout", "resourceVersion": "7"},
		"spec": map[string]any{"service": "checkout", "backends": []any{
			map[string]any{"service": "stable", "weight": stable},
			map[string]any{"service": "canary", "weight": canary},
		}},
	})
	if err != nil {
		panic(err)
	}
	return string(out)
}

func TestAClusterIsListedAndThenWatched(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	events := make(chan string)
	from, err := Cluster(ctx, Config{Kubeconfig: apiServer(t, true, events), Version: splits.Version})
	if err != nil {
		t.Fatal(err)
	}
	if err := from.Wait(ctx); err != nil {
		t.Fatal(err)
	}
	if got := from.Splits(); len(got) != 1 || got[0].Backends[1].Share != 1000 {
		t.Fatalf("got %+v", got)
	}
	events <- `{"type":"MODIFIED","object":` + trafficSplit(50, 50) + `}`
	for from.Splits()[0].Backends[1].Share != 5000 {
		if ctx.Err() != nil {
			t.Fatalf("the change never came: %+v", from.Splits())
		}
		time.Sleep(time.Millisecond)
	}
}

func TestAClusterWithoutTheCRDIsNotReadyAndSaysWhy(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	from, err := Cluster(ctx, Config{Kubeconfig: apiServer(t, false, nil), Version: splits.Version})
	if err != nil {
		t.Fatal(err)
	}
	for !strings.Contains(fmt.Sprint(from.Ready()), "could not find the requested resource") {
		if ctx.Err() != nil {
			t.Fatalf("never said so: %v", from.Ready())
		}
		time.Sleep(time.Millisecond)
	}
}

func TestAKubeconfigThatIsNotThereIsAnError(t *testing.T) {
	if _, err := Cluster(t.Context(), Config{Kubeconfig: "/nowhere/kubeconfig", Version: splits.Version}); err == nil {
		t.Error("no error")
	}
}
