import type { Page } from 'playwright-core'
import { says, tap, turnTo } from './world'

/** The same day of the next month (22 October, seen from the demo moment), by the platform's wheel. */
export async function nextMonth(page: Page, field: string): Promise<void> {
  await tap(page, field)
  await turnTo(page, '10月')
  await says(page, field, /10月22日/)
}
