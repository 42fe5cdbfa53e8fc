import type { Page } from 'playwright-core'
import { says, shown, tap, type } from './world'

/**
 * A proposal from its first line to the published service, by tapping alone: written by whoever runs a branch from 工作, published by the community's staff in
 * one tap. Whoever runs the branch begins and ends on 工作.
 */
export async function proposalGoesItsWay(
  { staff, secretary }: { staff: Page; secretary: Page },
  branch: string,
): Promise<void> {
  await tap(secretary, '[id^="proposed-"]')
  await tap(secretary, '#propose')
  await says(secretary, '#propose', /支部有 1 人在这里报到/)
  await type(secretary, '#field-title', '清理河道垃圾')
  await tap(secretary, '#send-proposal')
  await says(secretary, '#proposed', /等社区答复 1 次.*清理河道垃圾/)
  await tap(secretary, '#nav-back')

  await tap(staff, '#nav-back')
  await tap(staff, '[id^="proposals-"]')
  await says(staff, '#proposals', new RegExp(`等您答复 1 次.*清理河道垃圾.*${branch}`))
  await tap(staff, '[id^="accept-"]')
  await says(staff, '#proposals-answered', /清理河道垃圾.*已发布/)
  await shown(staff, '[id^="open-"]').first().click()
  await says(staff, '#service-head', new RegExp(`清理河道垃圾.*${branch}提议`))
}
