const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** One name per intended act; a resend carries the same one. 22 letters: two phones never meet. */
export function makeNonce(): string {
  return Array.from({ length: 22 }, () => letters.charAt(Math.floor(Math.random() * 36))).join('')
}

/** Acts the cloud has not answered, by what they contain. Outlives a page: a form filled in again after a lost answer is the same act. */
const unanswered = new Map<string, string>()
const most = 50

/** An instant of the phone is no part of what is meant. */
export const contentOf = (action: string, data: object): string =>
  `${action} ${JSON.stringify(data, (key, value: unknown) => (key === 'occurredAt' ? undefined : value))}`

/** The name of an act: the one its content was sent under while that has found no answer, else a new one. Changed content is another act. */
export function nonceFor(content: string): string {
  const nonce = unanswered.get(content) ?? makeNonce()
  unanswered.delete(content)
  unanswered.set(content, nonce)
  for (const oldest of unanswered.keys()) {
    if (unanswered.size <= most) break
    unanswered.delete(oldest)
  }
  return nonce
}

/** The cloud has answered an act of this kind: whatever was lost before it is past, and the same content is a new act from now on. */
export function answered(action: string): void {
  for (const content of [...unanswered.keys()]) {
    if (content.startsWith(`${action} `)) unanswered.delete(content)
  }
}
