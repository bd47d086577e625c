import type { CommandLineHost } from '../terminal/host.ts'
import { gitlab } from './host.ts'
import { withNote } from './note/noting.ts'

/** In a job of GitLab the command line writes into the job's log, its reports, and a note on the merge request. */
export const gitlabHost: CommandLineHost = {
  platform: 'gitlab',
  open: ({ stream, files, env, fetch }) => withNote(gitlab(stream, files), { env, fetch })
}
