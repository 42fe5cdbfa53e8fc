import path from 'node:path'
import { installedSdk, sdkInOneFile } from './sdkInOneFile'

export const APP_ID = 'wxdemo0000000000'

/** The environment of a function process; `TCB_CONTEXT_CNFG` alone turns the real SDK to the local gateway. */
export function processEnvironment(options: {
  name: string
  envId: string
  gatewayUrl: string
  clockOffset: number
  extra: Record<string, string>
}): Record<string, string> {
  const { entry, folder } = installedSdk()
  return {
    PATH: process.env.PATH ?? '',
    HOME: process.env.HOME ?? '',
    NODE_PATH: folder,
    EMULATOR_SDK: `${entry}${path.delimiter}${sdkInOneFile()}`,
    TZ: 'UTC',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'local',
    TENCENTCLOUD_SECRETKEY: 'local',
    TENCENTCLOUD_SESSIONTOKEN: 'local',
    SCF_NAMESPACE: options.envId,
    SCF_FUNCTIONNAME: options.name,
    TCB_ENV: options.envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${options.gatewayUrl}/admin` }),
    EMULATOR_CLOCK_OFFSET: String(options.clockOffset),
    ...options.extra,
  }
}

/** What changes with each invocation; an empty value removes the variable. */
export function invocationEnvironment(call: {
  openid: string
  token: string
  requestId: string
  source: string
}): Record<string, string> {
  return {
    WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN,WX_CLIENTIP',
    WX_OPENID: call.openid,
    WX_APPID: APP_ID,
    WX_UNIONID: '',
    WX_API_TOKEN: call.token,
    WX_CLIENTIP: '127.0.0.1',
    TCB_CONTEXT_KEYS: 'TCB_ENV,TCB_SEQID,TCB_SOURCE',
    TCB_SEQID: call.requestId,
    TCB_SOURCE: call.source,
  }
}
