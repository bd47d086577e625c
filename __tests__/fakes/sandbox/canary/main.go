// The canary looks for secrets in every place that a program under test could look in, and prints where it looked and
// what it found. It knows the form of a secret, never the secret.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var secret = regexp.MustCompile("slipway-" + "canary-[0-9a-f]{32}")

// asked is what an attacker could guess or read in Slipway's sources: names of places, no secrets.
type asked struct {
	Parent    int               `json:"parent"`
	Paths     map[string]string `json:"paths"`
	Sockets   map[string]string `json:"sockets"`
	Ports     []int             `json:"ports"`
	Metadata  bool              `json:"metadata"`
	Abstract  string            `json:"abstract"`
	SharedKey int               `json:"sharedKey"`
	Queue     string            `json:"queue"`
}

type look struct {
	Place string `json:"place"`
	Found string `json:"found"`
}

var looks []look

func at(place string, find func() string) {
	found := make(chan string, 1)
	go func() { found <- find() }()
	select {
	case text := <-found:
		looks = append(looks, look{place, text})
	case <-time.After(20 * time.Second):
		looks = append(looks, look{place, "it took more than 20 s"})
	}
}

func main() {
	if len(os.Args) == 5 && os.Args[1] == "plant" {
		plant(os.Args[2], os.Args[3], os.Args[4])
		return
	}
	if len(os.Args) == 4 && os.Args[1] == "remove" {
		remove(os.Args[2], os.Args[3])
		return
	}
	var scene asked
	if err := json.NewDecoder(os.Stdin).Decode(&scene); err != nil {
		panic(err)
	}
	lookAtProcesses(scene)
	lookAtFiles(scene)
	lookAtConnections(scene)
	lookAtKernel(scene)
	json.NewEncoder(os.Stdout).Encode(looks)
}

func in(text []byte) string { return string(secret.Find(text)) }

func readable(path string) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer file.Close()
	text, _ := io.ReadAll(io.LimitReader(file, 1<<20))
	return in(text)
}

// others are the processes that are seen, without this one.
func others() []int {
	var pids []int
	entries, _ := os.ReadDir("/proc")
	for _, entry := range entries {
		if pid, err := strconv.Atoi(entry.Name()); err == nil && pid != os.Getpid() {
			pids = append(pids, pid)
		}
	}
	return pids
}

func ofEach(pids []int, find func(pid int) string) func() string {
	return func() string {
		for _, pid := range pids {
			if found := find(pid); found != "" {
				return fmt.Sprintf("pid %d: %s", pid, found)
			}
		}
		return ""
	}
}

func lookAtProcesses(scene asked) {
	file := func(name string) func(int) string {
		return func(pid int) string { return readable(fmt.Sprintf("/proc/%d/%s", pid, name)) }
	}
	link := func(name string) func(int) string {
		return func(pid int) string {
			found := ""
			filepath.WalkDir(fmt.Sprintf("/proc/%d/%s/", pid, name), walker(&found, 200))
			return found
		}
	}
	parents := []int{os.Getppid(), scene.Parent}
	at("its own environment", func() string { return in([]byte(strings.Join(os.Environ(), "\n"))) })
	at("the parent's environment", ofEach(parents, file("environ")))
	at("the first process's environment", ofEach([]int{1}, file("environ")))
	at("the environment of every process", ofEach(others(), file("environ")))
	at("the command line of every process", ofEach(others(), file("cmdline")))
	at("the parent's memory", ofEach(parents, memory))
	at("the memory of every process", ofEach(others(), memory))
	at("the parent, by ptrace", ofEach(parents, traced))
	at("the parent's memory, by process_vm_readv", ofEach(parents, readRemote))
	at("the open files of every process", ofEach(others(), func(pid int) string {
		found := ""
		entries, _ := os.ReadDir(fmt.Sprintf("/proc/%d/fd", pid))
		for _, entry := range entries {
			path := fmt.Sprintf("/proc/%d/fd/%s", pid, entry.Name())
			// A pipe may have no end.
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				if text := readable(path); text != "" {
					found = text
				}
			}
		}
		return found
	}))
	at("the folder of every process", ofEach(others(), link("cwd")))
	at("the root of every process", ofEach(others(), func(pid int) string {
		for _, path := range scene.Paths {
			if found := readable(fmt.Sprintf("/proc/%d/root%s", pid, path)); found != "" {
				return found
			}
		}
		return ""
	}))
	at("signals to the parent", func() string {
		// Its number may be that of another process in here.
		if scene.Parent > 1 && canSignal(scene.Parent) && isParent(scene.Parent) {
			return "the parent can be ended"
		}
		return ""
	})
	at("files that were left open for it", func() string {
		entries, _ := os.ReadDir("/proc/self/fd")
		for _, entry := range entries {
			if fd, _ := strconv.Atoi(entry.Name()); fd > 2 {
				target, err := os.Readlink("/proc/self/fd/" + entry.Name())
				if err == nil && strings.HasPrefix(target, "/") && !strings.HasPrefix(target, "/proc/") {
					return target
				}
			}
		}
		return ""
	})
}

