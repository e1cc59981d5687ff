// Pause is the first process of every pod: the kubelet's sandbox keeps the pod's network
// namespace alive through it. It does nothing until it is told to stop.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, syscall.SIGINT, syscall.SIGTERM)
	// Ignored children are reaped by the kernel: with a shared PID namespace orphans of the
	// pod's other containers become ours.
	signal.Ignore(syscall.SIGCHLD)
	<-stop
}
