import { ringArcs, ringPicture, segmentTones, toBase64 } from './ringPicture'

test('done times come first, then planned ones, then what is missing', () => {
  expect(segmentTones(1, 3, 1, 'missing')).toEqual(['done', 'planned', 'missing'])
})

test('more than needed fills the ring and no more', () => {
  expect(segmentTones(5, 2, 0, 'missing')).toEqual(['done', 'done'])
})

test('a need of nothing still draws one segment', () => {
  expect(segmentTones(0, 0, 0, 'calm')).toEqual(['calm'])
})

test('beyond twelve segments the ring shows the share, rounded down', () => {
  const tones = segmentTones(25, 48, 0, 'missing')
  expect(tones).toHaveLength(12)
  expect(tones.filter((tone) => tone === 'done')).toHaveLength(6)
})

test('a half ring of 56 starts and ends short of twelve and six, as drawn', () => {
  const [first] = ringArcs(['done', 'missing'], 56)
  expect(first?.path).toMatch(/^M32\.\d+ 3\.\d+A25 25 0 0 1 32\.\d+ 52\.\d+$/)
})

test('base64 is what every reader expects, whatever the remainder', () => {
  for (const text of ['', 'a', 'ab', 'abc', '<svg>1</svg>']) {
    expect(toBase64(text)).toBe(Buffer.from(text, 'ascii').toString('base64'))
  }
})

test('the picture is a data URI without a percent sign', () => {
  const picture = ringPicture(['done', 'missing'], 56)
  expect(picture).toMatch(/^data:image\/svg\+xml;base64,[A-Za-z0-9+/=]+$/)
  expect(Buffer.from(picture.split(',')[1] ?? '', 'base64').toString()).not.toContain('%')
})
