import Taro from '@tarojs/taro'
import type * as NewRelease from './newRelease'

const manager = { onUpdateReady: jest.fn(), applyUpdate: jest.fn() }
const arrived = () => (manager.onUpdateReady.mock.calls[0] as [() => void])[0]()
const at = (...routes: string[]) =>
  jest.mocked(Taro.getCurrentPages).mockReturnValue(routes.map((route) => ({ route })) as never)
const says = (confirm: boolean) =>
  jest.mocked(Taro.showModal).mockResolvedValue({ confirm, cancel: !confirm, errMsg: 'ok' })
const settled = () => new Promise((resolve) => setTimeout(resolve, 0))

let release: typeof NewRelease
let openSheets: { set: (count: number) => void }
beforeEach(() => {
  jest.clearAllMocks()
  Object.assign(Taro, { getUpdateManager: () => manager })
  jest.isolateModules(() => {
    jest.doMock('@tarojs/taro', () => ({ __esModule: true, default: Taro }))
    release = jest.requireActual('./newRelease')
    openSheets = jest.requireActual<{ openSheets: typeof openSheets }>('./tabState').openSheets
  })
  says(true)
  at('pages/home/index')
  release.watchNewRelease()
})

test('a new release is offered on a tab page and begins when that is tapped', async () => {
  arrived()
  await settled()
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '新版本准备好了' }))
  expect(manager.applyUpdate).toHaveBeenCalledTimes(1)
})

test.each([
  ['a page where something may be typed', () => at('pages/home/index', 'secretary/plan/index')],
  ['a page that a scan has opened', () => at('pages/checkin/index')],
  ['an open sheet', () => openSheets.set(1)],
])('%s is not disturbed; the next tab page says it', async (_what, go) => {
  go()
  arrived()
  await settled()
  expect(Taro.showModal).not.toHaveBeenCalled()
  at('pages/work/index')
  openSheets.set(0)
  await release.offerNewRelease()
  expect(Taro.showModal).toHaveBeenCalledTimes(1)
})

test('whoever says no is asked no second time, and nothing begins by itself', async () => {
  says(false)
  arrived()
  await settled()
  await release.offerNewRelease()
  expect(Taro.showModal).toHaveBeenCalledTimes(1)
  expect(manager.applyUpdate).not.toHaveBeenCalled()
})

test('a phone that is too old goes over to the release that lies ready, or reads how to get it', async () => {
  await release.takeNewRelease()
  expect(Taro.showModal).toHaveBeenCalledWith(expect.objectContaining({ title: '这样换上新版本' }))
  expect(manager.applyUpdate).not.toHaveBeenCalled()
  at('secretary/plan/index')
  arrived()
  await release.takeNewRelease()
  expect(manager.applyUpdate).toHaveBeenCalledTimes(1)
})
