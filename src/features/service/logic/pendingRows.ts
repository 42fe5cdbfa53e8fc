import type { ServiceBoard } from '@domain/contract/service'
import { formatClock } from '@domain/time/format'
import type { CheckRow } from '@/components/CheckList/CheckList'
import { wayLabels } from '@domain/checkin/wayLabels'

type Pending = ServiceBoard['pending'][number]

const short: Partial<Record<Pending['way'], string>> = { poster: '海报', paper: '名单' }

/** 周敏 农业农村局 海报 8:52 */
export const pendingRows = (pending: readonly Pending[]): CheckRow[] =>
  pending.map(({ factId, name, branchName, way, at }) => ({
    id: factId,
    name,
    from: branchName,
    note: `${short[way] ?? wayLabels[way]} ${formatClock(at)}`,
  }))
