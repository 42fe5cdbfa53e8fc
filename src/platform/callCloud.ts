import Taro from '@tarojs/taro'
import type { Action, Call } from '@domain/contract/actions'
import { functionOf } from '@domain/contract/functionOf'

// Without a name WeChat takes the account's first environment.
Taro.cloud.init(__CLOUD_ENV__ ? { env: __CLOUD_ENV__ } : {})

/** Sends one call; rejects when the cloud was not reached. */
export async function callCloud<A extends Action>(call: Call<A>): Promise<unknown> {
  const { result } = await Taro.cloud.callFunction({ name: functionOf(call.action), data: call })
  return result
}
