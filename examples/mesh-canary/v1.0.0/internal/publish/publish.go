// Package publish writes the shares into a ConfigMap, where programs without a right to read TrafficSplits find them.
package publish

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"reflect"
	"sync/atomic"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"

	"example.com/mesh-canary/api"
	"example.com/mesh-canary/internal/source"
)

// Config says where to publish, and as whom.
type Config struct {
	Client    dynamic.Interface
	Namespace string
	// Name of the ConfigMap and of the Lease that keeps two programs from writing at once.
	Name     string
	Identity string
	Log      io.Writer
}

// Publisher is a Source that is ready once its splits are published.
type Publisher struct {
	source.Source
	config    Config
	state     api.State
	published atomic.Bool
	failure   atomic.Pointer[error]
}

// New publishes what the source says once Run is called.
func New(from source.Source, config Config) *Publisher {
	return &Publisher{Source: from, config: config}
}

// Ready is nil once the splits are known and published.
func (p *Publisher) Ready() error {
	if err := p.Source.Ready(); err != nil {
		return err
	}
	if p.published.Load() {
		return nil
	}
	if err := p.failure.Load(); err != nil {
		return *err
	}
	return errors.New("not published yet")
}

var configMaps = schema.GroupVersionResource{Version: "v1", Resource: "configmaps"}

// Run takes the lock, reads what was published before, and publishes every change until the context ends; then it lets
// the lock go. What the API refuses is tried again; a state that cannot be read is an error.
func (p *Publisher) Run(ctx context.Context) error {
	lock := newLock(p.config)
	if err := p.retry(ctx, lock.take); err != nil {
		return nil
	}
	fmt.Fprintf(p.config.Log, "%s holds the lock %s\n", p.config.Identity, p.config.Name)
	defer lock.release()
	var broken error
	if err := p.retry(ctx, func(ctx context.Context) error {
		broken = p.read(ctx)
		var unreadable *Unreadable
		if errors.As(broken, &unreadable) {
			return nil
		}
		return broken
	}); err != nil {
		return nil
	}
	if broken != nil {
		return broken
	}
	fmt.Fprintf(p.config.Log, "took over %d splits at revision %d\n", len(p.state.Splits), p.state.Revision)
	renew := time.NewTicker(renewEvery)
	defer renew.Stop()
	look := time.NewTicker(lookEvery)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-renew.C:
			if err := p.retry(ctx, lock.take); err != nil {
				return nil
			}
		case <-look.C:
			if p.Source.Ready() == nil {
				if err := p.retry(ctx, p.publish); err != nil {
					return nil
				}
			}
		}
	}
}

const (
	renewEvery = 5 * time.Second
	lookEvery  = 50 * time.Millisecond
	retryEvery = 200 * time.Millisecond
)

// retry does something until it succeeds; an error only when the context ends.
func (p *Publisher) retry(ctx context.Context, do func(context.Context) error) error {
	for {
		err := do(ctx)
		if err == nil {
			return nil
		}
		p.failure.Store(&err)
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(retryEvery):
		}
	}
}

// Unreadable says that a state is there, and that this program does not understand it.
type Unreadable struct{ error }

func (p *Publisher) read(ctx context.Context) error {
	object, err := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace).Get(ctx, p.config.Name, metav1.GetOptions{})
	if apierrors.IsNotFound(err) {
		return nil
	}
	if err != nil {
		return err
	}
	text, _, _ := unstructured.NestedString(object.Object, "data", api.Key)
	if err := json.Unmarshal([]byte(text), &p.state); err != nil {
		return &Unreadable{fmt.Errorf("cannot read the state in ConfigMap %s: %w", p.config.Name, err)}
	}
	return nil
}

func (p *Publisher) publish(ctx context.Context) error {
	now := p.Source.Splits()
	if p.published.Load() && reflect.DeepEqual(now, p.state.Splits) {
		return nil
	}
	next := p.state
	if !reflect.DeepEqual(now, p.state.Splits) {
		next = api.State{Revision: p.state.Revision + 1, Splits: now}
	}
	text, err := json.Marshal(next)
	if err != nil {
		return err
	}
	object := &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "v1",
		"kind":       "ConfigMap",
		"metadata":   map[string]any{"namespace": p.config.Namespace, "name": p.config.Name},
		"data":       map[string]any{api.Key: string(text)},
	}}
	api := p.config.Client.Resource(configMaps).Namespace(p.config.Namespace)
	_, err = api.Update(ctx, object, metav1.UpdateOptions{})
	if apierrors.IsNotFound(err) {
		_, err = api.Create(ctx, object, metav1.CreateOptions{})
	}
	if err != nil {
		return err
	}
	p.state = next
	p.published.Store(true)
	return nil
}
