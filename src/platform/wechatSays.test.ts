import Taro from '@tarojs/taro'
import { chooseRosterFile } from './chooseRosterFile'
import { copyText } from './copyText'
import { keepText } from './keepText'
import { openFile } from './openFile'
import { passPaper, paperWays } from './paperFile'
import { addToCalendar } from './phoneCalendar'
import { scan } from './scan'

beforeEach(() => {
  jest.clearAllMocks()
})
const said = () => jest.mocked(Taro.showModal).mock.calls.length
const fails = (call: unknown, errMsg: string) => (call as jest.Mock).mockRejectedValueOnce({ errMsg })

const aMeeting = {
  title: '9月主题党日',
  place: '三楼',
  startsAt: 1_790_060_400_500,
  endsAt: 1_790_067_600_000,
}
const calls: [string, () => unknown, () => Promise<unknown>][] = [
  ['copying', () => Taro.setClipboardData, () => copyText('x')],
  ['opening an export', () => Taro.openDocument, () => openFile('UEs=', 'y.xlsx')],
  ['choosing a register', () => Taro.chooseMessageFile, chooseRosterFile],
  ['passing on one’s data', () => Taro.shareFileMessage, () => keepText('x.txt', 'x')],
  ['passing on a paper', () => Taro.shareFileMessage, () => passPaper('share', ['UEs='], 'y.docx')],
  ['noting a meeting in the calendar', () => Taro.addPhoneCalendar, () => addToCalendar(aMeeting)],
  ['scanning', () => Taro.scanCode, scan],
]

test.each(calls)('%s: a failure is said in a dialogue', async (_, call, act) => {
  fails(call(), 'x:fail no permission')
  await act()
  expect(said()).toBe(1)
})

test.each(calls.slice(2))('%s: turning back is no failure', async (_, call, act) => {
  fails(call(), 'x:fail cancel')
  await act()
  expect(said()).toBe(0)
})

test('an export for which the phone has no room is said, not opened', async () => {
  const full = () => {
    throw new Error('writeFileSync:fail the maximum size of the file storage limit is exceeded')
  }
  jest.mocked(Taro.getFileSystemManager).mockReturnValueOnce({ writeFileSync: full } as never)
  await openFile('UEs=', 'y.xlsx')
  expect(said()).toBe(1)
  expect(Taro.openDocument).not.toHaveBeenCalled()
})

test('something is copied only once it stands in the clipboard', async () => {
  fails(Taro.setClipboardData, 'setClipboardData:fail')
  expect(await copyText('x')).toBe(false)
  expect(await copyText('x')).toBe(true)
})

test('a paper is sent into a chat on a phone and saved on a computer; a .zip is not offered to be opened', () => {
  const ways = (platform: string, name: string) => {
    jest.mocked(Taro.getDeviceInfo).mockReturnValueOnce({ platform } as never)
    return paperWays(name).map(({ way }) => way)
  }
  expect(ways('ios', 'y.docx')).toEqual(['share', 'open'])
  expect(ways('windows', 'y.xlsx')).toEqual(['disk', 'open'])
  expect(ways('mac', 'y.zip')).toEqual(['disk'])
})

test('a meeting goes into the phone’s calendar in seconds, with a reminder half an hour before', async () => {
  expect(await addToCalendar(aMeeting)).toBe(true)
  expect(Taro.addPhoneCalendar).toHaveBeenCalledWith({
    ...{ title: '9月主题党日', location: '三楼', startTime: 1_790_060_400, endTime: '1790067600' },
    ...{ alarm: true, alarmOffset: 1800 },
  })
})
