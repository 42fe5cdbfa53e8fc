export interface DrawCall {
  name: string
  args: unknown[]
  fillStyle: unknown
}

interface State {
  fillStyle: unknown
  scaleX: number
  scaleY: number
  dx: number
  dy: number
}

const start = (): State => ({ fillStyle: '#000000', scaleX: 1, scaleY: 1, dx: 0, dy: 0 })

function colour(style: unknown): [number, number, number] {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(String(style))?.[1]
  if (!hex) throw new Error(`the canvas mock paints #rgb and #rrggbb, not ${String(style)}`)
  const full = hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex
  return [0, 2, 4].map((at) => parseInt(full.slice(at, at + 2), 16)) as [number, number, number]
}

/** A canvas node of the 2d kind that records what is drawn and paints the rectangles: enough to read a code off it. */
export class CanvasNode {
  readonly calls: DrawCall[] = []
  private size = { width: 300, height: 150 }
  private pixels = new Uint8ClampedArray(300 * 150 * 4)
  private state = start()
  private readonly saved: State[] = []

  get width(): number {
    return this.size.width
  }

  set width(width: number) {
    this.resize(width, this.size.height)
  }

  get height(): number {
    return this.size.height
  }

  set height(height: number) {
    this.resize(this.size.width, height)
  }

  requestAnimationFrame(callback: () => void): NodeJS.Timeout {
    return setTimeout(callback, 0)
  }

  cancelAnimationFrame(handle: NodeJS.Timeout): void {
    clearTimeout(handle)
  }

  getContext(): unknown {
    const transform: Record<string, (...args: number[]) => void> = {
      scale: (x = 1, y = 1) =>
        Object.assign(this.state, { scaleX: this.state.scaleX * x, scaleY: this.state.scaleY * y }),
      translate: (x = 0, y = 0) =>
        Object.assign(this.state, {
          dx: this.state.dx + x * this.state.scaleX,
          dy: this.state.dy + y * this.state.scaleY,
        }),
      setTransform: (scaleX = 1, _b = 0, _c = 0, scaleY = 1, dx = 0, dy = 0) =>
        Object.assign(this.state, { scaleX, scaleY, dx, dy }),
      save: () => this.saved.push({ ...this.state }),
      restore: () => (this.state = this.saved.pop() ?? this.state),
      fillRect: (...rect) => this.paint(rect, colour(this.state.fillStyle), 255),
      clearRect: (...rect) => this.paint(rect, [0, 0, 0], 0),
    }
    return new Proxy(
      {},
      {
        get: (_target, name) => {
          if (name === 'fillStyle') return this.state.fillStyle
          if (name === 'canvas') return this
          return (...args: unknown[]) => {
            this.calls.push({ name: String(name), args, fillStyle: this.state.fillStyle })
            transform[String(name)]?.(...(args as number[]))
            return name === 'measureText' ? { width: 0 } : undefined
          }
        },
        set: (_target, name, value) => {
          if (name === 'fillStyle') this.state.fillStyle = value
          return true
        },
      },
    )
  }

  /** What is painted, on white: the form jsqr reads. */
  image(): { data: Uint8ClampedArray; width: number; height: number } {
    const data = new Uint8ClampedArray(this.pixels)
    for (let at = 0; at < data.length; at += 4) if (data[at + 3] === 0) data.fill(255, at, at + 4)
    return { data, ...this.size }
  }

  private resize(width: number, height: number): void {
    this.size = { width: Math.round(width), height: Math.round(height) }
    this.pixels = new Uint8ClampedArray(this.size.width * this.size.height * 4)
    this.state = start()
  }

  private paint([x = 0, y = 0, w = 0, h = 0]: number[], rgb: [number, number, number], alpha: number): void {
    const { scaleX, scaleY, dx, dy } = this.state
    const left = Math.max(0, Math.round(x * scaleX + dx))
    const top = Math.max(0, Math.round(y * scaleY + dy))
    const right = Math.min(this.size.width, Math.round((x + w) * scaleX + dx))
    const bottom = Math.min(this.size.height, Math.round((y + h) * scaleY + dy))
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        this.pixels.set([...rgb, alpha], (row * this.size.width + column) * 4)
      }
    }
  }
}
