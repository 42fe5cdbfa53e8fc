import { factItems } from '@domain/contract/lists'
import type { FactItem } from '@domain/contract/words'
import { countyOrder } from '../../entry/countyOrder'
import { aboutCounty } from '../../entry/targets'
import { useCase } from '../../entry/useCase'
import { FACT_ORDER } from '../../store/collections/settings'

const kept = countyOrder<FactItem>(FACT_ORDER, factItems)

/** Every 事项 once, as the county's form has them. */
export const factOrder = kept.now

export const readFactOrder = useCase('factOrder.read', aboutCounty, (_request, context) =>
  kept.read('factOrder.save', context),
)

/** The order of the county's form, every 事项 once. */
export const saveFactOrder = useCase('factOrder.save', aboutCounty, kept.save)
