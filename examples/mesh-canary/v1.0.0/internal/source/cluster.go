package source

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/apimachinery/pkg/watch"
	"k8s.io/client-go/dynamic"
	"k8s.io/client-go/tools/cache"
	"k8s.io/client-go/tools/clientcmd"

	"example.com/mesh-canary/internal/splits"
)

// Config says which cluster, and what of it: an empty namespace is all of them.
type Config struct {
	Kubeconfig string
	Namespace  string
	// Version of split.smi-spec.io, such as v1alpha2.
	Version string
}

type cluster struct {
	informer cache.SharedIndexInformer
	failure  atomic.Pointer[error]
}

// Client talks to the cluster of a kubeconfig; empty: $KUBECONFIG, the home folder's, then the pod's service account.
func Client(kubeconfig string) (dynamic.Interface, error) {
	rules := clientcmd.NewDefaultClientConfigLoadingRules()
	rules.ExplicitPath = kubeconfig
	rest, err := clientcmd.NewNonInteractiveDeferredLoadingClientConfig(rules, nil).ClientConfig()
	if err != nil {
		return nil, fmt.Errorf("no cluster to read: %w", err)
	}
	return dynamic.NewForConfig(rest)
}

// Cluster watches TrafficSplits until the context ends. It needs list and watch on trafficsplits.split.smi-spec.io
// and nothing else. A cluster that cannot be reached, or has no such CRD, is asked again; Ready says what it answered.
func Cluster(ctx context.Context, config Config) (Source, error) {
	client, err := Client(config.Kubeconfig)
	if err != nil {
		return nil, err
	}
	resource := schema.GroupVersionResource{Group: "split.smi-spec.io", Version: config.Version, Resource: "trafficsplits"}
	api := client.Resource(resource).Namespace(config.Namespace)
	lw := cache.ToListWatcherWithWatchListSemantics(&cache.ListWatch{
		ListWithContextFunc: func(ctx context.Context, o metav1.ListOptions) (runtime.Object, error) {
			return api.List(ctx, o)
		},
		WatchFuncWithContext: func(ctx context.Context, o metav1.ListOptions) (watch.Interface, error) {
			return api.Watch(ctx, o)
		},
	}, client)
	c := &cluster{informer: cache.NewSharedIndexInformer(lw, &unstructured.Unstructured{}, 0, cache.Indexers{})}
	if err := c.informer.SetWatchErrorHandlerWithContext(func(ctx context.Context, _ *cache.Reflector, err error) {
		c.failure.Store(&err)
	}); err != nil {
		return nil, err
	}
	go c.informer.RunWithContext(ctx)
	return c, nil
}

func (c *cluster) Ready() error {
	if c.informer.HasSynced() {
		return nil
	}
	if err := c.failure.Load(); err != nil {
		return *err
	}
	return errors.New("the first list has not come yet")
}

func (c *cluster) Wait(ctx context.Context) error {
	if cache.WaitForCacheSync(ctx.Done(), c.informer.HasSynced) {
		return nil
	}
	return c.Ready()
}

func (c *cluster) Splits() []splits.Split {
	all := []splits.Split{}
	for _, object := range c.informer.GetStore().List() {
		all = append(all, splits.Read(object.(*unstructured.Unstructured).Object))
	}
	splits.Sort(all)
	return all
}
