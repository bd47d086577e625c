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

/**
 * A release of two jobs. The first proves without a secret; the second compiles again, compares, signs and publishes, runs
 * no program of the project, waits for an approval where the environment asks for one, and says so where nothing was proved.
 */
export const TWO_JOBS_WORKFLOW = `name: release
on:
  push:
    tags: ['v*']
permissions: {}
jobs:
  prove:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@SHA # v6
        with:
          fetch-depth: 0 # with all tags, which say what the release before is
          persist-credentials: false
      - uses: ${PINNED}
        with:
          command: gate
          token: '' # no secret here: programs of the project run in this job
          sign: none
          out: proof
      - uses: actions/upload-artifact@SHA # v4
        with:
          name: verdicts
          path: proof/verdicts.json
          if-no-files-found: error
          retention-days: 5
  release:
    needs: prove
    if: \${{ !cancelled() }} # also after a failure, to say so
    runs-on: ubuntu-latest
    environment: release # its reviewers approve what is published; keep the keys there
    concurrency:
      group: slipway-release
      cancel-in-progress: false
    permissions:
      contents: write # the release
      id-token: write # keyless signing
      attestations: write # the provenance, for gh attestation verify
    steps:
      - name: Stop where nothing was proved
        if: needs.prove.result != 'success'
        env:
          RESULT: \${{ needs.prove.result }}
        run: |
          echo "The job prove ended with $RESULT, so nothing is signed or published." >> "$GITHUB_STEP_SUMMARY"
          echo "::error::the job prove ended with $RESULT: nothing is signed or published"
          exit 1
      - uses: actions/checkout@SHA # v6
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: actions/download-artifact@SHA # v5
        with:
          name: verdicts
          path: \${{ runner.temp }}/verdicts
      - uses: ${PINNED}
        with:
          command: release
          verdicts: \${{ runner.temp }}/verdicts
`

/** The same with inputs of the step that publishes. */
export const makeTwoJobsWorkflow = (inputs: Readonly<Record<string, string>>): string =>
  TWO_JOBS_WORKFLOW +
  Object.entries(inputs)
    .map(([name, value]) => `          ${name}: '${value}'\n`)
    .join('')

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

/** The same with two jobs for a tag: `two-jobs` of the component. */
export const GITLAB_TWO_JOBS = `include:
  - component: $CI_SERVER_FQDN/OWNER/slipway/two-jobs@SHA # 1.0.0
    inputs:
      component-project: OWNER/slipway
      environment: release # protect it: its approvers release; scope the keys to it
`
