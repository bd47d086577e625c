import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals'
import type { Verdict } from '../../src/model/nouns.ts'
import { toolCacheFolder } from '../bed/tools.ts'
import { program, readGoFolders, slipway, succeeded, type Ran } from '../fakes/cli.ts'
import { commit, repository, workspace, write } from '../fakes/repository.ts'
import { SECRETS } from './attack.ts'

jest.setTimeout(300_000)

/**
 * A program under test that is an attacker (3, 4, 7, 12): it looks where its fixture says, ends with 1 and says what it
 * found, and leaves a process in a session of its own.
 */
const ATTACKER = `package main

import (
	"encoding/json"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

type places struct {
	Secrets, Paths, Writes, Addresses []string
	Stays                             string
}

func main() {
	if len(os.Args) < 3 {
		fmt.Fprintln(os.Stderr, "Usage of attacker:\\n  -read string\\n    \\tfile")
		os.Exit(2)
	}
	text, err := os.ReadFile(os.Args[2])
	if err != nil {
		panic(err)
	}
	var all places
	if err := json.Unmarshal(text, &all); err != nil {
		panic(err)
	}
	stay := exec.Command("/bin/sleep", all.Stays)
	stay.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	if err := stay.Start(); err != nil {
		panic(err)
	}
	looks, found := 0, []string{}
	look := func(what string, text []byte) {
		looks++
		for _, secret := range all.Secrets {
			if strings.Contains(string(text), secret) {
				found = append(found, what)
			}
		}
	}
	look("its environment", []byte(strings.Join(os.Environ(), "\\n")))
	processes, _ := filepath.Glob("/proc/[0-9]*")
	for _, process := range processes {
		for _, name := range []string{"environ", "cmdline"} {
			text, _ := os.ReadFile(filepath.Join(process, name))
			look(filepath.Join(process, name), text)
		}
		held, _ := filepath.Glob(filepath.Join(process, "fd", "*"))
		for _, path := range held {
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				text, _ := os.ReadFile(path)
				look(path, text)
			}
		}
		roots, _ := os.ReadDir(filepath.Join(process, "root", all.Paths[0]))
		for _, each := range roots {
			found = append(found, "the home through "+process+": "+each.Name())
		}
	}
	for _, path := range all.Paths {
		looks++
		if _, err := os.ReadDir(path); err == nil {
			found = append(found, path)
		} else if _, err := os.ReadFile(path); err == nil {
			found = append(found, path)
		}
	}
	for _, path := range all.Writes {
		looks++
		if err := os.WriteFile(path, []byte("forged"), 0o644); err == nil {
			found = append(found, "writes "+path)
		}
	}
	for _, address := range all.Addresses {
		looks++
		if connection, err := net.DialTimeout("tcp", address, time.Second); err == nil {
			connection.Close()
			found = append(found, address)
		}
	}
	if len(found) > 0 {
		fmt.Fprintln(os.Stderr, "found "+strings.Join(found, ", "))
		os.Exit(1)
	}
	fmt.Printf("{\\"looks\\": true, \\"many\\": %t}\\n", looks > 10)
}
`

const SETTINGS = `targets: [linux/amd64]
suites: [data, surface]
rebuild: 0
vet: "off"
data:
  - name: places
    files: [testdata/places.json]
    read: [-read, "{fixture}"]
`

const STAYS = '86417'
const stack = new AsyncDisposableStack()
let folder = ''
let work = ''
let home = ''
let places = {}
let address = ''

beforeAll(async () => {
  folder = stack.use(await workspace()).path
  work = join(folder, 'work')
  home = join(folder, 'home')
  await mkdir(join(home, '.kube'), { recursive: true })
  await writeFile(join(home, '.kube/config'), `token: ${SECRETS.GITHUB_TOKEN}\n`)
  const server = createServer((_, response) => response.end(SECRETS.GITHUB_TOKEN))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => void server.close())
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const out = join(work, '.slipway')
  places = {
    Secrets: Object.values(SECRETS),
    // The folders above its own program are there, with nothing else in them.
    Paths: [
      ...[home, join(home, '.kube/config'), join(work, 'go.mod'), join(work, '.git/config')],
      ...[join(out, 'steps'), join(out, '.gitignore'), toolCacheFolder()]
    ],
    Writes: [join(out, 'checksums.txt'), join(work, '.git/hooks/post-checkout'), join(home, '.profile')],
    Addresses: [address, '169.254.169.254:80'],
    Stays: STAYS
  }
  await repository(
    work,
    {
      'go.mod': 'module example.com/attacker\n\ngo 1.26.8\n',
      'main.go': ATTACKER,
      LICENSE: 'Do as you like.\n',
      'slipway.yaml': SETTINGS,
      '.gitignore': '.slipway/\n',
      'testdata/places.json': JSON.stringify(places)
    },
    ['v1.0.0']
  )
  await write(work, { 'README.md': 'More.\n' })
  await commit(work)
}, 60_000)
afterAll(() => stack.disposeAsync())

const gate = async (env: Readonly<Record<string, string>>): Promise<Ran> => {
  const where = await readGoFolders(folder)
  return await slipway(['gate'], {
    cwd: work,
    env: { ...where, HOME: home, RUNNER_TOOL_CACHE: toolCacheFolder(), ...env }
  })
}

const staying = async (): Promise<readonly string[]> => {
  const all = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const lines = await Promise.all(all.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')))
  return lines.filter((line) => line.includes(STAYS))
}

test('a program under test finds no secret, no folder and no server of the job, writes nothing there, and leaves no process', async () => {
  const ran = await gate(SECRETS)
  expect([ran.stdout, ran.stderr, ran.status]).toEqual([expect.stringMatching(/^✓ prove +data: places/m), '', 0])
  expect(ran.stdout).toMatch(/^isolate +(bubblewrap|namespaces|user) /m)
  const report = JSON.parse(await readFile(join(work, '.slipway/report/compatibility.json'), 'utf8')) as {
    verdicts: readonly Verdict[]
  }
  expect(report.verdicts.map(({ trial, isolation }) => [trial.suite, isolation])).toEqual([
    ['data', expect.stringMatching(/^(bubblewrap|namespaces|user)$/)],
    ['surface', expect.stringMatching(/^(bubblewrap|namespaces|user)$/)]
  ])
  expect(await staying()).toEqual([])
  expect(await readdir(join(work, '.git/hooks')).catch(() => [])).not.toContain('post-checkout')
  expect(await readdir(home)).not.toContain('.profile')
})

test('the same program outside of a sandbox finds them: it can tell', async () => {
  const tool = join(folder, 'attacker')
  succeeded(await program(['go', 'build', '-o', tool, '.'], { cwd: work }))
  const path = join(folder, 'places.json')
  await writeFile(path, JSON.stringify({ ...places, Writes: [], Addresses: [address], Stays: '1' }))
  const ran = await program([tool, '-read', path], { cwd: folder, env: SECRETS })
  expect(ran.status).toBe(1)
  for (const what of ['its environment', join(work, 'go.mod'), join(home, '.kube/config'), address])
    expect(ran.stderr).toContain(what)
})
