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
let count = 0

const start =
  (timer: typeof setTimeout | typeof setInterval) =>
  (callback: (...args: unknown[]) => void, ms?: number, ...args: unknown[]): number => {
    running.set(++count, timer(callback, ms, ...args).unref())
    return count
  }

const stop = (id: number): void => {
  clearTimeout(running.get(id))
  running.delete(id)
}

const timers = {
  setTimeout: start(setTimeout),
  setInterval: start(setInterval),
  clearTimeout: stop,
  clearInterval: stop,
}

type Scope = Record<string, unknown>

/** Names and values that stand before the code of the mini-program: WeChat's own, and nothing for what it lacks. */
export function applicationScope(own: Scope): Scope {
  const hidden = Object.fromEntries(missingInWeChat.map((name) => [name, undefined]))
  const bare = new Proxy(globalThis, {
    get: (target, key) => (key in hidden ? undefined : (Reflect.get(target, key) as unknown)),
    has: (target, key) => !(key in hidden) && Reflect.has(target, key),
  })
  return { ...hidden, ...timers, globalThis: bare, global: bare, self: undefined, ...own }
}
