import type { Journal } from '../database/Journal'
import type { OutboxMessage } from '../types'

/** Messages the functions sent, in place of WeChat's delivery. Kept on disk like the documents. */
export class Outbox {
  private messages: OutboxMessage[] = []

  constructor(private readonly journal: Journal) {
    this.reload()
  }

  /** Takes what the journal holds for all there is. */
  reload(): void {
    this.messages = this.journal.messages().map((body) => JSON.parse(body) as OutboxMessage)
  }

  add(message: Omit<OutboxMessage, 'id'>): void {
    const kept = { id: (this.messages[this.messages.length - 1]?.id ?? 0) + 1, ...message }
    this.journal.addMessage(kept.id, JSON.stringify(kept))
    this.messages.push(kept)
  }

  list(): OutboxMessage[] {
    return structuredClone(this.messages)
  }
}
