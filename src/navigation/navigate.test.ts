import Taro from '@tarojs/taro'
import { back, open } from './navigate'

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

test('two taps at one instant lead back over one page, and a later one over the next', async () => {
  pages(3)
  const going = Promise.resolve({ errMsg: 'ok' })
  jest.mocked(Taro.navigateBack).mockReturnValue(going)
  back()
  back()
  expect(Taro.navigateBack).toHaveBeenCalledTimes(1)
  await going.finally(() => undefined)
  await Promise.resolve()
  back()
  expect(Taro.navigateBack).toHaveBeenCalledTimes(2)
})
