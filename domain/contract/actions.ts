import type * as v from 'valibot'
import * as activity from './activity'
import * as checkin from './checkin'
import * as identity from './identity'
import * as progress from './progress'

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
  'progress.home': progress.home,
  'progress.branch': progress.branch,
  'progress.why': progress.why,
  'progress.records': progress.records,
  'progress.messages': progress.messages,
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
