import { inCounty } from '@domain/keptLists/county'
import type { ListTemplate } from '@domain/keptLists/template'
import { templates } from '@domain/keptLists/templates/templates'
import { cached } from '../entry/cached'
import type { StoredList } from '../store/collections/settings'
import { find } from '../store/find'

/** What the work committee has made of single lists, by list. */
export async function readListSettings(): Promise<ReadonlyMap<string, StoredList>> {
  const rows = (await find('settings', { kind: 'list' })) as StoredList[]
  return new Map(rows.map((row) => [row.list, row]))
}

/** The lists that are kept in the county, in its words, in the order of 五个基本. */
export const readLists = cached(async (): Promise<readonly ListTemplate[]> => {
  const settings = await readListSettings()
  return templates
    .filter(({ id }) => settings.get(id)?.isOn !== false)
    .map((template) => inCounty(template, settings.get(template.id)))
})
