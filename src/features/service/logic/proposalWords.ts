import { declineLabels } from '@domain/activity/proposalLabels'
import { serviceKindLabels } from '@domain/activity/serviceKindLabels'
import { sevenOneShort } from '@domain/activity/sevenOneLabels'
import type { BranchProposal } from '@domain/contract/proposal'

type Told = Pick<BranchProposal, 'state' | 'declined' | 'enrolled'>

/** What the branch reads of its proposal. */
export function becameText({ state, declined, enrolled = 0 }: Told): string {
  switch (state) {
    case 'waiting':
      return '等社区答复'
    case 'accepted':
      return `社区已经发布，报名 ${enrolled} 人`
    case 'declined':
      return declinedText(declined)
    case 'withdrawn':
      return '支部撤回了'
    case 'passed':
      return '过了日子，社区没有来得及答复，可以再提一次'
    case 'called_off':
      return '社区发布以后又取消了'
  }
}

/** 社区这次没有接：日子不合适，请换一天。端午前后最好 */
export const declinedText = (declined: Told['declined']): string =>
  `社区这次没有接${declined ? `：${[declineLabels[declined.reason], declined.note].filter(Boolean).join('。')}` : ''}`

type Kinds = Pick<BranchProposal, 'serviceKind' | 'sevenOnes' | 'limit' | 'contact'>

/** 集中主题服务, 名额 20 人; 七个一：政策宣传和维权; 联系人 方晓云: a line each, so that no name breaks in two. */
export const kindLines = ({ serviceKind, sevenOnes = [], limit, contact }: Kinds): string[][] => [
  [serviceKindLabels[serviceKind], limit === undefined ? '名额不限' : `名额 ${limit} 人`],
  ...(sevenOnes.length > 0 ? [[`七个一：${sevenOnes.map((one) => sevenOneShort[one]).join('、')}`]] : []),
  ...(contact ? [[`联系人 ${contact}`]] : []),
]
