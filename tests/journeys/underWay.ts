import assert from 'node:assert/strict'
import type { Page, Request } from 'playwright-core'
import { patience } from '../patience'

/** The calls that the phones of a journey have sent to the cloud and that are not answered yet. */
const underWay = new Map<Request, Page>()

const isCall = (request: Request) => request.method() === 'POST' && request.url().includes('/client/')

/**
 * Notes this phone's calls from now on. Before it opens a page anew, what the other phones have sent is answered: what it reads then is what
 * they did, and not by luck of a race what was before.
 */
export function inTurn(page: Page): void {
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

/** Waits until the phones but this one, if any, have been answered. One that was put away waits for nothing. */
export async function answered(but?: Page): Promise<void> {
  const waits = () => [...underWay.values()].some((page) => page !== but && !page.isClosed())
  const end = Date.now() + patience
  while (waits()) {
    assert.ok(Date.now() < end, 'a phone was never answered')
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}
