import type { Event } from './event.ts'
import type { Env, Platform } from './platform.ts'
import { github } from './platforms/github.ts'
import { gitlab } from './platforms/gitlab.ts'

/** The one list of platforms; a run is a job of the first that says so. */
export const PLATFORMS: readonly Platform[] = [github, gitlab]

export const findPlatform = (name: string | undefined): Platform | undefined =>
  PLATFORMS.find((platform) => platform.name === name)

/** The platform whose job this is. */
export const detectPlatform = (env: Env): Platform | undefined => PLATFORMS.find(({ runsHere }) => runsHere(env))

/** What started this run, by the variables of its platform; `payload` is GITHUB_EVENT_PATH's JSON. */
export const readEvent = (env: Env, payload: unknown): Event =>
  detectPlatform(env)?.event(env, payload) ?? { kind: 'local' }