// isParent tells whether a process is Node, as Slipway is.
func isParent(pid int) bool {
	name, _ := os.ReadFile(fmt.Sprintf("/proc/%d/comm", pid))
	return strings.Contains(string(name), "node") || strings.Contains(string(name), "MainThread")
}

func walker(found *string, most int) fs.WalkDirFunc {
	return func(path string, entry fs.DirEntry, err error) error {
		if most--; most < 0 || *found != "" {
			return fs.SkipAll
		}
		if err != nil {
			return nil
		}
		if entry.Type().IsRegular() {
			if text := readable(path); text != "" {
				*found = path + ": " + text
			}
		}
		return nil
	}
}

func under(path string, most int) func() string {
	return func() string {
		found := ""
		filepath.WalkDir(path, walker(&found, most))
		return found
	}
}

func lookAtFiles(scene asked) {
	for name, path := range scene.Paths {
		at(name, under(path, 5000))
	}
	for _, path := range []string{"/tmp", "/var/tmp", "/dev/shm", "/run", "/var/log", "/opt", "/srv", "/mnt", "/media", "/builds", "/github"} {
		at("leftovers in "+path, under(path, 3000))
	}
	at("the passwords of the machine", func() string {
		text, _ := os.ReadFile("/etc/shadow")
		return string(text)
	})
	at("private keys of the machine", func() string {
		for _, pattern := range []string{"/etc/ssl/private/*", "/etc/ssh/ssh_host_*_key"} {
			names, _ := filepath.Glob(pattern)
			for _, name := range names {
				if text, err := os.ReadFile(name); err == nil && len(text) > 0 {
					return name
				}
			}
		}
		return ""
	})
	at("secrets of a container", under("/run/secrets", 1000))
	at("the service account of a pod", under("/var/run/secrets/kubernetes.io", 1000))
	at("what lies above the root", func() string {
		for _, path := range []string{"/../", "/proc/self/root/..", "/.out"} {
			for _, name := range scene.Paths {
				if found := readable(filepath.Join(path, name)); found != "" {
					return found
				}
			}
		}
		return ""
	})
}

func answer(network, address string) string {
	connection, err := net.DialTimeout(network, address, 2*time.Second)
	if err != nil {
		return ""
	}
	defer connection.Close()
	connection.SetDeadline(time.Now().Add(2 * time.Second))
	fmt.Fprint(connection, "GET / HTTP/1.0\r\n\r\n")
	text, _ := io.ReadAll(io.LimitReader(connection, 1<<16))
	return network + " " + address + " is connected " + in(text)
}

func lookAtConnections(scene asked) {
	for name, path := range scene.Sockets {
		at(name, func() string { return answer("unix", path) })
	}
	for _, path := range []string{"/var/run/docker.sock", "/run/containerd/containerd.sock", "/run/podman/podman.sock", "/run/dbus/system_bus_socket", "/run/systemd/private"} {
		at(path, func() string { return answer("unix", path) })
	}
	at("an abstract socket", func() string { return answer("unix", "@"+scene.Abstract) })
	at("abstract sockets that are listed", func() string {
		text, _ := os.ReadFile("/proc/net/unix")
		if strings.Contains(string(text), "@"+scene.Abstract) {
			return "it is listed"
		}
		return ""
	})
	each := func(host string) func() string {
		return func() string {
			for _, port := range scene.Ports {
				if found := answer("tcp", net.JoinHostPort(host, strconv.Itoa(port))); found != "" {
					return found
				}
			}
			return ""
		}
	}
	at("ports of 127.0.0.1", each("127.0.0.1"))
	at("ports of ::1", each("::1"))
	at("ports of this machine's addresses", func() string {
		addresses, _ := net.InterfaceAddrs()
		for _, address := range addresses {
			if network, ok := address.(*net.IPNet); ok && !network.IP.IsLoopback() {
				return "there is " + network.String()
			}
		}
		return ""
	})
	at("ports that are listed", func() string {
		text, _ := os.ReadFile("/proc/net/tcp")
		for _, port := range scene.Ports {
			if strings.Contains(string(text), fmt.Sprintf("0100007F:%04X", port)) {
				return strconv.Itoa(port)
			}
		}
		return ""
	})
	if scene.Metadata {
		at("the metadata service of a cloud", func() string { return answer("tcp", "169.254.169.254:80") })
		at("another machine", func() string { return answer("tcp", "192.0.2.1:80") })
		at("another machine, by name", func() string {
			addresses, err := net.LookupHost("example.com")
			if err != nil {
				return ""
			}
			return strings.Join(addresses, " ")
		})
	}
}
