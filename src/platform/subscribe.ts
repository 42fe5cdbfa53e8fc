import Taro from '@tarojs/taro'
import type { Askable, Subscribed } from './subscribed'

/** WeChat's code for a main switch that is off: no dialogue appears. */
const SWITCH_OFF = 20004

/** WeChat's dialog; to be called inside a tap, with at most three. */
export async function askToSubscribe(wanted: readonly Askable[]): Promise<Subscribed> {
  const tmplIds = wanted.map(({ id }) => id)
  try {
    const answer: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })),
    }
    // Also acceptWithAlert, acceptWithAudio and whatever else begins with a yes.
    const accepted = tmplIds.filter((id) => String(answer[id]).startsWith('accept'))
    if (accepted.length > 0) return { accepted }
    // Else `ban`: the template was stopped; `filter`: left out beside one of the same title.
    return { accepted, because: tmplIds.some((id) => answer[id] === 'reject') ? 'refused' : 'unavailable' }
  } catch (error) {
    const { errCode } = { ...(error as { errCode?: number }) }
    return { accepted: [], because: errCode === SWITCH_OFF ? 'switch_off' : 'unavailable' }
  }
}

/** Of these templates those of which WeChat's own settings let nothing come; none where they cannot be read. */
export async function readShut(ids: readonly string[]): Promise<string[]> {
  try {
    const { subscriptionsSetting } = await Taro.getSetting({ withSubscriptions: true })
    const { mainSwitch, itemSettings } = subscriptionsSetting
    const items: Record<string, unknown> = { ...itemSettings }
    return mainSwitch ? ids.filter((id) => items[id] === 'reject' || items[id] === 'ban') : [...ids]
  } catch {
    return []
  }
}
