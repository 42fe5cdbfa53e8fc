import { Stop } from './Stop'

export type Service = 'tcb' | 'scf'
export type Answer = Record<string, unknown>

/** One request to Tencent's management interface, signed and sent by its own library. Fails with a RequestError. */
export type Ask = (service: Service, action: string, params: Answer) => Promise<Answer>

/** What only WeChat's own tool may do. */
export interface WeChat {
  /** Timers made past WeChat get no token to send messages with. */
  createTrigger: (functionName: string, trigger: { name: string; config: string }) => Promise<void>
  /** Builds the mini-program for the environment and uploads it as a development version. */
  upload: (client: string) => Promise<void>
}

/** A request that was refused, or whose answer never came (`code` of the network's). */
export class RequestError extends Error {
  override name = 'RequestError'
  constructor(
    readonly action: string,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const TRIES = 5
const isTooQuick = (code: string) => /RequestLimitExceeded|Throttl|FrequencyLimit/i.test(code)
/** Asking changes nothing: what was lost on the way is asked again. */
const isQuestion = (action: string, { MgoCommands: commands }: Answer) =>
  /^(Describe|List|Get)/.test(action) ||
  (Array.isArray(commands) && commands.every(({ CommandType }: Answer) => CommandType === 'QUERY'))
const isLost = (code: string) => /^(E[A-Z]+|InternalError.*|ServiceUnavailable)$/.test(code)

/** Waits and asks again where the cloud says it was asked too often, or a question's answer was lost. */
export const patiently =
  (ask: Ask, wait: (ms: number) => Promise<void>): Ask =>
  async (service, action, params) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await ask(service, action, params)
      } catch (error) {
        const code = error instanceof RequestError ? error.code : ''
        const again = isTooQuick(code) || (isQuestion(action, params) && isLost(code))
        if (!again || tries >= TRIES) throw error
        await wait(500 * 2 ** tries)
      }
    }
  }

const END = '已经做完的都保留着，改好后再运行同一条命令，会从没做完的地方接着做。'

const sentences: [RegExp, string][] = [
  [
    /SecretIdNotFound|SignatureFailure|InvalidSecretId|TokenFailure/,
    '密钥不对或已停用：请在腾讯云“访问管理 → API 密钥管理”核对。',
  ],
  [
    /Unauthorized|AuthFailure|NoPermission|OperationDenied/,
    '这个密钥没有权限：请给它所属的子用户加上 QcloudTCBFullAccess 和 QcloudSCFFullAccess。',
  ],
  [/RequestLimitExceeded|Throttl|FrequencyLimit/i, '请求太频繁：请过几分钟再运行。'],
  [
    /LimitExceeded|QuotaExceeded|ResourceInsufficient|ResourcesSoldOut|Arrears|InsufficientBalance/,
    '套餐的额度不够或已欠费：请在云开发控制台“设置 → 套餐”查看并升级。',
  ],
  [
    /EnvId|ResourceNotFound\.(Env|Namespace)|InvalidParameter\.Env/,
    '找不到这个环境：请核对县文件里的 environment 和 region，并确认密钥与小程序属于同一个账号。',
  ],
  [
    /E11000|DuplicateKey|duplicate key/i,
    '集合里有重复的数据，唯一索引建不上：请先在云开发控制台删去重复的一条。',
  ],
  [
    /^E[A-Z]+$|socket|network|timeout/i,
    '网络不通：请检查本机能否访问 tencentcloudapi.com 和 servicewechat.com。',
  ],
  [
    /whitelist|ip not|-80011|invalid ip/i,
    '本机 IP 不在上传白名单：请在小程序后台“开发管理 → 开发设置 → 小程序代码上传”加上，或关闭白名单。',
  ],
  [
    /signature|private ?key|-80002/i,
    '上传密钥不对：请在小程序后台“开发管理 → 开发设置 → 小程序代码上传”重新下载。',
  ],
]

/** What went wrong, for the county's IT person: which step, why, and that it can be continued. The code is kept for who looks it up. */
export function sentenceOf(error: unknown, during: string): string {
  if (error instanceof Stop) return error.message
  const code = error instanceof RequestError ? error.code : ''
  const text = error instanceof Error ? error.message : String(error)
  const known = sentences.find(([pattern]) => pattern.test(code) || pattern.test(text))
  const why = known?.[1] ?? '云端没有接受这一步。'
  const detail = [error instanceof RequestError ? error.action : '', code, text].filter(Boolean).join(' · ')
  return `${during}没有做成。${why}\n（${detail.slice(0, 300)}）\n${END}`
}
