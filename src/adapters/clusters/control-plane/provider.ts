import { makeGoEnvironment } from '../../../go/environment.ts'
import { KUBERNETES } from '../../toolchain/pins.ts'
import { translateToGo } from '../../toolchain/platform.ts'
import { listPinnedReleases, type Provider } from '../provider.ts'

const MIB = 1024 * 1024

/** Processes on this machine, ready in seconds, with one simulated node. */
export const controlPlaneProvider: Provider = {
  name: 'control-plane',
  // docs/control-plane.md has the measurement.
  bytes: 700 * MIB,
  releases: listPinnedReleases(KUBERNETES),
  auto: 'this is Linux, so it needs no container engine',
  async choose(_, why, { platform }) {
    if (platform.os !== 'linux')
      return { missing: `control-plane clusters run on Linux only, and this is ${translateToGo(platform).os}` }
    return { provider: 'control-plane', why, releases: this.releases }
  },
  async clusters(_, parts) {
    const { controlPlane } = await import('./control-plane.ts')
    return controlPlane({ ...parts, env: makeGoEnvironment({ PATH: parts.env['PATH'] }) })
  }
}
