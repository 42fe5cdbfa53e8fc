import { factItems, headings } from '@domain/contract/lists'
import type { FactEntry } from '@domain/contract/paper'
import { countyOrder } from '../../entry/countyOrder'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { FACT_ORDER } from '../../store/collections/settings'

const kept = countyOrder<FactEntry>(FACT_ORDER, factItems, headings)

/** Every 事项 once, as the county's form has them, with 五个基本 where it has put them between. */
export const factOrder = kept.now

export const readFactOrder = useCase('factOrder.read', aboutCounty, (_request, context) =>
  kept.read('factOrder.save', context),
)

/** The order of the county's form, every 事项 once. */
export const saveFactOrder = useCase('factOrder.save', aboutCounty, kept.save)
