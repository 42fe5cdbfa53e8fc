import type { Page, Route } from 'playwright-core'

const toCloud = /\/client\//

/** The line between one phone and the cloud: answers come, are held back until the test lets them go, or there is no network. */
export class Line {
  /** What the phone has asked since the line was last changed. */
  asked: string[] = []
  private state: 'open' | 'held' | 'cut' = 'open'
  private held: Route[] = []

  static async of(page: Page): Promise<Line> {
    const line = new Line()
    await page.context().route(toCloud, (route) => line.take(route))
    // Letters look as they will; so many documents are opened that they are not fetched each time.
    await page.context().route(/\.woff2?$/, (route) => route.abort())
    return line
  }

  hold(): void {
    this.asked = []
    this.state = 'held'
  }

  /** What is held back and what is asked from now on finds no network. */
  async cut(): Promise<void> {
    this.asked = []
    this.state = 'cut'
    await this.empty((route) => route.abort('internetdisconnected'))
  }

  /** What is held back goes on its way. */
  async letGo(): Promise<void> {
    this.state = 'open'
    await this.empty((route) => route.continue())
  }

  private async empty(send: (route: Route) => Promise<void>): Promise<void> {
    const held = this.held.splice(0)
    // A page that was closed meanwhile waits for nothing any more.
    await Promise.all(held.map((route) => send(route).catch(() => undefined)))
  }

  private async take(route: Route): Promise<void> {
    const action = /"action":"([^"]+)"/.exec(route.request().postData() ?? '')?.[1]
    if (action) this.asked.push(action)
    if (this.state === 'held') this.held.push(route)
    else if (this.state === 'cut') await route.abort('internetdisconnected')
    else await route.continue()
  }
}
