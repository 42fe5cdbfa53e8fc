const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** One name per intended act; a resend carries the same one. 22 letters: two phones never meet. */
export function makeNonce(): string {
  return Array.from({ length: 22 }, () => letters.charAt(Math.floor(Math.random() * 36))).join('')
}
