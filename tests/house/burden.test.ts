import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const below = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => path.posix.join(folder, file.split(path.sep).join('/')))
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
const files = ['src', 'domain', 'cloudfunctions'].flatMap(below)
const linesWith = (pattern: RegExp) =>
  files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => pattern.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  )

test('no word of points, ranks and blame is in the product, but to say that there are none', () => {
  const words = linesWith(/打卡|签到|积分|排名|排行|落后|未达标/)
  expect(words.filter((line) => !/不(做|评分、不)?排名/.test(line))).toEqual([])
})

test('nothing asks for a place, a picture, a camera or a WeChat profile', () => {
  const asking =
    /\b(getLocation|chooseLocation|startLocationUpdate\w*|chooseImage|chooseMedia|chooseVideo|createCameraContext|getUserProfile|getUserInfo|chooseAvatar)\b|<Camera\b/
  expect(linesWith(asking)).toEqual([])
  expect(readFileSync('src/app.config.ts', 'utf8')).not.toMatch(/permission|requiredPrivateInfos/)
})
