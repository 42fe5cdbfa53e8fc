import Taro from '@tarojs/taro'
import { askToSubscribe, readShut } from './subscribe'

const wanted = [
  { id: 'tm', title: '会前提醒' },
  { id: 'tg', title: '月底还差' },
]
const answered = (answer: object) =>
  jest.spyOn(Taro, 'requestSubscribeMessage').mockResolvedValue(answer as never)
const failed = (error: object) => jest.spyOn(Taro, 'requestSubscribeMessage').mockRejectedValue(error)
afterEach(() => jest.restoreAllMocks())

test.each(['accept', 'acceptWithAlert', 'acceptWithAudio', 'acceptWithForcePush'])(
  '%s is a yes, for the templates that have it alone',
  async (yes) => {
    answered({ tm: yes, tg: 'reject', errMsg: 'requestSubscribeMessage:ok' })
    expect(await askToSubscribe(wanted)).toEqual({ accepted: ['tm'] })
  },
)

test.each([
  [{ tm: 'reject', tg: 'reject' }, 'refused'],
  [{ tm: 'reject', tg: 'ban' }, 'refused'],
  [{ tm: 'ban', tg: 'filter' }, 'unavailable'],
  [{}, 'unavailable'],
])('without a yes it says why: %j', async (answer, because) => {
  answered(answer)
  expect(await askToSubscribe(wanted)).toEqual({ accepted: [], because })
})

test.each([
  [{ errCode: 20004, errMsg: 'requestSubscribeMessage:fail The main switch is switched off' }, 'switch_off'],
  [{ errCode: 20001, errMsg: 'requestSubscribeMessage:fail No template data return' }, 'unavailable'],
  [{ errMsg: 'requestSubscribeMessage:fail can only be invoked by user TAP gesture.' }, 'unavailable'],
  [undefined, 'unavailable'],
])('no dialogue at all: %j', async (error, because) => {
  failed(error as never)
  expect(await askToSubscribe(wanted)).toEqual({ accepted: [], because })
})

describe('what WeChat lets nothing come of', () => {
  const setting = (subscriptionsSetting: unknown) => {
    Taro.getSetting = jest.fn().mockResolvedValue({ subscriptionsSetting }) as never
  }

  test('all, while the main switch is off; else what is always refused or was stopped', async () => {
    setting({ mainSwitch: false })
    expect(await readShut(['tm', 'tg'])).toEqual(['tm', 'tg'])
    setting({ mainSwitch: true, itemSettings: { tm: 'accept', tg: 'reject' } })
    expect(await readShut(['tm', 'tg'])).toEqual(['tg'])
    setting({ mainSwitch: true })
    expect(await readShut(['tm', 'tg'])).toEqual([])
  })

  test('nothing, where an old WeChat does not say', async () => {
    setting(undefined)
    expect(await readShut(['tm'])).toEqual([])
    Taro.getSetting = jest.fn().mockRejectedValue(new Error('no')) as never
    expect(await readShut(['tm'])).toEqual([])
  })
})
