import type { OpenApiFailure, OpenApiTarget } from '../types'

interface ScriptedFailure extends Required<OpenApiTarget> {
  how: OpenApiFailure
}

/** What a test or the console asked to go wrong, until it is taken back. An empty openid or template means any. */
export class ScriptedFailures {
  private readonly failures = new Map<string, ScriptedFailure>()

  set({ api, openid, templateId = '' }: OpenApiTarget, how: OpenApiFailure | null): void {
    const key = JSON.stringify([api, openid, templateId])
    if (how === null) this.failures.delete(key)
    else this.failures.set(key, { api, openid, templateId, how })
  }

  /** What was said of this person and template goes before what was said of everybody. */
  of({ api, openid, templateId = '' }: OpenApiTarget): OpenApiFailure | undefined {
    for (const person of [openid, '']) {
      for (const template of [templateId, '']) {
        const found = this.failures.get(JSON.stringify([api, person, template]))
        if (found !== undefined) return found.how
      }
    }
    return undefined
  }

  list(): ScriptedFailure[] {
    return [...this.failures.values()]
  }
}
