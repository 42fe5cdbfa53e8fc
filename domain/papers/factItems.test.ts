import { factItems, headings } from '../contract/lists'
import { factOrderOf, headingOver, underHeadings, withoutHeadings } from './factItems'

test('what follows one of 五个基本 stands under it up to the next, and what no county has put under any under none', () => {
  const order = factOrderOf(['theme_party_day', 'system', 'study', 'team', 'support', 'dues'])
  expect(headingOver(order, 'theme_party_day')).toBeUndefined()
  expect(headingOver(order, 'study')).toBe('system')
  // Nothing stands under 基本队伍.
  expect(headingOver(order, 'dues')).toBe('support')
  expect(headingOver(factOrderOf(), 'dues')).toBeUndefined()
})

test('五个基本 are put over the 事项 as these follow one another and taken away again; nothing is lost or twice', () => {
  const order = factOrderOf(['visit', 'study'])
  const under = underHeadings(order)
  expect(under.filter((entry) => headings.some((one) => one === entry))).toEqual([...headings])
  expect([...withoutHeadings(under)].sort()).toEqual([...factItems].sort())
  expect(headingOver(under, 'visit')).toBe('team')
  expect(headingOver(under, 'theme_party_day')).toBe('system')
  // Those of one heading keep the order the county gave them.
  expect(under.indexOf('visit')).toBeLessThan(under.indexOf('attended'))
  expect(underHeadings(under)).toEqual(under)
})
