import { type CountyFile, readCountyFile, readSecrets, type Secrets } from './countyFile'
import { Environment } from './Environment'
import { patiently, type WeChat } from './Management'
import { askTencent, haveTools, type Tools } from './realTools'

export const wait = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** For whoever changes neither timers nor the mini-program. */
export const noWeChat: WeChat = {
  createTrigger: () => Promise.reject(new Error('only a deployment makes timers')),
  upload: () => Promise.reject(new Error('only a deployment uploads the mini-program')),
}

export interface OpenEnvironment {
  county: CountyFile
  secrets: Secrets
  tools: Tools
  environment: Environment
}

/** The environment a county file names, by Tencent's library, with the secrets of a file outside git or of the process's variables. */
export async function openEnvironment(
  file: string,
  secretsFile: string | undefined,
  weChat: (tools: Tools, county: CountyFile, secrets: Secrets) => WeChat = () => noWeChat,
): Promise<OpenEnvironment> {
  const county = readCountyFile(file)
  const secrets = readSecrets(secretsFile, process.env)
  const tools = await haveTools()
  const ask = patiently(askTencent(tools, county, secrets), wait)
  const environment = new Environment(county.environment, ask, weChat(tools, county, secrets), wait)
  return { county, secrets, tools, environment }
}
