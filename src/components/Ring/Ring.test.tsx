import { render } from '@testing-library/react'
import { Ring } from './Ring'

// jsdom knows the attributes a browser has.
jest.mock('@/platform/aria', (): unknown => jest.requireActual('@/platform/aria.h5'))

const markup = (props: Partial<Parameters<typeof Ring>[0]>) =>
  render(<Ring done={0} needed={1} state="missing" label="社区服务，已 0 次，需 1 次" {...props} />).container
    .innerHTML

test('is read aloud with its numbers', () => {
  expect(markup({})).toContain('社区服务，已 0 次，需 1 次')
})

test.each([
  ['missing is ochre', {}, 'ring-missing'],
  ['before the last week grey', { calm: true }, 'ring-calm'],
  ['done is pine with a tick', { done: 1, state: 'done' as const }, 'icon-check'],
  ['not owed is a cup', { state: 'not_owed' as const }, 'icon-cup'],
  [
    'no record of a kind without a minimum is a stroke, never a gap',
    { needed: null, state: 'recorded' as const },
    'ring-none',
  ],
  [
    'one that stands in the calendar is a clock',
    { needed: null, state: 'planned' as const, planned: 1 },
    'icon-clock',
  ],
  ['planned is blue', { state: 'planned' as const, size: 34 }, 'ring-planned'],
])('%s', (_name, props, className) => {
  expect(markup(props)).toContain(className)
})

test('a ring of one colour needs no picture, a mixed one has one', () => {
  expect(markup({})).not.toContain('<img')
  expect(markup({ done: 1, needed: 2 })).toContain('<img')
})
