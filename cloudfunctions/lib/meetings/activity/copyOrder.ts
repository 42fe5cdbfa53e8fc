import type { CopyColumn } from '@domain/contract/words'
import { provincialOrder } from '@domain/papers/copyOrder'
import { countyOrder } from '../../entry/countyOrder'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { COPY_ORDER } from '../../store/collections/settings'

const kept = countyOrder<CopyColumn>(COPY_ORDER, provincialOrder)

/** What a record says of it: nothing where it is the province's. Read anew each time: whoever has just changed it looks at once. */
export async function ownOrder(): Promise<{ copyOrder?: CopyColumn[] }> {
  const order = await kept.now()
  return kept.isOwn(order) ? { copyOrder: order } : {}
}

export const readCopyOrder = useCase('copyOrder.read', aboutCounty, (_request, context) =>
  kept.read('copyOrder.save', context),
)

/** The order of the county's form, every column once. */
export const saveCopyOrder = useCase('copyOrder.save', aboutCounty, kept.save)
