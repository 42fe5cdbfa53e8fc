import { withoutSpaces } from './cell'

/** Every dot people put between the parts of a name: 买买提·阿不都, 买买提•阿不都, 买买提.阿不都. */
const dots = /[·•‧∙・･⋅.．]/g
const remark = /[(（【[][^)）】\]]*[)）】\]]?$/
const chinese = /^\p{Script=Han}+(·\p{Script=Han}+)*$/u
const latin = /^[A-Za-z]+([ ·'-][A-Za-z]+)*$/

/** A person's name as the register has it: `parseName('张 三（女）') // '张三'`; `null` when it is none. */
export function parseName(text: string): string | null {
  const bare = text.replace(remark, '').trim()
  const name = /[A-Za-z]/.test(bare)
    ? bare.replace(dots, '·')
    : withoutSpaces(bare)
        .replace(dots, '·')
        .replace(/^·+|·+$/g, '')
  const length = [...name].length
  return length >= 2 && length <= 20 && (chinese.test(name) || latin.test(name)) ? name : null
}
