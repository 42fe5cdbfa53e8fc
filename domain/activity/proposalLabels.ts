import type { DeclineReason } from '../contract/proposal'

/** Why a community does not take up what a branch proposes, as both read it. */
export const declineLabels: Record<DeclineReason, string> = {
  other_day: '日子不合适，请换一天',
  already_planned: '已经有类似的安排',
  no_hands: '场地、人手安排不开',
  not_now: '眼下没有这个需要',
}
