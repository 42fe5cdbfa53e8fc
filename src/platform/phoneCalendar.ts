import Taro from '@tarojs/taro'
import { showWords } from './showWords'
import { turnedBack } from './turnedBack'

export const calendarLabel = '加入手机日历'

/** What a calendar is told; instants in ms. */
export interface CalendarEntry {
  title: string
  place: string
  startsAt: number
  endsAt: number
}

const HALF_AN_HOUR_S = 1800

/** Puts it into the phone's calendar, which reminds half an hour before. True once it stands there; what went wrong is said here. */
export async function addToCalendar({ title, place, startsAt, endsAt }: CalendarEntry): Promise<boolean> {
  try {
    await Taro.addPhoneCalendar({
      title,
      location: place,
      startTime: Math.floor(startsAt / 1000),
      endTime: String(Math.floor(endsAt / 1000)),
      alarm: true,
      alarmOffset: HALF_AN_HOUR_S,
    })
    return true
  } catch (error) {
    if (turnedBack(error)) return false
    showWords({
      title: '没能加进日历',
      text: '手机还没有允许微信写日历，不要紧，会前照样有提醒',
      next: '想加的话，在右上角“··· → 设置”里允许日历，再点一次',
    })
    return false
  }
}
