import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { type Rendered, render } from './framework'
import { type Activity, asCall, soon } from './wx'

interface AppJson {
  pages: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  tabBar?: { custom?: boolean; list: { pagePath: string }[] }
  window?: { navigationBarTitleText?: string }
}

export interface Paint {
  route: string
  /** Length in UTF-8 of the JSON that crosses from the logic to the view layer. */
  bytes: number
  at: number
}

export interface OpenPage {
  route: string
  query: Record<string, string>
  component: Rendered
  tabBar?: Rendered
  place: HTMLElement
  title: string
}

const parts = (url: string): [string, Record<string, string>] => {
  const [route = '', query = ''] = url.split('?')
  const pairs = query.split('&').filter(Boolean)
  const pair = (text: string): [string, string] => {
    const at = text.indexOf('=')
    return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)]
  }
  return [path.posix.join('/', route).slice(1), Object.fromEntries(pairs.map(pair))]
}

/** The stack of pages and the calls that move it, with WeChat's refusals. */
export class Pages {
  readonly app: AppJson
  readonly paints: Paint[] = []
  private readonly stack: OpenPage[] = []
  private readonly tabs = new Map<string, OpenPage>()
  private count = 0

  constructor(
    private readonly dist: string,
    private readonly activity: Activity,
  ) {
    this.app = this.json('app.json') as AppJson
  }

  get routes(): string[] {
    return this.stack.map((page) => page.route)
  }

  get instances(): object[] {
    return this.stack.map((page) => page.component.instance)
  }

  get entry(): string {
    return this.app.entryPagePath ?? this.app.pages[0] ?? ''
  }

  top(): OpenPage {
    const page = this.stack[this.stack.length - 1]
    if (!page) throw new Error('no page is open: launch() first')
    return page
  }

  calls(): Record<string, unknown> {
    const moves: Record<string, (options: any) => void> = {
      navigateTo: ({ url }) => this.navigateTo(url),
      redirectTo: ({ url }) => {
        this.known(parts(url)[0], false)
        this.close()
        this.open(...parts(url))
      },
      reLaunch: ({ url }) => {
        this.known(parts(url)[0])
        while (this.stack.length > 0) this.close()
        this.tabs.clear()
        this.open(...parts(url))
      },
      switchTab: ({ url }) => this.switchTab(url),
      navigateBack: ({ delta = 1 }) => this.back(delta),
      setNavigationBarTitle: ({ title }) => void (this.top().title = title),
    }
    return Object.fromEntries(
      Object.entries(moves).map(([name, move]) => [name, asCall(this.activity, name, move)]),
    )
  }

  open(route: string, query: Record<string, string> = {}): void {
    this.known(route)
    const component = render(this.dist, route, 'main')
    const config = this.json(`${route}.json`) as { navigationBarTitleText?: string }
    const place = document.createElement('div')
    document.body.append(place)
    const title = config.navigationBarTitleText ?? this.app.window?.navigationBarTitleText ?? ''
    const page: OpenPage = { route, query, component, place, title }
    const { instance } = component
    Object.assign(instance, { route, __route__: route, options: query, __wxWebviewId__: ++this.count })
    this.meter(route, instance)
    this.stack.push(page)
    if (this.isTab(route)) {
      this.tabs.set(route, page)
      this.attachTabBar(page)
    }
    component.attach(place)
    instance.onLoad?.(query)
    this.show(page)
    soon(this.activity, () => instance.onReady?.())
  }

  private navigateTo(url: string): void {
    const [route, query] = parts(url)
    this.known(route, false)
    if (this.stack.length >= 10) throw new Error('webview count limit exceed')
    this.hide()
    this.open(route, query)
  }

  private switchTab(url: string): void {
    const [route] = parts(url)
    this.known(route, true)
    if (this.stack.length === 1 && this.top().route === route) return
    while (this.stack.length > 1) this.close()
    this.hide()
    this.stack.pop()
    const kept = this.tabs.get(route)
    if (kept) {
      this.stack.push(kept)
      this.show(kept)
    } else {
      this.open(route)
    }
  }

  private back(delta: number): void {
    for (let left = delta; left > 0 && this.stack.length > 1; left--) this.close()
    this.show(this.top())
  }

  private attachTabBar(page: OpenPage): void {
    if (!this.app.tabBar?.custom) return
    const bar = render(this.dist, 'custom-tab-bar/index', 'tab-bar')
    page.tabBar = bar
    page.component.instance.getTabBar = () => bar.instance
    const place = document.createElement('div')
    page.place.append(place)
    bar.attach(place)
  }

  private show(page: OpenPage): void {
    page.place.style.display = ''
    page.component.instance.onShow?.()
    page.tabBar?.triggerPageLifeTime('show')
  }

  private hide(): void {
    const page = this.stack[this.stack.length - 1]
    if (!page) return
    page.component.instance.onHide?.()
    page.place.style.display = 'none'
  }

  private close(): void {
    const page = this.stack.pop()
    if (!page) return
    page.component.instance.onUnload?.()
    page.component.detach()
    page.tabBar?.detach()
    page.place.remove()
  }

  private meter(route: string, instance: Record<string, any>): void {
    const setData = instance.setData.bind(instance)
    instance.setData = (data: object, done?: () => void) => {
      this.paints.push({ route, bytes: Buffer.byteLength(JSON.stringify(data)), at: Date.now() })
      return setData(data, done)
    }
  }

  private isTab(route: string): boolean {
    return this.app.tabBar?.list.some(({ pagePath }) => pagePath === route) ?? false
  }

  private known(route: string, tab?: boolean): void {
    const packages = this.app.subPackages ?? this.app.subpackages ?? []
    const pages = [
      ...this.app.pages,
      ...packages.flatMap(({ root, pages }) => pages.map((page) => path.posix.join(root, page))),
    ]
    if (!pages.includes(route)) throw new Error(`page "${route}" is not found`)
    if (tab === undefined || tab === this.isTab(route)) return
    throw new Error(tab ? 'can not switch to no-tabBar page' : 'can not navigateTo a tabbar page')
  }

  private json(file: string): object {
    const full = path.join(this.dist, file)
    return existsSync(full) ? (JSON.parse(readFileSync(full, 'utf8')) as object) : {}
  }
}
