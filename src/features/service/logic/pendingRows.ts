import type { ServiceBoard } from '@domain/contract/service'
import { formatClock } from '@domain/time/format'
import type { CheckRow } from '@/components/CheckList/CheckList'
import { wayLabels } from '@domain/checkin/wayLabels'

type Pending = ServiceBoard['pending'][number]

const short: Partial<Record<Pending['way'], string>> = { poster: '海报', paper: '名单' }

/** 周敏 农业农村局 海报 8:52; of 申请更正 why, instead of an hour nobody knows. */
export const pendingRows = (pending: readonly Pending[]): CheckRow[] =>
  pending.map(({ factId, name, branchName, way, at, asks }) => ({
    id: factId,
    name,
    from: branchName,
    ...(asks === undefined
      ? { note: `${short[way] ?? wayLabels[way]} ${formatClock(at)}` }
      : { sub: `本人说到了：${asks}`, note: '申请更正' }),
  }))
