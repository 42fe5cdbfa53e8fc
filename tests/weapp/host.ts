import { existsSync } from 'node:fs'
import path from 'node:path'
import { CanvasNode } from './host/canvas'
import { applicationScope } from './host/dom'
import * as framework from './host/framework'
import { createLoader } from './host/loader'
import { type OpenPage, Pages, type Paint } from './host/pages'
import { selectorQuery } from './host/query'
import { type Activity, asCall, basicWx, type Mock, type WxCall } from './host/wx'

export interface HostOptions {
  /** The built mini-program. */
  dist?: string
  /** Where cloud calls go (an emulator's address) and as whom. */
  cloud?: { url: string; openid: string }
  /** Answers of wx calls by name: `{ scanCode: () => ({ result: '…' }) }`; one that throws makes the call fail. */
  wx?: Record<string, Mock>
}

let taken = false
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/**
 * The compiled mini-program in WeChat's own component framework, without WeChat. One host a process: the framework
 * and the build keep state in globals. What a test touches is found by `#id`, `.class` or its text.
 */
export class WeappHost {
  readonly storage = new Map<string, unknown>()
  /** Texts of the files on this phone, by the path that a choosing call answers with. */
  readonly files = new Map<string, string>()
  private readonly activity: Activity = { calls: [], pending: 0, mocks: new Map() }
  private readonly canvases = new Map<string, CanvasNode>()
  private readonly pages: Pages
  private readonly dist: string
  private cloud: HostOptions['cloud']
  private app: Record<string, any> = {}
  private readonly load: (file: string) => unknown

  constructor({ dist = 'dist/weapp', cloud, wx = {} }: HostOptions = {}) {
    if (taken) throw new Error('one host a process: put the test into a file of its own')
    taken = true
    this.dist = path.resolve(dist)
    if (!existsSync(path.join(this.dist, 'app.json')))
      throw new Error(`no build in ${dist}: npm run build:weapp`)
    this.cloud = cloud
    for (const [name, answer] of Object.entries(wx)) this.mock(name, answer)
    this.pages = new Pages(this.dist)
    this.load = createLoader(() => this.scope())
    framework.useLoader(this.load)
    this.installWx()
  }

  get calls(): readonly WxCall[] {
    return this.activity.calls
  }

  get paints(): readonly Paint[] {
    return this.pages.paints
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

  mock(name: string, answer: Mock): void {
    this.activity.mocks.set(name, answer)
  }

  /** Later cloud calls come from this identity. */
  signIn(openid: string): void {
    if (!this.cloud) throw new Error('the host has no cloud')
    this.cloud = { ...this.cloud, openid }
  }

  routes(): string[] {
    return this.pages.routes
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

  async tap(what: string): Promise<void> {
    const node = this.one(what)
    if (framework.attribute(node, 'disabled') === true) throw new Error(`${what} is disabled`)
    await this.fire(what, 'tap', {}, true)
  }

  async input(what: string, value: string): Promise<void> {
    await this.fire(what, 'input', { value, cursor: value.length })
  }

  async change(what: string, value: unknown): Promise<void> {
    await this.fire(what, 'change', { value })
  }

  async fire(what: string, type: string, detail: object = {}, bubbles = false): Promise<void> {
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

  /** Waits until no call is under way and nothing was painted for a moment; gives up waiting after two seconds. */
  async settle(): Promise<void> {
    const until = Date.now() + 2000
    let quietSince = Date.now()
    while (Date.now() < until) {
      await pause(8)
      const lastPaint = this.paints[this.paints.length - 1]?.at ?? 0
      if (this.activity.pending > 0) quietSince = Date.now()
      if (Date.now() - Math.max(quietSince, lastPaint) >= 40) return
    }
  }

  /** Polls until the condition holds; Taro renders asynchronously. */
  async until(condition: () => boolean, ms = 5000): Promise<void> {
    const end = Date.now() + ms
    while (!condition()) {
      if (Date.now() > end)
        throw new Error(`waited ${ms} ms in vain; the page says: ${this.text().slice(0, 400)}`)
      await pause(10)
    }
  }

  async untilText(text: string, ms?: number): Promise<void> {
    await this.until(() => this.text().includes(text), ms)
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
    return applicationScope({
      wx: (globalThis as any).wx,
      App: (options: object) => void (this.app = Object.create(options)),
      getApp: () => this.app,
      Page: framework.definePage,
      Component: framework.defineComponent,
      Behavior: (globalThis as any).Behavior,
      getCurrentPages: () => this.pages.instances,
    })
  }

  private installWx(): void {
    const wx: Record<string, unknown> = {
      ...basicWx(this.activity, this.storage),
      ...this.pages.calls(this.activity),
      createSelectorQuery: selectorQuery(
        (selector) => this.has(selector),
        (selector) => this.canvas(selector),
      ),
      cloud: {
        init() {},
        callFunction: asCall(this.activity, 'cloud.callFunction', (options) => this.call(options)),
        uploadFile: asCall(this.activity, 'cloud.uploadFile', (options) => this.upload(options)),
      },
    }
    for (const name of this.activity.mocks.keys()) wx[name] ??= asCall(this.activity, name, () => ({}))
    // The framework brings a mock of every other call.
    ;(globalThis as any).wx = { ...(globalThis as any).wx, ...wx }
  }

  private call({ name, data }: { name: string; data: unknown }): Promise<unknown> {
    return this.post('callFunction', JSON.stringify({ name, data }), { 'content-type': 'application/json' })
  }

  private upload({ cloudPath, filePath }: { cloudPath: string; filePath: string }): Promise<unknown> {
    const text = this.files.get(filePath)
    if (text === undefined) throw new Error(`no such file: ${filePath}`)
    const form = new FormData()
    form.append('cloudPath', cloudPath)
    form.append('file', new Blob([text]), path.basename(filePath))
    return this.post('uploadFile', form)
  }

  private async post(
    name: string,
    body: string | FormData,
    headers: Record<string, string> = {},
  ): Promise<unknown> {
    if (!this.cloud) throw new Error('the host has no cloud')
    const response = await fetch(`${this.cloud.url}/client/${name}`, {
      method: 'POST',
      headers: { ...headers, 'x-demo-openid': this.cloud.openid },
      body,
    })
    const answer = (await response.json()) as { errCode?: number; errMsg?: string }
    if (answer.errCode) throw Object.assign(new Error(answer.errMsg), answer)
    return answer
  }
}
