import { z } from 'zod'

/** A part of a path that is not `..`, and begins with none of `not`: without a look ahead, which not every reader of the schema has. */
const part = (not: string): string => String.raw`([^${not}/\\.][^/\\]*|\.([^/\\.][^/\\]*)?|\.\.[^/\\]+)`

/** Paths of the repository, relative to the module's folder. */
export const file = z
  .string()
  .regex(new RegExp(`^${part('-')}(/${part('')})*/?$`), 'must be a path below the module, with /')

/** A list of them, as slipway.yaml has it. */
export const files = z.array(file.describe('A file or folder, relative to the module, with /.'))
