import type { Missed } from '@domain/contract/service'

type Service = Pick<Missed['services'][number], 'record' | 'community'>

/** Why somebody who was there is not on record. */
export const correctReasons = ['没扫上码', '手机没电或没信号', '记在纸质名单上', '其他'] as const

/** Whether the community may be asked: once for a service. */
export const mayAsk = ({ record }: Pick<Service, 'record'>): boolean =>
  record === 'none' || record === 'struck'

/** Beside the hour: whose service it is, and what the community has said of it. */
export function missedText({ record, community }: Service): string {
  switch (record) {
    case 'none':
      return community
    case 'struck':
      return `${community}没有计入`
    case 'waiting':
      return `等${community}确认`
    case 'answered':
      return `${community}已答复，没有计入`
  }
}
