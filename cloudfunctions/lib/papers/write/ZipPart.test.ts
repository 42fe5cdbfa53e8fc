import { strFromU8, unzipSync } from 'fflate'
import JSZip from 'jszip'
import { crc32 } from './crc32'
import { zipBegun, ZipPart, type ZipSoFar } from './ZipPart'

const at = Date.parse('2026-09-22T15:00:00+08:00')
/** Parts are made one after the other, each from what the one before said as it comes over the wire. */
function make(...steps: ((part: ZipPart) => void)[]): Buffer {
  let soFar = zipBegun(at)
  const parts = steps.map((step) => {
    const part = new ZipPart(JSON.parse(JSON.stringify(soFar)) as ZipSoFar)
    step(part)
    soFar = part.soFar
    return part
  })
  const last = parts[parts.length - 1]
  return Buffer.concat([
    ...parts.map(({ content }) => content),
    ...parts.map(({ directory }) => directory),
    last?.end ?? Buffer.alloc(0),
  ])
}

test('CRC-32 is that of the standard, taken at once or piece by piece', () => {
  const bytes = Buffer.from('123456789')
  expect(crc32(bytes)).toBe(0xcbf43926)
  expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926)
})

test('files of many parts are found by two readers, under Chinese names, whole', async () => {
  const zip = make(
    (part) => part.add('00-目录.txt', Buffer.from('目录')),
    (part) => {
      part.add('会议记录.txt', Buffer.from('一'.repeat(5000)))
      part.add('空.txt', Buffer.alloc(0))
    },
    () => {},
  )
  const files = unzipSync(zip)
  expect(Object.keys(files)).toEqual(['00-目录.txt', '会议记录.txt', '空.txt'])
  expect(strFromU8(files['会议记录.txt'] ?? new Uint8Array())).toBe('一'.repeat(5000))
  const read = await JSZip.loadAsync(zip, { checkCRC32: true })
  expect(await read.file('00-目录.txt')?.async('string')).toBe('目录')
  expect(read.file('会议记录.txt')?.date.toISOString()).toBe('2026-09-22T15:00:00.000Z')
})

test('a first file goes on over many parts, and others stand behind it', async () => {
  const pieces = ['<a>', '甲'.repeat(40_000), '', '乙', '</a>']
  const zip = make(...pieces.map((piece) => (part: ZipPart) => part.write('document.xml', piece)), (part) => {
    part.close('document.xml')
    part.add('styles.xml', Buffer.from('<s/>'))
  })
  const read = await JSZip.loadAsync(zip, { checkCRC32: true })
  expect(await read.file('document.xml')?.async('string')).toBe(pieces.join(''))
  expect(await read.file('styles.xml')?.async('string')).toBe('<s/>')
  expect(strFromU8(unzipSync(zip)['document.xml'] ?? new Uint8Array())).toBe(pieces.join(''))
  expect(zip.length).toBeLessThan(2000)
})
