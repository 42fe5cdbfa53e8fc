/** Whose cache this is. WeChat keeps storage apart for each of its users, so one name is enough. */
export function identityKey(): string {
  return 'me'
}
