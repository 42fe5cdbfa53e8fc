import { existsSync } from 'node:fs'
import path from 'node:path'
import { patience } from '../patience'
import { CanvasNode } from './host/canvas'
import { Cloud, type CloudAddress, type Network } from './host/cloud'
import { applicationScope, isIdle } from './host/dom'
import * as framework from './host/framework'
import { createLoader } from './host/loader'
import { type OpenPage, Pages, type Paint } from './host/pages'
import { selectorQuery } from './host/query'
import { type Activity, asCall, basicWx, type Mock, soon, type WxCall } from './host/wx'

export interface HostOptions {
  /** The built mini-program. */
  dist?: string
  /** Where cloud calls go (an emulator's address) and as whom. */
  cloud?: CloudAddress
  /** Answers of wx calls by name: `{ scanCode: () => ({ result: '…' }) }`; one that throws makes the call fail. */
  wx?: Record<string, Mock>
  /** The phone's own clock; absent: this machine's. */
  now?: () => number
  /** What stood in the phone's storage when the mini-program was closed. */
  storage?: Iterable<[string, unknown]>
  /** In what network it is opened. */
  network?: Network
}

let taken = false
const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 4))

/**
 * The compiled mini-program in WeChat's own component framework, without WeChat. One host a process: the framework
 * and the build keep state in globals. What a test touches is found by `#id`, `.class` or its text.
 */
export class WeappHost {
  readonly storage: Map<string, unknown>
  /** Texts of the files on this phone, by the path that a choosing call answers with. */
  readonly files = new Map<string, string>()
  readonly cloud: Cloud
  private readonly activity: Activity = { calls: [], pending: 0, mocks: new Map(), storageFull: false }
  private readonly canvases = new Map<string, CanvasNode>()
  private readonly pages: Pages
  private readonly dist: string
  private parsed = 0
  private app: Record<string, any> = {}
  private readonly load: (file: string) => unknown
  private readonly now: () => number

  constructor(options: HostOptions = {}) {
    const { dist = 'dist/weapp', cloud, wx = {}, now = Date.now, storage = [], network = 'on' } = options
    if (taken) throw new Error('one host a process: put the test into a file of its own')
    taken = true
    this.dist = path.resolve(dist)
    if (!existsSync(path.join(this.dist, 'app.json')))
      throw new Error(`no build in ${dist}: npm run build:weapp`)
    this.cloud = new Cloud(cloud, network, this.files)
    this.now = now
    this.storage = new Map(storage)
    for (const [name, answer] of Object.entries(wx)) this.mock(name, answer)
    this.pages = new Pages(this.dist, this.activity)
    this.load = createLoader(
      () => this.scope(),
      (bytes) => (this.parsed += bytes),
    )
    framework.useLoader(this.load)
    this.installWx()
  }

  get calls(): readonly WxCall[] {
    return this.activity.calls
  }

  get paints(): readonly Paint[] {
    return this.pages.paints
  }

  /** Bytes of script that the phone has parsed so far. */
  get scriptBytes(): number {
    return this.parsed
  }

  /** Starts the mini-program at a page, as a scan or a share would. */
  async launch(route = this.pages.entry, query: Record<string, string> = {}, scene = 1001): Promise<void> {
    const options = this.enterBy(route, query, scene)
    this.load(path.join(this.dist, 'app.js'))
    this.app.onLaunch?.(options)
    this.app.onShow?.(options)
    this.pages.open(route, query)
    await this.settle()
  }

  /** A scan while the mini-program runs: WeChat closes its pages and opens this one. */
  async reopen(route: string, query: Record<string, string>, scene: number): Promise<void> {
    this.app.onShow?.(this.enterBy(route, query, scene))
    const pairs = Object.entries(query).map(([name, value]) => `${name}=${value}`)
    await (globalThis as any).wx.reLaunch({ url: `/${route}?${pairs.join('&')}` })
    await this.settle()
  }

  /** Whether the phone's storage takes nothing more. */
  set full(full: boolean) {
    this.activity.storageFull = full
  }

  /** A newer release has come onto the phone. */
  newRelease(): void {
    this.activity.updateReady?.()
  }

  mock(name: string, answer: Mock): void {
    this.activity.mocks.set(name, answer)
  }

  /** Waits until these are the open pages, the lowest first. */
  async at(...routes: string[]): Promise<void> {
    await this.until(
      () => this.pages.routes.join() === routes.join(),
      () => this.pages.routes.join(),
    )
  }

  /** Switches to a tab; every tab page has its own bar, so the one before has to be left before anything is touched. */
  async openTab(tab: string): Promise<void> {
    await this.touch(`#tab-${tab}`)
    await this.at(`pages/${tab}/index`)
  }

  /** Loses the network or finds it again; the mini-program hears of it as on a phone. */
  async setNetwork(network: Network): Promise<void> {
    this.cloud.setNetwork(network)
    await this.settle()
  }

  page(): OpenPage {
    return this.pages.top()
  }

  title(): string {
    return this.page().title
  }

  text(what?: string): string {
    if (what) return this.one(what).$$.textContent ?? ''
    return this.roots()
      .map((root) => root.$$.textContent ?? '')
      .join('')
  }

