import { JSDOM } from 'jsdom'

// WeChat's framework draws into a DOM; the mini-program's own code must see none, as on a phone.
const shared = [
  ...['document', 'Event', 'CustomEvent', 'HTMLElement', 'Element', 'Node'],
  ...['MutationObserver', 'TouchEvent', 'getComputedStyle'],
]

// What WeChat's logic layer lacks although Node has it.
const missingInWeChat = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'sessionStorage', 'history'],
  ...['fetch', 'Headers', 'Request', 'Response', 'FormData', 'Blob', 'WebSocket', 'XMLHttpRequest', 'crypto'],
  ...['AbortController', 'AbortSignal', 'Event', 'EventTarget', 'CustomEvent', 'structuredClone', 'URL'],
  ...['URLSearchParams', 'TextEncoder', 'TextDecoder', 'performance', 'process', 'Buffer', 'setImmediate'],
  ...['queueMicrotask', 'MessageChannel', 'BroadcastChannel', 'btoa', 'atob', 'Intl'],
]

/** Puts jsdom's classes where the framework looks for them. Once a process. */
export function installDom(): void {
  const dom = new JSDOM('<!doctype html><body></body>', { pretendToBeVisual: true, url: 'http://localhost/' })
  const window = dom.window as unknown as Record<string, unknown>
  Object.assign(globalThis, { window })
  for (const name of shared) {
    Object.defineProperty(globalThis, name, { value: window[name], configurable: true, writable: true })
  }
}

// Numbers as on a phone; and a cache's timer of minutes must not keep the test's process from ending.
const running = new Map<number, NodeJS.Timeout>()
/** What the mini-program itself does next: Taro and React put their work off by a moment, a page waits longer. */
const soon = new Set<number>()
const aMoment = 100
let count = 0

const stop = (id: number): void => {
  clearTimeout(running.get(id))
  running.delete(id)
  soon.delete(id)
}

type Callback = (...args: unknown[]) => void

function later(callback: Callback, ms = 0, ...args: unknown[]): number {
  const id = ++count
  const run = () => {
    try {
      callback(...args)
    } finally {
      stop(id)
    }
  }
  if (ms <= aMoment) soon.add(id)
  running.set(id, setTimeout(run, ms).unref())
  return id
}

function again(callback: Callback, ms = 0, ...args: unknown[]): number {
  running.set(++count, setInterval(callback, ms, ...args).unref())
  return count
}

/** Whether the mini-program has put nothing off that is about to happen. */
export const isIdle = (): boolean => soon.size === 0

const timers = {
  setTimeout: later,
  setInterval: again,
  clearTimeout: stop,
  clearInterval: stop,
}

type Scope = Record<string, unknown>

/** The phone's own clock. */
function dateOf(now: () => number): DateConstructor {
  return class extends Date {
    constructor(...given: [] | [number | string]) {
      super(...((given.length === 0 ? [now()] : given) as [number]))
    }
    static override now = now
  } as DateConstructor
}

/** Names and values that stand before the code of the mini-program: WeChat's own, and nothing for what it lacks. */
export function applicationScope(own: Scope, now: () => number = Date.now): Scope {
  const hidden = Object.fromEntries(missingInWeChat.map((name) => [name, undefined]))
  const bare = new Proxy(globalThis, {
    get: (target, key) => (key in hidden ? undefined : (Reflect.get(target, key) as unknown)),
    has: (target, key) => !(key in hidden) && Reflect.has(target, key),
  })
  return { ...hidden, ...timers, Date: dateOf(now), globalThis: bare, global: bare, self: undefined, ...own }
}
