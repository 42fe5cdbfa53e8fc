import { contractVersion } from '@domain/contract/answer'
import type { Health } from '@domain/contract/operator'
import type { Job } from '@domain/contract/words'
import { isBackupLate, isClaimStuck, isRunLate } from '@domain/health/troubles'
import { dayOf } from '@domain/time/day'
import { formatDayTime } from '@domain/time/format'
import { type Comparison, compare, type Deployment, healthOf } from './apply'
import { byHand, type CountyFile } from './countyFile'
import type { Step } from './differences'
import { sentenceOf } from './Management'
import { handWork } from './todo'
import { wordsOf } from './words'

/** ✓ is so · ✗ is not so and shows what to do · ☐ only a person can say it. */
export interface Row {
  mark: '✓' | '✗' | '☐'
  what: string
  todo?: string
}

const groups: [string, (comparison: Comparison) => string, Step['do'][]][] = [
  [
    '集合',
    ({ wanted }) => `${wanted.collections.length} 个集合，手机端都不可读写`,
    ['createCollection', 'closeCollection'],
  ],
  [
    '索引',
    ({ wanted }) => `${wanted.collections.flatMap(({ indexes }) => indexes).length} 条索引`,
    ['dropIndex', 'createIndex'],
  ],
  ['存储', () => '云存储仅创建者可读写', ['closeStorage']],
  [
    '函数',
    ({ wanted }) => `${wanted.functions.length} 个函数：运行环境、超时、内存、变量和代码`,
    ['removeFunction', 'createFunction', 'updateCode', 'updateConfig', 'setFunctionRule'],
  ],
  ['数据', ({ wanted }) => `已有数据是第 ${wanted.migrated} 版`, ['migrate']],
  [
    '定时',
    ({ wanted }) => `${wanted.functions.filter(({ trigger }) => trigger).length} 个定时`,
    ['removeTrigger', 'createTrigger'],
  ],
  ['小程序', () => '这一版小程序已上传', ['uploadClient']],
]

function setRows(comparison: Comparison): Row[] {
  return groups.map(([, words, kinds]) => {
    const steps = comparison.steps.filter((step) => kinds.includes(step.do))
    const what = words(comparison)
    if (steps.length === 0) return { mark: '✓', what }
    const first = steps.slice(0, 3).map(wordsOf).join('；')
    return {
      mark: '✗',
      what,
      todo: `还差：${first}${steps.length > 3 ? ` 等 ${steps.length} 项` : ''}。运行 apply。`,
    }
  })
}

const jobs: { job: Job; what: string }[] = [
  { job: 'rollup', what: '汇总定时（每十分钟）' },
  { job: 'remind', what: '提醒定时（8:05 到 20:05 每小时）' },
  { job: 'nightly', what: '夜间定时（2:30）' },
]

function runRow({ job, what }: (typeof jobs)[number], health: Health): Row {
  const run = health.runs.find((one) => one.job === job)
  if (!run)
    return {
      mark: '✗',
      what,
      todo: '还没有运行过：刚部署完的，到点后再 check；到点仍没有，在云开发控制台看这个函数的定时触发和日志。',
    }
  const last = `${what}，上次 ${formatDayTime(run.at)}`
  if (!run.ok)
    return { mark: '✗', what: last, todo: '上次运行失败：在云开发控制台“云函数 → 日志”看这个函数的错误。' }
  if (isRunLate(run, health.now))
    return {
      mark: '✗',
      what: last,
      todo: '该运行的时候没有运行：在云开发控制台看这个函数的定时触发是否还在。',
    }
  if (job === 'remind' && !run.source.includes('wx_trigger'))
    return {
      mark: '✗',
      what: last,
      todo: '定时不是由微信的工具建的，发不出消息：在云开发控制台删掉 remind 的定时触发，再运行 apply。',
    }
  return { mark: '✓', what: last }
}

function countyRows(health: Health, { templates }: CountyFile): Row[] {
  const row = (isSo: boolean, what: string, todo: string): Row =>
    isSo ? { mark: '✓', what } : { mark: '✗', what, todo }
  const set = Object.keys(templates).length
  return [
    row(
      health.contractVersion === contractVersion,
      `函数和这份代码说同一种话（第 ${health.contractVersion} 版）`,
      '运行 apply 更新函数。',
    ),
    row(
      health.committee > 0,
      `管理员 ${health.committee} 人`,
      health.openTokens > 0
        ? '口令已发、还没有用：请首位管理员在手机“我的 → 首次启用”输入。'
        : '还没有管理员：运行 apply 会给出口令。',
    ),
    row(
      health.rules > 0 || health.committee === 0,
      `规则 ${health.rules} 条`,
      '规则没有写入：请首位管理员重新打开“首次启用”。',
    ),
    row(health.hasPhoneKey, '手机号绑定的密钥已设置', '运行 apply 会生成。'),
    row(
      health.templates === 'set' && health.templatesSet.length === set,
      `消息模板 ${health.templatesSet.length} 个`,
      '函数变量 TEMPLATES 与县文件不同：运行 apply。',
    ),
    row(
      health.calendarMissing.length === 0,
      '节假日安排齐全',
      `还没有录入 ${health.calendarMissing.join('、')} 年的放假安排：国务院办公厅通知发布后，工委在手机“工作 → 放假安排”录入。`,
    ),
    row(
      health.faults === 0,
      '定时没有跳过的内容',
      `有 ${health.faults} 处计算失败被跳过：工委首页有一行说明，函数日志里有原因。`,
    ),
    row(
      !isClaimStuck(health.oldestClaim, health.now),
      '提醒没有卡住的',
      '有提醒认领后没有发出：下一次定时会转给党小组长当面告诉；若反复出现，看 remind 的日志。',
    ),
    row(
      !isBackupLate({ backupAt: health.backupAt ?? null, begunAt: health.begunAt ?? null }, health.now),
      '备份是近两周内做的',
      '超过两周没有备份：运行 npm run backup（部署说明第七节）。',
    ),
  ]
}

