import type { CanvasNode } from './canvas'

type Callback = (result: unknown) => void

interface Asked {
  selector: string
  all: boolean
  fields: Record<string, unknown>
  callback?: Callback
}

/** wx.createSelectorQuery: sizes are zero (nothing is laid out here), canvas nodes are real mocks. */
export function selectorQuery(
  exists: (selector: string) => boolean,
  canvas: (selector: string) => CanvasNode,
  soon: (work: () => void) => void,
) {
  return () => {
    const asked: Asked[] = []
    const rect = { id: '', left: 0, top: 0, right: 0, bottom: 0, width: 0, height: 0 }
    const answer = ({ selector, all, fields }: Asked): unknown => {
      if (!exists(selector)) return all ? [] : null
      const one = fields.node ? { ...rect, width: 195, height: 195, node: canvas(selector) } : rect
      return all ? [one] : one
    }
    const select = (selector: string, all: boolean) => {
      const ask = (fields: Record<string, unknown>) => (callback?: Callback) => {
        asked.push({ selector, all, fields, ...(callback ? { callback } : {}) })
        return query
      }
      return {
        node: ask({ node: true }),
        boundingClientRect: ask({ rect: true }),
        scrollOffset: ask({ scrollOffset: true }),
        context: ask({ context: true }),
        fields: (fields: Record<string, unknown>, callback?: Callback) => ask(fields)(callback),
      }
    }
    const query = {
      in: () => query,
      select: (selector: string) => select(selector, false),
      selectAll: (selector: string) => select(selector, true),
      selectViewport: () => select('viewport', false),
      exec: (done?: (results: unknown[]) => void) => {
        soon(() => {
          const results = asked.map((item) => {
            const result = answer(item)
            item.callback?.(result)
            return result
          })
          done?.(results)
        })
      },
    }
    return query
  }
}
