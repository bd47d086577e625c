// Command mesh-canary reads SMI TrafficSplits and says which share of the traffic each backend gets.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"
	"syscall"
	"time"

	"example.com/mesh-canary/internal/publish"
	"example.com/mesh-canary/internal/server"
	"example.com/mesh-canary/internal/source"
	"example.com/mesh-canary/internal/splits"
)

// Set by the release: -ldflags "-X main.version=… -X main.commit=… -X main.date=…".
var (
	version = "dev"
	commit  = "none"
	date    = "unknown"
)

type options struct {
	listen     string
	file       string
	once       bool
	version    bool
	kubeconfig string
	namespace  string
	publish    string
	split      string
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	switch err := run(ctx, os.Args[1:], os.Stdout, os.Stderr); {
	case err == nil:
	case errors.Is(err, flag.ErrHelp):
		os.Exit(2)
	default:
		fmt.Fprintln(os.Stderr, "mesh-canary:", err)
		os.Exit(1)
	}
}

func parse(args []string, stderr io.Writer) (options, error) {
	var o options
	flags := flag.NewFlagSet("mesh-canary", flag.ContinueOnError)
	flags.SetOutput(stderr)
	flags.StringVar(&o.listen, "listen", "127.0.0.1:8080", "address to serve /healthz, /readyz and /splits on; port 0 takes a free one")
	flags.StringVar(&o.file, "file", "", "read TrafficSplits from this YAML or JSON file instead of a cluster")
	flags.BoolVar(&o.once, "once", false, "print the splits as JSON and end")
	flags.BoolVar(&o.version, "version", false, "print version, commit and date and end")
	flags.StringVar(&o.kubeconfig, "kubeconfig", "", "kubeconfig file; empty: $KUBECONFIG, the home folder's, then the pod's service account")
	flags.StringVar(&o.namespace, "namespace", "", "namespace to read; empty: all")
	flags.StringVar(&o.publish, "publish", "", "write the shares to this ConfigMap of --namespace, under a Lease of its name; empty: do not")
	flags.StringVar(&o.split, "split-version", splits.Version, "version of split.smi-spec.io to read from the cluster: "+strings.Join(splits.Versions, ", "))
	if err := flags.Parse(args); err != nil {
		return o, err
	}
	if !slices.Contains(splits.Versions, o.split) {
		return o, fmt.Errorf("cannot read split version %q; known: %s", o.split, strings.Join(splits.Versions, ", "))
	}
	if flags.NArg() > 0 {
		return o, fmt.Errorf("unexpected argument %q", flags.Arg(0))
	}
	if o.publish != "" && (o.namespace == "" || o.file != "") {
		return o, errors.New("--publish needs a cluster and --namespace")
	}
	return o, nil
}

func run(ctx context.Context, args []string, stdout, stderr io.Writer) error {
	o, err := parse(args, stderr)
	if err != nil {
		return err
	}
	if o.version {
		_, err := fmt.Fprintf(stdout, "mesh-canary %s commit %s built %s\n", version, commit, date)
		return err
	}
	from, err := open(ctx, o)
	if err != nil {
		return err
	}
	if o.once {
		patience, cancel := context.WithTimeout(ctx, 30*time.Second)
		defer cancel()
		if err := from.Wait(patience); err != nil {
			return err
		}
		out := json.NewEncoder(stdout)
		out.SetIndent("", "  ")
		return out.Encode(from.Splits())
	}
	if o.publish == "" {
		return server.Serve(ctx, o.listen, from, stderr)
	}
	return serveAndPublish(ctx, o, from, stderr)
}

// serveAndPublish ends when either of the two does.
func serveAndPublish(ctx context.Context, o options, from source.Source, stderr io.Writer) error {
	client, err := source.Client(o.kubeconfig)
	if err != nil {
		return err
	}
	host, _ := os.Hostname()
	publisher := publish.New(from, publish.Config{
		Client:    client,
		Namespace: o.namespace,
		Name:      o.publish,
		Identity:  fmt.Sprintf("%s-%d", host, os.Getpid()),
		Log:       stderr,
	})
	ctx, stop := context.WithCancel(ctx)
	done := make(chan error, 1)
	go func() {
		defer stop()
		done <- publisher.Run(ctx)
	}()
	err = server.Serve(ctx, o.listen, publisher, stderr)
	stop()
	return errors.Join(err, <-done)
}

func open(ctx context.Context, o options) (source.Source, error) {
	if o.file != "" {
		return source.File(o.file)
	}
	return source.Cluster(ctx, source.Config{
		Kubeconfig: o.kubeconfig,
		Namespace:  o.namespace,
		Version:    o.split,
	})
}
