import { z } from 'zod'
import { Failure } from '../../base/errors.ts'
import { quote } from '../../base/text.ts'

/** What is wanted of an answer: the fields that are read, and no others. */
export type Shape<T> = z.ZodType<T>

/**
 * An answer's fields that are wanted. What does not have them is the platform's doing, or that of something in between:
 * a 'host' Failure that says where. So a TypeError later on is a mistake of ours, and is told as one.
 */
export function demandShape<T>(shape: Shape<T>, found: unknown, platform: string, { origin, pathname }: URL): T {
  const result = shape.safeParse(found)
  if (result.success) return result.data
  const [issue] = result.error.issues
  const where = issue?.path.join('.') || 'its top'
  throw new Failure(
    'host',
    `${platform} answers in another way than its API does: ${origin}${pathname} at ${quote(where)}: ${issue?.message ?? ''}`,
    { hint: 'Is this the address of the API? Something in between may answer in its place.' }
  )
}

/** Whether an error tells of a mistake of ours. What fetch throws for the network is a TypeError too, with its cause. */
export const isBug = (error: unknown): error is Error =>
  (error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError) &&
  error.cause === undefined &&
  error.message !== 'fetch failed'
