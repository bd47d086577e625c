package publish

import (
	"context"
	"fmt"
	"time"

	apierrors "k8s.io/apimachinery/pkg/api/errors"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/client-go/dynamic"
)

var leases = schema.GroupVersionResource{Group: "coordination.k8s.io", Version: "v1", Resource: "leases"}

// How long a lock is respected after its holder was last heard of.
const leaseSeconds = 60

// lock is a Lease that one program holds.
type lock struct {
	api      dynamic.ResourceInterface
	name     string
	identity string
}

func newLock(config Config) *lock {
	return &lock{
		api:      config.Client.Resource(leases).Namespace(config.Namespace),
		name:     config.Name,
		identity: config.Identity,
	}
}

// take takes the lock or renews it; an error when another program holds it.
func (l *lock) take(ctx context.Context) error {
	held, err := l.api.Get(ctx, l.name, metav1.GetOptions{})
	if apierrors.IsNotFound(err) {
		_, err = l.api.Create(ctx, l.lease(l.identity, ""), metav1.CreateOptions{})
		return err
	}
	if err != nil {
		return err
	}
	holder, _, _ := unstructured.NestedString(held.Object, "spec", "holderIdentity")
	renewed, _, _ := unstructured.NestedString(held.Object, "spec", "renewTime")
	last, _ := time.Parse(time.RFC3339Nano, renewed)
	if holder != "" && holder != l.identity && time.Since(last) < leaseSeconds*time.Second {
		return fmt.Errorf("%s holds the lock %s", holder, l.name)
	}
	_, err = l.api.Update(ctx, l.lease(l.identity, held.GetResourceVersion()), metav1.UpdateOptions{})
	return err
}

// release lets the lock go, so that the next program need not wait until it has run out.
func (l *lock) release() {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	held, err := l.api.Get(ctx, l.name, metav1.GetOptions{})
	if err == nil {
		_, _ = l.api.Update(ctx, l.lease("", held.GetResourceVersion()), metav1.UpdateOptions{})
	}
}

func (l *lock) lease(holder, resourceVersion string) *unstructured.Unstructured {
	metadata := map[string]any{"name": l.name}
	if resourceVersion != "" {
		metadata["resourceVersion"] = resourceVersion
	}
	return &unstructured.Unstructured{Object: map[string]any{
		"apiVersion": "coordination.k8s.io/v1",
		"kind":       "Lease",
		"metadata":   metadata,
		"spec": map[string]any{
			"holderIdentity":       holder,
			"leaseDurationSeconds": int64(leaseSeconds),
			"renewTime":            time.Now().UTC().Format("2006-01-02T15:04:05.000000Z"),
		},
	}}
}
