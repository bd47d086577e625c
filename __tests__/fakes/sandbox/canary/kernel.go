package main

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"unsafe"
)

// numbers of system calls that package syscall does not have.
type numbers struct {
	addKey, keyctl, mqOpen, mqUnlink, mqSend, mqReceive, readRemote, shmget, shmat, shmctl uintptr
}

var calls = map[string]numbers{
	"amd64": {248, 250, 240, 241, 242, 243, 310, 29, 30, 31},
	"arm64": {217, 219, 180, 181, 182, 183, 270, 194, 196, 195},
}[runtime.GOARCH]

const (
	userKeyring    = -4
	sessionKeyring = -3
	create         = 0o1000
)

func bytesOf(text string) unsafe.Pointer {
	pointer, _ := syscall.BytePtrFromString(text)
	return unsafe.Pointer(pointer)
}

// plant leaves a secret where only the kernel keeps it: in a keyring, in shared memory, in a message queue.
func plant(value, key, queue string) {
	ring := userKeyring
	syscall.Syscall6(calls.addKey, uintptr(bytesOf("user")), uintptr(bytesOf("slipway")), uintptr(bytesOf(value)), uintptr(len(value)), uintptr(ring), 0)
	number, _ := strconv.Atoi(key)
	if id, _, err := syscall.Syscall(calls.shmget, uintptr(number), 4096, create|0o600); err == 0 {
		if address, _, err := syscall.Syscall(calls.shmat, id, 0, 0); err == 0 {
			copy(unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&address))), 4096), value)
		}
	}
	// struct mq_attr: flags, maxmsg, msgsize, curmsgs, and four that are reserved.
	attributes := [8]int64{0, 1, 256, 0}
	fd, _, err := syscall.Syscall6(calls.mqOpen, uintptr(bytesOf(queue)), uintptr(os.O_RDWR|os.O_CREATE), 0o600, uintptr(unsafe.Pointer(&attributes)), 0, 0)
	if err == 0 {
		syscall.Syscall6(calls.mqSend, fd, uintptr(bytesOf(value)), uintptr(len(value)), 0, 0, 0)
	}
}

// remove takes away what plant has left.
func remove(key, queue string) {
	if id, failed := search(userKeyring); failed == 0 {
		syscall.Syscall6(calls.keyctl, 3, id, 0, 0, 0, 0)
	}
	number, _ := strconv.Atoi(key)
	if id, _, failed := syscall.Syscall(calls.shmget, uintptr(number), 4096, 0o600); failed == 0 {
		syscall.Syscall(calls.shmctl, id, 0, 0)
	}
	syscall.Syscall(calls.mqUnlink, uintptr(bytesOf(queue)), 0, 0)
}

// search finds the planted key: KEYCTL_SEARCH.
func search(ring int) (uintptr, syscall.Errno) {
	id, _, failed := syscall.Syscall6(calls.keyctl, 10, uintptr(ring), uintptr(bytesOf("user")), uintptr(bytesOf("slipway")), 0, 0)
	return id, failed
}

func memory(pid int) string {
	maps, err := os.Open(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return ""
	}
	defer maps.Close()
	file, err := os.Open(fmt.Sprintf("/proc/%d/mem", pid))
	if err != nil {
		return ""
	}
	defer file.Close()
	left := 64 << 20
	for lines := bufio.NewScanner(maps); lines.Scan() && left > 0; {
		fields := strings.Fields(lines.Text())
		if len(fields) < 2 || !strings.HasPrefix(fields[1], "rw") {
			continue
		}
		from, to, _ := strings.Cut(fields[0], "-")
		start, _ := strconv.ParseUint(from, 16, 63)
		end, _ := strconv.ParseUint(to, 16, 63)
		size := min(int(end-start), 8<<20)
		left -= size
		buffer := make([]byte, size)
		n, _ := file.ReadAt(buffer, int64(start))
		if found := in(buffer[:max(n, 0)]); found != "" {
			return found
		}
	}
	return ""
}

func traced(pid int) string {
	if pid < 2 || pid == os.Getpid() {
		return ""
	}
	if !isParent(pid) {
		return ""
	}
	runtime.LockOSThread()
	// PTRACE_SEIZE does not stop what it looks at.
	if _, _, err := syscall.RawSyscall6(syscall.SYS_PTRACE, 0x4206, uintptr(pid), 0, 0, 0, 0); err == 0 {
		syscall.RawSyscall6(syscall.SYS_PTRACE, syscall.PTRACE_DETACH, uintptr(pid), 0, 0, 0, 0)
		return "the parent can be traced"
	}
	return ""
}

