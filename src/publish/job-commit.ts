import { Failure } from '../base/errors.ts'
import type { Surroundings } from '../plan/surroundings.ts'

/**
 * Rejects files of another commit than the one that this job was started for: its tag was moved since, or the files are
 * those of another run. `commit`: '' where nobody says it; `by`: who says it.
 */
export function refuseOtherCommit(
  tag: string,
  commit: string,
  by: string,
  { event, startedFor }: Pick<Surroundings, 'event' | 'startedFor'>
): void {
  if (startedFor === undefined || commit === '' || commit === startedFor) return
  const started = event.tag === undefined ? 'this job' : `the job of ${event.tag}`
  throw new Failure(
    'verification',
    `${tag} is commit ${commit} by ${by}, and ${started} was started for ${startedFor}`,
    {
      hint: 'The tag was moved, or the files are those of another run. Publish from a job that was started for this tag as it is now, with the files that it made.'
    }
  )
}