  html(): string {
    return this.page().place.innerHTML
  }

  has(what: string): boolean {
    return this.all(what).length > 0
  }

  count(what: string): number {
    return this.all(what).length
  }

  attribute(what: string, name: string): unknown {
    return framework.attribute(this.one(what), name)
  }

  /** Waits until it is there, and taps. */
  async tap(what: string): Promise<void> {
    if (what.startsWith('#tab-'))
      throw new Error('a tab is opened by openTab(), which waits until it is left')
    await this.touch(what)
  }

  async input(what: string, value: string): Promise<void> {
    await this.fire(what, 'input', { value, cursor: value.length })
  }

  async change(what: string, value: unknown): Promise<void> {
    await this.fire(what, 'change', { value })
  }

  async fire(what: string, type: string, detail: object = {}, bubbles = false): Promise<void> {
    if (!this.has(what)) await this.until(() => this.has(what))
    // In the very turn of the tap when it is there: WeChat opens some dialogues only then.
    framework.dispatch(this.one(what), type, detail, bubbles)
    await this.settle()
  }

  async back(): Promise<void> {
    await (globalThis as any).wx.navigateBack({ delta: 1 })
    await this.settle()
  }

  /** The canvas a page drew on, found by its `#id`. */
  canvas(selector: string): CanvasNode {
    if (!this.has(selector)) throw new Error(`no canvas ${selector} on ${this.page().route}`)
    const key = `${this.page().route} ${selector}`
    const canvas = this.canvases.get(key) ?? new CanvasNode()
    this.canvases.set(key, canvas)
    return canvas
  }

  /** Bytes of the first setData of a page: what crosses before anything shows. */
  firstPaint(route: string): number {
    const paint = this.paints.find((one) => one.route === route)
    if (!paint) throw new Error(`${route} was never painted`)
    return paint.bytes
  }

  /** Until no call is under way and neither WeChat nor the mini-program has put anything off, two turns in a row: however slow the machine. */
  async settle(): Promise<void> {
    const end = Date.now() + patience
    for (let quiet = 0; quiet < 2;) {
      if (Date.now() > end) throw new Error(`never at rest; the page says: ${this.text().slice(0, 400)}`)
      await turn()
      quiet = this.activity.pending === 0 && isIdle() ? quiet + 1 : 0
    }
  }

  /** Looks again and again until the condition holds; Taro renders asynchronously. `also`: what to say if it never does. */
  async until(condition: () => boolean, also = (): string => ''): Promise<void> {
    const end = Date.now() + patience
    while (!condition()) {
      if (Date.now() > end)
        throw new Error(`waited in vain; ${also()} the page says: ${this.text().slice(0, 400)}`)
      await turn()
    }
  }

  async untilText(text: string): Promise<void> {
    await this.until(() => this.text().includes(text))
  }

  private async touch(what: string): Promise<void> {
    if (!this.has(what)) await this.until(() => this.has(what))
    if (framework.attribute(this.one(what), 'disabled') === true) throw new Error(`${what} is disabled`)
    await this.fire(what, 'tap', {}, true)
  }

  private enterBy(route: string, query: Record<string, string>, scene: number): object {
    const options = { path: route, query, scene }
    const wx = (globalThis as any).wx
    wx.getLaunchOptionsSync = wx.getEnterOptionsSync = () => options
    return options
  }

  private roots(): any[] {
    const { component, tabBar } = this.page()
    return [component, ...(tabBar ? [tabBar] : [])].map((rendered) => rendered._exparserNode)
  }

  private all(what: string): any[] {
    const find = /^[#.]/.test(what) ? framework.findAll : framework.findByText
    return this.roots().flatMap((root) => find(root, what))
  }

  private one(what: string): any {
    const [node] = this.all(what)
    if (!node) throw new Error(`"${what}" is not on ${this.page().route}: ${this.text().slice(0, 300)}`)
    return node
  }

  private scope(): Record<string, unknown> {
    return applicationScope(
      {
        wx: (globalThis as any).wx,
        App: (options: object) => void (this.app = Object.create(options)),
        getApp: () => this.app,
        Page: framework.definePage,
        Component: framework.defineComponent,
        Behavior: (globalThis as any).Behavior,
        getCurrentPages: () => this.pages.instances,
      },
      this.now,
    )
  }

  private installWx(): void {
    const wx: Record<string, unknown> = {
      ...basicWx(this.activity, this.storage),
      ...this.pages.calls(),
      createSelectorQuery: selectorQuery(
        (selector) => this.has(selector),
        (selector) => this.canvas(selector),
        (work) => soon(this.activity, work),
      ),
      onNetworkStatusChange: (listener: () => void) => this.cloud.onChange(listener),
      offNetworkStatusChange() {},
      cloud: {
        init() {},
        callFunction: asCall(this.activity, 'cloud.callFunction', (options) => this.cloud.call(options)),
        uploadFile: asCall(this.activity, 'cloud.uploadFile', (options) => this.cloud.upload(options)),
      },
    }
    for (const name of this.activity.mocks.keys()) wx[name] ??= asCall(this.activity, name, () => ({}))
    // The framework brings a mock of every other call.
    ;(globalThis as any).wx = { ...(globalThis as any).wx, ...wx }
  }
}
