import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { buildTargets } from '../lib/buildTargets'
import { installApart } from '../lib/installApart'
import type { CountyFile, Secrets } from './countyFile'
import { type Answer, type Ask, RequestError, type WeChat } from './Management'
import { Stop } from './Stop'

/** What is used of the two tools, typed: the second has no declarations that compile here. */
interface Manager {
  storage: CloudStorage
  commonService(
    service: string,
    version: string,
  ): { call(request: { Action: string; Param: Answer }): Promise<Answer> }
}
interface CloudStorage {
  walkCloudDir(prefix: string, marker: string): Promise<{ Key: string; Size: string }[]>
  downloadFile(options: { cloudPath: string; localPath: string }): Promise<unknown>
  uploadFile(options: { cloudPath: string; localPath: string }): Promise<unknown>
}
type ManagerClass = new (config: Record<string, string>) => Manager
interface Ci {
  Project: new (options: Record<string, unknown>) => object
  upload(options: Record<string, unknown>): Promise<unknown>
  cloud: { createTimeTrigger(options: Record<string, unknown>): Promise<string> }
}

export interface Tools {
  Manager: ManagerClass
  ci: Ci
}

/** Where the two tools are installed. */
export const toolsHome = path.resolve('.local/deploy-tools')

/** The two tools, installed by the first deployment: together they weigh 300 MB, so they stand in no other package.json. */
export async function haveTools(): Promise<Tools> {
  await installApart(path.resolve('deploy/tools'), toolsHome)
  const load = createRequire(path.join(toolsHome, 'package.json'))
  return { Manager: load('@cloudbase/manager-node') as ManagerClass, ci: load('miniprogram-ci') as Ci }
}

const versions = { tcb: '2018-06-08', scf: '2018-04-16' } as const

/** Requests signed with the county's key. */
export function askTencent({ Manager }: Tools, county: CountyFile, { secretId, secretKey }: Secrets): Ask {
  const { environment: envId, region } = county
  const manager = new Manager({ secretId, secretKey, envId, region })
  return async (service, action, params) => {
    try {
      return await manager.commonService(service, versions[service]).call({ Action: action, Param: params })
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string }
      throw new RequestError(action, code ?? codeIn(message), message ?? String(error))
    }
  }
}

/** The objects of the environment's storage. */
export const storageOf = (
  { Manager }: Tools,
  { environment: envId, region }: CountyFile,
  { secretId, secretKey }: Secrets,
): CloudStorage => new Manager({ secretId, secretKey, envId, region }).storage

/** The network's code stands in the text alone. */
const codeIn = (message = ''): string => /\b(E[A-Z]{4,})\b/.exec(message)?.[1] ?? ''

/** Where the mini-program is laid out for the upload, apart from what tests and the local cloud use. */
const stage = path.resolve('.local/deploy-client')

/** Lays the built mini-program out as WeChat's tool wants a project; says where. */
export function layOutClient({ appid }: Pick<CountyFile, 'appid'>): string {
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(stage, { recursive: true })
  cpSync(path.join('dist', 'weapp'), path.join(stage, 'weapp'), { recursive: true })
  const project = JSON.parse(readFileSync('project.config.json', 'utf8')) as object
  const own = { ...project, appid, miniprogramRoot: 'weapp/', cloudfunctionRoot: undefined }
  writeFileSync(path.join(stage, 'project.config.json'), JSON.stringify(own, null, 2))
  return stage
}

/** Builds for the county's environment: without its id a phone would ask the first environment of the account. */
async function buildClient(county: CountyFile): Promise<void> {
  process.env.TARO_APP_CLOUD_ENV = county.environment
  try {
    await buildTargets(['weapp'], () => undefined)
  } finally {
    delete process.env.TARO_APP_CLOUD_ENV
  }
  layOutClient(county)
}

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }
const MADE = '创建定时触发器成功'

/** WeChat's tool, with the upload key of the mini-program. */
export function throughWeChat(
  { ci }: Tools,
  county: CountyFile,
  { uploadKeyFile }: Secrets,
  build: (county: CountyFile) => Promise<void> = buildClient,
): WeChat {
  const project = () => {
    if (uploadKeyFile === undefined)
      throw new Stop(
        '缺少代码上传密钥：在小程序后台“开发管理 → 开发设置 → 小程序代码上传”下载，用 UPLOAD_KEY_FILE 写它的位置，再运行同一条命令。',
      )
    mkdirSync(stage, { recursive: true })
    return new ci.Project({
      appid: county.appid,
      type: 'miniProgram',
      projectPath: stage,
      privateKeyPath: uploadKeyFile,
    })
  }
  const asked = async <T>(action: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Stop) throw error
      const message = error instanceof Error ? error.message : String(error)
      throw new RequestError(action, /-\d{5}/.exec(message)?.[0] ?? codeIn(message), message)
    }
  }
  return {
    createTrigger: (functionName, { name, config }) =>
      asked('createTimeTrigger', async () => {
        const triggersConfig = [{ name, type: 'timer', config }]
        const envId = county.environment
        const said = await ci.cloud.createTimeTrigger({
          project: project(),
          envId,
          functionName,
          triggersConfig,
        })
        // It answers with a sentence where it failed, too.
        if (said !== MADE) throw new RequestError('createTimeTrigger', '', said)
      }),
    upload: async (client) => {
      project()
      await build(county)
      await asked('upload', () => {
        const options = { version, desc: client, robot: 1, setting: { useProjectConfig: true } }
        return ci.upload({ project: project(), ...options, onProgressUpdate: () => undefined })
      })
    },
  }
}
