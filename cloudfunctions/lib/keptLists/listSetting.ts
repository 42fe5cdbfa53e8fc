import { done, refuse } from '@domain/contract/answer'
import { asksPrivately, fitsTemplate, inCounty } from '@domain/keptLists/county'
import { templates } from '@domain/keptLists/templates/templates'
import { mayInCounty, saveSetting } from '../entry/countySetting'
import { aboutCounty } from '../entry/targets'
import { useCase } from '../entry/useCase'
import { listSettingId, type StoredList } from '../store/collections/settings'
import { findById } from '../store/find'
import { readLists, readListSettings } from './readLists'
import { shapeOf } from './shown'

/** Every list there is, also those switched off. Read anew: whoever has just changed one looks at once. */
export const listSetting = useCase('list.setting', aboutCounty, async (_request, context) => {
  const settings = await readListSettings()
  return done({
    mayEdit: mayInCounty('list.saveSetting', context),
    lists: templates.map((template) => {
      const own = settings.get(template.id)
      return {
        shape: shapeOf(inCounty(template, own)),
        isOn: own?.isOn ?? true,
        ...(own && { own: { labels: [...own.labels], more: [...own.more], name: own.name } }),
      }
    }),
  })
})

/** The county's words of one list. A resend finds its own; the last one saved stands. */
export const saveListSetting = useCase('list.saveSetting', aboutCounty, async (request, context) => {
  const { list, isOn, name, labels, more, nonce } = request
  const template = templates.find(({ id }) => id === list)
  if (!template) return refuse('invalid_request', { path: 'list' })
  const words = { isOn, labels, more, ...(name !== undefined && { name }) }
  if (!fitsTemplate(template, words)) return refuse('invalid_request', { path: 'more' })
  if (asksPrivately(words)) return refuse('private_inside')
  const _id = listSettingId(list)
  const before = (await findById('settings', _id)) as StoredList | null
  const telling = { what: 'list_setting' as const, nonce, result: list, to: { isOn } }
  const isSaved = await saveSetting(before, { _id, kind: 'list', list, ...words }, telling, context)
  readLists.forget()
  return isSaved ? done({ list }) : refuse('try_again')
})
