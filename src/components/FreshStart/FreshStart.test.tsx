import { fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { page } from './FreshStart'

let kept: string | undefined
const Home = page(function Home() {
  if (kept === undefined) throw new TypeError('Cannot read properties of undefined')
  return <div>{kept}</div>
})

// React tells the console what a boundary has caught.
beforeEach(() => {
  kept = undefined
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())

test('a page that cannot be drawn offers a fresh start, says that nothing is lost, and a way that needs no phone', () => {
  render(<Home />)
  const text = document.querySelector('#broken-page')?.textContent
  expect(text).toMatch(/没能显示出来/)
  expect(text).toMatch(/不会丢/)
  expect(text).toMatch(/点名/)
})

test('the fresh start forgets the kept answers, not what waits to be uploaded, and begins at home', () => {
  const held = ['sg:cache:me:progress.home:{}', 'sg:queue:me', 'sg:visits:me', 'sg:own:me', 'sg:elder']
  const removed: string[] = []
  jest.mocked(Taro.getStorageInfoSync).mockReturnValue({ keys: held, currentSize: 0, limitSize: 0 })
  jest.mocked(Taro.removeStorageSync).mockImplementation((key: string) => void removed.push(key))
  render(<Home />)
  kept = '胡淑同志'
  const button = document.querySelector('#fresh-start')
  if (button) fireEvent.click(button)
  expect(removed).toEqual(['sg:cache:me:progress.home:{}'])
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' })
  expect(screen.getByText('胡淑同志')).toBeTruthy()
})
