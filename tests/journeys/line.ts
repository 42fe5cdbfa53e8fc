import type { BrowserContext, Page } from 'playwright-core'

type Answer = 'comes' | 'is lost'

/** Letters look as they will; so many documents are opened that they are not laid out in the product's own type each time. */
async function withoutType(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setBlockedURLs', { urls: ['*.woff2'] })
}

/**
 * The line between one phone and the cloud: answers come, are held back until the test lets them go, or there is no network. It is cut inside the
 * page: a browser whose requests are intercepted from outside keeps no file of the page from one document to the next.
 */
export class Line {
  /** What the phone has asked since the line was last changed. */
  asked: string[] = []
  private state: 'open' | 'held' | 'cut' = 'open'
  private held: ((answer: Answer) => void)[] = []

  /** Of every document that this phone opens from now on. */
  static async of(page: Page): Promise<Line> {
    const line = new Line()
    const context = page.context()
    await context.exposeFunction('lineOf', (body: unknown) => line.take(String(body)))
    await context.addInitScript(() => {
      const { fetch, lineOf } = window as unknown as {
        fetch: typeof window.fetch
        lineOf: (body: unknown) => Promise<Answer>
      }
      window.fetch = async (...asked) => {
        const [to] = asked
        const isOfCloud = (to instanceof Request ? to.url : to.toString()).includes('/client/')
        // As the browser says it.
        if (isOfCloud && (await lineOf(asked[1]?.body)) === 'is lost') throw new TypeError('Failed to fetch')
        return fetch(...asked)
      }
    })
    await withoutType(context, page)
    return line
  }

  hold(): void {
    this.asked = []
    this.state = 'held'
  }

  /** What is held back and what is asked from now on finds no network. */
  cut(): void {
    this.asked = []
    this.state = 'cut'
    this.empty('is lost')
  }

  /** What is held back goes on its way. */
  letGo(): void {
    this.state = 'open'
    this.empty('comes')
  }

  /** A page that was closed meanwhile waits for nothing any more. */
  private empty(answer: Answer): void {
    for (const send of this.held.splice(0)) send(answer)
  }

  private take(body: string): Answer | Promise<Answer> {
    const action = /"action":"([^"]+)"/.exec(body)?.[1]
    if (action) this.asked.push(action)
    if (this.state === 'held') return new Promise((resolve) => this.held.push(resolve))
    return this.state === 'cut' ? 'is lost' : 'comes'
  }
}
