import Taro from '@tarojs/taro'
import { useCloudAction } from '@/cloud/useCloudAction'
import { useCloudQuery } from '@/cloud/useCloudQuery'
import { askFirst } from '@/platform/askFirst'
import { orTell } from '@/words/orTell'

/** 报到接收 of a community: those on its list at once, the others each by itself. */
export function useReports(communityId: string) {
  const query = useCloudQuery('community.page', { communityId })
  const { run, busy } = useCloudAction('community.accept')
  const settle = async (reportIds: string[], accept: boolean) => {
    const settled = await orTell(run({ communityId, reportIds, accept }))
    if (settled && accept) void Taro.showToast({ title: `已接收 ${settled.settled} 人`, icon: 'success' })
  }
  return {
    query,
    busy,
    accept: (reportIds: string[]) => settle(reportIds, true),
    decline: async (reportId: string, name: string) => {
      const text = '本人会看到，可以另选社区。'
      if (await askFirst({ title: `${name}不是本社区`, text, yes: '不是' })) await settle([reportId], false)
    },
  }
}
