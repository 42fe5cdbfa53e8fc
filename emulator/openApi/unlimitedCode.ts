import { PNG } from 'pngjs'
import { encode } from 'uqr'
import { type OpenApi, refused, text } from './OpenApi'

const SCENE = /^[0-9a-zA-Z!#$&'()*+,/:;=?@\-._~]{1,32}$/
/** Pixels of a side: WeChat's default, least and most. */
const [WIDTH, NARROWEST, WIDEST] = [430, 280, 1280]

function draw(scene: string, width: number): Buffer {
  const { data, size } = encode(scene, { ecc: 'M', border: 2 })
  // One grey byte a pixel: a picture of 1280 pixels must not keep the emulator from its other callers.
  const pixels = Buffer.alloc(width * width, 0xff)
  const moduleOf = (pixel: number) => Math.floor((pixel * size) / width)
  for (let y = 0; y < width; y += 1) {
    if (y > 0 && moduleOf(y) === moduleOf(y - 1)) pixels.copyWithin(y * width, (y - 1) * width, y * width)
    else for (let x = 0; x < width; x += 1) if (data[moduleOf(y)]?.[moduleOf(x)]) pixels[y * width + x] = 0
  }
  const picture = Object.assign(new PNG({ width, height: width }), { data: pixels })
  return PNG.sync.write(picture, { colorType: 0, inputColorType: 0, inputHasAlpha: false, filterType: 0 })
}

/**
 * `wxacode.getUnlimited`: in place of WeChat's round code, which nobody else can draw, a square QR code of the scene
 * alone. Colours and transparency are ignored; whether the page exists is not looked at.
 */
export const unlimitedCode: OpenApi = {
  personOf: (_, { openid }) => openid,
  answer({ scene, page, width }) {
    if (!SCENE.test(text(scene)))
      return refused(40169, 'invalid length for scene, or the data is not json string')
    if (text(page).startsWith('/') || text(page).includes('?')) return refused(41030, 'invalid page')
    const wanted = typeof width === 'number' && Number.isFinite(width) ? Math.round(width) : WIDTH
    const side = Math.min(Math.max(wanted, NARROWEST), WIDEST)
    return { contentType: 'image/png', bytes: draw(text(scene), side) }
  },
}
