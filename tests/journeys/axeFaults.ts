import { readFileSync } from 'node:fs'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe-core finds wrong with the screen for whoever hears it instead of seeing it, or sees it badly: a line each, of its rules for the
 * levels A and AA. Not asked: that a part which scrolls can be reached by keys, which a phone does not have and a WeChat page cannot say. A name may say more
 * than what is written ("到会 1 场，举办 1 场" of 1/1), for it is heard and not spoken.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(source)
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
      rules: { 'scrollable-region-focusable': { enabled: false }, 'label-content-name-mismatch': { enabled: false } },
      resultTypes: ['violations'],
    })`,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`))
}
