import { expect, test } from '@jest/globals'
import { Scope } from '../../../src/base/scope.ts'

/** What ends in a scope, noted by its name; one that breaks still notes it. */
const noting = (ended: string[]) => ({
  async: (name: string): AsyncDisposable => ({
    async [Symbol.asyncDispose]() {
      await Promise.resolve()
      ended.push(name)
    }
  }),
  broken: (name: string): AsyncDisposable => ({
    async [Symbol.asyncDispose]() {
      ended.push(name)
      throw new Error(name)
    }
  })
})

test('everything ends once, the last first, each after the one before it has ended', async () => {
  const ended: string[] = []
  const { async } = noting(ended)
  const scope = new Scope()
  const first = async('first')
  expect(scope.use(first)).toBe(first)
  scope.use({ [Symbol.dispose]: () => void ended.push('sync') })
  scope.defer(() => void ended.push('deferred'))
  scope.use(async('last'))
  await scope.disposeAsync()
  await scope.disposeAsync()
  expect(ended).toEqual(['last', 'deferred', 'sync', 'first'])
})

test('an end that fails keeps none of the others from ending, and of several none is lost', async () => {
  const ended: string[] = []
  const { async, broken } = noting(ended)
  const one = new Scope()
  one.use(async('a'))
  one.use(broken('b'))
  await expect(one.disposeAsync()).rejects.toThrow('b')
  const two = new Scope()
  two.use(broken('c'))
  two.use(broken('d'))
  await expect(two.disposeAsync()).rejects.toMatchObject({
    name: 'SuppressedError',
    error: { message: 'c' },
    suppressed: { message: 'd' }
  })
  expect(ended).toEqual(['b', 'a', 'd', 'c'])
})

test('what was moved ends with the new scope alone, and an ended scope takes nothing more', async () => {
  const ended: string[] = []
  const { async } = noting(ended)
  const moved = await (async () => {
    await using scope = new Scope()
    scope.use(async('owned'))
    return scope.move()
  })()
  expect(ended).toEqual([])
  await moved.disposeAsync()
  expect(ended).toEqual(['owned'])
  for (const late of [() => moved.defer(() => {}), () => moved.use(async('late')), () => moved.move()])
    expect(late).toThrow('this scope has ended')
})
