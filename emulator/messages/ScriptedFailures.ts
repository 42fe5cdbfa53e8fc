import type { MessageFailure } from '../types'

/** What a test or the console asked to go wrong: the sending of one template to one person, until it is taken back. */
export class ScriptedFailures {
  private readonly failures = new Map<string, { openid: string; templateId: string; how: MessageFailure }>()

  set(openid: string, templateId: string, how: MessageFailure | null): void {
    const key = JSON.stringify([openid, templateId])
    if (how === null) this.failures.delete(key)
    else this.failures.set(key, { openid, templateId, how })
  }

  of(openid: string, templateId: string): MessageFailure | undefined {
    return this.failures.get(JSON.stringify([openid, templateId]))?.how
  }

  list(): { openid: string; templateId: string; how: MessageFailure }[] {
    return [...this.failures.values()]
  }
}
