import { Failure } from '../base/errors.ts'
import type { AcceptedStub } from '../config/project-file.ts'
import type { Mode } from './mode.ts'

/**
 * What the plan says of packages that are built without some of their files, since those need cgo. Throws an 'input' Failure
 * for a release of any that nobody accepted by name.
 */
export function judgeWithoutCgo(
  mode: Mode,
  packages: readonly string[],
  accepted: readonly AcceptedStub[]
): readonly string[] {
  const open = packages.filter((path) => !accepted.some((entry) => entry.package === path))
  const what = `built without the files that need cgo: ${open.join(', ')}; what takes their place may say at run time that it needs cgo`
  if (mode === 'release' && open.length > 0)
    throw new Failure('input', what, {
      code: 'without-cgo',
      hint: 'Slipway builds with CGO_ENABLED=0: take packages that do without cgo, or name these in accepted-without-cgo of slipway.yaml, each with a reason.'
    })
  return [
    ...(open.length > 0 ? [`${what}; a release refuses it`] : []),
    ...accepted
      .filter((entry) => packages.includes(entry.package))
      .map(
        (entry) => `${entry.package} is built without the files that need cgo, and that is accepted: ${entry.reason}`
      )
  ]
}