const codes: Record<string, string> = {
  '43101': '管理员没有允许这条消息：请他在小程序“消息”里再允许一次，然后 check --trial。',
  '47003':
    '模板的关键词对不上：请在小程序后台打开这个模板的详情，把县文件里的 thing2、date3 之类改成那里写的。',
  '40037': '模板编号不对：请在小程序后台“订阅消息 → 我的模板”重新复制。',
  '-604101': '函数 remind 没有云调用权限：见下面“云调用权限”。',
}
const names = { meeting: '会前提醒', month_gap: '月底还差', waiting: '等您确认' } as const

function trialRows(health: Health, { templates }: CountyFile): Row[] {
  return (Object.keys(templates) as (keyof typeof names)[]).map((template): Row => {
    const what = `试发“${names[template]}”`
    const trial = health.trials.find((one) => one.template === template)
    if (!trial) return { mark: '☐', what, todo: '还没有试过：运行 check --trial。' }
    if (trial.outcome === 'sent')
      return { mark: '✓', what: `${what}已发出（${formatDayTime(trial.askedAt)} 登记）` }
    if (trial.outcome === null || trial.outcome === 'claimed')
      return { mark: '☐', what, todo: '等下一个整点过 5 分（8 点到 20 点），再运行 check。' }
    if (trial.outcome === 'nobody')
      return {
        mark: '✗',
        what,
        todo: '没有管理员允许过提醒：请一位有党员身份的管理员在小程序“消息”里允许一次，然后 check --trial。',
      }
    return { mark: '✗', what, todo: codes[trial.outcome] ?? `微信没有接受（代码 ${trial.outcome}）。` }
  })
}

/** A message that went out shows that the permission is there. */
const isShown = (one: string, health: Health | null): boolean =>
  one === 'openapi' && (health?.trials.some(({ outcome }) => outcome === 'sent') ?? false)

function handRows({ done, codePrefix }: CountyFile, health: Health | null): Row[] {
  return byHand
    .filter((one) => one !== 'domains' || codePrefix !== undefined)
    .map((one): Row => {
      const { what, where } = handWork[one]
      if (done[one] !== undefined) return { mark: '✓', what: `${what}（${done[one]} 记）` }
      if (isShown(one, health)) return { mark: '✓', what: `${what}（试发的消息已发出）` }
      return {
        mark: '☐',
        what,
        todo: `${where}。办好后在县文件的 done 里写 "${one}": "${health ? dayOf(health.now) : '日期'}"。`,
      }
    })
}

/** All rows of the table, from what was read and what the environment says of itself; without its word (`null`) these rows are left out. */
export const rowsOf = (comparison: Comparison, health: Health | null, county: CountyFile): Row[] => [
  ...setRows(comparison),
  ...(health
    ? [...countyRows(health, county), ...jobs.map((one) => runRow(one, health)), ...trialRows(health, county)]
    : []),
  ...handRows(county, health),
]

/** Reads everything back and prints the table; whether nothing is ✗. */
export async function check(deployment: Deployment): Promise<boolean> {
  const { environment, county, log } = deployment
  const comparison = await compare(deployment)
  let health: Health | null = null
  let silent: Row[] = []
  try {
    health = await healthOf(environment)
  } catch (error) {
    silent = [{ mark: '✗', what: '环境自己的报告', todo: sentenceOf(error, '询问函数 operator') }]
  }
  const rows = [...rowsOf(comparison, health, county), ...silent]
  for (const { mark, what, todo } of rows) log(`${mark} ${what}${todo === undefined ? '' : `\n    ${todo}`}`)
  const wrong = rows.filter(({ mark }) => mark === '✗').length
  const open = rows.filter(({ mark }) => mark === '☐').length
  log(`\n${rows.length - wrong - open} 项 ✓，${wrong} 项 ✗，${open} 项 ☐（要由人确认）`)
  return wrong === 0
}
