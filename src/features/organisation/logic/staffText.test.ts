import { staffText } from './staffText'

test('the share of 1 to 2 per cent is said of 专职 staff alone, with its article, and a small office has somebody for it', () => {
  expect(staffText(180)).toBe(
    '按 180 人的 1%–2%，专职党务工作人员是 1.8 至 3.6 人；人数少的单位安排专人负责。依据：中国共产党党和国家机关基层组织工作条例第三十条（文号待补）',
  )
  expect(staffText(20)).toBe(
    '按 20 人的 2%，专职党务工作人员不到 1 人；人数少的单位安排专人负责。依据：中国共产党党和国家机关基层组织工作条例第三十条（文号待补）',
  )
})
