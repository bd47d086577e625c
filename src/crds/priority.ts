/** Whether discovery puts a version before another: v2, v1, v1beta2, v1beta1, v1alpha1, then all other names by letter. */
export const isBefore = (a: string, b: string): boolean => {
  const [left, right] = [rank(a), rank(b)]
  if (!left || !right) return left ? true : right ? false : a < b
  const at = left.findIndex((part, i) => part !== right[i])
  return at >= 0 && (left[at] ?? 0) > (right[at] ?? 0)
}

const STAGES = ['alpha', 'beta', '']

const rank = (name: string): readonly number[] | undefined => {
  const found = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(name)
  return found ? [STAGES.indexOf(found[2] ?? ''), Number(found[1]), Number(found[3] ?? 0)] : undefined
}
