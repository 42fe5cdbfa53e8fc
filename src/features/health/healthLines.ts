import type { ResponseOf } from '@domain/contract/actions'
import type { Job } from '@domain/contract/words'
import { isBackupLate, isClaimStuck, isRunLate } from '@domain/health/troubles'
import { formatDay, formatDayTime } from '@domain/time/format'

type Health = ResponseOf<'committee.health'>

/** A line of the page: what it is about, how it stands in a sentence, whether that is as it should be; undefined: nothing can be said yet. */
export interface HealthLine {
  id: string
  title: string
  text: string
  isWell: boolean | undefined
}

const timers: readonly { job: Job; title: string; when: string }[] = [
  { job: 'rollup', title: '汇总', when: '每十分钟一次' },
  { job: 'remind', title: '提醒', when: '8 点到 20 点，每小时一次' },
  { job: 'nightly', title: '夜间整理', when: '每天凌晨一次' },
]

/** `seconds(1250) // '用时 1.3 秒'` */
const seconds = (ms: number): string => `用时 ${(ms / 1000).toFixed(1)} 秒`

function timerLine({ job, title, when }: (typeof timers)[number], { runs }: Health, now: number): HealthLine {
  const run = runs.find((one) => one.job === job)
  const line = (text: string, isWell: boolean | undefined) => ({
    id: job,
    title,
    text: `${when}。${text}`,
    isWell,
  })
  if (!run) return line('还没有运行过', undefined)
  const last = `上次 ${formatDayTime(run.at)}`
  if (isRunLate(run, now)) return line(`${last}，之后没有再运行`, false)
  return run.ok ? line(`${last}，${seconds(run.ms)}`, true) : line(`${last}，没有做完，下一次接着做`, false)
}

const templateNames = { meeting: '会前提醒', month_gap: '月底还差', waiting: '等您确认' } as const

/** The last backup; of a county that has none yet nothing can be said until it is late. */
function backupLine(health: Health, now: number): HealthLine {
  const { backupAt } = health
  const isLate = isBackupLate(health, now)
  const last = backupAt === null ? '还没有做过' : `上次 ${formatDay(backupAt)}`
  const isWell = !isLate && backupAt === null ? undefined : !isLate
  return { id: 'backup', title: '备份', text: `每周一次。${last}${isLate ? '，该做了' : ''}`, isWell }
}

/** WeChat's codes for a message it does not take. */
const refusals: Record<number, string> = {
  43101: '本人没有允许，或已经用完',
  47003: '模板的关键词对不上',
  40037: '模板编号不对',
  41030: '要打开的页面不对',
  [-1]: '微信忙',
}
/** Somebody has not allowed it: what is usual, and nobody's to mend. */
const OWN_WISH = 43101

/** What became of the messages of the last days. */
function faredLines({ fared }: Health): HealthLine[] {
  const { sent, refused, unknown, byPerson, told, inbox } = fared
  const parts = [
    `微信收到 ${sent} 条`,
    `由人告知 ${byPerson} 条，已告诉 ${told} 条`,
    ...(inbox > 0 ? [`只放在消息里 ${inbox} 条`] : []),
  ]
  const losses = [
    ...refused.map(({ code, count }) => `${refusals[code] ?? `代码 ${code}`} ${count} 条`),
    ...(unknown > 0 ? [`微信没有回音 ${unknown} 条`] : []),
  ]
  return [
    { id: 'fared', title: '近 30 天的提醒', text: parts.join('；'), isWell: true },
    {
      id: 'refused',
      title: '微信没有送到的',
      text: losses.length === 0 ? '没有' : `${losses.join('；')}。不重发，转给党小组长当面告诉`,
      isWell: refused.every(({ code }) => code === OWN_WISH),
    },
  ]
}

/** The page 运行情况, line by line. */
export function healthLines(health: Health, now: number): HealthLine[] {
  const { faults, oldestClaim, calendarMissing, credits, files, contractVersion, migrated, build } = health
  const stuck = isClaimStuck(oldestClaim, now)
  const left = credits.map(({ template, left: count }) => `${templateNames[template]} ${count} 次`)
  return [
    ...timers.map((one) => timerLine(one, health, now)),
    {
      id: 'faults',
      title: '没有算成的',
      text: faults === 0 ? '没有' : `${faults} 处，其余照常，下一次再试`,
      isWell: faults === 0,
    },
    {
      id: 'claim',
      title: '没有发出的提醒',
      text:
        stuck && oldestClaim !== null
          ? `最早一条是 ${formatDayTime(oldestClaim)} 的，下一次转给党小组长当面告诉`
          : '没有',
      isWell: !stuck,
    },
    {
      id: 'calendar',
      title: '放假安排',
      text:
        calendarMissing.length === 0
          ? '都已录入'
          : `${calendarMissing.join('、')} 年的待录入，现在暂按法定节假日`,
      isWell: calendarMissing.length === 0,
    },
    backupLine(health, now),
    ...faredLines(health),
    { id: 'credits', title: '还可以发的微信提醒', text: left.join('，'), isWell: true },
    {
      id: 'files',
      title: '存着的导入文件',
      text: files === 0 ? '没有' : `${files} 个，读过以后自动删除`,
      isWell: true,
    },
    {
      id: 'version',
      title: '版本',
      text: `约定第 ${contractVersion} 版，数据第 ${migrated} 版${build === '' ? '' : `，云函数 ${build.slice(0, 8)}`}`,
      isWell: true,
    },
  ]
}
