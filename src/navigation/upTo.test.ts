import Taro from '@tarojs/taro'
import { upTo } from './upTo'

test('a level above is gone back to where it lies open below, whatever was opened since; elsewhere it opens', () => {
  const page = (route: string, options: object = {}) => ({ route, options })
  jest
    .mocked(Taro.getCurrentPages)
    .mockReturnValue([
      page('committee/overview/index'),
      page('committee/month/index', { branchId: 'b1' }),
      page('committee/meeting/index', { id: 'a1' }),
    ])
  upTo('overview')
  expect(Taro.navigateBack).toHaveBeenLastCalledWith({ delta: 2 })
  upTo('month', { branchId: 'b1' }, { month: '2026-08' })
  expect(Taro.navigateBack).toHaveBeenLastCalledWith({ delta: 1 })
  upTo('month', { branchId: 'b2' }, { month: '2026-08' })
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/committee/month/index?branchId=b2&month=2026-08',
  })
})
