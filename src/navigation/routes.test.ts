import { addressOf, isTab } from './routes'

test('parameters are encoded, absent ones left out', () => {
  expect(addressOf('meeting', { id: 'a&b', tab: undefined })).toBe('/secretary/meeting/index?id=a%26b')
  expect(addressOf('home')).toBe('/pages/home/index')
})

test('the five tabs are tabs, the others are not', () => {
  expect(['home', 'activities', 'work', 'messages', 'me'].every((key) => isTab(key as 'home'))).toBe(true)
  expect(isTab('checkin')).toBe(false)
})
