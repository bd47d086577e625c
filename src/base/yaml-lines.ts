import { isMap, isNode, isScalar, isSeq, type Document } from 'yaml'

/** Where a key or an item begins, or what is nearest around it, as an offset in the text. */
export function findOffset(document: Document, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let at = (isNode(node) && node.range?.[0]) || 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step)
      if (!pair) break
      at = (isScalar(pair.key) && pair.key.range?.[0]) || at
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
      at = (isNode(node) && node.range?.[0]) || at
    } else break
  }
  return at
}
