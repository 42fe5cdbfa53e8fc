import { ownService, ownServiceText, type OwnService } from './ownService'

const one = (on: string, rest: Partial<OwnService> = {}): OwnService => ({
  ...{ on, host: '滨河社区党委', title: '清洁家园', minutes: 120, confirmed: true },
  ...rest,
})
const asked = (services: OwnService[]) => ({
  ...{ name: '周敏', branch: '县农业农村局党支部', year: 2026, today: '2026-09-22', services },
})

test('two on a day are two; what waits stands there and outside the sum, in Excel as in Word', () => {
  const services = [
    one('2026-03-05', { minutes: 100 }),
    one('2026-03-05', { title: '敬老助餐' }),
    one('2026-09-20', { confirmed: false }),
  ]
  const [sheet] = ownService(asked(services)).sheets
  expect(sheet?.rows).toEqual([
    [1, '2026年3月5日', '滨河社区党委', '清洁家园', 1.7, '已确认'],
    [2, '2026年3月5日', '滨河社区党委', '敬老助餐', 2, '已确认'],
    [3, '2026年9月20日', '滨河社区党委', '清洁家园', 2, '待确认'],
    ['', '合计（已确认）', '', '', { formula: 'SUMIF($F$4:$F$6,"已确认",$E$4:$E$6)', value: 3.7 }, ''],
  ])
  expect(sheet?.note).toMatch(/周敏.*2026年　已确认 2 次　截至2026年9月22日　本人留存/)
  const table = ownServiceText(asked(services)).blocks.find(({ is }) => is === 'table')
  const texts = sheet?.rows.map((row) =>
    row.map((cell) => String(typeof cell === 'object' ? cell?.value : cell)),
  )
  expect(table).toMatchObject({ rows: texts })
})

test('without any it says so, and adds nothing up', () => {
  const [sheet] = ownService(asked([])).sheets
  expect(sheet).toMatchObject({ rows: [], note: expect.stringContaining('暂无记录') as string })
})
