import { createRequire } from 'node:module'
import path from 'node:path'
import { installDom } from './dom'

installDom()

const require = createRequire(path.join(process.cwd(), 'package.json'))
const simulate = require('miniprogram-simulate')
const exparser = require('miniprogram-exparser')
const internals = require('miniprogram-simulate/src/utils')
const register = (globalThis as any).Component as (options: object) => void

export interface Rendered {
  instance: Record<string, any>
  dom: HTMLElement
  _exparserNode: any
  attach(parent: Element): void
  detach(): void
  triggerPageLifeTime(name: string, ...args: unknown[]): void
}

// A build runs each module once, but every page registers its nested components anew: remember and replay.
const options = new Map<string, object>()
let running = ''

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

/** Taro gives {} where it means none; WeChat lets that pass. */
export function defineComponent(given: Record<string, unknown>): void {
  const { behaviors, externalClasses } = given
  const cleaned = { ...given, behaviors: list(behaviors), externalClasses: list(externalClasses) }
  options.set(running, cleaned)
  register(cleaned)
}

/** A page is a component whose functions are methods. */
export function definePage(given: Record<string, unknown>): void {
  const methods = Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'function'))
  defineComponent({ data: given.data, methods })
}

export function useLoader(load: (file: string) => unknown): void {
  internals.runJs = (file: string) => {
    running = file
    const before = options.get(file)
    if (before) register(before)
    else load(file)
  }
}

const ids = new Map<string, string>()

/** Renders a page or component of the build with WeChat's own compiler and component framework. */
export function render(dist: string, route: string, tagName: string): Rendered {
  const compilerOptions = { maxBuffer: 256 * 1024 * 1024 }
  const id =
    ids.get(route) ??
    simulate.load(path.join(dist, route), tagName, { compiler: 'official', rootPath: dist, compilerOptions })
  ids.set(route, id)
  return simulate.render(id)
}

/** Every node below the root that matches, also inside the components Taro nests deep trees in. */
export function findAll(root: any, selector: string): any[] {
  const found = new Set<any>(root.shadowRoot?.querySelectorAll(selector) ?? [])
  walk(root.shadowRoot, (node) => {
    if (node.shadowRoot) for (const inner of findAll(node, selector)) found.add(inner)
  })
  return [...found]
}

/** The innermost nodes whose text is the given one, or contains it when none is exactly that. */
export function findByText(root: any, text: string): any[] {
  const exact: any[] = []
  const partial: any[] = []
  const look = (node: any): void => {
    const content = String(node.$$?.textContent ?? '').trim()
    if (node.$$ && content === text) exact.push(node)
    else if (node.$$ && content.includes(text)) partial.push(node)
    if (node.shadowRoot) walk(node.shadowRoot, look)
  }
  walk(root.shadowRoot, look)
  const innermost = (nodes: any[]) =>
    nodes.filter((node) => !nodes.some((other) => other !== node && node.$$.contains(other.$$)))
  return innermost(exact.length > 0 ? exact : partial)
}

function walk(node: any, visit: (node: any) => void): void {
  for (const child of node?.childNodes ?? []) {
    if (!(child instanceof exparser.Element)) continue
    visit(child)
    walk(child, visit)
  }
}

/** The value the template last gave an attribute: `disabled`, `value`, `src`. */
export function attribute(node: any, name: string): unknown {
  const attrs: { name: string; value: unknown }[] = node._vt?.attrs ?? []
  return attrs.find((attr) => attr.name === name)?.value
}

export function dispatch(node: any, type: string, detail: object, bubbles: boolean): void {
  const flags = { bubbles, composed: bubbles, capturePhase: bubbles }
  exparser.Event.dispatchEvent(node, exparser.Event.create(type, detail, flags))
}
