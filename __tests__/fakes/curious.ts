import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from '@jest/globals'
import { holders, type Canaries } from './canaries.ts'

/** A program that writes down what it sees of the world, which must be nothing of ours, into a folder. */
export const CURIOUS = (seen: string): string => `package main

import (
	"fmt"
	"os"
	"strings"
)

func main() {
	name := fmt.Sprintf("${seen}/%d", os.Getpid())
	text := strings.Join(os.Args, "\\x00") + "\\x00" + strings.Join(os.Environ(), "\\x00")
	if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
		panic(err)
	}
	fmt.Println("{}")
}
`
/** What the programs under test saw, `runs` times or more: their own home, and nothing that a job has. */
export async function expectInnocence(seen: string, looked: Canaries, runs: number): Promise<void> {
  const names = await readdir(seen)
  expect(names.length).toBeGreaterThanOrEqual(runs)
  expect(await holders(seen, looked)).toEqual([])
  for (const name of names) {
    const text = await readFile(join(seen, name), 'utf8')
    const variables = text.split('\0').filter((each) => /^[A-Z_]+=/.test(each))
    expect(variables.map((each) => each.split('=')[0]).sort()).toEqual(['HOME', 'PATH', 'SLIPWAY_OWNER'])
  }
}
