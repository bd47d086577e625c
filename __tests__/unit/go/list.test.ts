import { expect, test } from '@jest/globals'
import { explainUnfetched } from '../../../src/go/list.ts'

// In an empty module cache these stand before everything else that go says.
const PROGRESS = 'go: downloading gopkg.in/yaml.v3 v3.0.1\ngo: finding module for package example.com/x\n'

test.each([
  [
    'verifying gopkg.in/yaml.v3@v3.0.1: checksum mismatch\n\tdownloaded: h1:a=\n\tgo.sum:     h1:b=\n\nSECURITY ERROR\n',
    'verification',
    'a module is not what go.sum or the checksum database says: verifying gopkg.in/yaml.v3@v3.0.1: checksum mismatch'
  ],
  [
    'go: example.com/x@v1.0.0: reading http://127.0.0.1/x.info: 503 Service Unavailable\n',
    'environment',
    'a module cannot be fetched: example.com/x@v1.0.0: reading http://127.0.0.1/x.info: 503 Service Unavailable'
  ],
  [
    "go: example.com/x@v1.0.0: fatal: could not read Username for 'https://example.com': terminal prompts disabled\n",
    'environment',
    "git may not read a module: example.com/x@v1.0.0: fatal: could not read Username for 'https://example.com': terminal prompts disabled"
  ]
])('the reason that go gives is quoted, whatever it was doing before: %s', (said, kind, message) => {
  for (const text of [said, PROGRESS + said]) expect(explainUnfetched(text)).toMatchObject({ kind, message })
})
