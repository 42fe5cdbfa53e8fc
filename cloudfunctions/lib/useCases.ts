import { board } from './activity/board'
import { confirmRecord } from './activity/confirmRecord'
import { leave } from './activity/leave'
import { list } from './activity/list'
import { prepare } from './activity/prepare'
import { record } from './activity/record'
import { save } from './activity/save'
import { setState } from './activity/setState'
import { settle } from './activity/settle'
import { backfill } from './checkin/backfill'
import { open } from './checkin/open'
import { register } from './checkin/register'
import { restore } from './checkin/restore'
import { scanMember } from './checkin/scanMember'
import { strike } from './checkin/strike'
import { tick } from './checkin/tick'
import { witness } from './checkin/witness'
import { overview } from './committee/overview'
import type { UseCases } from './dispatch/dispatch'
import { branches } from './identity/branches'
import { decide } from './identity/decide'
import { me } from './identity/me'
import { request } from './identity/request'
import { work } from './identity/work'
import { branch } from './progress/branch'
import { home } from './progress/home'
import { records } from './progress/records'
import { why } from './progress/why'
import { accept } from './reminder/accept'
import { inbox } from './reminder/inbox'
import { set } from './reminder/set'
import { settings } from './reminder/settings'
import { toTell } from './reminder/toTell'
import { told } from './reminder/told'

/** What answers each action of the contract: one without an answer does not compile. */
export const useCases: UseCases = {
  'identity.me': me,
  'identity.branches': branches,
  'identity.request': request,
  'identity.decide': decide,
  'identity.work': work,
  'activity.prepare': prepare,
  'activity.save': save,
  'activity.list': list,
  'activity.leave': leave,
  'activity.board': board,
  'activity.setState': setState,
  'activity.record': record,
  'activity.settle': settle,
  'activity.confirmRecord': confirmRecord,
  'checkin.open': open,
  'checkin.register': register,
  'checkin.tick': tick,
  'checkin.scanMember': scanMember,
  'checkin.strike': strike,
  'checkin.restore': restore,
  'checkin.backfill': backfill,
  'checkin.witness': witness,
  'progress.home': home,
  'progress.branch': branch,
  'progress.why': why,
  'progress.records': records,
  'committee.overview': overview,
  'reminder.inbox': inbox,
  'reminder.settings': settings,
  'reminder.set': set,
  'reminder.accept': accept,
  'reminder.toTell': toTell,
  'reminder.told': told,
}
