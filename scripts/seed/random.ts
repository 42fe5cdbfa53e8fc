const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz'

/** 32 bits of a text; seeds one stream (FNV-1a with a final mix, so that neighbouring keys differ everywhere). */
function seedOf(key: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < key.length; i++) hash = Math.imul(hash ^ key.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** A stream of numbers named by its key: what one member does never shifts what another does. */
export class Random {
  private state: number
  private readonly step: number

  constructor(...key: (string | number)[]) {
    const name = key.join('|')
    this.state = seedOf(name)
    this.step = seedOf(`step|${name}`) | 1
  }

  /** In [0, 1). A Weyl sequence of its own step, mixed as in mulberry32. */
  next(): number {
    this.state = (this.state + this.step) | 0
    let t = this.state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }

  /** A whole number, both bounds included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }

  chance(probability: number): boolean {
    return this.next() < probability
  }

  pick<T>(list: readonly T[]): T {
    const item = list[Math.floor(this.next() * list.length)]
    if (item === undefined) throw new Error('nothing to pick from')
    return item
  }

  word(length: number): string {
    let text = ''
    for (let i = 0; i < length; i++) text += alphabet.charAt(Math.floor(this.next() * alphabet.length))
    return text
  }

  hex(bytes: number): string {
    let text = ''
    for (let i = 0; i < bytes; i++) text += this.int(0, 255).toString(16).padStart(2, '0')
    return text
  }
}

/** An id that tells nothing of what it names, e.g. `m` + 11 letters; the same for the same key. */
export const opaqueId = (prefix: string, ...key: (string | number)[]): string =>
  prefix + new Random(prefix, ...key).word(11)
