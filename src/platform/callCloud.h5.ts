import type { Action, Call } from '@domain/contract/actions'
import { functionOf } from '@domain/contract/functionOf'
import { identityKey } from './session'

interface Reply {
  result?: unknown
  errCode?: number | string
  errMsg?: string
}

/** Sends one call to the local cloud; rejects when it was not reached. */
export async function callCloud<A extends Action>(call: Call<A>): Promise<unknown> {
  const openid = identityKey()
  if (!openid) {
    window.location.assign('/console')
    throw new Error('no identity chosen')
  }
  const response = await fetch('/client/callFunction', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-demo-openid': openid },
    body: JSON.stringify({ name: functionOf(call.action), data: call }),
  })
  const reply = (await response.json()) as Reply
  if (reply.errCode) throw new Error(reply.errMsg ?? String(reply.errCode))
  return reply.result
}
