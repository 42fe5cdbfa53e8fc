import { ask, attempt, button, byId, element } from './dom.js'

const MINUTE = 60_000
const EAST_8 = 8 * 60 * MINUTE
const weekdays = '日一二三四五六'
let offset = 0

const two = (number) => String(number).padStart(2, '0')

/** Shanghai has no summer time: a shifted instant read as UTC is its wall clock. */
export function wallClock(ms) {
  const date = new Date(ms + EAST_8)
  const day = `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`
  const time = `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())}`
  return { date, day, time, weekday: weekdays[date.getUTCDay()] }
}

export const momentText = (ms) => (ms === undefined ? '—' : `${wallClock(ms).day} ${wallClock(ms).time}`)

const now = () => Date.now() + offset

export function drawClock() {
  const { day, time, weekday } = wallClock(now())
  byId('now').replaceChildren(time, element('div', { class: 'soft' }, `${day} 星期${weekday}`))
}

/** What the local cloud says its time is. */
export function setClock(ms) {
  offset = ms - Date.now()
  const { day, time } = wallClock(ms)
  byId('at').value = `${day}T${time}`
  drawClock()
}

const moveClock = (change) =>
  attempt('拨钟', async () => {
    setClock((await ask('clock', change)).now)
  })

function nextMonthStart() {
  const { date } = wallClock(now())
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - EAST_8
}

export function drawSteps() {
  const steps = [
    ['+1 分钟', () => ({ advance: MINUTE })],
    ['+1 小时', () => ({ advance: 60 * MINUTE })],
    ['+1 天', () => ({ advance: 24 * 60 * MINUTE })],
    ['下月 1 日', () => ({ at: nextMonthStart() })],
  ]
  byId('steps').replaceChildren(
    ...steps.map(([label, change]) => button(label, () => void moveClock(change()))),
  )
  byId('set').addEventListener('submit', (event) => {
    event.preventDefault()
    const ms = Date.parse(`${byId('at').value}Z`) - EAST_8
    if (!Number.isNaN(ms)) void moveClock({ at: ms })
  })
}
