import { done, refuse } from '@domain/contract/answer'
import { fileName } from '@domain/papers/fileName'
import { listSheets, listText } from '@domain/papers/listPaper'
import { limit } from '../entry/limit'
import { useCase } from '../entry/useCase'
import { toReadList } from '../keptLists/aboutList'
import { readNameOf } from '../keptLists/shown'
import { readRows } from '../store/readListRows'
import { MOST_BYTES } from './inPieces'
import { writeExcel } from './write/writeExcel'
import { writeWord } from './write/writeWord'

/** A kept list as a file, for whoever reads it: the same rows as its page, in the order of their days. */
export const paperOfList = useCase('paper.ofList', toReadList, async ({ as }, context, list) => {
  const { caller, now, today } = context
  const { template, organisation } = list
  const tooMany = await limit({ openId: caller.openId, kind: 'paper' }, now)
  if (tooMany) return tooMany
  const where = { organisationId: organisation._id, list: template.id, removed: null }
  const lines = (await readRows(where)).reverse()
  const nameOf = await readNameOf(lines, context)
  const asked = { template, organisation: organisation.name, today, lines, nameOf }
  const made =
    as === 'excel' ? await writeExcel(listSheets([asked]), now) : await writeWord(listText(asked), now)
  if (made.length > MOST_BYTES) return refuse('export_too_large')
  return done({
    fileName: fileName({
      ...{ organisation: organisation.name, when: now, paper: template.short },
      ending: as === 'excel' ? 'xlsx' : 'docx',
    }),
    content: Buffer.from(made).toString('base64'),
  })
})
