/** The build without Redis, which has no types of its own; @octokit/plugin-throttling bundles the same file. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck'
}
