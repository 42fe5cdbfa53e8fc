import { CloudError } from '../cloudError'
import type { Database } from '../database/Database'
import { decode, encode } from '../database/ejson'
import { find } from '../database/readOperations'
import { insert, remove } from '../database/writeOperations'
import type { Document } from '../types'

const wrong = (message: string) => new CloudError('InvalidParameter', message)

function documentOf(value: unknown, what: string): Document {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw wrong(`${what} is no document`)
  return value as Document
}

function listOf(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw wrong(`${what} is no list`)
  return value
}

function onlyFields(command: Document, known: readonly string[]): void {
  const strange = Object.keys(command).find((name) => !known.includes(name))
  if (strange !== undefined) throw wrong(`the emulator does not know ${strange} of a command`)
}

type Work = (database: Database, table: string, command: Document) => Promise<string[]>

/** As MongoDB's own commands of these names read, as far as the fields are named here; any other is refused. */
const works: Record<string, Work> = {
  async QUERY(database, table, command) {
    onlyFields(command, ['find', 'filter', 'sort', 'limit', 'projection'])
    const { filter = {}, sort, limit, projection } = command
    const rows = find(database, table, {
      query: documentOf(filter, 'filter'),
      ...(sort !== undefined && { order: documentOf(sort, 'sort') }),
      ...(limit !== undefined && { limit: Number(limit) }),
      ...(projection !== undefined && { projection: documentOf(projection, 'projection') }),
    })
    return rows.map(encode)
  },
  async INSERT(database, table, command) {
    onlyFields(command, ['insert', 'documents'])
    const documents = listOf(command.documents, 'documents').map((one) => documentOf(one, 'a document'))
    await insert(database, table, documents)
    return [JSON.stringify({ n: documents.length })]
  },
  async DELETE(database, table, command) {
    onlyFields(command, ['delete', 'deletes'])
    let n = 0
    for (const one of listOf(command.deletes, 'deletes')) {
      const { q, limit } = documentOf(one, 'a deletion')
      n += await remove(database, table, { query: documentOf(q, 'q'), multi: limit === 0 })
    }
    return [JSON.stringify({ n })]
  },
}

/** `RunCommands` of the management interface: each answer is a JSON text of its documents, each of these canonical EJSON. */
export async function runCommands(database: Database, commands: unknown): Promise<string[]> {
  const answers: string[] = []
  for (const one of listOf(commands, 'MgoCommands')) {
    const { TableName, CommandType, Command } = documentOf(one, 'a command')
    const work = works[String(CommandType)]
    if (!work || typeof TableName !== 'string' || typeof Command !== 'string')
      throw wrong(`the emulator runs no command ${String(CommandType)}`)
    const command = documentOf(decode(Command, database.now()), 'Command')
    answers.push(JSON.stringify(await work(database, TableName, command)))
  }
  return answers
}
