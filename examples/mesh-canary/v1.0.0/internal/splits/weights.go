// Package splits works out what a TrafficSplit means: which share of the traffic each backend gets.
package splits

import (
	"fmt"
	"sort"

	"example.com/mesh-canary/api"
)

// Backend is a service and its part of the traffic.
type Backend = api.Backend

// Sort orders splits by namespace and name, so that two reads of the same objects give the same bytes.
func Sort(all []Split) {
	sort.Slice(all, func(i, j int) bool {
		if all[i].Namespace != all[j].Namespace {
			return all[i].Namespace < all[j].Namespace
		}
		return all[i].Name < all[j].Name
	})
}

// problem says what the schema lets through but no mesh can do.
func problem(service string, backends []Backend) string {
	if service == "" {
		return "spec.service is empty"
	}
	if len(backends) == 0 {
		return "spec.backends is empty"
	}
	seen := map[string]bool{}
	for _, b := range backends {
		switch {
		case b.Weight < 0:
			return fmt.Sprintf("backend %s has the negative weight %d", b.Service, b.Weight)
		case b.Service == service:
			return fmt.Sprintf("backend %s is the split service itself", b.Service)
		case seen[b.Service]:
			return fmt.Sprintf("backend %s is listed twice", b.Service)
		}
		seen[b.Service] = true
	}
	return ""
}

// share fills in the shares by largest remainder: rounding each by itself would lose or invent traffic.
func share(backends []Backend) []Backend {
	const whole = 10000
	total := 0
	for _, b := range backends {
		total += b.Weight
	}
	if total == 0 {
		return backends
	}
	order := make([]int, len(backends))
	left := whole
	for i := range backends {
		order[i] = i
		backends[i].Share = backends[i].Weight * whole / total
		left -= backends[i].Share
	}
	remainder := func(i int) int { return backends[i].Weight * whole % total }
	sort.SliceStable(order, func(i, j int) bool { return remainder(order[i]) > remainder(order[j]) })
	for _, i := range order[:left] {
		backends[i].Share++
	}
	return backends
}
