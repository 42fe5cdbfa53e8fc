import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { declarations } from '@cloud/lib/store/collections/collections'
import { isRunning } from '../../emulator/snapshot/commands'
import { RunningNote } from '../../emulator/snapshot/RunningNote'
import { startEmulator } from '../../emulator/index'
import { Environment } from '../deploy/Environment'
import { type Answer, type Ask, patiently, RequestError } from '../deploy/Management'
import { noWeChat, openEnvironment, wait } from '../deploy/openEnvironment'
import { storageOf } from '../deploy/realTools'
import { Stop } from '../deploy/Stop'
import type { Files, Place } from './Place'

/** The management interface of a local cloud. */
export const askLocal =
  (url: string): Ask =>
  async (service, action, params) => {
    const body = JSON.stringify({ service, action, params })
    const response = await fetch(`${url}/manage`, { method: 'POST', body })
    const { answer, error } = (await response.json()) as {
      answer?: Answer
      error?: { code: string; message: string }
    }
    if (!answer) throw new RequestError(action, error?.code ?? '', error?.message ?? '')
    return answer
  }

function localFiles(url: string): Files {
  const at = (file: string) => `${url}/manage/files?path=${encodeURIComponent(file)}`
  const got = async (address: string, init?: RequestInit) => {
    const response = await fetch(address, init)
    if (!response.ok) throw new RequestError('files', String(response.status), await response.text())
    return response
  }
  return {
    list: async () => (await (await got(`${url}/manage/files`)).json()) as { path: string; size: number }[],
    read: async (file) => Buffer.from(await (await got(at(file))).arrayBuffer()),
    write: async (file, content) =>
      void (await got(at(file), { method: 'PUT', body: new Uint8Array(content) })),
  }
}

/** A local cloud that answers at an address. */
export function localPlace(
  url: string,
  { county = '本机', envId = 'demo-county' }: { county?: string | undefined; envId?: string } = {},
): Place {
  return {
    county,
    envId,
    environment: new Environment(envId, patiently(askLocal(url), wait), noWeChat, wait),
    files: localFiles(url),
  }
}

async function withLocal<T>(
  dataDir: string,
  county: string | undefined,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  if (isRunning(dataDir)) return work(localPlace(RunningNote.read(dataDir) ?? '', { county }))
  const emulator = await startEmulator({
    port: 0,
    dataDir,
    functionsDir: path.resolve('dist/cloudfunctions'),
    envId: 'demo-county',
    collections: declarations,
  })
  try {
    return await work(localPlace(emulator.url, { county }))
  } finally {
    await emulator.close()
  }
}

/** The files of a cloud environment, by way of Tencent's library. */
function cloudFiles(storage: ReturnType<typeof storageOf>): Files {
  const throughFile = async <T>(work: (file: string) => Promise<T>): Promise<T> => {
    const folder = mkdtempSync(path.join(os.tmpdir(), 'files-'))
    try {
      return await work(path.join(folder, 'file'))
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }
  return {
    list: async () =>
      (await storage.walkCloudDir('', '')).map(({ Key, Size }) => ({ path: Key, size: Number(Size) })),
    read: (cloudPath) =>
      throughFile(async (localPath) => {
        await storage.downloadFile({ cloudPath, localPath })
        return readFileSync(localPath)
      }),
    write: (cloudPath, content) =>
      throughFile(async (localPath) => {
        writeFileSync(localPath, content)
        await storage.uploadFile({ localPath, cloudPath })
      }),
  }
}

export interface Where {
  /** A county file, with the file of secrets beside it. */
  county?: string | undefined
  secrets?: string | undefined
  /** Data folder of a local cloud, whether it runs or not. */
  local?: string | undefined
  /** Whose data they are. */
  named?: string | undefined
}

export const whereUsage = `  --county FILE     县文件（deploy/本县.json），和部署用的同一个
  --secrets FILE    密钥文件，也可以用同名环境变量
  --local DIR       不连云：本机模拟云的数据文件夹（npm start 的是 .local/demo）
  --named NAME      本机数据是哪个县的（县文件里的 name；不写是“本机”）`

/** Opens the place that a command line names, and closes it. */
export async function withPlace<T>(
  { county, secrets, local, named }: Where,
  work: (place: Place) => Promise<T>,
): Promise<T> {
  if (local !== undefined) return withLocal(path.resolve(local), named, work)
  if (county === undefined) throw new Stop('请用 --county 指定县文件，或用 --local 指定本机数据。')
  const { county: file, secrets: keys, tools, environment } = await openEnvironment(county, secrets)
  const files = cloudFiles(storageOf(tools, file, keys))
  return work({ county: file.name, envId: file.environment, environment, files })
}

/** Where the key is when the command line does not say: a variable, or a file outside git. */
export function keyFileOf(named: string | undefined): string {
  const file = named ?? process.env.BACKUP_KEY_FILE
  if (file !== undefined) return file
  const usual = path.join('.local', 'backup.key')
  if (existsSync(usual)) return usual
  throw new Stop(
    '请用 --key 或环境变量 BACKUP_KEY_FILE 指定钥匙文件；还没有钥匙的，先运行 npm run backup -- --new-key 文件。',
  )
}
