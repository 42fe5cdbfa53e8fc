import type { Page, Request } from 'playwright-core'

/** The calls that the phones of a journey have sent to the cloud and that are not answered yet. */
const underWay = new Map<Request, Page>()

const isCall = (request: Request) => request.method() === 'POST' && request.url().includes('/client/')

/** Whether one of the phones but this one, if any, has not been answered yet. One that was put away waits for nothing. */
export const waitsForAnswer = (but?: Page): boolean =>
  [...underWay.values()].some((page) => page !== but && !page.isClosed())

/**
 * Notes this phone's calls from now on. Before it opens a page anew, it waits for what the other phones have sent (`answered`): what it reads then
 * is what they did, and not by luck of a race what was before.
 */
export function inTurn(page: Page, answered: (but: Page) => Promise<void>): void {
  page.on('request', (request) => {
    if (isCall(request)) underWay.set(request, page)
  })
  const ended = (request: Request) => underWay.delete(request)
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  const { goto, reload } = { goto: page.goto.bind(page), reload: page.reload.bind(page) }
  page.goto = async (...given) => {
    await answered(page)
    return goto(...given)
  }
  page.reload = async (...given) => {
    await answered(page)
    return reload(...given)
  }
}
