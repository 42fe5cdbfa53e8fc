import type { ParsedRequestOf, ResponseOf } from '@domain/contract/actions'
import { done, type Outcome, refuse } from '@domain/contract/answer'
import { importFolder } from '@domain/contract/imports'
import { clean, harmless } from '@domain/registry/cell'
import { readRegister } from '../../entry/cached'
import { limitNew } from '../../entry/limit'
import { type Context, useCase } from '../../entry/useCase'
import { idFrom } from '../../ground/idFrom'
import { type ImportHead, PAGE, pageId, type StoredRow } from '../../store/collections/imports'
import { insertImport, readHead, updateHead } from '../../store/readImport'
import { deleteFiles } from '../../wx/files'
import { aboutImport, aboutOwn } from './aboutImport'
import { judgedRows, judgeRows } from './judgeRows'
import { lastMemberOrder } from './lastMemberOrder'
import { openFile } from './openFile'
import { planRows } from './planRows'

/** Where a register is uploaded to: made of OPENID and nonce, so that nobody can name another's. */
export const pathOf = (openId: string, nonce: string): string =>
  `${importFolder}${idFrom(openId, `register ${nonce}`)}`

/** Before a file is sent: should it never be read, the night finds it by this row. */
export async function beginFile(
  { nonce, ending }: Pick<ParsedRequestOf<'import.begin'>, 'nonce' | 'ending'>,
  { caller, now }: Context,
): Promise<Outcome<ResponseOf<'import.begin'>>> {
  const path = pathOf(caller.openId, nonce)
  const cloudPath = `${path}.${ending}`
  const _id = path.replace('/', '_')
  const tooMany = await limitNew('imports', _id, 'import', { openId: caller.openId, now })
  if (tooMany) return tooMany
  await insertImport({ _id, kind: 'begun', at: now, cloudPath })
  return done({ cloudPath })
}

export const beginImport = useCase('import.begin', (_, context) => aboutOwn(context), beginFile)

/** Only what this identity was told to upload with this nonce: no other file is read, and none deleted. */
export const isOwnFile = (fileId: string, openId: string, nonce: string): boolean =>
  new RegExp(`^cloud://[^/]+/${pathOf(openId, nonce)}\\.(xlsx|csv)$`).test(fileId)

const freshHead = (_id: string, request: { fileId: string; fileName: string }, { caller, now }: Context) => ({
  _id,
  kind: 'head' as const,
  startedBy: caller.openId,
  at: now,
  fileId: request.fileId,
  fileName: harmless(clean(request.fileName), 60),
  state: 'opened' as const,
  rows: 0,
  pages: [],
  applied: 0,
  added: 0,
  changed: 0,
  taken: [],
  ignored: [],
  newOrganisations: [],
  firstOrder: 0,
})

async function savePages(importId: string, rows: readonly StoredRow[], now: number): Promise<void> {
  for (let page = 0; page * PAGE < rows.length; page += 1)
    await insertImport({
      _id: pageId(importId, page),
      kind: 'page',
      importId,
      page,
      at: now,
      rows: rows.slice(page * PAGE, (page + 1) * PAGE),
    })
}

/** The file goes as soon as its rows are kept, or it was refused; until then a call that was cut short finds it again. */
async function forgetFile(importId: string, fileId: string): Promise<void> {
  await deleteFiles([fileId])
  await updateHead(importId, {}, { fileId: undefined })
}

/** From the file to rows. */
async function takeRows(head: ImportHead, fileId: string, context: Context): Promise<ImportHead> {
  const file = await openFile(fileId, context)
  if ('reason' in file) {
    const refused = { state: 'refused' as const, refusal: file }
    await updateHead(head._id, { state: 'opened' }, refused)
    await forgetFile(head._id, fileId)
    return { ...head, ...refused }
  }
  readRegister.forget()
  const { rows, added } = planRows(file, context, await readRegister(context.now))
  await savePages(head._id, rows, context.now)
  const { taken, ignored } = file
  const read = {
    rows: rows.length,
    taken,
    ignored,
    newOrganisations: added,
    firstOrder: (await lastMemberOrder()) + 1,
  }
  await updateHead(head._id, { state: 'opened' }, { ...read, state: 'reading' })
  await forgetFile(head._id, fileId)
  return { ...head, ...read, state: 'reading' }
}

const answer = (head: ImportHead): Outcome<ResponseOf<'import.read'>> => {
  if (head.state === 'refused') return head.refusal ?? refuse('file_unreadable')
  const state = head.state === 'reading' || head.state === 'opened' ? 'reading' : 'ready'
  return done({ importId: head._id, state, rows: head.rows, readRows: judgedRows(head) })
}

/** An uploaded register, read and held against the county's. Sent again, it goes on where it was. */
export const readImport = useCase(
  'import.read',
  (_, context) => aboutOwn(context),
  async (request, context) => {
    const began = performance.now()
    if (!isOwnFile(request.fileId, context.caller.openId, request.nonce)) return refuse('file_unreadable')
    const importId = idFrom(context.caller.openId, request.nonce)
    await insertImport(freshHead(importId, request, context))
    let head = await readHead(importId)
    if (!head) return refuse('try_again')
    // Cut short after the file was opened: the file named first is the one.
    if (head.fileId !== undefined) {
      if (head.state === 'opened') head = await takeRows(head, head.fileId, context)
      else await forgetFile(importId, head.fileId)
    }
    if (head.state === 'reading') head = await judgeRows(head, context, began)
    return answer(head)
  },
)

/** Goes on judging a large file; says how far reading or applying has come. */
export const proceedImport = useCase('import.proceed', aboutImport, async (_, context, loaded) => {
  const head = loaded.state === 'reading' ? await judgeRows(loaded, context, performance.now()) : loaded
  if (head.state === 'refused') return head.refusal ?? refuse('file_unreadable')
  const { rows, applied } = head
  if (head.state === 'opened') return done({ state: 'reading', rows: 0, doneRows: 0 })
  const doneRows =
    head.state === 'applying' || head.state === 'applied' ? Math.min(rows, applied * PAGE) : judgedRows(head)
  return done({ state: head.state, rows, doneRows })
})
