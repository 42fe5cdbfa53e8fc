import { type Refusal, refuse } from '../contract/answer'
import type { ActivityKind } from '../contract/words'
import type { Activity } from './activity'

export type Plan = Pick<Activity, 'kind' | 'carries' | 'topic' | 'lecturerId' | 'lecturerName'>

/** What a 主题党日 may carry unless its rule lists it (DUTIES, decisions): each then counts for its own duty, by its own conditions. */
export const carriable: readonly ActivityKind[] = ['study', 'lecture']

/** On the register, or from elsewhere by name. */
export const hasLecturer = ({
  lecturerId,
  lecturerName,
}: Pick<Activity, 'lecturerId' | 'lecturerName'>): boolean => !!lecturerId || !!lecturerName?.trim()

/** What keeps a kind from counting: a 党课 needs lecturer and topic, a 交流研讨 a topic. The one place that says so. */
export const lacks = (
  kind: ActivityKind,
  plan: Pick<Plan, 'topic' | 'lecturerId' | 'lecturerName'>,
): 'no_lecturer' | 'no_topic' | null => {
  if (kind === 'lecture' && !hasLecturer(plan)) return 'no_lecturer'
  if ((kind === 'lecture' || kind === 'seminar') && !plan.topic?.trim()) return 'no_topic'
  return null
}

/**
 * Why a plan cannot be published; null when it can. `listed`: what a 主题党日 may carry by the rule valid then; what is published
 * keeps what it carries, whatever the rule says later.
 */
export const validatePlan = (plan: Plan, listed: readonly ActivityKind[] = carriable): Refusal | null => {
  const mayCarry = plan.kind === 'theme_party_day' ? listed : []
  if (plan.carries.some((kind) => !mayCarry.includes(kind))) return refuse('not_carriable')
  for (const kind of [plan.kind, ...plan.carries]) {
    const lack = lacks(kind, plan)
    if (lack) return refuse(lack === 'no_lecturer' ? 'missing_lecturer' : 'missing_topic')
  }
  return null
}
