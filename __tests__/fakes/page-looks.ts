/** Functions that run inside a page, as text: nothing of ours is there to import. */

/** Opens every `details`, so that all there is to see is seen. */
export const OPEN_ALL = `for (const each of document.querySelectorAll('details')) each.open = true`

/** Texts whose contrast with what is behind them is less than WCAG 2.2 AA wants (1.4.3), and shapes (1.4.11). */
export const PALE = `(() => {
  const rgba = (text) => {
    const [r, g, b, a = 1] = text.match(/[\\d.]+/g).map(Number)
    return { r, g, b, a }
  }
  const light = ({ r, g, b }) =>
    [r, g, b]
      .map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0)
  const contrast = (a, b) => {
    const [dark, bright] = [light(a), light(b)].sort((x, y) => x - y)
    return (bright + 0.05) / (dark + 0.05)
  }
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor)
      if (color.a === 1) return color
      if (color.a > 0) throw new Error('a see-through background: work out what is behind it')
    }
    throw new Error('no background')
  }
  const found = []
  let looked = 0
  const look = (element, color, least, what) => {
    looked++
    const ratio = contrast(rgba(color), behind(element))
    if (ratio < least) found.push(ratio.toFixed(2) + ' < ' + least + ': ' + what)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement
    if (walker.currentNode.data.trim() === '' || !element.checkVisibility()) continue
    const { color, fontSize, fontWeight, opacity } = getComputedStyle(element)
    if (opacity !== '1') throw new Error('opacity changes contrast')
    const large = parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700)
    look(element, color, large ? 3 : 4.5, walker.currentNode.data.trim().slice(0, 60))
  }
  for (const shape of document.querySelectorAll('rect:not(.rail)'))
    look(shape, getComputedStyle(shape).fill, 3, 'bar ' + shape.getAttribute('class'))
  return { looked, found: [...new Set(found)] }
})()`

/** How far the page is wider than its window, and which elements reach out of it. */
export const TOO_WIDE = `(() => {
  const width = document.documentElement.clientWidth
  const boxed = (element) => element.closest('.wide') !== null || element.closest('.unseen, .skip') !== null
  return {
    over: Math.max(0, document.documentElement.scrollWidth - width),
    elements: [...document.querySelectorAll('body *')]
      .filter((element) => !boxed(element) && element.checkVisibility() && element.getBoundingClientRect().right > width + 0.5)
      .map((element) => element.tagName + ' ' + element.textContent.trim().slice(0, 60))
  }
})()`

/** What a keyboard has to reach, in order: a name for each. */
export const REACHABLE = `(() => {
  window.named ??= new Map()
  const all = [...document.querySelectorAll('a[href], summary, [tabindex="0"]')].filter((e) => e.checkVisibility())
  all.forEach((element, i) => window.named.set(element, i + ': ' + element.textContent.trim().slice(0, 40)))
  return [...window.named.values()]
})()`

/** Which of these has the focus, and whether that can be seen. */
export const FOCUSED = `(() => {
  const element = document.activeElement
  const { outlineStyle, outlineWidth } = getComputedStyle(element)
  const { left, right, top, bottom } = element.getBoundingClientRect()
  return {
    name: window.named.get(element) ?? null,
    seen: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && right > 0 && bottom > 0 && left < innerWidth && top < innerHeight
  }
})()`
