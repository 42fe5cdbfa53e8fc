import { randomBytes } from 'node:crypto'
import { hashOf, newToken } from '@cloud/lib/people/identity/invitation'
import type { OperatorAnswer } from '@cloud/lib/operator/operator'
import type { Health, OperatorAsk } from '@domain/contract/operator'
import type { Template } from '@domain/contract/reminder'
import { type CountyFile, type Secrets } from './countyFile'
import { differences, type Step } from './differences'
import type { Environment } from './Environment'
import { sentenceOf } from './Management'
import { Stop } from './Stop'
import { type Found, KEEPER, type Wanted } from './state'
import { wordsOf } from './words'
import { type Built, wantedOf } from './wanted'
import { declarations } from '@cloud/lib/store/collections/collections'

/** One county's environment, and what it is to become. */
export interface Deployment {
  county: CountyFile
  secrets: Pick<Secrets, 'phoneKey'>
  environment: Environment
  built: Built
  /** Of the mini-program (clientOf). */
  client: string
  log: (line: string) => void
}

export interface ApplyOptions {
  /** Functions whose runtime is another are made anew: for a minute phones do not reach them. */
  recreate?: boolean
  /** Another PHONE_KEY takes the place of the one the register was imported under. */
  newPhoneKey?: boolean
  /** A first token though one is open already: the one before was lost. */
  token?: boolean
}

const SAME = '环境与要求一致，没有要改的。'

/** The key the environment has already: made once, it lies in its variables alone. */
const keyIn = ({ functions }: Found): string | undefined =>
  Object.values(functions).find(({ variables }) => variables.PHONE_KEY)?.variables.PHONE_KEY

const newKey = (): string => randomBytes(32).toString('hex')

export interface Comparison {
  found: Found
  wanted: Wanted
  steps: Step[]
}

/** Reads the environment and says what is to be done. Changes nothing. */
export async function compare({
  county,
  secrets,
  environment,
  built,
  client,
}: Deployment): Promise<Comparison> {
  const functions = Object.keys(built).map((name) => ({ name }))
  const found = await environment.read({ collections: declarations, functions })
  const wanted = wantedOf(county, built, { phoneKey: secrets.phoneKey ?? keyIn(found) ?? newKey(), client })
  return { found, wanted, steps: differences(wanted, found) }
}

function guard(
  { found, steps }: Comparison,
  { secrets }: Deployment,
  { recreate, newPhoneKey }: ApplyOptions,
): void {
  const other = steps.flatMap((step) =>
    step.do === 'removeFunction' && step.why === 'runtime' ? [step.name] : [],
  )
  if (other.length > 0 && !recreate)
    throw new Stop(
      `函数 ${other.join('、')} 是用别的运行环境建的，只能删掉重建，重建时约有一分钟不能用。挑没有会议的时候，加上 --recreate 再运行。`,
    )
  const before = keyIn(found)
  if (secrets.phoneKey !== undefined && before !== undefined && before !== secrets.phoneKey && !newPhoneKey)
    throw new Stop(
      'PHONE_KEY 与环境里已有的不同。换了它，已导入的手机号就认不出来，要重新导入名册。不换就从密钥里去掉 PHONE_KEY；确实要换，加上 --new-phone-key 再运行。',
    )
}

async function carryOut({ steps }: Comparison, { environment, log }: Deployment): Promise<void> {
  for (const [done, step] of steps.entries()) {
    try {
      await environment.perform(step)
    } catch (error) {
      throw new Stop(sentenceOf(error, `第 ${done + 1} 步（共 ${steps.length} 步）“${wordsOf(step)}”`))
    }
    log(`✓ ${wordsOf(step)}`)
  }
}

/** Asks the function `operator`. */
export async function askOperator(environment: Environment, ask: OperatorAsk): Promise<OperatorAnswer> {
  return (await environment.invoke(KEEPER, ask)) as OperatorAnswer
}

export async function healthOf(environment: Environment): Promise<Health> {
  const answer = await askOperator(environment, { ask: 'health' })
  if (!answer.ok || !answer.health) throw new Stop('函数 operator 没有答上来：一分钟后再试一次。')
  return answer.health
}

/** A county that nobody runs gets its first administrator's token, told once. */
async function firstToken({ environment, county, log }: Deployment, again: boolean): Promise<void> {
  const { committee, openTokens } = await healthOf(environment)
  if (committee > 0) {
    if (again) log('本县已有管理员，由他们在手机上授权，不再发首位管理员口令。')
    return
  }
  if (openTokens > 0 && !again) {
    log('首位管理员的口令已经发过，还没有用；丢了就加上 --token 再运行一次。')
    return
  }
  const token = newToken()
  const answer = await askOperator(environment, {
    ask: 'first_token',
    tokenHash: hashOf(token),
    name: county.name,
  })
  if (!answer.ok) throw new Stop('首位管理员的口令没有存上：请再运行一次。')
  log(
    `\n首位管理员的口令（只显示这一次，7 天内有效，用一次就作废）：\n\n   ${token}\n\n在手机上打开小程序，“我的 → 首次启用”里输入。`,
  )
}

/**
 * Brings an environment to what is wanted. Cut short anywhere it goes on when run again; run twice it changes nothing the second time.
 */
export async function apply(deployment: Deployment, options: ApplyOptions = {}): Promise<void> {
  const before = await compare(deployment)
  guard(before, deployment, options)
  await carryOut(before, deployment)
  const { log } = deployment
  if (before.steps.length === 0) log(SAME)
  else {
    const left = (await compare(deployment)).steps
    if (left.length > 0)
      throw new Stop(
        `做完以后再看，还有 ${left.length} 项没有生效：\n${left.map((one) => `· ${wordsOf(one)}`).join('\n')}\n过几分钟再运行一次。`,
      )
  }
  await firstToken(deployment, options.token ?? false)
}

export async function plan(deployment: Deployment): Promise<void> {
  const { steps } = await compare(deployment)
  const { log } = deployment
  if (steps.length === 0) {
    log(SAME)
    return
  }
  log(`要做 ${steps.length} 步（plan 只看不改；确认后把 plan 换成 apply）：`)
  for (const step of steps) log(`· ${wordsOf(step)}`)
}

/** Messages of these templates go out with the next full hour's timer; `check` then tells what became of them. */
export async function askTrials({ environment, county, log }: Deployment): Promise<void> {
  const set = Object.keys(county.templates) as Template[]
  if (set.length === 0) {
    log('县文件里没有设置消息模板，没有可试发的。')
    return
  }
  for (const template of set) await askOperator(environment, { ask: 'trial', template })
  log(
    '已登记试发，下一个整点过 5 分发出（8 点到 20 点）。先请一位管理员在小程序“消息”里允许提醒；到点后再运行 check 看结果。',
  )
}