func readRemote(pid int) string {
	maps, err := os.ReadFile(fmt.Sprintf("/proc/%d/maps", pid))
	if err != nil {
		return ""
	}
	from, _, _ := strings.Cut(string(maps), "-")
	start, _ := strconv.ParseUint(from, 16, 63)
	buffer := make([]byte, 16)
	local := [2]uintptr{uintptr(unsafe.Pointer(&buffer[0])), uintptr(len(buffer))}
	remote := [2]uintptr{uintptr(start), uintptr(len(buffer))}
	n, _, failed := syscall.Syscall6(calls.readRemote, uintptr(pid), uintptr(unsafe.Pointer(&local)), 1, uintptr(unsafe.Pointer(&remote)), 1, 0)
	if failed == 0 && n > 0 && isParent(pid) {
		return "the parent's memory can be read"
	}
	return ""
}

func canSignal(pid int) bool { return syscall.Kill(pid, 0) == nil }

func writable(path string) string {
	file, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return ""
	}
	file.Close()
	return path + " can be written"
}

func lookAtKernel(scene asked) {
	keys := func(ring int) func() string {
		return func() string {
			id, failed := search(ring)
			if failed != 0 {
				return ""
			}
			buffer := make([]byte, 4096)
			// KEYCTL_READ
			n, _, err := syscall.Syscall6(calls.keyctl, 11, id, uintptr(unsafe.Pointer(&buffer[0])), uintptr(len(buffer)), 0, 0)
			if err != 0 {
				return ""
			}
			return in(buffer[:min(int(n), len(buffer))])
		}
	}
	at("the keyring of the user", keys(userKeyring))
	at("the keyring of the session", keys(sessionKeyring))
	at("shared memory", func() string {
		id, _, err := syscall.Syscall(calls.shmget, uintptr(scene.SharedKey), 4096, 0)
		if err != 0 {
			return ""
		}
		address, _, err := syscall.Syscall(calls.shmat, id, 0, uintptr(0o10000))
		if err != 0 {
			return ""
		}
		return in(unsafe.Slice((*byte)(*(*unsafe.Pointer)(unsafe.Pointer(&address))), 4096))
	})
	at("message queues", func() string {
		fd, _, err := syscall.Syscall6(calls.mqOpen, uintptr(bytesOf(scene.Queue)), uintptr(os.O_RDONLY|syscall.O_NONBLOCK), 0, 0, 0, 0)
		if err != 0 {
			return ""
		}
		buffer := make([]byte, 8192)
		n, _, _ := syscall.Syscall6(calls.mqReceive, fd, uintptr(unsafe.Pointer(&buffer[0])), uintptr(len(buffer)), 0, 0, 0)
		return "it can be opened " + in(buffer[:min(int(n&0xffff), len(buffer))])
	})
	at("shared memory that is listed", func() string {
		text, _ := os.ReadFile("/proc/sysvipc/shm")
		if strings.Contains(string(text), strconv.Itoa(scene.SharedKey)+" ") {
			return "it is listed"
		}
		return ""
	})
	for _, path := range []string{"/dev/mem", "/dev/kmsg", "/dev/vda", "/dev/sda", "/dev/nvme0n1", "/proc/kcore"} {
		at(path, func() string {
			file, err := os.Open(path)
			if err != nil {
				return ""
			}
			defer file.Close()
			if path == "/dev/kmsg" {
				return ""
			}
			if n, _ := file.Read(make([]byte, 8)); n > 0 {
				return "it can be read"
			}
			return ""
		})
	}
	for _, path := range []string{"/proc/sysrq-trigger", "/proc/sys/kernel/core_pattern", "/proc/sys/kernel/modprobe", "/sys/kernel/uevent_helper", "/sys/fs/cgroup/cgroup.procs", "/sys/fs/cgroup/memory/release_agent"} {
		at(path, func() string { return writable(path) })
	}
	at("rights of root", func() string {
		status, _ := os.ReadFile("/proc/self/status")
		for _, line := range strings.Split(string(status), "\n") {
			if mask, ok := strings.CutPrefix(line, "CapEff:\t"); ok && strings.Trim(mask, "0") != "" {
				return "capabilities " + mask
			}
		}
		return ""
	})
	at("another user", func() string {
		if os.Getuid() != 0 && (syscall.Setuid(0) == nil || syscall.Setgid(0) == nil) {
			return "it can become root"
		}
		return ""
	})
	at("programs that make it root", func() string {
		for _, path := range []string{"/usr/bin/su", "/usr/bin/sudo", "/usr/bin/mount"} {
			var info syscall.Statfs_t
			if _, err := os.Stat(path); err != nil {
				continue
			}
			// ST_NOSUID, or no new rights for this process.
			status, _ := os.ReadFile("/proc/self/status")
			if err := syscall.Statfs(path, &info); err == nil && info.Flags&2 == 0 && !strings.Contains(string(status), "NoNewPrivs:\t1") {
				return path
			}
		}
		return ""
	})
	at("a terminal", func() string {
		file, err := os.OpenFile("/dev/tty", os.O_RDWR, 0)
		if err != nil {
			return ""
		}
		file.Close()
		return "there is one"
	})
}
