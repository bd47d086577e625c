import { readText } from '../base/json.ts'
import type { Json } from '../base/json.ts'
import type { SchemaRules } from './unions.ts'
import { findMisfits } from './validate.ts'

/** Which of the values that a schema allows is taken. */
export interface ValueStyle {
  /** Which value of an enum, counted around; which form of int-or-string. */
  readonly choice: number
  /** Which end of a range. */
  readonly end: 'low' | 'high' | 'usual'
}

/** By format, as the API server knows formats. */
const FORMATS: Readonly<Record<string, readonly [string, string]>> = {
  'date-time': ['2024-05-06T07:08:09Z', '2025-06-07T08:09:10Z'],
  date: ['2024-05-06', '2025-06-07'],
  duration: ['90s', '1h'],
  byte: ['c2xpcHdheQ==', 'YnVpbGQ='],
  uri: ['https://example.com/path', 'https://example.org/'],
  hostname: ['example.com', 'example.org'],
  email: ['someone@example.com', 'other@example.com'],
  ipv4: ['192.0.2.1', '192.0.2.2'],
  ip: ['192.0.2.1', '192.0.2.2'],
  ipv6: ['2001:db8::1', '2001:db8::2'],
  cidr: ['192.0.2.0/24', '198.51.100.0/24'],
  uuid: ['6ba7b810-9dad-41d1-80b4-00c04fd430c8', '6ba7b811-9dad-41d1-80b4-00c04fd430c8'],
  uuid4: ['6ba7b810-9dad-41d1-80b4-00c04fd430c8', '7ba7b810-9dad-41d1-80b4-00c04fd430c8'],
  mac: ['00:00:5e:00:53:01', '00:00:5e:00:53:02']
}

/** What patterns of Kubernetes' APIs mostly want: names, labels, quantities, durations, paths, versions, addresses. */
const WORDS: readonly string[] = [
  'example',
  'example-1',
  'example.com',
  'example.com/name',
  'Example',
  'EXAMPLE',
  'example_1',
  '1',
  '0',
  '50%',
  '100m',
  '1Gi',
  '90s',
  '1h30m',
  '1h',
  '/example',
  '/',
  'https://example.com',
  'v1',
  'v1.2.3',
  '1.2.3',
  '192.0.2.1',
  '192.0.2.0/24',
  '2024-05-06T07:08:09Z',
  '*',
  '*.example.com',
  'example@example.com',
  'example:1',
  `sha256:${'0'.repeat(64)}`,
  `example.com/image@sha256:${'0'.repeat(64)}`,
  '0'.repeat(64),
  'GET',
  'a',
  'A',
  ''
]

/** A string that fits; for an odd choice another one where there is one. */
export function makeExampleString(rules: SchemaRules, { end, choice }: ValueStyle): Json | undefined {
  const least = Number(rules['minLength'] ?? 0)
  const most = Number(rules['maxLength'] ?? Infinity)
  const wanted = end === 'low' ? least : end === 'high' && most <= 1024 ? most : undefined
  const sized = wanted === undefined ? [] : ['x'.repeat(wanted), '1'.repeat(wanted)]
  const [usual, other] = FORMATS[readText(rules['format'])] ?? []
  const candidates = [
    ...(usual === undefined ? sized : [usual, other ?? usual]),
    ...WORDS,
    'example'.repeat(Math.ceil(least / 7)).slice(0, Math.max(least, 1))
  ]
  const fits = candidates.filter((each) => each !== rules['default'] && findMisfits(each, rules as Json).length === 0)
  // The words that come late are there for patterns, and fit where few others do.
  const second = fits[1] === '' ? fits[0] : fits[1]
  return choice % 2 === 1 && (usual !== undefined || sized.length === 0) ? (second ?? fits[0]) : fits[0]
}
