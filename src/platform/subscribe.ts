import Taro from '@tarojs/taro'

/** A message one may be asked about: WeChat knows it by its id and writes the title itself. */
export interface Askable {
  id: string
  title: string
}

/** WeChat's dialog; to be called inside a tap, with at most three. The ids that were allowed; none when the person turned back. */
export async function askToSubscribe(wanted: readonly Askable[]): Promise<string[]> {
  const tmplIds = wanted.map(({ id }) => id)
  try {
    const answer: Record<string, unknown> = {
      ...(await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] })),
    }
    // Also acceptWithAlert, acceptWithAudio and whatever else begins with a yes.
    return tmplIds.filter((id) => String(answer[id]).startsWith('accept'))
  } catch {
    return []
  }
}
