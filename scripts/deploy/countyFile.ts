import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { templates } from '@domain/contract/templates'
import * as v from 'valibot'
import { Stop } from './Stop'

/** What only the owner of an account can say, and no interface shows (todo.ts has a row for each). */
export const byHand = [
  'realName',
  'filing',
  'category',
  'privacyGuideline',
  'openapi',
  'domains',
  'review',
] as const
export type ByHand = (typeof byHand)[number]

const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/))

/** `deploy/NAME.json`: what a county says of its environment, without a secret; `deploy/county.schema.json` describes it to an editor. */
export const countyFile = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40)),
  appid: v.pipe(v.string(), v.regex(/^wx[0-9a-f]{16}$/, '应是 wx 开头的 18 位')),
  environment: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{4,40}$/, '应是云开发控制台里的环境 ID')),
  region: v.optional(v.picklist(['ap-shanghai', 'ap-guangzhou', 'ap-beijing']), 'ap-shanghai'),
  codePrefix: v.optional(v.pipe(v.string(), v.regex(/^https:\/\/\S+$/, '应以 https:// 开头'))),
  templates: v.optional(templates, {}),
  done: v.optional(v.strictObject(v.entriesFromList(byHand, v.optional(day))), {}),
})
export type CountyFile = v.InferOutput<typeof countyFile>

/** Reads a county file; what is wrong in it stops with the field's name. */
export function readCountyFile(file: string): CountyFile {
  if (!existsSync(file))
    throw new Stop(`没有 ${file}：照 deploy/county.template.json 抄一份，改成本县的内容。`)
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    throw new Stop(`${file} 不是有效的 JSON：检查逗号、引号和括号。`)
  }
  const parsed = v.safeParse(countyFile, json)
  if (parsed.success) return parsed.output
  const [issue] = parsed.issues
  throw new Stop(`${file} 的 ${v.getDotPath(issue) ?? '内容'} 不对：${issue.message}`)
}

export interface Secrets {
  secretId: string
  secretKey: string
  /** Absent: the environment has one already, or gets a new one. */
  phoneKey?: string
  /** The file of the key with which WeChat accepts an upload. */
  uploadKeyFile?: string
}

/** Lines `NAME=VALUE`; anything else is passed over. */
const linesOf = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(/^\s*([A-Z_]+)\s*=\s*(.*?)\s*$/gm)].map(([, name = '', value = '']) => [name, value]),
  )

/** Whether git would take a file along: inside the project and not below what it ignores. */
export const isInGit = (file: string): boolean => {
  const inside = path.relative(process.cwd(), path.resolve(file))
  return !inside.startsWith('..') && !path.isAbsolute(inside) && !inside.startsWith(`.local${path.sep}`)
}

/** From the environment, else from a file outside git. Nothing of them is ever printed. */
export function readSecrets(file: string | undefined, environment: NodeJS.ProcessEnv): Secrets {
  if (file !== undefined && !existsSync(file)) throw new Stop(`没有密钥文件 ${file}。`)
  if (file !== undefined && isInGit(file))
    throw new Stop(`密钥文件 ${file} 在代码目录里，会被一起提交：请放到 .local/ 下或别的目录。`)
  const all = { ...(file === undefined ? {} : linesOf(readFileSync(file, 'utf8'))), ...environment }
  const { TENCENT_SECRET_ID: secretId = '', TENCENT_SECRET_KEY: secretKey = '' } = all
  if (secretId === '' || secretKey === '')
    throw new Stop(
      '缺少密钥：请设置环境变量 TENCENT_SECRET_ID 和 TENCENT_SECRET_KEY，或用 --secrets 指定密钥文件。',
    )
  const { PHONE_KEY: phoneKey, UPLOAD_KEY_FILE: uploadKeyFile } = all
  if (phoneKey !== undefined && phoneKey.length < 32) throw new Stop('PHONE_KEY 太短：至少 32 个字符。')
  if (uploadKeyFile !== undefined && isInGit(uploadKeyFile))
    throw new Stop(`上传密钥 ${uploadKeyFile} 在代码目录里，会被一起提交：请放到别的目录。`)
  return { secretId, secretKey, ...(phoneKey && { phoneKey }), ...(uploadKeyFile && { uploadKeyFile }) }
}
