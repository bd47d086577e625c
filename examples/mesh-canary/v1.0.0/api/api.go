// Package api is what mesh-canary says: over HTTP, in files, and in the ConfigMap that it publishes.
package api

// Split is a TrafficSplit worked out. A Problem says why it can't be used; Backends is empty then.
type Split struct {
	Namespace string    `json:"namespace"`
	Name      string    `json:"name"`
	Service   string    `json:"service"`
	Backends  []Backend `json:"backends"`
	Problem   string    `json:"problem,omitempty"`
}

// Backend is a service and its part of the traffic in hundredths of a percent. The shares of a split add up to
// 10000, or to 0 when every weight is 0: then nobody gets traffic.
type Backend struct {
	Service string `json:"service"`
	Weight  int    `json:"weight"`
	Share   int    `json:"share"`
}

// State is what is published under Key, and read again by the next program that takes over.
type State struct {
	// Revision counts up whenever the splits change, across restarts and versions of mesh-canary.
	Revision int     `json:"revision"`
	Splits   []Split `json:"splits"`
}

// Key of the ConfigMap's data that holds the State as JSON.
const Key = "shares.json"
