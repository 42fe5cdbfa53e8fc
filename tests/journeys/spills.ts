import type { Page } from 'playwright-core'

/**
 * Texts that leave what they stand in, by more than a hair: the screen, a card, a tile, a button; and texts that lie over one another. What is
 * cut with three points, or can be drawn aside, is as it should be.
 */
export async function spills(page: Page): Promise<string[]> {
  // The compiler of the tests names inner functions by a helper that the page does not have.
  await page.evaluate('globalThis.__name = (named) => named')
  return page.evaluate(() => {
    const hair = 2
    const styleOf = (element: Element) => getComputedStyle(element)
    const isBox = (element: Element) => !/^(inline|contents)$/.test(styleOf(element).display)
    const scrollsAside = (element: Element) => /auto|scroll/.test(styleOf(element).overflowX)
    const isCutWithPoints = (element: Element) =>
      styleOf(element).textOverflow === 'ellipsis' || styleOf(element).webkitLineClamp !== 'none'
    const above = (element: Element): Element[] =>
      element.parentElement && element !== document.body
        ? [element.parentElement, ...above(element.parentElement)]
        : []
    const drawnOf = (element: Element) => {
      const range = document.createRange()
      range.selectNodeContents(element)
      return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
    }
    // Of what is cut with three points only what stands before them.
    const seenOf = (element: Element) => {
      const frame = [element, ...above(element)].find(isCutWithPoints)?.getBoundingClientRect()
      return drawnOf(element).map(({ left, right, top, bottom }) => ({
        left: Math.max(left, frame?.left ?? left),
        right: Math.min(right, frame?.right ?? right),
        ...{ top, bottom },
      }))
    }
    const isHeld = (element: Element) => [element, ...above(element)].some(isCutWithPoints)
    const texts = [...document.querySelectorAll('.page *')].filter(
      (element) =>
        element.children.length === 0 && element.textContent.trim() !== '' && drawnOf(element).length > 0,
    )
    const leaves = (element: Element): string | undefined => {
      const boxes = [element, ...above(element)].filter(isBox)
      for (const box of boxes) {
        if (scrollsAside(box)) return undefined
        const frame = box.getBoundingClientRect()
        const isScreen = box.classList.contains('page')
        const out = drawnOf(element).some(
          ({ left, right }) => right > frame.right + hair || left < frame.left - hair,
        )
        // A list scrolls down; a tile or a button does not. The text's own line may be lower than its letters.
        const isLow =
          box !== element &&
          !isScreen &&
          !/auto|scroll/.test(styleOf(box).overflowY) &&
          box.scrollHeight > box.clientHeight + 4 &&
          box.clientHeight > 0 &&
          drawnOf(element).some(({ bottom }) => bottom > frame.bottom + 4)
        if (out || isLow) return `${element.className} leaves ${box.className}: ${element.textContent}`
        if (isScreen) return undefined
      }
      return undefined
    }
    const shared = '.page-body, .sheet-body, .dock'
    const floats = (box: Element) => /sticky|fixed/.test(styleOf(box).position) && !box.closest('.sheet-root')
    const laid = texts.flatMap((element) => {
      const within = element.closest(shared)
      return within && !above(element).some(floats) ? [{ element, within, seen: seenOf(element) }] : []
    })
    const lieOver = laid.flatMap((one, index) =>
      laid.slice(index + 1).flatMap((other) => {
        if (one.within !== other.within) return []
        const over = one.seen.some((a) =>
          other.seen.some(
            (b) =>
              Math.min(a.right, b.right) - Math.max(a.left, b.left) > 4 &&
              Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 6,
          ),
        )
        const [upper, lower] = [one.element, other.element]
        return over
          ? [`${upper.className} lies over ${lower.className}: ${upper.textContent} | ${lower.textContent}`]
          : []
      }),
    )
    return [
      ...texts.filter((element) => !isHeld(element)).flatMap((element) => leaves(element) ?? []),
      ...lieOver,
    ]
  })
}
