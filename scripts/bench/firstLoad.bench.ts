import { launchBrowser, openPhone } from '../../tests/browser'
import { type Figure, figure } from '../lib/figure'
import { withCounty } from './county'

/** What a browser fetches until the member's home stands, over the wire. */
export default async function* firstLoad(): AsyncGenerator<Figure> {
  yield* withCounty(async function* ({ emulator }) {
    const browser = await launchBrowser()
    try {
      const started = Date.now()
      const fetched: { url: string; bytes: number }[] = []
      const { page } = await openPhone(browser, { url: emulator.url, as: 'demo-member' }, (opened) => {
        opened.on('requestfinished', (request) => {
          void request
            .sizes()
            .then(({ responseBodySize }) => fetched.push({ url: request.url(), bytes: responseBodySize }))
        })
      })
      await page.locator('#month').first().waitFor()
      const ms = Date.now() - started
      await page.waitForLoadState('networkidle')
      const code = fetched.filter(({ url }) => !url.includes('/font/') && !url.includes('/client/'))
      const kb = code.reduce((sum, { bytes }) => sum + bytes, 0) / 1024
      yield figure('h5 first load without the font, gzip', kb, 'KB', 450)
      yield figure('h5 home stands after', ms, 'ms')
    } finally {
      await browser.close()
    }
  })
}
