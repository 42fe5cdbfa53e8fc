import { done, refuse } from '@domain/contract/answer'
import { useCase } from '../../entry/useCase'
import { find } from '../../store/find'
import { saveRows, updateHead } from '../../store/readImport'
import { aboutImport } from './aboutImport'
import { judgeOf, withVerdict } from './judgePage'
import { totalsOf } from './judgeRows'
import { readScope } from './scope'

/** Answers what a row asks. Another answer later takes the place of the first. */
export const chooseRow = useCase(
  'import.choose',
  aboutImport,
  async ({ importId, sheet, line, key }, context, head) => {
    if (head.state !== 'ready') return refuse('request_gone')
    const [found] = await find('imports', { importId, 'rows.key': `${sheet}!${line}` }, { limit: 2 })
    const row =
      found?.kind === 'page' ? found.rows.find((one) => one.sheet === sheet && one.line === line) : undefined
    if (found?.kind !== 'page' || !row?.options.some((option) => option.key === key))
      return refuse('request_gone')
    const others = row.chosen.filter((chosen) => !row.options.some((option) => option.key === chosen))
    const asked = { ...row, chosen: [...others, key] }
    const scope = await readScope(context, head.newOrganisations)
    const judged = (await judgeOf([asked], scope, context)).of(asked)
    if (!judged) return refuse('request_gone')
    const rows = found.rows.map((one) => (one === row ? withVerdict(asked, judged, scope) : one))
    const { page } = found
    await saveRows(importId, page, rows)
    const pages = head.pages.map((totals, i) => (i === page ? totalsOf(rows) : totals))
    await updateHead(importId, { state: 'ready' }, { pages })
    return done({ chosen: key })
  },
)
