// pause: what a pod's sandbox runs, and every image of the bed that has nothing to do. It waits to be ended.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, syscall.SIGTERM, syscall.SIGINT)
	<-c
}
