import path from 'node:path'
import { parseArgs } from 'node:util'
import { apply, askTrials, type Deployment, plan } from './deploy/apply'
import { check } from './deploy/check'
import { RequestError, sentenceOf } from './deploy/Management'
import { openEnvironment } from './deploy/openEnvironment'
import { throughWeChat } from './deploy/realTools'
import { Stop } from './deploy/Stop'
import { clientOf, readBuilt } from './deploy/wanted'
import { buildStale } from './lib/buildTargets'

const usage = `npm run deploy -- plan|apply|check --county deploy/县名.json [选项]
  plan     看还差哪些，不改任何东西
  apply    照县文件建好、改好；断了再运行，会接着做
  check    全部读回来核对，列出 ✓ 和要办的事
选项：
  --secrets FILE    密钥文件（每行 名称=值），也可以用同名环境变量：
                    TENCENT_SECRET_ID、TENCENT_SECRET_KEY、UPLOAD_KEY_FILE、PHONE_KEY（可不设）
  --recreate        apply：运行环境不对的函数删掉重建，约一分钟不能用
  --token           apply：重新给一个首位管理员口令
  --new-phone-key   apply：换掉手机号绑定的密钥，之后要重新导入名册
  --trial           check：试发一次消息模板
说明见 docs/部署.md`

const options = {
  county: { type: 'string' },
  secrets: { type: 'string' },
  recreate: { type: 'boolean', default: false },
  token: { type: 'boolean', default: false },
  'new-phone-key': { type: 'boolean', default: false },
  trial: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const

async function open(file: string, secretsFile: string | undefined): Promise<Deployment> {
  const { county, secrets, environment } = await openEnvironment(file, secretsFile, throughWeChat)
  await buildStale(['cloud'], () => undefined)
  return {
    county,
    secrets,
    environment,
    built: readBuilt(),
    client: clientOf(county),
    log: (line) => console.log(line),
  }
}

type Given = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values']

const commands: Record<string, (deployment: Deployment, given: Given) => Promise<boolean>> = {
  plan: async (deployment) => {
    await plan(deployment)
    return true
  },
  apply: async (deployment, { recreate, token, 'new-phone-key': newPhoneKey }) => {
    await apply(deployment, { recreate, token, newPhoneKey })
    return true
  },
  check: async (deployment, { trial }) => {
    if (trial) await askTrials(deployment)
    return check(deployment)
  },
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({ options, allowPositionals: true })
  const command = commands[positionals[0] ?? '']
  if (values.help === true || !command || values.county === undefined) {
    console.log(usage)
    return values.help === true
  }
  return command(await open(path.normalize(values.county), values.secrets), values)
}

main().then(
  // The tools keep sockets open.
  (isWell) => process.exit(isWell ? 0 : 1),
  (error: unknown) => {
    const isExpected = error instanceof Stop || error instanceof RequestError
    console.error(isExpected ? sentenceOf(error, '读取环境') : error)
    process.exit(1)
  },
)
