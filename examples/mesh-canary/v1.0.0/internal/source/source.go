// Package source is where TrafficSplits come from: a cluster or a file.
package source

import (
	"context"

	"example.com/mesh-canary/internal/splits"
)

// Source gives the splits as they are now.
type Source interface {
	// Ready is nil once the splits are known, else it says what is missing.
	Ready() error
	// Wait returns when the source is ready, or with the reason why it isn't when the context ends first.
	Wait(ctx context.Context) error
	// Splits are sorted; the caller owns the slice, which is never nil.
	Splits() []splits.Split
}
