/** Stands for the Action or component and the commit of it that a project has chosen. */
const PINNED = 'OWNER/slipway@SHA # v0.1.0'

/** A release for each tag, with no right that it does not need. */
export const RELEASE_WORKFLOW = `name: release
on:
  push:
    tags: ['v*']
permissions: {}
jobs:
  release:
    runs-on: ubuntu-latest
    permissions:
      contents: write # the release
      id-token: write # keyless signing
      attestations: write # the provenance, for gh attestation verify
    steps:
      - uses: actions/checkout@SHA # v6
        with:
          fetch-depth: 0 # with all tags, which say what the latest release is
          persist-credentials: false
      - uses: ${PINNED}
`

/** The same with inputs of the step, such as `latest`: 'false'. */
export const makeReleaseWorkflow = (inputs: Readonly<Record<string, string>>): string => {
  const lines = Object.entries(inputs).map(([name, value]) => `          ${name}: '${value}'\n`)
  return lines.length ? `${RELEASE_WORKFLOW}        with:\n${lines.join('')}` : RELEASE_WORKFLOW
}

/** The same program as a gate: it builds, proves and rehearses the signature, and publishes nothing. */
export const GATE_WORKFLOW = `name: gate
on: pull_request
permissions:
  contents: read
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@SHA # v6
        with:
          persist-credentials: false
      - uses: ${PINNED}
`

/** Gate and release on GitLab, by what started the pipeline. */
export const GITLAB_PIPELINE = `include:
  - component: $CI_SERVER_FQDN/OWNER/slipway/slipway@SHA # 1.0.0
    inputs:
      component-project: OWNER/slipway
`
