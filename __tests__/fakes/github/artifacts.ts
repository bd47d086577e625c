import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Stands for `actions/upload-artifact` and `actions/download-artifact`, by their documentation of v4 and v5: a single file
 * is kept under its bare name, a name is taken once in a run, no file is an error where `if-no-files-found: error` stands,
 * and a name that nobody uploaded ends the step that downloads it. Between the two stands whoever can write there:
 * `forge` is a script that is run in the folder of an artifact before it is handed out.
 */
export interface Artifacts {
  /** By the name under which a workflow uses them. */
  readonly actions: Readonly<Record<string, string>>
  /** Everything that was kept so far. */
  readonly folder: string
}

const UPLOAD = (store: string): string => `
const fs = require('node:fs'), path = require('node:path')
const { INPUT_NAME: name, INPUT_PATH: from, 'INPUT_IF-NO-FILES-FOUND': missing } = process.env
const to = path.join(${JSON.stringify(store)}, name)
const fail = (text) => (console.log('::error::' + text), process.exit(1))
if (fs.existsSync(to)) fail('Failed to CreateArtifact: (409) Conflict: an artifact with this name already exists on the workflow run')
if (!fs.existsSync(from)) {
  if (missing === 'error') fail('No files were found with the provided path: ' + from + '. No artifacts will be uploaded.')
  process.exit(0)
}
fs.cpSync(from, path.join(to, path.basename(from)))
`

const DOWNLOAD = (store: string): string => `
const fs = require('node:fs'), path = require('node:path')
const { INPUT_NAME: name, INPUT_PATH: to, SLIPWAY_TEST_FORGE: forge } = process.env
const from = path.join(${JSON.stringify(store)}, name)
if (forge) new Function('fs', 'folder', forge)(fs, from)
if (!fs.existsSync(from)) {
  console.log('::error::Unable to download artifact(s): Artifact not found for name: ' + name)
  process.exit(1)
}
fs.cpSync(from, to, { recursive: true })
`

const describeAction = (inputs: readonly string[]): string =>
  `name: artifact\ndescription: A stand-in.\ninputs:\n${inputs.map((name) => `  ${name}:\n    description: As of the real one.\n`).join('')}runs:\n  using: node24\n  main: index.js\n`

/** Below `folder`, which is for it alone. */
export async function standInForArtifacts(folder: string): Promise<Artifacts> {
  const store = join(folder, 'store')
  const make = async (name: string, inputs: readonly string[], script: string): Promise<string> => {
    const action = join(folder, name)
    await mkdir(action, { recursive: true })
    await writeFile(join(action, 'action.yml'), describeAction(inputs))
    await writeFile(join(action, 'package.json'), '{"type":"commonjs"}\n')
    await writeFile(join(action, 'index.js'), script)
    return action
  }
  await mkdir(store, { recursive: true })
  return {
    folder: store,
    actions: {
      'actions/upload-artifact@v6': await make(
        'upload',
        ['name', 'path', 'if-no-files-found', 'retention-days'],
        UPLOAD(store)
      ),
      'actions/download-artifact@v6': await make('download', ['name', 'path'], DOWNLOAD(store))
    }
  }
}
