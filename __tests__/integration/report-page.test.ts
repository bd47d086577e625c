import { afterAll, beforeAll, expect } from '@jest/globals'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { TrialsOutcome } from '../../src/report/page/head.ts'
import { drawPage } from '../../src/report/page/page.ts'
import type { Story } from '../../src/report/story.ts'
import { browser, type Browser, type Tab } from '../fakes/browser.ts'
import { needing } from '../fakes/needs.ts'
import { FOCUSED, OPEN_ALL, PALE, REACHABLE, TOO_WIDE } from '../fakes/page-looks.ts'
import { failedStory, HOSTILE, hostileStory, passedStory, variedStory } from '../fakes/platform/stories.ts'

const { test } = needing('chromium')

let chromium: Browser
let folder: string
let pages = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'slipway-page-'))
  chromium = await browser()
})

afterAll(async () => {
  await chromium?.[Symbol.asyncDispose]()
  await rm(folder, { recursive: true, force: true })
})

const skipped = (): Story => {
  const story = passedStory()
  return { ...story, verdicts: [], plan: { ...story.plan, trials: { skip: 'kubernetes is none' } } }
}

const STORIES: readonly (readonly [name: string, outcome: TrialsOutcome, story: () => Story])[] = [
  ['a run that passed', 'passed', passedStory],
  ['a run that failed', 'failed', failedStory],
  ['two versions of Kubernetes with many failures', 'failed', variedStory],
  ['a run that proved nothing', 'skipped', skipped]
]

const PHONE = { width: 320, height: 640 }
const DESK = { width: 1100, height: 800 }

const show = async (html: string, size = DESK): Promise<Tab & { readonly url: string }> => {
  const path = join(folder, `${++pages}.html`)
  await writeFile(path, html)
  const url = pathToFileURL(path).href
  return { ...(await chromium.open(url, size)), url }
}

const scheme = (tab: Tab, value: 'light' | 'dark') =>
  tab.send('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value }] })

test.each(STORIES)(
  '%s: the page asks for nothing, and the browser has nothing to complain of',
  async (_, outcome, story) => {
    const tab = await show(drawPage(story(), outcome))
    await tab.evaluate(OPEN_ALL)
    expect(tab.requests.filter((url) => !url.startsWith('data:'))).toEqual([tab.url])
    expect(tab.complaints).toEqual([])
    // The policy knows the style by its digest: were it refused, the page would be in the browser's own font.
    expect(await tab.evaluate('getComputedStyle(document.body).fontFamily')).toMatch(/^system-ui/)
  }
)

test.each(STORIES)('%s: nothing reaches out of a window of 320 pixels', async (_, outcome, story) => {
  const tab = await show(drawPage(story(), outcome), PHONE)
  expect(await tab.evaluate(TOO_WIDE)).toEqual({ over: 0, elements: [] })
  await tab.evaluate(OPEN_ALL)
  expect(await tab.evaluate(TOO_WIDE)).toEqual({ over: 0, elements: [] })
})

test.each(STORIES)('%s: every text has the contrast that WCAG AA wants, light and dark', async (_, outcome, story) => {
  const tab = await show(drawPage(story(), outcome))
  await tab.evaluate(OPEN_ALL)
  const behind: unknown[] = []
  for (const value of ['light', 'dark'] as const) {
    await scheme(tab, value)
    const { looked, found } = await tab.evaluate<{ looked: number; found: readonly string[] }>(PALE)
    expect({ value, found }).toEqual({ value, found: [] })
    expect(looked).toBeGreaterThan(50)
    behind.push(await tab.evaluate('getComputedStyle(document.body).backgroundColor'))
  }
  expect(behind).toEqual(['rgb(255, 255, 255)', 'rgb(19, 22, 27)'])
})

test.each(STORIES)(
  '%s: Tab reaches every link, fold and scrolling table in order, and shows where it is',
  async (_, outcome, story) => {
    const tab = await show(drawPage(story(), outcome), PHONE)
    const names = await tab.evaluate<readonly string[]>(REACHABLE)
    expect(names[0]).toBe('0: To the report')
    for (const name of names) {
      await press(tab, 'Tab')
      expect(await tab.evaluate(FOCUSED)).toEqual({ name, seen: true })
    }
  }
)

test('what is folded is opened by the keyboard, and what it holds is reached next', async () => {
  const tab = await show(drawPage(failedStory(), 'failed'))
  await tab.evaluate("document.querySelector('#evidence summary').focus()")
  await press(tab, 'Enter')
  await tab.evaluate(REACHABLE)
  await press(tab, 'Tab')
  expect(await tab.evaluate(FOCUSED)).toEqual({ name: expect.stringMatching(/^\d+: By hand$/), seen: true })
})

test('a verdict of the matrix leads to its evidence, unfolded', async () => {
  const tab = await show(drawPage(failedStory(), 'failed'))
  await tab.evaluate("document.querySelectorAll('#proof td a')[1].click()")
  const open = `[...document.querySelectorAll('#evidence > details[open] > summary')].map((e) => e.textContent.trim().replace(/\\s+/g, ' '))`
  expect(await tab.evaluate(open)).toEqual([expect.stringMatching(/^smi, CRDs linkerd .* 1 of 5 does not hold$/)])
})

test('headings go down one level at a time, and what failed comes first', async () => {
  const tab = await show(drawPage(variedStory(), 'failed'))
  const levels = await tab.evaluate<readonly number[]>(
    "[...document.querySelectorAll('h1,h2,h3,h4')].map((e) => Number(e.tagName[1]))"
  )
  expect(levels.filter((level) => level === 1)).toHaveLength(1)
  for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1)
  expect(await tab.evaluate("document.querySelector('h2').textContent")).toBe('What does not hold')
})

