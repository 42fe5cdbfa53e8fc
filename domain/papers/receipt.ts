import type { Registered } from '../contract/community'
import { communityKindLabels } from '../org/communityKindLabels'
import { formatYearDay } from '../time/format'
import type { TextPaper } from './paper'

export const RECEIPT_TITLE = '县直机关党员社区报到回执'

/** Of whom it tells; `registered` has its receipt. */
export interface ReceiptOf {
  name: string
  branch: string
  registered: Registered
}

/** What stands on a 回执 line by line, the same on the page, in the picture and in Word; the number stands above. */
export const receiptLines = ({ name, branch, registered }: ReceiptOf): [label: string, text: string][] => {
  const { kind, community, from, receipt } = registered
  return [
    ['姓名', name],
    ['所在支部', branch],
    ['报到社区', community.name],
    ['类别', communityKindLabels[kind]],
    ['报到日期', receipt ? formatYearDay(receipt.askedOn) : ''],
    ['社区接收', [receipt?.by, formatYearDay(from)].filter(Boolean).join('，')],
  ]
}

/** 回执号 2026-0417 */
export const receiptNumber = ({ registered: { receipt } }: ReceiptOf): string =>
  `回执号 ${receipt?.number ?? ''}`

/** 回执 for the unit's file (P13): signing and stamping are the hand's. */
export function receiptPaper(of: ReceiptOf): TextPaper {
  const { name, branch, registered } = of
  return {
    isDraft: false,
    title: RECEIPT_TITLE,
    blocks: [
      { is: 'text', text: receiptNumber(of) },
      { is: 'text', text: `兹收到${branch}党员${name}同志到${registered.community.name}报到。` },
      { is: 'fields', fields: receiptLines(of).map(([label, text]) => ({ label, lines: [text] })) },
      { is: 'signatures', who: ['经办人', '社区（盖章）'] },
    ],
  }
}
