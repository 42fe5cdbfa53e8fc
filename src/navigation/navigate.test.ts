import Taro from '@tarojs/taro'
import { open, upTo } from './navigate'

const pages = (count: number) =>
  jest.mocked(Taro.getCurrentPages).mockReturnValue(Array.from({ length: count }, () => ({})))

beforeEach(() => {
  jest.clearAllMocks()
  pages(1)
})

test('a page goes on top of the present one', () => {
  pages(9)
  open('record', { id: 'a1' })
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/secretary/record/index?id=a1' })
})

test('ten pages deep a page still opens, in the place of the present one', () => {
  pages(10)
  open('record', { id: 'a1' })
  expect(Taro.navigateTo).not.toHaveBeenCalled()
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/secretary/record/index?id=a1' })
})

test('a page that WeChat cannot open is said', async () => {
  jest.mocked(Taro.navigateTo).mockRejectedValueOnce({ errMsg: 'navigateTo:fail load subpackage' })
  open('branch', { branchId: 'b1' })
  await Promise.resolve()
  await Promise.resolve()
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '这一页没能打开' }))
})

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
