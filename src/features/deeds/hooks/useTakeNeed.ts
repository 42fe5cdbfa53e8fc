import Taro from '@tarojs/taro'
import type { OfferedNeed } from '@domain/contract/need'
import { formatDay } from '@domain/time/format'
import { useCloudAction } from '@/cloud/useCloudAction'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

/** 认领, asked first: others cannot take it then. */
export function useTakeNeed() {
  const { runOnce, busy } = useCloudAction('need.take')
  const take = async ({ id: needId, title, place, until }: OfferedNeed) => {
    const yes = await askFirst({
      title: '认领这一件？',
      text: `${title}。${place.name}提出，${formatDay(until)}前。办不成可以先放下，让给别的同志。`,
      yes: '认领',
    })
    if (yes && (await orTell(runOnce({ needId })))) void Taro.showToast({ title: '已认领', icon: 'success' })
  }
  return { take, busy }
}
