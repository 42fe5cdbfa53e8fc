import { year2026 } from '../testing/workYears'
import { readNotice } from './readNotice'

const notice = `经国务院批准，现将2026年元旦、春节、清明节、劳动节、端午节、中秋节和国庆节放假调休日期的具体安排通知如下。
一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫、疫情防控等工作。`

test('the notice for 2026, pasted whole, gives the days copied by hand', () => {
  expect(readNotice(notice, 2026)).toEqual({ off: year2026.off, worked: [...year2026.worked].sort() })
})

test.each([
  ['a span over two months', '春节：1月28日至2月4日放假', 8],
  ['both ends with their month', '国庆节：10月1日至10月8日放假', 8],
  ['one day', '元旦：1月1日放假1天，不调休', 1],
  ['commas instead of full stops', '元旦：1月1日至3日放假调休，共3天，1月4日上班', 3],
  ['days of the year before are not this year’s', '元旦：2026年12月30日至31日放假', 0],
  ['no notice at all', '各党支部：请于3月5日前上报', 0],
])('%s', (_name, text, days) => {
  expect(readNotice(text, 2027).off).toHaveLength(days)
})
