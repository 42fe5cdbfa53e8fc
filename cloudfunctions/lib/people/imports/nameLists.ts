import { done, refuse } from '@domain/contract/answer'
import type { Organisation } from '@domain/org/organisation'
import { readNameList } from '@domain/registry/nameList'
import { audited, insertAudited, mark } from '../../entry/audit/audited'
import { limit } from '../../entry/limit'
import { aboutPlace } from '../../entry/targets'
import { type Context, useCase } from '../../entry/useCase'
import { nameForRecords } from '../../entry/whoIsCalling'
import { idFrom } from '../../ground/idFrom'
import type { NamesRead } from '../../store/collections/imports'
import { not, oneOf } from '../../store/conditions'
import { findById } from '../../store/find'
import { readNameLists } from '../../store/readImport'
import { updateAll } from '../../store/updateWhere'
import { deleteFiles } from '../../wx/files'
import { nameHash } from '../identity/nameHash'
import { openSheets } from './openFile'
import { beginFile, isOwnFile } from './readImport'

const about = ({ communityId }: { communityId: string }, context: Context) =>
  aboutPlace(communityId, ['community'], context)

export const beginNameList = useCase('import.beginList', about, beginFile)

const tellingOf = ({ caller, now }: Context, { _id }: Organisation, result: string, key: string) => ({
  ...{ what: 'import' as const, by: nameForRecords(caller), at: now, placeId: _id, result, key },
})

async function readBefore(_id: string): Promise<NamesRead | null> {
  const found = await findById('imports', _id)
  return found?.kind === 'names' ? found : null
}

/** Hashes kept of one list: what an answer of the database holds with room to spare. No community is so large. */
const MOST_KEYS = 20_000

/** What is kept of an uploaded list. */
async function readHashes(fileId: string) {
  const sheets = await openSheets(fileId)
  if ('reason' in sheets) return sheets
  const list = readNameList(sheets)
  if (!list) return refuse('no_header')
  const { people, leftOut } = list
  const keys = [...new Set(people.flat())]
  if (keys.length > MOST_KEYS) return refuse('file_too_large')
  return { keys: keys.map((key) => nameHash(key)), people: people.length, leftOut }
}

/**
 * A list of names of a community. The file goes once it is kept or refused; a call that was cut short before finds it again, and what is left of it
 * goes at night.
 */
export const readNames = useCase('import.list', about, async ({ fileId, nonce }, context, community) => {
  const { caller, now } = context
  if (!isOwnFile(fileId, caller.openId, nonce)) return refuse('file_unreadable')
  const _id = idFrom(caller.openId, `names ${nonce}`)
  let row = await readBefore(_id)
  if (!row) {
    const refused = await limit({ openId: caller.openId, kind: 'list' }, now)
    if (refused) return refused
    const read = await readHashes(fileId)
    if ('reason' in read) {
      await deleteFiles([fileId])
      return read
    }
    const fresh = { _id, kind: 'names' as const, communityId: community._id, at: now, ...read }
    await insertAudited(tellingOf(context, community, `${read.people} read`, _id), 'imports', fresh)
    row = { ...fresh, updatedAt: new Date(now) }
  }
  await deleteFiles([fileId])
  return done({ people: row.people, leftOut: row.leftOut })
})

/** Emptied, and gone with the others at night: what is left carries the word of who did it. */
export const dropNameLists = useCase('import.dropLists', about, async (_request, context, community) => {
  const { _id: communityId } = community
  const ids = (await readNameLists(communityId)).map(({ _id }) => _id).sort()
  if (ids.length > 0)
    await audited(
      tellingOf(context, community, 'dropped', ids.join(' ')),
      { name: 'imports', ids },
      async (id) =>
        (await updateAll('imports', { _id: oneOf(ids), keys: not([]) }, { keys: [], ...mark(id) })) > 0,
    )
  return done({ communityId })
})
