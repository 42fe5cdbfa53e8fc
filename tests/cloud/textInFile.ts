import { strFromU8, unzipSync } from 'fflate'

/** Everything that can be read in a Word or Excel file, in base64 or as it is; of a .zip of such files in each of them. Text alone, without marks. */
export function textInFile(content: string | Uint8Array): string {
  const file = typeof content === 'string' ? Buffer.from(content, 'base64') : content
  return Object.entries(unzipSync(file))
    .flatMap(([name, part]) => {
      if (/\.(docx|xlsx)$/.test(name)) return [textInFile(part)]
      return name.endsWith('.xml') ? [strFromU8(part).replace(/<[^>]*>/g, ' ')] : []
    })
    .join(' ')
}
