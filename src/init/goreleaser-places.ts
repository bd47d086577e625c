/** Where GoReleaser looks, in its order (cmd/config.go, 2.16): the first that is there is read. */
export const GORELEASER_PLACES = [
  '.config/goreleaser.yml',
  '.config/goreleaser.yaml',
  '.goreleaser.yml',
  '.goreleaser.yaml',
  'goreleaser.yml',
  'goreleaser.yaml'
]

/** Files that look like one and lie elsewhere: somebody names them to GoReleaser. */
export const findOtherPlaces = (files: readonly string[]): readonly string[] =>
  files.filter(
    (file) =>
      /(^|\/)[\w.-]*goreleaser[\w.-]*\.ya?ml$/i.test(file) &&
      !/(^|\/)(testdata|vendor|node_modules|\.github|\.gitlab)\//.test(file) &&
      !GORELEASER_PLACES.includes(file)
  )
