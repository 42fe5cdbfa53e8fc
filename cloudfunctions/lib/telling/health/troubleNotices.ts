import type { ResponseOf } from '@domain/contract/actions'
import type { Job } from '@domain/contract/words'
import { type Trouble, troublesOf } from '@domain/health/troubles'
import { startOfDay } from '@domain/time/day'
import { formatDay, formatDayTime } from '@domain/time/format'
import type { Context } from '../../entry/useCase'
import { readRunning } from './readRunning'

type Notice = Extract<ResponseOf<'reminder.inbox'>['items'][number], { type: 'notice' }>

const names: Record<Job, string> = { rollup: '汇总', remind: '提醒', nightly: '夜间整理' }
const ASK = '请负责信息化的同志看一下“工作”里的运行情况。'

type Said = Pick<Notice, 'id' | 'at' | 'title' | 'text'>

function saidOfRun({ kind, job, at }: Extract<Trouble, { job: Job }>): Said {
  if (kind === 'late')
    return {
      id: `health_late_${job}_${at}`,
      at,
      title: `${names[job]}停了`,
      text: `上次运行是${formatDayTime(at)}，之后没有再运行。登记照常，不会丢。${ASK}`,
    }
  return {
    id: `health_failed_${job}`,
    at,
    title: `${names[job]}没有做完`,
    text: `${formatDayTime(at)}那一次没有做完，下一次会接着做。一直这样，${ASK}`,
  }
}

function saidOf(trouble: Trouble, today: string): Said {
  switch (trouble.kind) {
    case 'late':
    case 'failed':
      return saidOfRun(trouble)
    case 'faults':
      return {
        id: 'health_faults',
        at: startOfDay(today),
        title: `有 ${trouble.count} 处没有算成`,
        text: `其余照常，下一次会再试。${ASK}`,
      }
    case 'claim':
      return {
        id: `health_claim_${trouble.at}`,
        at: trouble.at,
        title: '有提醒没有发出去',
        text: `${formatDayTime(trouble.at)}要发的还没有发出，下一次转给党小组长当面告诉。一直这样，${ASK}`,
      }
    case 'backup':
      return {
        id: `health_backup_${trouble.at}`,
        at: startOfDay(today),
        title: '该做备份了',
        text: `${formatDay(trouble.at)}以后没有做过备份，一般每周一次。请负责信息化的同志照部署说明做一次。`,
      }
  }
}

/** One state, one notice: looked at again it has the same id, and when all is well again it is gone. */
const noticeOf = (trouble: Trouble, today: string): Notice => ({
  type: 'notice',
  target: 'work',
  ...saidOf(trouble, today),
})

/** What is not as it should be of the county's own work, for those who run the county; nothing when all is well. */
export async function troubleNotices({ now, today }: Pick<Context, 'now' | 'today'>): Promise<Notice[]> {
  return troublesOf(await readRunning(), now).map((one) => noticeOf(one, today))
}
