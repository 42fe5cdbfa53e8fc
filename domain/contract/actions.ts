import type * as v from 'valibot'
import * as activity from './activity'
import * as checkin from './checkin'
import * as committee from './committee'
import * as deed from './deed'
import * as duty from './duty'
import * as household from './household'
import * as identity from './identity'
import * as progress from './progress'
import * as reminder from './reminder'
import * as service from './service'
import * as unit from './unit'

/** Every action of the function `api`, with the schema of what it takes and gives. An action not listed here is `unknown_action`. */
export const actions = {
  'identity.me': identity.me,
  'identity.branches': identity.branches,
  'identity.request': identity.request,
  'identity.decide': identity.decide,
  'identity.work': identity.work,
  'activity.prepare': activity.prepare,
  'activity.save': activity.save,
  'activity.list': activity.list,
  'activity.leave': activity.leave,
  'activity.board': activity.board,
  'activity.setState': activity.setState,
  'activity.record': activity.record,
  'activity.settle': activity.settle,
  'activity.confirmRecord': activity.confirmRecord,
  'checkin.open': checkin.open,
  'checkin.register': checkin.register,
  'checkin.tick': checkin.tick,
  'checkin.scanMember': checkin.scanMember,
  'checkin.strike': checkin.strike,
  'checkin.restore': checkin.restore,
  'checkin.backfill': checkin.backfill,
  'checkin.witness': checkin.witness,
  'checkin.makeUp': checkin.makeUp,
  'progress.home': progress.home,
  'progress.branch': progress.branch,
  'progress.why': progress.why,
  'progress.records': progress.records,
  'service.prepare': service.prepare,
  'service.publish': service.publish,
  'service.join': service.join,
  'service.board': service.board,
  'service.confirm': service.confirm,
  'service.residents': service.residents,
  'service.enter': service.enter,
  'household.open': household.open,
  'household.visit': household.visit,
  'household.backfill': household.backfill,
  'household.pending': household.pending,
  'household.confirm': household.confirm,
  'deed.list': deed.list,
  'deed.claim': deed.claim,
  'deed.move': deed.move,
  'deed.pending': deed.pending,
  'deed.confirm': deed.confirm,
  'deed.ticks': deed.ticks,
  'deed.tick': deed.tick,
  'committee.overview': committee.overview,
  'committee.why': committee.why,
  'duty.list': duty.list,
  'duty.preview': duty.preview,
  'duty.save': duty.save,
  'unit.page': unit.page,
  'unit.contact': unit.contact,
  'reminder.inbox': reminder.inbox,
  'reminder.settings': reminder.settings,
  'reminder.set': reminder.set,
  'reminder.accept': reminder.accept,
  'reminder.excuse': reminder.excuse,
  'reminder.toTell': reminder.toTell,
  'reminder.told': reminder.told,
} as const

export type Action = keyof typeof actions
export type RequestOf<A extends Action> = v.InferInput<(typeof actions)[A]['request']>
export type ParsedRequestOf<A extends Action> = v.InferOutput<(typeof actions)[A]['request']>
export type ResponseOf<A extends Action> = v.InferOutput<(typeof actions)[A]['response']>

/** What a phone sends: `callFunction({ name: 'api', data })`. */
export interface Call<A extends Action = Action> {
  action: A
  contractVersion: number
  data: RequestOf<A>
}
