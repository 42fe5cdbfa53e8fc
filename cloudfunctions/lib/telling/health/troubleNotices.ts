import type { ResponseOf } from '@domain/contract/actions'
import type { Job } from '@domain/contract/words'
import { type Trouble, troublesOf } from '@domain/health/troubles'
import { startOfDay } from '@domain/time/day'
import { formatDayTime } from '@domain/time/format'
import type { Context } from '../../entry/useCase'
import { readRunning } from './readRunning'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

const names: Record<Job, string> = { rollup: '汇总', remind: '提醒', nightly: '夜间整理' }
const ASK = '请负责信息化的同志看一下“工作”里的运行情况。'

/** One state, one notice: looked at again it has the same id, and when all is well again it is gone. */
function noticeOf(trouble: Trouble, today: string): Notice {
  const common = { type: 'notice' as const, target: 'work' as const }
  switch (trouble.kind) {
    case 'late':
      return {
        ...common,
        id: `health_late_${trouble.job}_${trouble.at}`,
        at: trouble.at,
        title: `${names[trouble.job]}停了`,
        text: `上次运行是${formatDayTime(trouble.at)}，之后没有再运行。登记照常，不会丢。${ASK}`,
      }
    case 'failed':
      return {
        ...common,
        id: `health_failed_${trouble.job}`,
        at: trouble.at,
        title: `${names[trouble.job]}没有做完`,
        text: `${formatDayTime(trouble.at)}那一次没有做完，下一次会接着做。一直这样，${ASK}`,
      }
    case 'faults':
      return {
        ...common,
        id: 'health_faults',
        at: startOfDay(today),
        title: `有 ${trouble.count} 处没有算成`,
        text: `其余照常，下一次会再试。${ASK}`,
      }
    case 'claim':
      return {
        ...common,
        id: `health_claim_${trouble.at}`,
        at: trouble.at,
        title: '有提醒没有发出去',
        text: `${formatDayTime(trouble.at)}要发的还没有发出，下一次转给党小组长当面告诉。一直这样，${ASK}`,
      }
  }
}

/** What is not as it should be of the county's own work, for those who run the county; nothing when all is well. */
export async function troubleNotices({ now, today }: Pick<Context, 'now' | 'today'>): Promise<Notice[]> {
  return troublesOf(await readRunning(), now).map((one) => noticeOf(one, today))
}
