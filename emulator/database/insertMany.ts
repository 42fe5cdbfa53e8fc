import { collectionMissing, duplicateKey } from '../cloudError'
import type { Document } from '../types'
import { cloneValue } from './cloneValue'
import type { Database } from './Database'

/** Loads documents in one disk transaction, without the wire; for seeding. */
export function insertMany(database: Database, name: string, docs: readonly Document[]): void {
  const collection = database.find(name)
  if (collection === undefined) throw collectionMissing()
  database.request(() => {
    for (const doc of docs) {
      const id = doc._id ?? database.newId()
      const record = database.claim(collection, id)
      if (record.doc !== null) throw duplicateKey(name, '_id_', `_id: ${JSON.stringify(id)}`)
      database.put(collection, record, { _id: id, ...cloneValue(doc) })
    }
  })
}
