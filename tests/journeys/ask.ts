import assert from 'node:assert/strict'
import type { Action, RequestOf, ResponseOf } from '@domain/contract/actions'
import { contractVersion } from '@domain/contract/answer'
import { answered, type World } from './world'

/** As that identity, straight to the cloud, once the phones have been answered. */
export async function ask<A extends Action>(
  { emulator }: World,
  openid: string,
  action: A,
  data: RequestOf<A>,
): Promise<ResponseOf<A>> {
  await answered()
  const { result } = await emulator.invoke('api', { action, contractVersion, data }, { openid })
  const answer = result as { ok: boolean; data: ResponseOf<A> }
  assert.ok(answer.ok, `${action}: ${JSON.stringify(answer)}`)
  return answer.data
}
