import type { Page } from 'playwright-core'
import { says, tap, type } from './world'

/**
 * A need from its first line to its confirmation, by tapping alone: written down by the community's staff from 工作, taken and finished by a member who is
 * registered there, confirmed by the staff.
 */
export async function needGoesItsWay(
  { staff, member }: { staff: Page; member: Page },
  name: string,
): Promise<void> {
  await tap(staff, '[id^="needs-"]')
  await tap(staff, '#write-need')
  await type(staff, '#field-need', '教几位老人用手机挂号')
  await tap(staff, '#need-write')
  await says(staff, '#place-needs', /请党员认领 1 条.*10月22日前，要 1 人.*方晓云/)

  await tap(member, '#tab-me')
  await tap(member, '#my-deeds')
  await says(member, '#deeds', /可以认领.*教几位老人用手机挂号.*滨河社区党委.*方晓云/)
  await tap(member, '[id^="take-"]')
  await member.locator('.taro-modal__foot >> text=认领').click()
  await says(member, '#in-hand', /教几位老人用手机挂号.*9月22日认领/)
  await tap(member, '#finish')
  await says(member, '#deeds', /今年 0\/1 件.*待确认/)

  await tap(staff, '#nav-back')
  await tap(staff, '[id^="deeds-"]')
  await says(staff, '#pending-deeds', new RegExp(`${name}.*教几位老人用手机挂号`))
  await tap(staff, '#check-confirm')
  await says(staff, '#place-deeds', /没有待确认/)
}
