const key = 'as'

function fromAddress(): string | null {
  return new URLSearchParams(window.location.search).get('as')
}

/** Who speaks on the local cloud: chosen by `/?as=<openid>`, kept for this browser tab. */
export function identityKey(): string {
  const chosen = fromAddress()
  if (chosen) window.sessionStorage.setItem(key, chosen)
  return chosen ?? window.sessionStorage.getItem(key) ?? ''
}
