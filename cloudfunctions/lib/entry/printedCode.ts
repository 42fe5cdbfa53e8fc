import { codePrefix } from '../ground/codePrefix'
import { unlimitedCode } from '../wx/unlimitedCode'

/**
 * How a code that never changes is drawn. wechat: the picture WeChat made, which its own scan opens. link: a plain code of a link, which it opens
 * as well. plain: a plain code of the bare text, which the mini-program's scan button alone understands.
 */
export type PrintedCode = { is: 'wechat'; picture: Uint8Array } | { is: 'link' | 'plain'; text: string }

/** A code to be printed (`P1.`, `H1.`, `I1.`). With a filed domain its link; else WeChat's, or the bare text when WeChat does not draw it. */
export async function printedCode(code: string): Promise<PrintedCode> {
  const prefix = codePrefix()
  if (prefix !== '') return { is: 'link', text: prefix + code }
  const picture = await unlimitedCode(code)
  return picture ? { is: 'wechat', picture } : { is: 'plain', text: code }
}
