import type { ActivityKind, ActivityTag, Ballot, MeetingStep, Vote } from '../contract/words'
import type { Activity } from './activity'
import type { VoteOutcome } from './voteOutcome'

/** What a vote is about, as papers and pages write it. */
export const voteLabels: Record<Vote, string> = {
  ordinary: '一般事项',
  admission: '接收、转正',
  election: '选举',
}

export const ballotLabels: Record<Ballot, string> = {
  hands: '举手',
  secret: '无记名投票',
  signed: '有记名投票',
  spoken: '口头',
}

/** What a vote came to (voteOutcome). */
export const outcomeLabels: Record<VoteOutcome['passed'], string> = {
  yes: '通过',
  no: '未通过',
  open: '两种算法结论不一，依据待核',
  void: '收回票多于发出票，本次投票无效',
}

export const tagLabels: Record<ActivityTag, string> = {
  oath: '重温入党誓词',
  discipline: '党纪廉政教育',
  training: '培训',
}

/** Steps of a 组织生活会 and of a 民主评议. */
export const stepLabels: Record<MeetingStep, string> = {
  studied: '会前学习',
  talked: '谈心谈话',
  asked_opinions: '征求意见',
  examined: '查摆问题',
  criticised: '批评与自我批评',
  to_mend: '整改措施',
  rated_oneself: '个人自评',
  rated_each_other: '党员互评',
  polled: '民主测评',
  concluded: '组织评定',
}

/** Which of them a kind goes through, in order; none of any other kind. */
export const stepsOfKind: Partial<Record<ActivityKind, readonly MeetingStep[]>> = {
  org_life_meeting: ['studied', 'talked', 'asked_opinions', 'examined', 'criticised', 'to_mend'],
  democratic_review: ['rated_oneself', 'rated_each_other', 'polled', 'concluded'],
}

/** Of the steps that were gone through those of its kind, in order. */
export const stepTexts = ({ kind, steps = [] }: Pick<Activity, 'kind' | 'steps'>): string[] =>
  (stepsOfKind[kind] ?? []).filter((step) => steps.includes(step)).map((step) => stepLabels[step])

/** What a meeting was besides its kind, and its 学时: 重温入党誓词, 1.5 学时. */
export const contentTexts = ({ tags = [], hours }: Pick<Activity, 'tags' | 'hours'>): string[] => [
  ...tags.map((tag) => tagLabels[tag]),
  ...(hours === undefined ? [] : [`${hours} 学时`]),
]

/** Who holds a joint meeting, as papers and pages name them: 第一党支部（主办）, 第二党支部. The one that convenes it is given first. */
export const jointTexts = ([convening = '', ...others]: readonly string[]): string[] => [
  `${convening}（主办）`,
  ...others,
]
