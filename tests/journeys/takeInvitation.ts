import type { Page } from 'playwright-core'
import type { Phone } from '../browser'
import { agree, codeOnScreen, says, scanPicture, tap } from './world'

/** From the code in the hand of who invites to the own phone of who is invited, which is then let in. */
export async function takeInvitation(
  { page }: Phone,
  inviter: Page,
  { name, where }: { name: string; where: string },
): Promise<Page> {
  await inviter.locator('#invitation').waitFor()
  await agree(page)
  await scanPicture(page, await codeOnScreen(inviter))
  await says(page, '#invited', new RegExp(where))
  await tap(page, '#take')
  await says(page, '#taken', new RegExp(name))
  await tap(page, '#done')
  return page
}