test('on paper everything that is folded is there', async () => {
  const tab = await show(drawPage(failedStory(), 'failed'))
  const height = "document.querySelector('#evidence details').getBoundingClientRect().height"
  expect(await tab.evaluate(height)).toBeLessThan(100)
  await tab.send('Emulation.setEmulatedMedia', { media: 'print' })
  expect(await tab.evaluate(height)).toBeGreaterThan(1000)
})

test('a page without our style, with a pale colour or with a wide line would be found out', async () => {
  const html = drawPage(failedStory(), 'failed')
  const restyled = await show(html.replace('--soft:#545c69', '--soft:#999999'))
  expect(restyled.complaints).not.toEqual([])
  const tab = await show(html, PHONE)
  await tab.evaluate("document.documentElement.style.setProperty('--soft', '#999')")
  expect((await tab.evaluate<{ found: readonly string[] }>(PALE)).found).not.toEqual([])
  await tab.evaluate(
    "document.querySelector('h1').style.whiteSpace = 'nowrap'; document.querySelector('h1').textContent = 'x'.repeat(99)"
  )
  expect((await tab.evaluate<{ over: number }>(TOO_WIDE)).over).toBeGreaterThan(0)
})

const ELEMENTS = `[...new Set([...document.querySelectorAll('*')].map((e) => e.localName))].sort()`
const ATTRIBUTES = `[...new Set([...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()))].sort()`

test.each(Object.entries(HOSTILE))('text from elsewhere is text in every place of the page: %s', async (_, text) => {
  const tab = await show(drawPage(hostileStory(text), 'failed'), PHONE)
  await tab.evaluate(OPEN_ALL)
  const harmless = await show(drawPage(hostileStory('harmless'), 'failed'), PHONE)
  expect(await tab.evaluate(ELEMENTS)).toEqual(await harmless.evaluate(ELEMENTS))
  await harmless.evaluate(OPEN_ALL)
  expect(await tab.evaluate(ATTRIBUTES)).toEqual(await harmless.evaluate(ATTRIBUTES))
  expect(tab.requests.filter((url) => !url.startsWith('data:'))).toEqual([tab.url])
  expect(tab.complaints).toEqual([])
  expect(await tab.evaluate(TOO_WIDE)).toEqual({ over: 0, elements: [] })
})

const press = async (tab: Tab, key: 'Tab' | 'Enter'): Promise<void> => {
  const code = { Tab: 9, Enter: 13 }[key]
  const event = { key, code: key, windowsVirtualKeyCode: code, ...(key === 'Enter' && { text: '\r' }) }
  await tab.send('Input.dispatchKeyEvent', { type: 'keyDown', ...event })
  await tab.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
}
