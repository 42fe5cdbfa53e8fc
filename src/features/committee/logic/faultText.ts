import type { Fault } from '@domain/contract/committee'
import { dayOf } from '@domain/time/day'
import { formatDay } from '@domain/time/format'

const words: Record<Fault['job'], { of: (name: string) => string; without: string }> = {
  rollup: { of: (name) => `${name}的数字`, without: '有一处数字' },
  remind: { of: (name) => `${name}的提醒`, without: '有一场活动的提醒' },
  nightly: { of: (name) => `${name}的夜间整理`, without: '夜间整理有一项' },
}

/** What was passed over and since when: 县财政局第一党支部的数字，9月22日起没有完成 */
export const faultText = ({ job, name, since }: Fault): string => {
  const what = name === '' ? words[job].without : words[job].of(name)
  return `${what}，${formatDay(dayOf(since))}起没有完成`
}

/** What the hourly and nightly work passed over, in one sentence. */
export const faultsText = (faults: readonly Fault[]): string =>
  `${[...faults.map(faultText), '其余照常，已经记下，请告知维护人员'].join('；')}。`
